import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import office from '../check/fixtures/office.json' with { type: 'json' };
import { Condition } from './condition-schema.ts';
import { findingText, type Finding } from './finding.ts';
import { mergePatch } from './merge-patch.ts';
import { MethodSchema } from './method-schema.ts';
import { partialWalkerOf, walkerOf } from './schema-walk.ts';
import { LimitSchema } from './time-schema.ts';

const walk = (schema: Parameters<typeof walkerOf>[0], value: unknown): Finding[] => {
  const out: Finding[] = [];
  walkerOf(schema)(value, [], out);
  return out;
};

describe('a schema that is walked', () => {
  it('finds something exactly when zod refuses', () => {
    const places = placesOf(office, []);
    const values = fc.constantFrom<unknown>(undefined, 3, -1, 1.5, true, '', 'handling', 'No Name', '3个工作日', '3天前', [], ['handling'], {}, { zh: '某' }, { field: 'topic', is: 'road' }, { record: 'result', shw: 'x' }, { action: 'admit' }, { all: [] });
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...places), values), { minLength: 1, maxLength: 3 }), (edits) => {
      const broken = structuredClone(office) as unknown;
      for (const [path, value] of edits) put(broken, path, value);
      const out: Finding[] = [];
      partialWalkerOf(MethodSchema)(broken, [], out);
      expect(out.length === 0).toBe(MethodSchema.safeParse(broken).success);
    }), { numRuns: 400 });
  }, 30_000);

  it('keeps what is sound, so that it can be checked further', () => {
    const kept = partialWalkerOf(MethodSchema)(mergePatch(office, { steps: { received: { label: 3 } }, clocks: { close: { ends: 'midnigt' } } }), [], []) as typeof office;
    expect(Object.keys(kept.steps)).toEqual(Object.keys(office.steps).filter((step) => step !== 'received'));
    expect(kept.clocks.close).toEqual(office.clocks.close);
  });

  it('writes durations in one spelling', () => {
    expect(walkerOf(LimitSchema)({ answer: 'class', is: { urgent: '3个工作日', hard: 'none' }, otherwise: '二十四小时' }, [], [])).toEqual({ answer: 'class', is: { urgent: '3 working days', hard: 'none' }, otherwise: '24 hours' });
    expect(walkerOf(Condition)({ field: 'a', above: { fact: { case: 'opened' }, plus: '1个月' } }, [], [])).toEqual({ field: 'a', above: { fact: { case: 'opened' }, plus: '1 month' } });
  });
});

describe('the branch of a union', () => {
  it.each([
    [{ recrod: 'x', show: 'y' }, '/recrod', '是否想写“record”？'],
    [{ record: 'x', shw: 'y' }, '/shw', '是否想写“show”？'],
    [{ case: 'stpe', is: 'x' }, '/case', '是否想写“step”？'],
    [{ all: [{ any: [{ fieldd: 'x' }] }] }, '/all/0/any/0/fieldd', '是否想写“field”？'],
    [{ field: 'x', is: { fact: { clock: 'c', show: 'deu' } } }, '/is/fact/show', '是否想写“due”？'],
    [{ records: 'x', count: { mni: 1 } }, '/count/mni', '是否想写“min”？'],
    [{ actor: { notwhodid: 'x' } }, '/actor/notwhodid', '是否想写“notWhoDid”？'],
    [{ field: 'x', is: { fact: { field: 'y' }, plus: '2工作天' } }, '/is/plus', '是否想写“2个工作日”？'],
  ])('%j is the one whose keys are there', (condition, pointer, mend) => {
    expect(walk(Condition, condition).map((found) => [found.pointer, found.mend?.zh])).toEqual([[pointer, mend]]);
  });

  it('is asked for when nothing says what it is', () => {
    expect(walk(Condition, { colour: 'red' }).map(findingText)[0]?.zh).toMatch(/^看不出这里要写什么：应有“all”/);
    expect(walk(LimitSchema, 3).map(findingText)[0]).toEqual({ zh: '这里应是时长或文字或对象 {…}，写成了3', en: 'This should be a length of time or text or an object {…}, not 3' });
  });

  it('tells nobody "invalid input"', () => {
    expect(JSON.stringify(walk(MethodSchema, { steps: 1 }).map(findingText))).not.toMatch(/invalid/i);
  });
});

type Place = readonly (string | number)[];
function placesOf(value: unknown, path: Place): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? value.map((each, i) => [i, each] as const) : Object.entries(value);
  return [...(path.length === 0 ? [] : [path]), ...entries.flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}
function put(target: unknown, path: Place, value: unknown): void {
  const at = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], target);
  if (typeof at !== 'object' || at === null) return;
  const key = path.at(-1)!;
  if (value === undefined && !Array.isArray(at)) delete (at as Record<string | number, unknown>)[key];
  else (at as Record<string | number, unknown>)[key] = value ?? {};
}
