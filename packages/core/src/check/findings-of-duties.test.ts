import { describe, expect, it } from 'vitest';
import { severityOf } from '../issues/finding-params.ts';
import { findingText } from '../method/finding.ts';
import { mergePatch } from '../method/merge-patch.ts';
import { dutyRows } from './fixtures/duty-rows.ts';
import duties from './fixtures/duties.json' with { type: 'json' };
import { checkMethod } from './parse-method.ts';

describe('a method with subjects, norms, links, templates and measures', () => {
  it('has no finding while it is sound', () => expect(checkMethod(duties)).toEqual([]));

  it.each(dutyRows.map((row) => ({ row })))('$row.0: $row.1', ({ row: [code, , patch, at, mend] }) => {
    const found = checkMethod(mergePatch(duties, patch));
    expect(found.map((each) => [each.code, each.pointer])).toEqual([[code, at]]);
    expect(found[0]!.instead).toBe(mend);
    expect(found[0]!.severity).toBe(severityOf(code));
    const { zh, en } = findingText(found[0]!);
    expect(zh).toMatch(/[一-鿿]/);
    expect(`${zh}${en}`).not.toMatch(/undefined|\[object Object/);
  });
});

describe('the burden on people', () => {
  const words = (patch: unknown): readonly string[] => checkMethod(mergePatch(duties, patch)).map((found) => findingText(found).zh);

  it('adds up what one role has to do every day, and says how much', () => {
    expect(words({ norms: { patrols: { min: 5 }, calls: { label: '日走访', per: { each: 'grid' }, counts: { record: 'visit' }, every: 'day', min: 6, effort: '25 minutes' } } }))
      .toEqual(['网格员每日的要求共需7.5小时，一个工作日只有7小时：“日巡查”、“日走访”']);
  });
  it('counts eight hours where no office hours are given', () => {
    expect(words({ calendar: { hours: null }, norms: { patrols: { min: 8 } } })).toEqual([]);
    expect(words({ calendar: { hours: null }, norms: { patrols: { min: 9 } } })).toHaveLength(1);
  });
  it('leaves out what is optional, or asked for under a condition', () => {
    expect(words({ actions: { sort: { takes: { topic: { optional: true } } } } })).toEqual([]);
    expect(words({ actions: { sort: { takes: { topic: { when: { answer: 'weight', is: 'heavy' } } } } } })).toEqual([]);
  });
  it('leaves out an action that a case can go round', () => {
    expect(words({ actions: { join: { takes: { topic: {} } } } })).toEqual([]);
  });
});
