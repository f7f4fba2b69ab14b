import type { Method, Words } from '@bihuan/core';
import { wordsOf } from '@bihuan/core';

export type Path = readonly (string | number)[];
export interface Choice { readonly name: string; readonly label: Words }

/** One thing that a form can edit: where it stands in the file, what it is called, and what input it takes. */
export interface Edit {
  readonly path: Path;
  /** A key of the page's words. */
  readonly label: string;
  /** What it belongs to, where the item has several of the kind. */
  readonly of?: Words;
  readonly kind: 'words' | 'text' | 'number' | 'duration' | 'day' | 'choice' | 'choices' | 'options' | 'yes' | 'limit';
  readonly choices?: readonly Choice[];
}

/** A named thing of the method with what of it can be edited. */
export interface Item { readonly path: Path; readonly label: Words; readonly edits: readonly Edit[]; readonly removable?: boolean }

export interface Section { readonly name: SectionName; readonly items: readonly Item[] }
export type SectionName = 'basics' | 'clocks' | 'fields' | 'roles' | 'words';

/** The method as a file being written has it: any part may be missing. */
export type Written = Partial<Method>;

const fieldKinds = ['text', 'long-text', 'number', 'date', 'moment', 'yes-no', 'choice', 'choices', 'names', 'point', 'files'] as const;

export const choicesOf = (things: Readonly<Record<string, { readonly label: Parameters<typeof wordsOf>[0] }>> | undefined): readonly Choice[] =>
  Object.entries(things ?? {}).map(([name, { label }]) => ({ name, label: wordsOf(label) }));
const itemOf = (path: Path, label: Parameters<typeof wordsOf>[0] | undefined, edits: readonly Edit[]): Item => ({ path, label: wordsOf(label ?? String(path.at(-1))), edits });
const labelAt = (path: Path): Edit => ({ path: [...path, 'label'], label: 'label', kind: 'words' });

/** Everything that the simple forms edit, section by section: the one description of it. */
export function sectionsOf(method: Written): readonly Section[] {
  return [
    { name: 'basics', items: [itemOf([], method.label, [labelAt([]), { path: ['version'], label: 'version', kind: 'text' }, { path: ['from'], label: 'from', kind: 'day' }])] },
    { name: 'clocks', items: [...parameters(method), ...clocks(method)] },
    { name: 'fields', items: fields(method) },
    { name: 'roles', items: Object.entries(method.roles ?? {}).map(([name, { label }]) =>
      itemOf(['roles', name], label, [labelAt(['roles', name]), { path: ['roles', name, 'at'], label: 'at', kind: 'choices', choices: choicesOf(method.levels) }])) },
    { name: 'words', items: (['kinds', 'sources', 'steps', 'actions', 'records', 'asks', 'endings'] as const).flatMap((section) =>
      Object.entries(method[section] ?? {}).map(([name, { label }]) => itemOf([section, name], label, [labelAt([section, name])]))) },
  ];
}

const parameters = (method: Written): Item[] => Object.entries(method.parameters ?? {}).map(([name, { label }]) =>
  itemOf(['parameters', name], label, [labelAt(['parameters', name]), { path: ['parameters', name, 'value'], label: 'value', kind: 'duration' }]));

const clocks = (method: Written): Item[] => Object.entries(method.clocks ?? {}).map(([name, { label, ladder = {} }]) => {
  const path = ['clocks', name];
  const rungs = Object.entries(ladder).flatMap(([rung, { at, label: called }]): Edit[] => [
    ...(typeof at === 'object' && 'before' in at ? [{ path: [...path, 'ladder', rung, 'at', 'before'], label: 'before', of: wordsOf(called ?? rung), kind: 'duration' } as const] : []),
    ...(typeof at === 'object' && 'after' in at ? [{ path: [...path, 'ladder', rung, 'at', 'after'], label: 'after', of: wordsOf(called ?? rung), kind: 'duration' } as const] : []),
  ]);
  return itemOf(path, label, [labelAt(path), { path: [...path, 'limit'], label: 'limit', kind: 'limit' }, ...rungs]);
});

const fields = (method: Written): Item[] => Object.entries(method.fields ?? {}).map(([name, field]) => {
  const path = ['fields', name];
  const simple = (fieldKinds as readonly string[]).includes(field.kind);
  return {
    ...itemOf(path, field.label, [
      labelAt(path),
      ...(simple ? [{ path: [...path, 'kind'], label: 'kind', kind: 'choice', choices: fieldKinds.map((kind) => ({ name: kind, label: kindWords[kind] })) } as const] : []),
      ...(field.kind === 'choice' || field.kind === 'choices' ? [{ path: [...path, 'options'], label: 'options', kind: 'options' } as const] : []),
      ...(field.kind === 'number' ? [{ path: [...path, 'min'], label: 'min', kind: 'number' } as const] : []),
      ...(field.kind === 'number' || field.kind === 'text' || field.kind === 'long-text' ? [{ path: [...path, 'max'], label: field.kind === 'number' ? 'max' : 'longest', kind: 'number' } as const] : []),
      { path: [...path, 'personal'], label: 'personal', kind: 'yes' },
    ]),
    removable: true,
  };
});

const kindWords: Readonly<Record<(typeof fieldKinds)[number], Words>> = {
  text: { zh: '文字', en: 'Text' }, 'long-text': { zh: '多行文字', en: 'Long text' }, number: { zh: '数字', en: 'Number' }, date: { zh: '日期', en: 'Day' }, moment: { zh: '日期和时间', en: 'Day and time' },
  'yes-no': { zh: '是或否', en: 'Yes or no' }, choice: { zh: '单选', en: 'One choice' }, choices: { zh: '多选', en: 'Several choices' }, names: { zh: '人名', en: 'Names' }, point: { zh: '地图上的点', en: 'Place on the map' }, files: { zh: '附件', en: 'Files' },
};

/** The value at a path. */
export const valueAt = (value: unknown, path: Path): unknown => path.reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined), value);

/** A name that is not taken yet: `field-1`, `field-2` … */
export function freeName(stem: string, taken: Readonly<Record<string, unknown>>): string {
  for (let n = 1; ; n++) if (!Object.hasOwn(taken, `${stem}-${n}`)) return `${stem}-${n}`;
}
