import type { InputRule } from '../case/compile-inputs.ts';
import type { ActionRule, Rules } from '../case/rules.ts';
import type { Words } from '../issues/issue.ts';

/** The actions that enter into a register. */
export const openingsOf = (rules: Rules, subject: string): readonly ActionRule[] => [...rules.actions.values()].filter(({ schema }) => schema.opens === subject);

/** The levels at which a register has entries. */
export const levelsOf = (rules: Rules, subject: string): readonly string[] => {
  const of = rules.method.subjects?.[subject]?.of;
  return of !== undefined && 'register' in of ? of.register : [];
};

/** The inputs of an opening that a table can hold: all but files. */
export const inputsOf = (action: ActionRule): readonly InputRule[] => action.inputs.filter(({ kind }) => kind !== 'files');

/** The heading of an input: its label, with the record that it belongs to where another input has the same. */
export const headingOf = (input: InputRule, inputs: readonly InputRule[]): Words =>
  (input.group === undefined || inputs.every((other) => other === input || other.label.zh !== input.label.zh) ? input.label
    : { zh: `${input.group.zh}：${input.label.zh}`, en: `${input.group.en}: ${input.label.en}` });

/** A word as it is compared: full-width or not, spaces, case, a star and what stands in brackets make no difference. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/^'/, '').replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '').replace(/[\s*:]/g, '');

/** What stands in the example row of a template instead of a text; a row that still holds it is not entered. */
export const exampleText: Words = { zh: '（示例，导入前删去本行）', en: '(example: delete this row)' };
