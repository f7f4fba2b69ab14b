/** A method of so many actions, made of 1330 by copying its whole line of work under other names; the same in every run. */
export function largeMethod(base: Json, actions: number): Json {
  const large = structuredClone(base);
  const perCopy = Object.keys(base['actions'] as Json).length;
  const copies = Math.floor(actions / perCopy);
  for (let copy = 2; copy <= copies; copy++) {
    for (const section of SECTIONS) Object.assign(large[section] as Json, copied(base[section] as Json, section, `-${copy}`));
  }
  // The rest: corrections, one after another.
  const all = large['actions'] as Json;
  for (let n = 1; Object.keys(all).length < actions; n++) all[`correct-again-${n}`] = structuredClone((base['actions'] as Json)['correct']);
  return large;
}

export type Json = { [name: string]: unknown };

/** What a copy has of its own. Levels, roles, sources, classifications and parameters are shared. */
const SECTIONS = ['fields', 'conditions', 'kinds', 'subjects', 'steps', 'actions', 'records', 'asks', 'clocks', 'endings'] as const;

const copied = (section: Json, name: string, suffix: string): Json =>
  Object.fromEntries(Object.entries(section).map(([key, value]) => [key + suffix, renamed(value, [name, key], suffix)]));

/** Keys whose value, or whose own keys, name something of the copy. */
const NAMES = new Set(['field', 'record', 'records', 'clock', 'action', 'use', 'step', 'ending', 'ask', 'asks', 'opens', 'ends', 'notWhoDid', 'isAsked', 'edits', 'of', 'to', 'from', 'after', 'line', 'by', 'on', 'holds', 'title']);
const MAPS = new Set(['takes', 'leaves', 'asks', 'clocks', 'on']);

function renamed(value: unknown, path: readonly string[], suffix: string): unknown {
  const key = path.at(-1)!;
  if (Array.isArray(value)) return value.map((one: unknown) => (typeof one === 'string' ? word(one, path, suffix) : renamed(one, path, suffix)));
  if (typeof value === 'object' && value !== null) {
    // `replies` of an action are asks; those of an ask are words of the language.
    const names = path.length > 2 && (MAPS.has(key) || (key === 'replies' && path[0] === 'actions'));
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [names ? name + suffix : name, renamed(part, [...path, name], suffix)]));
  }
  return typeof value === 'string' ? word(value, path, suffix) : value;
}

function word(text: string, path: readonly string[], suffix: string): string {
  const key = path.at(-1)!;
  if (!NAMES.has(key) || text === 'next') return text;
  if (key === 'by') return text;                                     // roles are shared
  if (key === 'to' && path[0] !== 'actions') return text;
  if (path.includes('case')) return text;
  return text + suffix;
}
