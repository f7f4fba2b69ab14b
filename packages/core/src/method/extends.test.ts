import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import office from '../check/fixtures/office.json' with { type: 'json' };
import { parseMethod } from '../check/parse-method.ts';
import { resolveMethod } from './extends.ts';
import { mergePatch } from './merge-patch.ts';

/** The table of RFC 7396, appendix A. */
const appendix: readonly (readonly [target: unknown, patch: unknown, result: unknown])[] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }], [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }], [{ a: 'b' }, { a: null }, {}], [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }], [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }], [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }], [['a', 'b'], ['c', 'd'], ['c', 'd']], [{ a: 'b' }, ['c'], ['c']], [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'], [{ e: null }, { a: 1 }, { e: null, a: 1 }], [[1, 2], { a: 'b', c: null }, { a: 'b' }], [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

describe('a merge patch', () => {
  it.each(appendix)('%j patched with %j is %j', (target, patch, result) => expect(mergePatch(target, patch)).toEqual(result));

  it('touches no prototype', () => {
    mergePatch({}, JSON.parse('{ "__proto__": { "polluted": 1 } }'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

const child = { id: 'child', version: '2.0.0', label: '子', extends: 'office@1.0.0' };
const bases = (ref: string): unknown => (ref === 'office@1.0.0' ? office : ref === 'child@2.0.0' ? child : undefined);

describe('a method that extends another', () => {
  it('is its base with its own words on top', () => {
    const parsed = parseMethod({ ...child, parameters: { 'first-call': { value: '24小时' } } }, { bases });
    expect(parsed.ok && parsed.value).toMatchObject({ id: 'child', version: '2.0.0', label: '子', parameters: { 'first-call': { value: '24 hours' } }, steps: office.steps });
  });

  it('goes through a chain', () => {
    const parsed = parseMethod({ id: 'grandchild', version: '1.0.0', label: '孙', extends: 'child@2.0.0' }, { bases });
    expect(parsed.ok && Object.keys(parsed.value.actions)).toEqual(Object.keys(office.actions));
  });

  it('never inherits its id, version and label', () => {
    const parsed = parseMethod({ extends: 'office@1.0.0' }, { bases });
    expect(!parsed.ok && parsed.issues.map(({ code, params }) => [code, params])).toEqual(['id', 'version', 'label'].map((key) => ['shape.missing-key', { key }]));
  });

  it('says of a finding in which file its value stands', () => {
    const broken = mergePatch(office, { steps: { received: { label: null } } });
    const parsed = parseMethod({ ...child, actions: { refuse: { to: 'hndling' } } }, { bases: () => broken });
    expect(!parsed.ok && parsed.issues.map(({ pointer, file }) => [pointer, file])).toEqual([['/steps/received', 'office@1.0.0'], ['/actions/refuse/to', undefined]]);
  });

  it('is told when it deletes what was not there', () => {
    const parsed = parseMethod({ ...child, clocks: { hndle: null } }, { bases });
    expect(parsed.ok && parsed.findings.map(({ code, pointer }) => [code, pointer])).toEqual([['extends.deletes-nothing', '/clocks/hndle']]);
  });

  it('loads like the hand-merged file (law 8)', () => {
    const paths = pathsOf(office, []).filter((path) => path.length > 0 && !['id', 'version', 'label', '$schema'].includes(path[0]!));
    const patch = fc.array(fc.tuple(fc.constantFrom(...paths), fc.constantFrom<unknown>(null, '3个工作日', 'handling', 5, true, {}, ['clerk'])), { maxLength: 4 });
    fc.assert(fc.property(patch, (edits) => {
      const patch = edits.reduce<unknown>((all, [path, value]) => mergePatch(all, path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)), {});
      const merged = { ...(mergePatch(office, patch) as object), id: 'child', version: '2.0.0', label: '子' } as Record<string, unknown>;
      delete merged['$schema'];
      const [apart, together] = [parseMethod({ ...child, ...(patch as object) }, { bases }), parseMethod(merged)];
      expect(apart.ok).toBe(together.ok);
      if (apart.ok && together.ok) expect(apart.value).toEqual(together.value);
      else if (!apart.ok && !together.ok) expect(apart.issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(together.issues.map(({ code, pointer }) => `${code} ${pointer}`));
      expect(resolveMethod({ ...child, ...(patch as object) }, bases).method).toEqual(merged);
    }), { numRuns: 60 });
  });
});

function pathsOf(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}
