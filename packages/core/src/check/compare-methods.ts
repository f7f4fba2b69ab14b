import type { Words } from '../issues/issue.ts';
import type { Condition } from '../method/condition-schema.ts';
import type { Path } from '../method/finding.ts';
import { isObject } from '../method/merge-patch.ts';
import type { Method } from '../method/method-schema.ts';
import { Text } from '../method/names.ts';
import { wordsOf } from '../method/words.ts';
import { conditionText, vocabularyOf } from '../rules/index.ts';
import { durationWords } from '../rules/duration-words.ts';
import { partWords } from './compare-words.data.ts';

/** One place in which two versions of a method differ: where it is, in words, and what stood and stands there. */
export interface Difference {
  readonly what: 'added' | 'removed' | 'changed';
  readonly path: Path;
  readonly where: readonly Words[];
  readonly before?: Words;
  readonly after?: Words;
}

/** Everything in which two versions of a method differ, in the order of the file. Order of keys is no difference. */
export function compareMethods(before: Method, after: Method): readonly Difference[] {
  const out: Difference[] = [];
  walk({ before, after }, [], before, after, out);
  return out;
}

interface Both { readonly before: Method; readonly after: Method }

function walk(both: Both, path: Path, before: unknown, after: unknown, out: Difference[]): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (isObject(before) && isObject(after) && !isWhole(path, before) && !isWhole(path, after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) walk(both, [...path, key], before[key], after[key], out);
    return;
  }
  const [old, now] = [said(both.before, path, before), said(both.after, path, after)];
  if (before !== undefined && after !== undefined && sorted(before) === sorted(after)) return;
  out.push({
    what: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed', path, where: trail(both, path),
    ...(before !== undefined && { before: old }), ...(after !== undefined && { after: now }),
  });
}

const conditionKeys: ReadonlySet<unknown> = new Set(['when', 'if']);

/** Is this said in one piece: a text, a condition? */
const isWhole = (path: Path, value: unknown): boolean => Text.safeParse(value).success || conditionKeys.has(path.at(-1)) || (path[0] === 'conditions' && path.length > 1);

/** Where it is: the words of each part, things of the method by their own labels. */
function trail({ before, after }: Both, path: Path): readonly Words[] {
  return path.map((part, i) => {
    const here = path.slice(0, i + 1);
    return labelOf(at(after, here)) ?? labelOf(at(before, here)) ?? called(after, String(part), path[i - 1]) ?? called(before, String(part), path[i - 1]) ?? words(String(part));
  });
}

/** In which section the names under a key are found. */
const sectionOf: Readonly<Record<string, keyof Method>> = {
  takes: 'fields', by: 'roles', at: 'levels', line: 'steps', from: 'steps', sources: 'sources', role: 'roles', field: 'fields', parameter: 'parameters', answers: 'classifications', leaves: 'records', asks: 'asks', replies: 'asks', ends: 'endings', to: 'steps', opens: 'kinds', clocks: 'clocks',
};
const called = (method: Method, name: string, under: string | number | undefined): Words | undefined => {
  const section = sectionOf[String(under)];
  return section === undefined ? undefined : labelOf(at(method, [section, name]));
};

function labelOf(value: unknown): Words | undefined {
  const label = Text.safeParse(isObject(value) ? value['label'] : undefined);
  return label.success ? wordsOf(label.data) : undefined;
}

const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((here, part) => (typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[part] : undefined), value);

/** A value in words. */
function said(method: Method, path: Path, value: unknown): Words {
  const text = Text.safeParse(value);
  const key = path.at(-1);
  if (typeof value === 'string') return called(method, value, key) ?? durationWords(value);
  if (text.success) return wordsOf(text.data);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    const words = value.map((each) => called(method, each, key) ?? { zh: each, en: each });
    return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
  }
  if (value === true) return { zh: '是', en: 'yes' };
  if ((conditionKeys.has(key) || path[0] === 'conditions') && isObject(value)) {
    try {
      return conditionText(value as Condition, vocabularyOf(method));
    } catch { /* it names what is not there: shown as it is written */ }
  }
  const own = labelOf(value);
  if (own !== undefined) return own;
  if (isObject(value)) {
    const parts = Object.entries(value).map(([name, each]) => ({ name: called(method, name, key) ?? words(name), value: each === true ? { zh: '', en: '' } : said(method, [...path, name], each) }));
    return { zh: parts.map(({ name, value: each }) => [name.zh, each.zh].filter(Boolean).join(' ')).join('，'), en: parts.map(({ name, value: each }) => [name.en, each.en].filter(Boolean).join(' ')).join(', ') };
  }
  const written = value === undefined ? '' : JSON.stringify(value);
  return { zh: written, en: written };
}

const words = (name: string): Words => {
  const [zh, en] = partWords[name] ?? [name, name];
  return { zh, en };
};

/** The same whatever the order of keys; of lists the order counts. */
const sorted = (value: unknown): string => JSON.stringify(value, (_, each: unknown) => (isObject(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each));
