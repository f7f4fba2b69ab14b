import { z } from 'zod';

/** A name: the key of whatever can be referred to. Lower case words joined by hyphens; order-sensitive lists are arrays of names. */
export const Name = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/).meta({
  id: 'Name', title: 'Name / 名称', description: 'Lower-case words joined by hyphens / 小写英文单词，用连字符相连', examples: ['first-contact'],
});

/** A record keyed by names: unique by construction, completed by editors, literal in TypeScript even through a JSON import. */
export const named = <T extends z.ZodType>(value: T) => z.record(Name, value);

/** A word on screen: Chinese first, English beside it; a plain string is both. */
export const Text = z.union([
  z.string().min(1),
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1).optional() }),
]).meta({ id: 'Text', title: 'Text / 文字', description: 'A string, or one per language / 文字，或中英文各一' });
export type Text = z.infer<typeof Text>;

/** What every named thing may carry: the article that it comes from, and a note for who reads the file. */
export const About = {
  label: Text.meta({ description: 'The word on screen / 屏幕上的名称' }),
  source: Text.optional().meta({ description: 'The article that it comes from; explanations quote it / 依据（文件条款），解释时引用' }),
  note: Text.optional().meta({ description: 'For whoever reads this file / 说明' }),
} as const;
