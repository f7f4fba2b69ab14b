import { median } from '../harness/measure.ts';
import type { Bench } from './databases.ts';
import { communities, content, engineOver, live, now, places } from './district.ts';

export interface SweepRow { readonly due: number; readonly ours: number; readonly hand: number; readonly right: boolean }

/** What it costs to find what is due: by how much is due, whatever else is open. By hand: the same range of the index. */
export async function measureSweep(bench: Bench): Promise<readonly SweepRow[]> {
  const nexts = (await bench.query(`select next from ${bench.table('cases')} where tenant = 'default' and next is not null order by next`)).map((row) => Number(row['next']));
  const rows: SweepRow[] = [];
  for (const wanted of [0, 100, 1000]) {
    const until = wanted === 0 ? (nexts[0] ?? 0) - 1 : nexts[Math.min(wanted, nexts.length) - 1]!;
    const ask = () => bench.store.due('default', until, 1000);
    const hand = () => bench.query(`select id, next from ${bench.table('cases')} where tenant = 'default' and next <= ? order by next, id limit 1000`, [until]);
    const [found, same] = [await ask(), await hand()];
    rows.push({ due: found.length, ours: await p50(ask), hand: await p50(hand), right: found.map(({ caseId }) => caseId).join() === same.map((row) => row['id']).join() });
  }
  return rows;
}

const p50 = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < 60; n++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return median(times);
};

export interface DrainRow { readonly workers: number; readonly backlog: number; readonly rates: readonly number[]; readonly conflicts: number; readonly left: number }

/** A backlog in which each case has something due, swept by so many at once: cases a second, tenth by tenth. */
export async function measureDrain(bench: Bench, backlog: number, workers: number, own: boolean): Promise<DrainRow> {
  const tenant = `drain-${workers}-${own}`;
  const engine = engineOver(bench.store, tenant);
  const day = 86_400_000;
  let next = 0;
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (let n = next++; n < backlog; n = next++) await live(engine, `d${n}`, { community: communities[n % communities.length]!, commands: 1, at: now - 9 * day, text: content(n), place: places[n % places.length]! });
  }));
  const tenth = Math.ceil(backlog / 10);
  const marks: number[] = [performance.now()];
  let [done, conflicts] = [0, 0];
  await Promise.all(Array.from({ length: workers }, async (_, worker) => {
    const mine = engineOver(bench.store, tenant);
    for (let more = true; more;) {
      const report = await mine.tick(now, { limit: Math.min(200, tenth), ...(own && { worker }) });
      done += report.cases - report.conflicts;
      conflicts += report.conflicts;
      more = report.more;
      while (marks.length <= done / tenth) marks.push(performance.now());
    }
  }));
  const left = (await bench.store.due(tenant, now, 10)).length;
  return { workers, backlog, rates: marks.slice(1).map((at, i) => tenth / (at - marks[i]!) * 1000), conflicts, left };
}
