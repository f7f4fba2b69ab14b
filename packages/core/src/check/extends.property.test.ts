import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { lawMethods, methodFiles, shippedMethods } from '../case/laws-methods.fixture.ts';
import { mutated, someMutations } from '../case/mutate-method.fixture.ts';
import type { Mutation } from '../case/mutate-method.fixture.ts';
import { isExactRef } from '../method/extends.ts';
import { isObject } from '../method/merge-patch.ts';
import { parseMethod } from './parse-method.ts';
import type { ParsedMethod } from './parse-method.ts';

vi.setConfig({ testTimeout: 120_000 });

/** One seed for the whole run, printed: `LAWS_SEED=… npx vitest run` does the same again. A run that decides what lands is the same each time. */
const lawsSeed = Number(process.env['LAWS_SEED'] ?? (process.env['CI'] === undefined ? Math.floor(Math.random() * 2 ** 31) : 20_261_122));
console.info(`law 8: LAWS_SEED=${lawsSeed}`);

type Json = Readonly<Record<string, unknown>>;

/** What it loads as, wherever its values stand: findings name their file only in a child. */
const loadedAs = (parsed: ParsedMethod): unknown => ({
  method: parsed.ok ? JSON.stringify(parsed.value) : undefined,
  findings: (parsed.ok ? parsed.findings : parsed.issues).map(({ code, pointer, severity }) => ({ code, pointer, severity })),
});

/** The same changes as a file that says only what differs. */
const childOf = (base: Json, mutations: readonly Mutation[]): Json => {
  const child: Record<string, unknown> = { extends: `${String(base['id'])}@${String(base['version'])}`, id: 'child', version: '9.0.0', label: base['label'] };
  for (const { path, value } of mutations.flatMap(({ changes }) => changes)) {
    let place = child;
    for (const key of path.slice(0, -1)) place = (isObject(place[key]) ? place[key] : (place[key] = {})) as Record<string, unknown>;
    place[path.at(-1)!] = value === undefined ? null : insteadOf(path.reduce<unknown>((there, key) => (isObject(there) ? there[key] : undefined), base), value);
  }
  return child;
};

/** A patch that puts one object in the place of another takes out what only the other had. */
const insteadOf = (before: unknown, value: unknown): unknown =>
  (isObject(before) && isObject(value) ? { ...Object.fromEntries(Object.keys(before).filter((key) => !Object.hasOwn(value, key)).map((key) => [key, null])), ...value } : value);

/** RFC 7396 as its text says it, line by line. */
const mergedByHand = (target: unknown, patch: unknown): unknown => {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const merged: Record<string, unknown> = typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = mergedByHand(merged[name], value);
  }
  return merged;
};

const ownOf = (child: Json, merged: Json): Json =>
  without(['extends', '$schema'], { ...merged, id: child['id'], version: child['version'], label: child['label'] });
const without = (keys: readonly string[], json: Json): Json => Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));
const sorted = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe('law 8: a file that extends another loads like the one merged by hand', () => {
  it.each(lawMethods)('random patches of $id', ({ json }) => {
    const base = without(['$schema'], json);
    const bases = (ref: string): unknown => (ref === `${String(base['id'])}@${String(base['version'])}` ? base : undefined);
    let loaded = 0, tried = 0;
    fc.assert(fc.property(someMutations(base, 4), (mutations) => {
      const child = childOf(base, mutations);
      const extended = parseMethod(child, { bases });
      const byHand = parseMethod(ownOf(child, mutated(base, mutations)));
      tried += 1;
      if (extended.ok) loaded += 1;
      expect(extended.ok).toBe(byHand.ok);
      const [left, right] = [extended, byHand].map((parsed) => ({ ...loadedAs(parsed) as object, method: parsed.ok ? sorted(parsed.value) : undefined }));
      expect(left).toEqual(right);
    }), { numRuns: 10, seed: lawsSeed, interruptAfterTimeLimit: 20_000 });
    expect(loaded, `of ${tried}`).toBeGreaterThan(0);
  });

  const children = [...methodFiles.values()].filter((json) => isExactRef(String(json['extends'])));
  it.each(children.map((json) => ({ id: json['id'], json })))('$id on its base', ({ json }) => {
    const base = methodFiles.get(String(json['extends']))!;
    const extended = parseMethod(without(['$schema'], json), { bases: (ref) => methodFiles.get(ref) });
    const byHand = parseMethod(ownOf(json, mergedByHand(base, json) as Json));
    expect(extended.ok).toBe(true);
    expect(byHand.ok && sorted(byHand.value)).toEqual(extended.ok && sorted(extended.value));
  });

  it('six methods ship', () => expect(shippedMethods).toHaveLength(6));
});
