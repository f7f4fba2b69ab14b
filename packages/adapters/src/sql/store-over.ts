import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Appended, CaseEvent, CaseState, CaseStore } from '@bihuan/core';
import type { Dialect } from './dialect.ts';
import { caseFinder } from './find-cases.ts';
import { entriesIn } from './entries.ts';
import { followUps } from './follow-ups.ts';
import { idempotencyKeys } from './idempotency-keys.ts';
import { lanesFor } from './lanes.ts';
import { normCounts } from './norm-counts.ts';
import { periodWriter, periodsOf, selectPeriods } from './norm-periods.ts';
import { personalIn } from './personal.ts';
import { Statements, stretches } from './queries.ts';
import type { Rows, SqlRunner } from './statement.ts';
import type { Place } from './tables.ts';
import { type ChainVerdict, chainOf, verdictOf } from './verify-chain.ts';
import { batchProgram } from './write-batch.ts';
import { caseWriter } from './write-case.ts';

/** A store in a database: also verifies what lies in it. */
export interface SqlStore extends CaseStore {
  /**
   * Reckons the hashes of a case's events anew and compares them with those kept, the chain's head included: a changed, a missing and a cut-off event all show.
   * 重算一件事的事件哈希链，并与链头核对：改动、缺失、截尾都会暴露。
   */
  verify(tenant: string, caseId: string): Promise<ChainVerdict>;
}

/** The store over whatever runs its statements: `runner` is asked anew at each call, so that a call can be made part of a transaction of the host's. */
export function storeOver(dialect: Dialect, place: Place, runner: () => SqlRunner, consumers: readonly string[] = []): SqlStore {
  const statements = new Statements(dialect, place);
  const parts = { keys: idempotencyKeys(statements), cases: caseWriter(statements), counts: normCounts(statements), outbox: followUps(statements), lanes: lanesFor(statements, consumers), personal: personalIn(statements), entries: entriesIn(statements) };
  const { keys, counts, outbox, lanes, personal, entries } = parts;
  const closePeriods = periodWriter(statements);
  const lastClosed = statements.hot(['tenant', 'norm'], ([row]) => sql`select max(ends) as ends from ${sql.table('periods')} where tenant = ${row!.tenant} and norm = ${row!.norm}`);
  const states = statements.hot(['tenant', 'case_id'], (rows) =>
    sql`select case_id, state from ${sql.table('heads')} where tenant = ${rows[0]!.tenant} and case_id in (${sql.join(rows.map((row) => row.case_id))})`);
  const history = statements.hot(['tenant', 'case_id', 'seq'], ([row]) =>
    sql`select body from ${sql.table('events')} where tenant = ${row!.tenant} and case_id = ${row!.case_id} and seq > ${row!.seq} order by seq`);
  const due = (tenant: string, until: number, limit: number) => statements.build(
    sql`select id, next from ${sql.table('cases')} where tenant = ${tenant} and next <= ${dialect.number(until)} order by next, id ${dialect.stretch(0, limit)}`);

  const one = async (statement: Parameters<SqlRunner['read']>[0][number]): Promise<Rows> => (await runner().read([statement]))[0]!;
  const finder = caseFinder(statements, runner);
  const stateOf = (row: Rows[number]) => JSON.parse(row['state'] as string) as CaseState;
  return {
    async read(tenant, case_id) {
      const [row] = await one(states([{ tenant, case_id }]));
      return row && stateOf(row);
    },
    async readWhole(tenant, case_id) {
      const [[row] = [], values = []] = await runner().read([states([{ tenant, case_id }]), personal.of(tenant, [case_id])]);
      return row && { state: stateOf(row), personal: personal.valuesOf(values).get(case_id) ?? new Map<string, string>() };
    },
    async personal(tenant, caseIds) {
      const found = new Map<string, ReadonlyMap<string, string>>();
      for (const part of stretches(caseIds)) for (const [id, values] of personal.valuesOf(await one(personal.of(tenant, part)))) found.set(id, values);
      return found;
    },
    holding: async (tenant, value) => (await one(personal.holding(tenant, value))).map(({ case_id }) => case_id as string),
    holdingSince: async (tenant, query) => (await one(personal.holdingSince(tenant, query))).map(({ case_id }) => case_id as string),
    append: async (batch) => await runner().write(() => batchProgram(parts, batch), batch.key !== undefined) ?? busy, // a key tells of what was written unnoticed
    async remember(tenant, entry) { await runner().once(keys.remember(tenant, entry)); },
    recall: async (tenant, key) => keys.entryOf(key, await one(keys.find(tenant, key))),
    history: async (tenant, case_id, after = 0) => (await one(history([{ tenant, case_id, seq: after }]))).map(({ body }) => JSON.parse(body as string) as CaseEvent),
    due: async (tenant, until, limit) => (await one(due(tenant, until, limit))).map(({ id, next: at }) => ({ caseId: id as string, at: Number(at) })),
    list: finder.list,
    count: finder.count,
    async *states(tenant, query) {
      const found = await finder.ids(tenant, query);
      for (const part of stretches(found)) {
        const kept = new Map((await one(states(part.map((case_id) => ({ tenant, case_id }))))).map((row) => [row['case_id'], row]));
        for (const id of part) if (kept.has(id)) yield stateOf(kept.get(id)!);
        await setImmediate(); // let others have their turn
      }
    },
    async counts(tenant, norm, period, of) {
      return counts.valuesOf(await runner().read(counts.values(tenant, norm, period, of)));
    },
    async closePeriods(tenant, periods) {
      const written = closePeriods(tenant, periods);
      return written.length === 0 || await runner().once(written) !== undefined;
    },
    closedPeriods: async (tenant, query) => periodsOf(await one(statements.build(selectPeriods(tenant, query)))),
    sums: async (tenant, wanted) => entries.sumsOf(await one(entries.sums(tenant, wanted))),
    entries: async (tenant, wanted) => entries.entriesOf(await one(entries.select(tenant, wanted))),
    outdated: async (tenant, ...asked) => (await one(entries.outdated(tenant, ...asked))).map(({ case_id }) => case_id as string),
    async lastClosed(tenant, norm) {
      const ends = (await one(lastClosed([{ tenant, norm }])))[0]!['ends'];
      return ends === null ? undefined : Number(ends);
    },
    followUps: async (tenant, limit) => outbox.followsOf(await one(outbox.waiting(tenant, limit))),
    async followed(tenant, id) { await runner().once([outbox.remove(tenant, id)]); },
    async next(tenant, sequence) {
      const rows = await runner().once(dialect.next(sql`${tenant}`, sql`${sequence}`).map((each) => ({ ...statements.build(each), hot: true })));
      return rows && Number(rows.at(-1)![0]!['last']);
    },
    takeLanes: async (tenant, consumer, taking) => await runner().write(() => lanes.take(tenant, consumer, taking)) ?? [],
    moveLane: async (tenant, consumer, from, to) => await runner().write(() => lanes.move(tenant, consumer, from, to)) ?? false,
    deadLanes: async (tenant, consumer, stretch) => lanes.lanesOf(await one(lanes.dead(tenant, consumer, stretch))),
    verify: async (tenant, caseId) => verdictOf(await one(chainOf(statements, tenant, caseId))),
    close: () => runner().close(),
  };
}

const busy: Appended = { ok: false, why: 'busy' };
