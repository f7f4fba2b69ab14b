import { compileCalendar } from '@bihuan/core';
import { agree, keep, measure } from '../harness/measure.ts';
import type { Contender, Pace, Row } from '../harness/measure.ts';
import { bestPeer, grid, isRight, named, ns, ofRole, percent, target, times, wrongOnes } from '../harness/report.ts';
import type { Report } from '../harness/report.ts';
import { DAY, HOUR, midnights, moments, OFFSET, startDays, textOf } from './days.ts';
import * as limit from './limit.ts';
import { peers } from './peers.ts';
import * as loop from './plain-loop.ts';

const calendar = compileCalendar({ hours: ['09:00-12:00', '14:00-18:00'] });
const { numbered, addWorkingTime, workingTimeBetween } = calendar;

const N = midnights.length;
const next = (at: number): number => (at + 1 === N ? 0 : at + 1);

/** What is asked: the expected answer of each start, by the plain loop, and how each contender answers. */
interface Question { readonly name: string; readonly contenders: readonly Contender[] }

const OURS = 'bihuan';

const daysLater = (count: number, sparse: boolean): Question => {
  const expected = midnights.map((at) => loop.addDays(at, count));
  let at = 0;
  return {
    name: `+${count} working days`,
    contenders: [
      {
        name: 'limit: rank and select by hand', role: 'limit', check: () => agree(expected, (n) => limit.addDays(midnights[n]!, count)),
        run: (times) => { let sum = 0; for (let n = 0; n < times; n++) { sum += limit.addDays(midnights[at]!, count); at = next(at); } keep(sum); return times; },
      },
      {
        name: OURS, role: 'ours', note: 'instant to instant', check: () => agree(expected, (n) => numbered.startOf(numbered.addWorking(numbered.dayAt(midnights[n]!), count))),
        run: (times) => { let sum = 0; for (let n = 0; n < times; n++) { sum += numbered.startOf(numbered.addWorking(numbered.dayAt(midnights[at]!), count)); at = next(at); } keep(sum); return times; },
      },
      {
        name: 'bihuan, numbered days', role: 'ours', note: 'day number to day number',
        check: () => agree(expected, (n) => numbered.addWorking(startDays[n]!, count) * DAY - OFFSET),
        run: (times) => { let sum = 0; for (let n = 0; n < times; n++) { sum += numbered.addWorking(startDays[at]!, count); at = next(at); } keep(sum); return times; },
      },
      {
        name: 'bihuan, days as text', role: 'ours', note: '"2025-09-30" to "2025-10-11"',
        check: () => agree(expected, (n) => Date.parse(`${calendar.addWorkingDays(texts[n]!, count)}T00:00:00+08:00`)),
        run: (times) => { for (let n = 0; n < times; n++) { keep(calendar.addWorkingDays(texts[at]!, count)); at = next(at); } return times; },
      },
      {
        name: 'a plain loop', role: 'reference', note: 'days one by one, a set of texts', check: () => agree(expected, (n) => loop.addDays(midnights[n]!, count)),
        run: (times) => { for (let n = 0; n < times; n++) { keep(loop.addDays(midnights[at]!, count)); at = next(at); } return times; },
      },
      ...peers.flatMap((peer) => contender(peer, peer.addDays, count, expected, peer.ms, sparse)),
    ],
  };
};
const texts = startDays.map(textOf);

const hoursLater = (count: number, sparse: boolean): Question => {
  const expected = moments.map((at) => loop.addTime(at, count * HOUR));
  let at = 0;
  return {
    name: `+${count} working hours`,
    contenders: [
      {
        name: 'limit: rank and select by hand', role: 'limit', check: () => agree(expected, (n) => limit.addTime(moments[n]!, count * HOUR)),
        run: (times) => { let sum = 0; for (let n = 0; n < times; n++) { sum += limit.addTime(moments[at]!, count * HOUR); at = next(at); } keep(sum); return times; },
      },
      {
        name: OURS, role: 'ours', check: () => agree(expected, (n) => addWorkingTime(moments[n]!, count * HOUR)),
        run: (times) => { let sum = 0; for (let n = 0; n < times; n++) { sum += addWorkingTime(moments[at]!, count * HOUR); at = next(at); } keep(sum); return times; },
      },
      {
        name: 'a plain loop', role: 'reference', check: () => agree(expected, (n) => loop.addTime(moments[n]!, count * HOUR)),
        run: (times) => { for (let n = 0; n < times; n++) { keep(loop.addTime(moments[at]!, count * HOUR)); at = next(at); } return times; },
      },
      ...peers.flatMap((peer) => contender(peer, peer.addHours, count, expected, peer.ms, sparse)),
    ],
  };
};

