import { randomBytes } from 'node:crypto';
import { chained } from '@bihuan/adapters/sqlite';
import type { AuditEntry, AuditPort, LogQuery, LoginEntry } from '@bihuan/adapters/http';
import { type CompiledQuery, sql } from 'kysely';
import type { ServerDatabase } from './open-database.ts';

/** How far a district's audit log goes. */
export interface AuditHead { readonly seq: number; readonly hash: string }

const nothing: AuditHead = { seq: 0, hash: '' };
const page = 500;

/** How far the log goes; the directory is as old as its last line. */
export const auditHead = async ({ queries }: Pick<ServerDatabase, 'queries'>, tenant: string): Promise<AuditHead> =>
  await queries.selectFrom('server_audit_heads').select(['seq', 'hash']).where('tenant', '=', tenant).executeTakeFirst() ?? nothing;

/** What adds the line after this head, and moves the head on. Somebody who was faster makes all of it fail: two lines cannot have one number. */
export function auditLine({ queries }: Pick<ServerDatabase, 'queries'>, tenant: string, head: AuditHead, line: Omit<AuditEntry, 'seq'>): readonly CompiledQuery[] {
  const seq = head.seq + 1;
  const { at, by, what, about, detail } = line;
  const body = JSON.stringify({ seq, at, by, what, about, detail });
  const hash = chained(head.hash, body);
  const move = head.seq === 0 ? queries.insertInto('server_audit_heads').values({ tenant, seq, hash }) : queries.updateTable('server_audit_heads').set({ seq, hash }).where('tenant', '=', tenant).where('seq', '=', head.seq);
  return [queries.insertInto('server_audit').values({ tenant, seq, at, person: by, what, body, hash }).compile(), move.compile()];
}

const attempts = 8;

/** Writes a line together with what it is about, decided on anew where somebody else was faster. What `decide` refuses is not written. */
export async function audited<T>(
  database: Pick<ServerDatabase, 'queries' | 'together'>, tenant: string,
  decide: () => Promise<{ readonly line: Omit<AuditEntry, 'seq'>; readonly writes: readonly CompiledQuery[]; readonly value: T } | { readonly refused: T }>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const head = await auditHead(database, tenant);
    const decided = await decide();
    if ('refused' in decided) return decided.refused;
    try {
      await database.together([...auditLine(database, tenant, head, decided.line), ...decided.writes]);
      return decided.value;
    } catch (error) {
      if (attempt === attempts) throw error;
      await new Promise((resolve) => { setTimeout(resolve, Math.random() * 20 * attempt); });
    }
  }
}

/** The logs in the database. The audit log is chained like the events of a case; sign-ins are kept as they come. */
export function keptAudit(database: Pick<ServerDatabase, 'queries' | 'together' | 'store'>): AuditPort {
  const { queries, store } = database;
  return {
    async login(tenant, { at, username, person, result }) {
      await queries.insertInto('server_logins').values({ tenant, id: timeOrdered(at), at, username: username.slice(0, 190), person, result }).execute();
    },
    async logins(tenant, query) {
      let found = queries.selectFrom('server_logins').where('tenant', '=', tenant).where(inTime(query));
      if (query.who !== undefined) found = found.where((where) => where.or([where('username', '=', query.who!), where('person', '=', query.who!)]));
      if (query.what !== undefined) found = found.where('result', '=', query.what);
      const { n } = await found.select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow();
      const rows = await found.select(['at', 'username', 'person', 'result']).orderBy('id', 'desc').limit(query.limit).offset(query.offset).execute();
      return { total: Number(n), rows: rows as LoginEntry[] };
    },
    add: (tenant, by, at, done) => audited(database, tenant, async () => ({ line: { by, at, ...done }, writes: [], value: undefined })),
    async entries(tenant, query) {
      let found = queries.selectFrom('server_audit').where('tenant', '=', tenant).where(inTime(query));
      if (query.who !== undefined) found = found.where('person', '=', query.who);
      if (query.what !== undefined) found = found.where('what', '=', query.what);
      const { n } = await found.select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow();
      const rows = await found.select('body').orderBy('seq', 'desc').limit(query.limit).offset(query.offset).execute();
      return { total: Number(n), rows: rows.map(({ body }) => JSON.parse(body) as AuditEntry) };
    },
    async checkLog(tenant) {
      const head = await auditHead(database, tenant);
      let [seq, link] = [0, ''];
      for (;;) {
        const rows = await queries.selectFrom('server_audit').select(['seq', 'at', 'person', 'what', 'body', 'hash']).where('tenant', '=', tenant).where('seq', '>', seq).where('seq', '<=', head.seq).orderBy('seq').limit(page).execute();
        for (const row of rows) {
          link = chained(link, row.body);
          if (row.seq !== seq + 1 || row.hash !== link || !tellsTheSame(row)) return { entries: head.seq, broken: seq + 1 };
          seq = row.seq;
        }
        if (rows.length < page) break;
      }
      return { entries: head.seq, ...((seq !== head.seq || link !== head.hash) && { broken: seq + 1 }) };
    },
    async checkCases(tenant, after, limit) {
      const ids = (table: string, column: string) => sql`select distinct ${sql.ref(column)} as id from ${sql.table(table)} where tenant = ${tenant} and ${sql.ref(column)} > ${after} order by id limit ${sql.lit(limit)}`;
      const { rows } = await sql<{ id: string }>`select id from (
        select id from (${ids('bihuan_heads', 'case_id')}) as h union select id from (${ids('bihuan_events', 'case_id')}) as e union select id from (${ids('bihuan_cases', 'id')}) as c
      ) as known order by id limit ${sql.lit(limit)}`.execute(queries);
      let events = 0;
      const broken: { id: string; seq: number }[] = [];
      for (const { id } of rows) {
        const verdict = await store.verify(tenant, id);
        if (verdict.ok) events += verdict.events;
        else broken.push({ id, seq: verdict.seq });
      }
      return { cases: rows.length, events, broken, ...(rows.length === limit && { next: rows.at(-1)!.id }) };
    },
  };
}

/** What the columns say for filters is what the chained text says. */
const tellsTheSame = ({ seq, at, person, what, body }: { seq: number; at: number; person: string; what: string; body: string }): boolean => {
  const entry = JSON.parse(body) as AuditEntry;
  return entry.seq === seq && entry.at === Number(at) && entry.by === person && entry.what === what;
};

const inTime = ({ from = 0, to = Number.MAX_SAFE_INTEGER }: LogQuery) => sql<boolean>`at >= ${from} and at <= ${to}`;

/** Ids that stand in the order of time. */
const timeOrdered = (at: number): string => `${Math.max(0, Math.floor(at)).toString(36).padStart(10, '0')}-${randomBytes(8).toString('hex')}`;
