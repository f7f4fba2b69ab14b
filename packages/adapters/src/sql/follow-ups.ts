import { sql } from 'kysely';
import type { FollowUp } from '@bihuan/core';
import type { Statements } from './queries.ts';
import { shortName } from './short-name.ts';
import type { Rows, Statement } from './statement.ts';

/** What is still to follow in other cases. */
export interface FollowUps {
  /** No-op for an id that is waiting already. To be run in the transaction of its cause, as late as can be: it takes numbers of a sequence that is the tenant’s. */
  add(tenant: string, follows: readonly FollowUp[]): readonly Statement[];
  /** Oldest first; of one instant, as they came. */
  waiting(tenant: string, limit: number): Statement;
  followsOf(rows: Rows): readonly FollowUp[];
  remove(tenant: string, id: string): Statement;
}

/** The outbox in this database. */
export function followUps(statements: Statements): FollowUps {
  const { dialect } = statements;
  const numbers = statements.insert('sequences', ['tenant', 'name', 'last'], dialect.add('sequences', ['tenant', 'name'], 'last'));
  const add = statements.hot(['tenant', 'sequence', 'back', 'id', 'at', 'body'], ([row]) => sql`
    insert into ${sql.table('follows')} (tenant, nr, id, at, body)
    values (${row!.tenant}, (select last from ${sql.table('sequences')} where tenant = ${row!.tenant} and name = ${row!.sequence}) - ${row!.back}, ${row!.id}, ${row!.at}, ${row!.body}) ${dialect.keep}`);
  const remove = statements.hot(['tenant', 'id'], ([row]) => sql`delete from ${sql.table('follows')} where tenant = ${row!.tenant} and id = ${row!.id}`);
  return {
    add: (tenant, follows) => [
      ...numbers(follows.length ? [{ tenant, name: sequence, last: follows.length }] : []),
      ...follows.map((follow, i) => add([{ tenant, sequence, back: follows.length - 1 - i, id: shortName(follow.id), at: follow.at, body: JSON.stringify(follow) }])),
    ],
    waiting: (tenant, limit) => statements.build(sql`select body from ${sql.table('follows')} where tenant = ${tenant} order by at, nr ${dialect.stretch(0, limit)}`),
    followsOf: (rows) => rows.map(({ body }) => JSON.parse(body as string) as FollowUp),
    remove: (tenant, id) => remove([{ tenant, id: shortName(id) }]),
  };
}

/** No sequence that the engine asks for has this name. */
const sequence = '#follows';