const minutesBetween = (days: number, sparse: boolean): Question => {
  const expected = moments.map((at) => loop.between(at, at + days * DAY) / 60_000);
  let at = 0;
  return {
    name: `minutes in ${days} days`,
    contenders: [
      {
        name: 'limit: rank and select by hand', role: 'limit', check: () => agree(expected, (n) => limit.between(moments[n]!, moments[n]! + days * DAY) / 60_000),
        run: (times) => { let sum = 0; for (let n = 0; n < times; n++) { const from = moments[at]!; sum += limit.between(from, from + days * DAY); at = next(at); } keep(sum); return times; },
      },
      {
        name: OURS, role: 'ours', check: () => agree(expected, (n) => workingTimeBetween(moments[n]!, moments[n]! + days * DAY) / 60_000),
        run: (times) => { let sum = 0; for (let n = 0; n < times; n++) { const from = moments[at]!; sum += workingTimeBetween(from, from + days * DAY); at = next(at); } keep(sum); return times; },
      },
      {
        name: 'a plain loop', role: 'reference', check: () => agree(expected, (n) => loop.between(moments[n]!, moments[n]! + days * DAY) / 60_000),
        run: (times) => { for (let n = 0; n < times; n++) { const from = moments[at]!; keep(loop.between(from, from + days * DAY)); at = next(at); } return times; },
      },
      ...peers.flatMap((peer) => contender(peer, peer.minutesBetween, days, expected, (answer) => answer as number, sparse)),
    ],
  };
};

const contender = (
  { name, note }: (typeof peers)[number], work: ((n: number, count: number) => unknown) | undefined, count: number, expected: readonly number[], read: (answer: unknown) => number, sparse: boolean,
): Contender[] => {
  if (work === undefined) return [];
  let at = 0;
  return [{
    name, note, role: 'peer', check: () => (sparse ? agree(expected.filter((_, n) => n % 5 === 0), (n) => read(work(n * 5, count))) : agree(expected, (n) => read(work(n, count)))),
    run: (times) => { for (let n = 0; n < times; n++) { keep(work(at, count)); at = next(at); } return times; },
  }];
};

export const workingTime = async (pace: Pace): Promise<Report> => {
  // The limit is held against the plain loop, and the plain loop against two answers that were read off the notice.
  const known = textOf(Math.round((loop.addDays(Date.parse('2025-09-30T00:00:00+08:00'), 3) + OFFSET) / DAY)) === '2025-10-11'
    && loop.addTime(Date.parse('2025-09-27T10:00:00+08:00'), 16 * HOUR) === Date.parse('2025-09-30T11:00:00+08:00');
  const sparse = pace.sparse === true;
  const answered: Record<string, Row[]> = {};
  for (const { name, contenders } of [daysLater(3, sparse), daysLater(7, sparse), daysLater(60, sparse), hoursLater(16, sparse), minutesBetween(30, sparse)]) answered[name] = await measure(contenders, pace);
  const questions = Object.keys(answered);
  const names = [...new Set(Object.values(answered).flatMap((rows) => rows.map((row) => row.name)))];
  const cell = (question: string, name: string): string => {
    const row = answered[question]!.find((each) => each.name === name);
    return row === undefined ? '–' : `${ns(row.ns)}  ${`${row.right} of ${row.of}`.padStart(10)}`;
  };
  const noteOf = (name: string): string => Object.values(answered).flat().find((row) => row.name === name)?.note ?? '';
  const ratios = questions.map((question) => {
    const rows = answered[question]!;
    const [ours, best, byHand] = [named(rows, OURS), bestPeer(rows), ofRole(rows, 'limit')!];
    return { question, ours, best, limit: byHand.ns / ours.ns, peer: best === undefined ? Infinity : best.ns / ours.ns };
  });
  const days = ratios.slice(0, 3).map(({ ours }) => ours.ns);
  const [hours, between] = [ratios[3]!.ours, ratios[4]!.ours];
  const oursRight = Object.values(answered).flat().filter((row) => row.role === 'ours').every(isRight);
  const least = (values: readonly number[]): number => Math.min(...values);
  return {
    title: 'Working time over the 2025 holidays and make-up days, 273 beginnings (ns, and how many of the answers are right)',
    tables: [
      grid(['', ...questions, ''], names.map((name) => [name, ...questions.map((question) => cell(question, name)), noteOf(name)])),
      grid(['bihuan', '% of limit', '× best peer that is right', ''], ratios.map(({ question, best, limit: share, peer }) => [question, percent(share), times(peer), best?.name ?? 'no peer is right'])),
    ],
    rows: answered,
    targets: [
      target('working time, right', '273 of 273', oursRight ? 'all' : 'not all', oursRight),
      target('working days, instant to instant', '≤ 35 ns', days.map((each) => ns(each)).join(' / ') + ' ns', Math.max(...days) <= 35),
      target('working days, flat in their number', '+60 ≤ 1.25 × +3', times(days[2]! / days[0]!), days[2]! / days[0]! <= 1.25),
      target('16 working hours', '≤ 100 ns', `${ns(hours.ns)} ns`, hours.ns <= 100),
      target('working minutes between', '≤ 50 ns', `${ns(between.ns)} ns`, between.ns <= 50),
      target('working time, least share of the limit', '≥ 20 %', percent(least(ratios.map((each) => each.limit))), least(ratios.map((each) => each.limit)) >= 0.2),
      target('working time, least distance from the best peer that is right', '≥ 60 ×', times(least(ratios.map((each) => each.peer))), least(ratios.map((each) => each.peer)) >= 60),
    ],
    wrong: [...(known ? [] : ['working time: the plain loop itself']), ...Object.entries(answered).flatMap(([question, rows]) => wrongOnes(question, rows))],
  };
};
