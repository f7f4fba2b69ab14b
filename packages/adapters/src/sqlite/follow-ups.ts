import type { FollowUp } from '@bihuan/core';
import type { SqliteDatabase } from './database.ts';

/** What is still to follow in other cases. */
export interface FollowUps {
  /** No-op for an id that is waiting already. To be run in the transaction of its cause. */
  add(tenant: string, follow: FollowUp): void;
  /** Oldest first; of one instant, as they came. */
  waiting(tenant: string, limit: number): readonly FollowUp[];
  remove(tenant: string, id: string): void;
}

/** The outbox on this database. Its statements are prepared once. */
export function followUps(database: SqliteDatabase): FollowUps {
  const last = database.prepare('select max(nr) as nr from bihuan_follows where tenant = ?');
  const add = database.prepare('insert into bihuan_follows (tenant, nr, id, at, body) values (?, ?, ?, ?, ?) on conflict do nothing');
  const waiting = database.prepare('select body from bihuan_follows where tenant = ? order by at, nr limit ?');
  const remove = database.prepare('delete from bihuan_follows where tenant = ? and id = ?');
  return {
    add(tenant, follow) {
      const { nr } = last.get(tenant) as { nr: number | null };
      add.run(tenant, (nr ?? 0) + 1, follow.id, follow.at, JSON.stringify(follow));
    },
    waiting: (tenant, limit) => (waiting.all(tenant, limit) as { body: string }[]).map(({ body }) => JSON.parse(body) as FollowUp),
    remove: (tenant, id) => { remove.run(tenant, id); },
  };
}
