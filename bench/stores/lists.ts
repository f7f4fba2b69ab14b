import type { Engine, ListInput } from '@bihuan/core';
import { median } from '../harness/measure.ts';
import type { Bench, Cell, Row } from './databases.ts';
import { communities, engineOver, now, places, streets } from './district.ts';
import { caseId } from './fill.ts';

/** One list as a screen asks for it, and the same by hand: the page and its total over the same tables. */
interface Asked {
  readonly name: string;
  readonly who: (n: number) => string;
  readonly ask: (n: number) => ListInput;
  readonly byHand?: (n: number) => readonly [page: string, total: string, values: readonly Cell[]];
}
export interface ListRow { readonly name: string; readonly total: number; readonly p50: number; readonly p95: number; readonly hand?: number; readonly right: boolean }

const page = { limit: 25 } as const;
const byDue = { sort: [{ by: 'due', order: 'asc' }], ...page } as const;
const [streetAt, communityAt, placeAt] = [(n: number) => streets[n % streets.length]!, (n: number) => communities[(n * 7) % communities.length]!, (n: number) => places[n % places.length]!];
const clerk = (n: number): string => `clerk@${communityAt(n)}`;
const committee = (n: number): string => `committee@${streetAt(n)}`;

/** A unit's list by hand: the ids from the index by due time, then their rows. */
const ofUnit = (bench: Bench, unit: string, and: string, values: readonly Cell[] = []): readonly [string, string, readonly Cell[]] => {
  const from = `from ${bench.table('units')} u where u.tenant = 'default' and u.unit = ? and u.subject = 0 and u.ended = 0 ${and}`;
  return [
    `select c.*, p.due as k from (select u.case_id, u.due ${from} order by u.due, u.case_id limit 25) p join ${bench.table('cases')} c on c.tenant = 'default' and c.id = p.case_id order by p.due, p.case_id`,
    `select count(*) as n ${from}`, [unit, ...values],
  ];
};

const questions = (bench: Bench): readonly Asked[] => [
  { name: 'open, a street, by due time', who: committee, ask: (n) => ({ view: 'open', within: streetAt(n), ...byDue }), byHand: (n) => ofUnit(bench, streetAt(n), '') },
  { name: 'open, a community, by due time', who: clerk, ask: (n) => ({ view: 'open', within: communityAt(n), ...byDue }), byHand: (n) => ofUnit(bench, communityAt(n), '') },
  { name: 'open, the district, by due time', who: committee, ask: () => ({ view: 'open', within: 'district', ...byDue }), byHand: () => ofUnit(bench, 'district', '') },
  { name: 'overdue, a street', who: committee, ask: (n) => ({ view: 'overdue', within: streetAt(n), ...byDue }), byHand: (n) => ofUnit(bench, streetAt(n), 'and u.due < ?', [streetAt(n), now].slice(1)) },
  { name: 'overdue, the district', who: committee, ask: () => ({ view: 'overdue', within: 'district', ...byDue }), byHand: () => ofUnit(bench, 'district', 'and u.due < ?', [now]) },
  { name: 'due soon, the district', who: committee, ask: () => ({ view: 'due-soon', within: 'district', ...byDue }), byHand: () => ofUnit(bench, 'district', 'and u.due >= ? and u.warn <= ?', [now, now]) },
  { name: 'ended, the district, by due time', who: committee, ask: () => ({ view: 'ended', within: 'district', ...byDue }) },
  { name: 'all, a street, newest first', who: committee, ask: (n) => ({ view: 'all', within: streetAt(n), sort: [{ by: 'opened', order: 'desc' }], ...page }) },
  { name: 'to do, of a committee', who: committee, ask: () => ({ view: 'todo', ...byDue }) },
  { name: 'done by me, a clerk', who: clerk, ask: () => ({ view: 'mine-done', ...byDue }) },
  { name: 'done by me, a committee', who: committee, ask: () => ({ view: 'mine-done', ...byDue }) },
  { name: 'open, a street, one step', who: committee, ask: (n) => ({ view: 'open', within: streetAt(n), where: [{ on: 'step', op: 'is', value: 'handling' }], ...byDue }) },
  { name: 'open, a street, one place', who: committee, ask: (n) => ({ view: 'open', within: streetAt(n), where: [{ on: 'field.place', op: 'is', value: placeAt(n) }], ...byDue }) },
  { name: 'open, a community, by place', who: clerk, ask: (n) => ({ view: 'open', within: communityAt(n), sort: [{ by: 'field.place', order: 'asc' }], ...page }) },
  { name: 'one order number', who: committee, ask: (n) => ({ where: [{ on: 'field.order-no', op: 'is', value: `DT-${caseId(n * 17)}` }], ...byDue }) },
  { name: 'all of one place', who: committee, ask: (n) => ({ where: [{ on: 'field.place', op: 'is', value: placeAt(n) }], ...byDue }) },
  { name: 'a rare word of two signs (井盖)', who: committee, ask: () => ({ search: '井盖', ...byDue }) },
  { name: 'a common word (暖气)', who: committee, ask: () => ({ search: '暖气', ...byDue }) },
  { name: 'offset 10,000 of the district', who: committee, ask: () => ({ view: 'all', within: 'district', offset: 10_000, ...byDue }) },
];

/** Each list with its total, p50 and p95; the same by hand, with the answers compared. Then each tab's count. */
export async function measureLists(bench: Bench): Promise<readonly ListRow[]> {
  const engine = engineOver(bench.store);
  const rows: ListRow[] = [];
  for (const asked of questions(bench)) rows.push(await measureOne(bench, engine, asked));
  for (const view of ['todo', 'due-soon', 'overdue', 'mine-done', 'open', 'ended', 'all'] as const) {
    let total = 0;
    const times = await timed(async (n) => {
      const found = await engine.list({ view, within: streetAt(n), limit: 0, sort: [{ by: 'due', order: 'asc' }] }, committee(n), now);
      total = found.ok ? found.value.total : -1;
    });
    rows.push({ name: `count of a tab, a street: ${view}`, total, ...times, right: total >= 0 });
  }
  return rows;
}

async function measureOne(bench: Bench, engine: Engine, { name, who, ask, byHand }: Asked): Promise<ListRow> {
  const listed = async (n: number) => {
    const found = await engine.list(ask(n), who(n), now);
    if (!found.ok) throw new Error(JSON.stringify(found.issues));
    return found.value;
  };
  const hand = async (n: number): Promise<readonly [readonly Row[], number]> => {
    const [rows, total, values] = byHand!(n);
    return [await bench.query(rows, values), Number((await bench.query(total, values))[0]!['n'])];
  };
  let right = true;
  for (let n = 0; byHand && n < 3; n++) {
    const [ours, [rows, total]] = [await listed(n), await hand(n)];
    right &&= ours.total === total && ours.rows.map(({ id }) => id).join() === rows.map(({ id }) => id).join();
  }
  const { total } = await listed(0);
  const ours = await timed(listed);
  return { name, total, ...ours, ...(byHand && { hand: (await timed(hand)).p50 }), right };
}

/** Two hundred times, or for two seconds, with other parameters each time. */
async function timed(work: (n: number) => Promise<unknown>): Promise<{ readonly p50: number; readonly p95: number }> {
  for (let n = 0; n < 3; n++) await work(n);
  const times: number[] = [];
  for (let n = 0, began = performance.now(); n < 200 && (n < 5 || performance.now() - began < 2000); n++) {
    const start = performance.now();
    await work(n);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { p50: median(times), p95: times[Math.min(times.length - 1, Math.floor(times.length * 0.95))]! };
}
