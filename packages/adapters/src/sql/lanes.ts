import { sql } from 'kysely';
import type { CaseWrite, Lane, Outbox } from '@bihuan/core';
import type { Statements } from './queries.ts';
import type { Program, Rows, Statement } from './statement.ts';
import { plain } from './plain-text.ts';

/** What consumers are still to be told. */
export interface Lanes {
  /** To be run in the transaction that writes the events. Nothing where nobody is to be told. */
  add(tenant: string, writes: readonly CaseWrite[]): readonly Statement[];
  take(tenant: string, consumer: string, taking: Parameters<Outbox['takeLanes']>[2]): Program<readonly Lane[]>;
  move(tenant: string, consumer: string, from: Parameters<Outbox['moveLane']>[2], to: Parameters<Outbox['moveLane']>[3]): Program<boolean>;
  dead(tenant: string, consumer: string, stretch: Parameters<Outbox['deadLanes']>[2]): Statement;
  lanesOf(rows: Rows): readonly Lane[];
}

/**
 * The outbox in this database: one row for each case and consumer, by its number of the next event, so that their order is in the row itself.
 * A command that writes a further event moves `last`, also when it meets somebody who is just taking the row away: one of them waits.
 * 每个事项、每个接收方一行，记下一个要送的事件号：顺序就在行里。
 */
export function lanesFor(statements: Statements, consumers: readonly string[]): Lanes {
  const { dialect } = statements;
  const names = [...new Set(consumers)];
  const lane = ['tenant', 'consumer', 'case_id'] as const;
  const isLane = (row: Readonly<Record<typeof lane[number], unknown>>) => sql`tenant = ${row.tenant} and consumer = ${row.consumer} and case_id = ${row.case_id}`;
  const columns = sql`case_id, seq, last, tries, tried, reason, next`;
  const add = statements.insert('outbox', [...lane, 'seq', 'last', 'tries', 'next'], dialect.replace(lane, ['last']));
  const find = statements.hot([...lane], ([row]) => sql`select seq, last, next from ${sql.table('outbox')} where ${isLane(row!)} ${dialect.locked}`);
  const take = statements.hot([...lane, 'next'], (rows) => sql`
    update ${sql.table('outbox')} set next = ${rows[0]!.next} where tenant = ${rows[0]!.tenant} and consumer = ${rows[0]!.consumer} and case_id in (${sql.join(rows.map((row) => row.case_id))})`);
  const set = statements.hot([...lane, 'seq', 'tries', 'tried', 'reason', 'next'], ([row]) =>
    sql`update ${sql.table('outbox')} set ${sql.join((['seq', 'tries', 'tried', 'reason', 'next'] as const).map((name) => sql`${sql.ref(name)} = ${row![name]}`))} where ${isLane(row!)}`);
  const remove = statements.hot([...lane], ([row]) => sql`delete from ${sql.table('outbox')} where ${isLane(row!)}`);

  return {
    add(tenant, writes) {
      if (names.length === 0) return [];
      const events = new Map<string, { seq: number; last: number; next: number }>();
      for (const { caseId, events: [first, ...more] } of writes) {
        if (first) events.set(caseId, { seq: first.seq, next: first.recorded, ...events.get(caseId), last: more.at(-1)?.seq ?? first.seq });
      }
      return add(names.flatMap((consumer) => [...events].map(([case_id, event]) => ({ tenant, consumer, case_id, tries: 0, ...event }))));
    },
    *take(tenant, consumer, { now, until, limit }): Program<readonly Lane[]> {
      const [rows = []] = yield [statements.build(sql`
        select ${columns} from ${sql.table('outbox')} where tenant = ${tenant} and consumer = ${consumer} and next <= ${dialect.number(now)}
        order by next, case_id ${dialect.stretch(0, limit)} ${dialect.free}`)];
      if (rows.length === 0) return { result: [] };
      const taken = lanesOf(rows);
      return { result: taken.map((one) => ({ ...one, next: until })), write: [take(taken.map(({ caseId }) => ({ tenant, consumer, case_id: caseId, next: until })))] };
    },
    *move(tenant, consumer, { caseId, seq, next }, to): Program<boolean> {
      const key = { tenant, consumer, case_id: caseId };
      const [[found] = []] = yield [find([key])];
      if (!found || Number(found['seq']) !== seq || numberOf(found['next']) !== next) return { result: false };
      if (to.seq > Number(found['last'])) return { result: true, write: [remove([key])] };
      return { result: true, write: [set([{ ...key, seq: to.seq, tries: to.tries, tried: to.tried, reason: to.reason === null ? null : plain(to.reason), next: to.next }])] };
    },
    dead: (tenant, consumer, { after = '', limit }) => statements.build(sql`
      select ${columns} from ${sql.table('outbox')} where tenant = ${tenant} and consumer = ${consumer} and next is null and case_id > ${after} order by case_id ${dialect.stretch(0, limit)}`),
    lanesOf,
  };
}

const lanesOf = (rows: Rows): readonly Lane[] => rows.map(({ case_id, seq, last, tries, tried, reason, next }) =>
  ({ caseId: case_id as string, seq: Number(seq), last: Number(last), tries: Number(tries), tried: numberOf(tried), reason: reason as string | null, next: numberOf(next) }));
const numberOf = (cell: unknown): number | null => (cell === null || cell === undefined ? null : Number(cell));
