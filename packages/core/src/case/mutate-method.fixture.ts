import fc from 'fast-check';
import { parseMethod } from '../check/parse-method.ts';
import { isObject } from '../method/merge-patch.ts';
import type { Method } from '../method/method-schema.ts';
import { compileMethod } from './rules.ts';
import type { Rules } from './rules.ts';

/** Test helper: one place of a method file changed; no value: what stands there is taken out. */
export interface Mutation { readonly name: string; readonly changes: readonly { readonly path: readonly string[]; readonly value?: unknown }[] }

type Json = Readonly<Record<string, unknown>>;
const entriesOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);
const at = (json: unknown, ...path: readonly string[]): unknown => path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), json);

const LIMITS = ['2 hours', '1 day', '16 working hours', '3 working days', '1 month'];
const OFFSETS = ['due', { before: '1 day' }, { before: '3 working hours' }, { after: '2 hours' }, { after: '1 working day' }];

/** Every mutation of a method that its file gives a place for: found by the shape of the file, whatever it is about. */
export const mutationsOf = (json: Json): readonly Mutation[] => {
  const found: Mutation[] = [];
  const set = (name: string, path: readonly string[], ...values: readonly unknown[]): void => {
    for (const value of values) if (JSON.stringify(value) !== JSON.stringify(at(json, ...path))) found.push({ name: `${name} ${path.join('/')} → ${JSON.stringify(value)}`, changes: [{ path, value }] });
  };
  const drop = (name: string, ...path: readonly string[]): void => { found.push({ name: `without ${name} ${path.join('/')}`, changes: [{ path }] }); };
  for (const [kind, { line }] of entriesOf(json['kinds']) as [string, { line: readonly string[] }][]) {
    for (const step of line) found.push(withoutStep(json, kind, line, step));
  }
  for (const [clock, schema] of entriesOf(json['clocks'])) {
    set('policy', ['clocks', clock, 'again'], 'anew', 'resume', 'keep');
    if (typeof at(schema, 'limit') === 'string' && at(schema, 'limit') !== 'none') set('limit', ['clocks', clock, 'limit'], ...LIMITS);
    for (const [rung] of entriesOf(at(schema, 'ladder'))) set('rung', ['clocks', clock, 'ladder', rung, 'at'], ...OFFSETS);
  }
  for (const [name, schema] of entriesOf(json['parameters'])) if (at(schema, 'value') !== undefined) set('limit', ['parameters', name, 'value'], ...LIMITS);
  set('policy', ['time', 'countStart'], true);
  set('policy', ['time', 'restDay'], 'stay');
  set('policy', ['time', 'ends'], 'office');
  for (const [name, schema] of entriesOf(json['actions'])) {
    for (const part of ['requires', 'checks'] as const) for (const [key] of entriesOf(at(schema, part))) drop('requirement', 'actions', name, part, key);
    for (const [key] of entriesOf(at(schema, 'spawns'))) drop('spawn', 'actions', name, 'spawns', key);
    if (at(schema, 'when') !== undefined) drop('condition', 'actions', name, 'when');
  }
  for (const [name, schema] of entriesOf(json['endings'])) for (const [key] of entriesOf(at(schema, 'requires'))) drop('requirement', 'endings', name, 'requires', key);
  for (const [name, schema] of entriesOf(json['norms'])) {
    set('norm', ['norms', name, 'max'], ...[1, 2, 3].filter((max) => max >= Number(at(schema, 'min') ?? 0)));
    found.push(...[1, 2].map((max): Mutation => ({ name: `norm ${name} refuses more than ${max}`, changes: [
      { path: ['norms', name, 'max'], value: max }, { path: ['norms', name, 'min'], value: 1 }, { path: ['norms', name, 'over'], value: 'refuse' }] })));
    if (at(schema, 'over') === 'refuse') drop('refusal', 'norms', name, 'over');
  }
  for (const [name, schema] of entriesOf(json['links'])) {
    for (const [key] of entriesOf(at(schema, 'follows'))) drop('follow', 'links', name, 'follows', key);
    if (at(schema, 'same', 'as') !== undefined) set('policy', ['links', name, 'same', 'as'], 'linked', 'offered');
    if (at(schema, 'one') === undefined) set('policy', ['links', name, 'one'], true);
    else drop('policy', 'links', name, 'one');
  }
  for (const [name, schema] of entriesOf(json['asks'])) if (at(schema, 'many') !== undefined) drop('policy', 'asks', name, 'many');
  return found;
};

/** A step is gone from the line, and, if no other line has it, from everywhere. */
const withoutStep = (json: Json, kind: string, line: readonly string[], step: string): Mutation => {
  const elsewhere = entriesOf(json['kinds']).some(([other, schema]) => other !== kind && (at(schema, 'line') as readonly string[]).includes(step));
  const changes: Mutation['changes'][number][] = [{ path: ['kinds', kind, 'line'], value: line.filter((name) => name !== step) }];
  if (!elsewhere) {
    changes.push({ path: ['steps', step] });
    for (const [name, schema] of entriesOf(json['actions'])) {
      const from = at(schema, 'from') as readonly string[] | undefined;
      if (from?.includes(step)) changes.push(from.length === 1 ? { path: ['actions', name] } : { path: ['actions', name, 'from'], value: from.filter((one) => one !== step) });
    }
  }
  return { name: `without step ${step} of ${kind}`, changes };
};

/** The file with its changes made one by one, by hand: no patch is involved. */
export const mutated = (json: Json, mutations: readonly Mutation[]): Json => {
  const copy = structuredClone(json) as Record<string, unknown>;
  for (const { path, value } of mutations.flatMap(({ changes }) => changes)) {
    let place = copy;
    for (const key of path.slice(0, -1)) place = (isObject(place[key]) ? place[key] : (place[key] = {})) as Record<string, unknown>;
    const key = path.at(-1)!;
    if (value === undefined) delete place[key];
    else place[key] = structuredClone(value);
  }
  return copy;
};

/** One to three mutations of a file that do not touch the same place. */
export const someMutations = (json: Json, max = 3): fc.Arbitrary<readonly Mutation[]> => {
  const all = mutationsOf(json);
  return all.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: max })
    .map((drawn) => drawn.filter((one, n) => !drawn.slice(0, n).some((other) => overlap(one, other))));
};

/** Does one change what the other changes, or something inside it? */
const overlap = (one: Mutation, other: Mutation): boolean => one.changes.some((a) => other.changes.some((b) => {
  const [left, right] = [`${a.path.join('/')}/`, `${b.path.join('/')}/`];
  return left.startsWith(right) || right.startsWith(left);
}));

/** A method as it ships or mutated, ready to be lived in. */
export interface Mutant { readonly name: string; readonly method: Method; readonly rules: Rules }

/** As it ships, and mutants that load: what does not is counted and left. */
export const mutantsOf = (id: string, json: Json, seed: number, tries: number): { readonly mutants: readonly Mutant[]; readonly tried: number } => {
  const load = (name: string, file: Json): Mutant[] => {
    const parsed = parseMethod(file);
    return parsed.ok ? [{ name, method: parsed.value, rules: compileMethod(parsed.value) }] : [];
  };
  const drawn = fc.sample(someMutations(json), { seed, numRuns: tries }).filter((mutations) => mutations.length > 0);
  return {
    mutants: [...load(`${id}, as shipped`, json), ...drawn.flatMap((mutations) => load(`${id}, ${mutations.map(({ name }) => name).join('; ')}`, mutated(json, mutations)))],
    tried: drawn.length,
  };
};
