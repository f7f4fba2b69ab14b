import type { Engine } from '@bihuan/core';
import type { Bench } from './databases.ts';
import { engineOver, now } from './district.ts';

/** A figure that somebody asks of a district: what it is called, and what is asked. */
export interface Question { readonly name: string; ask(engine: Engine): Promise<unknown> }

const month = '2021-11';
const metric = (name: string, options: { readonly period?: string; readonly within?: string }, asked: string): Question => ({
  name: asked, async ask(engine) { return told(await engine.metric(name, { at: now, ...options })); },
});
const page = (options: { readonly period?: string; readonly within?: string; readonly offset?: number }, asked: string): Question => ({
  name: asked, async ask(engine) { return told(await engine.ledger('worksheet', { at: now, limit: 25, ...options })); },
});

/** What boards and ledgers of 1330 ask for: of a month, of a year, of a street, of all there is. */
export const questions: readonly Question[] = [
  metric('orders', { period: month }, 'a count, one month and the one before'),
  metric('pick-up', { period: month }, 'a rate, one month and the one before'),
  metric('satisfied', { period: month, within: 'street-03' }, 'a rate of a street, one month and the one before'),
  metric('entered', { period: '2021-10' }, 'a count by class, one month and the one before'),
  metric('overdue', {}, 'a count of what is open, whenever it began'),
  metric('entered', { period: '2021' }, 'a count by class, a year and the one before'),
  metric('handled', {}, 'a count of all there is'),
  page({ period: '2021' }, 'the first page of a ledger of a year'),
  page({ period: '2021', within: 'street-03', offset: 1000 }, 'the fortieth page of a street’s'),
];

const told = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly unknown[] }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

/** The sums of entries that were not written one by one, counted at once. */
export async function sumUp(bench: Bench): Promise<void> {
  const cell = bench.name === 'MariaDB' ? "concat('#', row_number() over ())" : "'#' || row_number() over ()";
  await bench.query(`delete from ${bench.table('sums')}`);
  await bench.query(`insert into ${bench.table('sums')} (tenant, query, month, cell, place, grp, exempt, bottom, n, hits, total)
    select g.tenant, g.query, g.month, ${cell}, g.place, g.grp, g.exempt, g.bottom, g.n, g.hits, g.total from (
      select tenant, query, substr(day, 1, 7) as month, place, grp, exempt, bottom, count(*) as n, sum(hit) as hits, sum(top) as total from ${bench.table('entries')}
      group by tenant, query, substr(day, 1, 7), place, grp, exempt, bottom) g`);
}

/** How long one question takes, in milliseconds: the middle, and the 95th of a hundred. */
export interface FigureRow { readonly name: string; readonly p50: number; readonly p95: number }

export async function askFigures(engine: Engine, times = 40): Promise<readonly FigureRow[]> {
  const rows: FigureRow[] = [];
  for (const { name, ask } of questions) {
    const took: number[] = [];
    await ask(engine);
    for (let n = 0; n < times; n++) {
      const begun = performance.now();
      await ask(engine);
      took.push(performance.now() - begun);
    }
    took.sort((a, b) => a - b);
    rows.push({ name, p50: took[Math.floor(times / 2)]!, p95: took[Math.floor(times * 0.95)]! });
  }
  return rows;
}

/** Figures of a database that was filled: a ledger's page has few of its cases where only the first of them have their states. */
export async function measureFigures(bench: Bench): Promise<readonly FigureRow[]> {
  await sumUp(bench);
  return askFigures(engineOver(bench.store));
}
