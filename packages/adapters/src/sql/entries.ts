import { sql, type RawBuilder } from 'kysely';
import type { CaseWrite, EntriesWanted, EntrySum, KeptEntry } from '@bihuan/core';
import type { Statements } from './queries.ts';
import type { Cell, Rows, Statement } from './statement.ts';

/** The entries of a case as they lie there, by the keys of their rows. */
interface Entered { readonly mark: string; readonly text: string }

/** What queries find in cases. */
export interface EntryTable {
  /** What lies there of these cases, to be read after their heads are locked. */
  entered(tenant: string, caseIds: readonly string[]): Statement;
  enteredOf(rows: Rows): Map<string, Entered>;
  /** Writes what has changed of a case's entries, and remembers it in `known` for its next write. */
  write(tenant: string, write: CaseWrite, known: Map<string, Entered>): readonly Statement[];
  sums(tenant: string, wanted: EntriesWanted & { readonly amounts?: true }): Statement;
  sumsOf(rows: Rows): readonly EntrySum[];
  select(tenant: string, wanted: EntriesWanted & { readonly offset?: number; readonly limit?: number }): Statement;
  entriesOf(rows: Rows): readonly KeptEntry[];
  outdated(tenant: string, method: string, mark: string, limit: number): Statement;
}

const key = ['tenant', 'query', 'day', 'opened', 'case_id', 'nr'] as const;
const rest = ['place', 'grp', 'hit', 'exempt', 'top', 'bottom'] as const;
type Row = Readonly<Record<typeof key[number] | typeof rest[number], Cell>>;
type Columns = readonly [query: string, day: string, opened: number, nr: number, place: string, grp: string, hit: number, exempt: number, top: number, bottom: number];

/** The entries in this database: written by difference, read as one range of their key. */
export function entriesIn(statements: Statements): EntryTable {
  const { dialect } = statements;
  const entered = statements.hot(['tenant', 'case_id'], (rows) =>
    sql`select case_id, mark, entries from ${sql.table('entered')} where tenant = ${rows[0]!.tenant} and case_id in (${sql.join(rows.map((row) => row.case_id))}) ${dialect.locked}`);
  const setEntered = statements.insert('entered', ['tenant', 'case_id', 'mark', 'entries'], dialect.replace(['tenant', 'case_id'], ['mark', 'entries']));
  const set = statements.insert('entries', [...key, ...rest], dialect.replace(key, rest));
  const drop = statements.hot(key, ([row]) => sql`delete from ${sql.table('entries')} where ${sql.join(key.map((name) => sql`${sql.ref(name)} = ${row![name]}`), sql` and `)}`);
  return {
    entered: (tenant, caseIds) => entered(caseIds.map((case_id) => ({ tenant, case_id }))),
    enteredOf: (rows) => new Map(rows.map(({ case_id, mark, entries }) => [case_id as string, { mark: mark as string, text: entries as string }])),
    write(tenant, write, known) {
      const { caseId, state } = write;
      const before = known.get(caseId);
      const after = columnsOf(write);
      const next = { mark: write.entries?.mark ?? `${state.method.id}@`, text: after.length === 0 ? '' : JSON.stringify(after) };
      known.set(caseId, next);
      if (before?.mark === next.mark && before.text === next.text) return [];
      const [had, has] = [byKey(before?.text ? JSON.parse(before.text) as readonly Columns[] : []), byKey(after)];
      const rowOf = (columns: Columns) => rowIn(tenant, caseId, columns);
      return [
        ...setEntered([{ tenant, case_id: caseId, mark: next.mark, entries: next.text }]),
        ...[...had].filter(([name]) => !has.has(name)).map(([, columns]) => drop([rowOf(columns)])),
        ...set([...has].filter(([name, columns]) => JSON.stringify(had.get(name)) !== JSON.stringify(columns)).map(([, columns]) => rowOf(columns))),
      ];
    },
    sums(tenant, wanted) {
      const groups = sql.join(['grp', 'exempt', 'bottom', ...(wanted.amounts ? ['top'] : [])].map((name) => sql.ref(name)));
      return statements.build(sql`
        select grp, exempt, bottom, count(*) as n, sum(hit) as hits, ${dialect.digits(sql`sum(top)`)} as total, min(top) as least, max(top) as greatest, min(case_id) as case_id
        from ${sql.table('entries')} where ${conditionOf(tenant, wanted)} group by ${groups}`);
    },
    sumsOf: (rows) => rows.map(({ grp, exempt, bottom, n, hits, total, least, greatest, case_id }) => ({
      group: grp as string, exempt: Number(exempt) === 1, bottom: Number(bottom), count: Number(n), hits: Number(hits), sum: BigInt(total as string),
      least: Number(least), greatest: Number(greatest), case: case_id as string,
    })),
    // In the order of the key where there is one day, or none is asked for that tells them apart.
    select: (tenant, { offset = 0, limit, ...wanted }) => statements.build(sql`
      select query, day, case_id, nr, grp, hit, exempt, top, bottom from ${sql.table('entries')} where ${conditionOf(tenant, wanted)} order by opened, case_id, nr ${dialect.stretch(offset, limit)}`),
    entriesOf: (rows) => rows.map(({ query, day, case_id, nr, grp, hit, exempt, top, bottom }) => ({
      query: query as string, day: day as string, case: case_id as string, nr: Number(nr), group: grp as string, hit: Number(hit) === 1, exempt: Number(exempt) === 1, top: Number(top), bottom: Number(bottom),
    })),
    // Two ranges beside the mark that is as it should be.
    outdated(tenant, method, mark, limit) {
      const range = (from: string, until: string, after: '>' | '>=') =>
        sql`select case_id from ${sql.table('entered')} where tenant = ${tenant} and mark ${sql.raw(after)} ${from} and mark < ${until}`;
      return statements.build(sql`select case_id from (${range(`${method}@`, mark, '>=')} union all ${range(mark, `${method}A`, '>')}) as other ${dialect.stretch(0, limit)}`);
    },
  };

  function conditionOf(tenant: string, { query, days, place, without }: EntriesWanted): RawBuilder<boolean> {
    const conditions: RawBuilder<unknown>[] = [sql`tenant = ${tenant} and query = ${query}`];
    if (days) conditions.push(sql`day >= ${days.first} and day <= ${days.last}`);
    if (place !== undefined) conditions.push(dialect.holds(sql`place`, place));
    if (without && without.length > 0) conditions.push(sql`case_id not in (${sql.join(without)})`);
    return sql`${sql.join(conditions, sql` and `)}`;
  }
}

const columnsOf = ({ row: { opened }, entries }: CaseWrite): readonly Columns[] =>
  (entries?.list ?? []).map(({ query, day, nr, group, hit, exempt, top, bottom }) => [query, day, opened, nr, entries!.place, group, Number(hit), Number(exempt), top, bottom]);

const byKey = (all: readonly Columns[]): ReadonlyMap<string, Columns> => new Map(all.map((columns) => [JSON.stringify(columns.slice(0, 4)), columns]));

const rowIn = (tenant: string, case_id: string, [query, day, opened, nr, place, grp, hit, exempt, top, bottom]: Columns): Row =>
  ({ tenant, query, day, opened, case_id, nr, place, grp, hit, exempt, top, bottom });
