import { setImmediate } from 'node:timers/promises';
import type { RawBuilder } from 'kysely';
import type { Appended, CaseEvent, CaseQuery, CaseState, CaseStore } from '@bihuan/core';
import { isBusy, transact, type SqliteDatabase } from './database.ts';
import { followUps } from './follow-ups.ts';
import { keyStatements } from './idempotency-keys.ts';
import { migrate, queriesOver } from './migrate.ts';
import { normCounts } from './norm-counts.ts';
import { periodOf, periodWriter, selectPeriods } from './norm-periods.ts';
import { countCases, rowOf, selectCases } from './select-cases.ts';
import { batchWriter } from './write-batch.ts';

export interface SqliteStoreOptions {
  /** Leave the database open on `close()`: it has other users. Default no. */
  readonly keepOpen?: boolean;
}

/**
 * A store in a SQLite database that the caller has opened, with `libsql` or `better-sqlite3`. The tables are made and brought up to date by themselves.
 * SQLite 存储：数据库由调用方打开（libsql 或 better-sqlite3），表会自动建立和升级。
 * @example
 * const store = sqliteStore(openSqlite('street.db'));
 */
export function sqliteStore(database: SqliteDatabase, { keepOpen = false }: SqliteStoreOptions = {}): CaseStore {
  migrate(database);
  const { append, keys, counts, closePeriods, outbox, read, history, due, next, run } = prepared(database);
  const count = (tenant: string, query: CaseQuery) => run(countCases(tenant, query))[0]!.n;
  return {
    read: async (tenant, caseId) => read(tenant, caseId),
    async append(batch) {
      return unlessBusy(() => transact(database, () => append(batch), ({ ok }) => ok)) ?? busy;
    },
    async remember(tenant, entry) { unlessBusy(() => transact(database, () => keys.add(tenant, entry))); },
    recall: async (tenant, key) => keys.find(tenant, key),
    history: async (tenant, caseId, after = 0) => history(tenant, caseId, after),
    due: async (tenant, until, limit) => due(tenant, until, limit),
    async list(tenant, query) {
      const rows = run(selectCases(tenant, query)).map(rowOf);
      const complete = !query.offset && (query.limit === undefined || rows.length < query.limit);
      return { rows, total: complete ? rows.length : count(tenant, query) };
    },
    count: async (tenant, query) => count(tenant, query),
    async *states(tenant, query) {
      const ids = run(selectCases<{ id: string }>(tenant, query, ['id']));
      for (const [i, { id }] of ids.entries()) {
        if (i % 256 === 255) await setImmediate(); // let others have their turn
        const state = read(tenant, id);
        if (state) yield state;
      }
    },
    counts: async (tenant, norm, period, of) => counts.values(tenant, norm, period, of),
    async closePeriods(tenant, periods) {
      return unlessBusy(() => transact(database, () => {
        closePeriods(tenant, periods);
        return true;
      })) ?? false;
    },
    closedPeriods: async (tenant, query) => run(selectPeriods(tenant, query)).map(periodOf),
    followUps: async (tenant, limit) => outbox.waiting(tenant, limit),
    async followed(tenant, id) { unlessBusy(() => transact(database, () => outbox.remove(tenant, id))); },
    next: async (tenant, sequence) => unlessBusy(() => transact(database, () => next(tenant, sequence))),
    async close() { if (!keepOpen) database.close(); },
  };
}

const busy: Appended = { ok: false, why: 'busy' };

/** What the work gives; nothing where somebody else was writing for too long. */
const unlessBusy = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch (error) {
    if (isBusy(error)) return undefined;
    throw error;
  }
};

/** The statements that run for every command, prepared once: preparing anew would cost more than running them. */
function prepared(database: SqliteDatabase) {
  const read = database.prepare('select state from bihuan_heads where tenant = ? and case_id = ?');
  const history = database.prepare('select body from bihuan_events where tenant = ? and case_id = ? and seq > ? order by seq');
  const due = database.prepare('select id, next from bihuan_cases where tenant = ? and next <= ? order by next, id limit ?');
  const next = database.prepare('insert into bihuan_sequences (tenant, name, last) values (?, ?, 1) on conflict (tenant, name) do update set last = last + 1 returning last');
  const queries = queriesOver(database);
  return {
    append: batchWriter(database),
    keys: keyStatements(database),
    counts: normCounts(database),
    closePeriods: periodWriter(database),
    outbox: followUps(database),
    read(tenant: string, caseId: string): CaseState | undefined {
      const found = read.get(tenant, caseId) as { state: string } | undefined;
      return found && JSON.parse(found.state) as CaseState;
    },
    history: (tenant: string, caseId: string, after: number): readonly CaseEvent[] =>
      (history.all(tenant, caseId, after) as { body: string }[]).map(({ body }) => JSON.parse(body) as CaseEvent),
    due: (tenant: string, until: number, limit: number) =>
      (due.all(tenant, until, limit) as { id: string; next: number }[]).map(({ id, next: at }) => ({ caseId: id, at })),
    next: (tenant: string, name: string): number => (next.all(tenant, name) as { last: number }[])[0]!.last,
    run<Row>(query: RawBuilder<Row>): readonly Row[] {
      const { sql, parameters } = query.compile(queries);
      return database.prepare(sql).all(...parameters) as Row[];
    },
  };
}
