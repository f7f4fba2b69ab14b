import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar, DEFAULT_POLICY, explain, explainBackwards, parseDuration, parseInstant, reckon, segmentText } from './index.ts';
import type { Duration, Reckoning, Segment } from './index.ts';

const calendar = compileCalendar();
const at = (text: string): number => parseInstant(text, calendar.zone)!;
const length = (text: string): Duration => parseDuration(text)!;
const reckoning = (limit: string, start: string, more: Partial<Reckoning> = {}): Reckoning =>
  ({ limit: { kind: 'duration', duration: length(limit) }, policy: DEFAULT_POLICY, start: { at: at(start) }, holds: [], extensions: [], ...more });
const inChinese = (segments: readonly Segment[]): string[] => segments.map((segment) => segmentText(segment, calendar.zone).zh);

describe('a due time explains itself', () => {
  it('three working days over National Day 2025', () => {
    expect(inChinese(explain(calendar, reckoning('3个工作日', '2025-09-30T10:00')))).toEqual([
      '始于2025年9月30日10:00，9月30日当日不计，次日起算',
      '期限为3个工作日',
      '10月1日至10月8日 国庆节、中秋节 放假，不计',
      '10月9日至10月10日 计2日',
      '10月11日 国庆节 调休上班，计入',
      '截止：2025年10月11日24:00',
    ]);
  });
  it('ten days with a hold, an extension and a last day in the holiday', () => {
    expect(inChinese(explain(calendar, reckoning('10天', '2025-09-20T10:00', {
      holds: [{ from: at('2025-09-23T10:00'), to: at('2025-09-24T09:00'), reason: '等待鉴定' }],
      extensions: [{ by: length('2天'), from: 'unshifted', who: '街道办事处' }],
    })))).toEqual([
      '始于2025年9月20日10:00，9月20日当日不计，次日起算',
      '期限为10天',
      '9月21日至9月22日 计2日',
      '9月23日10:00至9月24日09:00 暂停（等待鉴定），扣除2日',
      '9月25日至10月2日 计8日',
      '经街道办事处批准，自顺延前的到期日起延长2天，至2025年10月9日24:00',
      '10月3日至10月4日 计2日',
      '期限最后一日10月4日为休息日（国庆节），顺延至10月9日',
      '截止：2025年10月9日24:00',
    ]);
  });
  it('working hours over lunch and a hold', () => {
    expect(inChinese(explain(calendar, reckoning('5个工作小时', '2025-06-09T10:00', { holds: [{ from: at('2025-06-09T15:00'), to: at('2025-06-09T16:00') }] })))).toEqual([
      '自2025年6月9日10:00起算',
      '期限为5个工作小时',
      '6月9日10:00至12:00 工作时间，计入',
      '6月9日12:00至14:00 休息，不计',
      '6月9日14:00至15:00 工作时间，计入',
      '6月9日15:00至16:00 暂停，不计',
      '6月9日16:00至18:00 工作时间，计入',
      '截止：2025年6月9日18:00',
    ]);
  });
  it('hours that are still held, over midnight', () => {
    expect(explain(calendar, reckoning('24小时', '2025-06-09T10:00', { holds: [{ from: at('2025-06-10T09:00') }] })).map((segment) => segmentText(segment, calendar.zone).en)).toEqual([
      'Runs from 2025-06-09 10:00', 'The limit is 24 hours', '2025-06-09 10:00 to 2025-06-10 10:00 runs on', 'On hold since 2025-06-10 09:00, not resumed yet', 'Due: 2025-06-10 10:00',
    ]);
  });
  it('what a year without an arrangement leaves open', () => {
    expect(inChinese(explain(calendar, reckoning('2个月', '2026-11-30T10:00'))).slice(2)).toEqual([
      '12月1日至2027年1月30日 计61日',
      '期限最后一日1月30日为休息日，顺延至2月1日',
      '2027年放假安排尚未公布，期限为暂定',
      '截止：2027年2月1日24:00（暂定）',
    ]);
  });
  it('a milestone laid out backwards', () => {
    const base = reckon(calendar, reckoning('1天', '2025-10-10T10:00'))!;
    expect(inChinese(explainBackwards(calendar, base, length('10天'), DEFAULT_POLICY))).toEqual([
      '自2025年10月11日24:00倒排10天', '10月1日至10月10日 计10日', '节点日10月1日为休息日（国庆节），提前至9月30日', '截止：2025年9月30日24:00',
    ]);
  });
  it('without an end where there is no limit', () => {
    expect(inChinese(explain(calendar, { ...reckoning('1天', '2025-06-09T10:00'), limit: { kind: 'none' } }))).toEqual(['自2025年6月9日10:00起算', '不设期限，只计用时']);
  });

  it('and what it counts adds up to the limit, whatever was held', () => {
    const anyHold = fc.record({ from: fc.integer({ min: -5_000, max: 60_000 }), minutes: fc.integer({ min: 0, max: 8_000 }) });
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2026, 0) }), fc.integer({ min: 1, max: 60 }), fc.constantFrom('days' as const, 'working-days' as const, 'working-hours' as const), fc.array(anyHold, { maxLength: 3 }), (start, amount, unit, holds) => {
      const asked: Reckoning = {
        ...reckoning('1天', '2025-06-09T10:00'), limit: { kind: 'duration', duration: { amount, unit } }, start: { at: start },
        holds: holds.map(({ from, minutes }) => ({ from: start + from * 60_000, to: start + (from + minutes) * 60_000 })),
      };
      const segments = explain(calendar, asked);
      const counted = segments.reduce((sum, segment) => sum
        + (segment.kind === 'days' ? segment.count : segment.kind === 'make-up' && unit !== 'working-hours' ? 1 : segment.kind === 'working' ? (segment.to - segment.from) / 3_600_000 : 0), 0);
      expect(counted).toBeCloseTo(amount, 6);
      expect(segments.at(-1)).toEqual({ kind: 'end', due: reckon(calendar, asked) });
    }), { numRuns: 300 });
  });
});
