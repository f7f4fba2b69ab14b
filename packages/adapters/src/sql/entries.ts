import { sql, type RawBuilder } from 'kysely';
import type { CaseWrite, EntriesWanted, EntrySum, KeptEntry, SumsOf } from '@bihuan/core';
import { entrySums, type EntryColumns, type SumChanges } from './entry-sums.ts';
import type { Statements } from './queries.ts';
import type { Cell, Rows, Statement } from './statement.ts';

/** How cases are entered, and what a batch changes of the sums of their entries. */
export interface Entered { readonly cases: Map<string, { readonly mark: string; readonly text: string }>; readonly changes: SumChanges }

/** What queries find in cases. */
export interface EntryTable {
  /** What lies there of these cases, to be read after their heads are locked. */
  entered(tenant: string, caseIds: readonly string[]): Statement;
  enteredOf(rows: Rows): Entered;
  /** Writes what has changed of a case's entries, and remembers it for the case's next write and for the sums. */
  write(tenant: string, write: CaseWrite, known: Entered): readonly Statement[];
  addUp(tenant: string, known: Entered): readonly Statement[];
  sums(tenant: string, wanted: EntriesWanted & { readonly of: SumsOf }): Statement;
  sumsOf(rows: Rows): readonly EntrySum[];
  select(tenant: string, wanted: EntriesWanted & { readonly offset?: number; readonly limit?: number }): Statement;
  entriesOf(rows: Rows): readonly KeptEntry[];
  outdated(tenant: string, method: string, mark: string, limit: number): Statement;
}

const key = ['tenant', 'query', 'day', 'opened', 'case_id', 'nr'] as const;
const rest = ['place', 'grp', 'hit', 'exempt', 'top', 'bottom'] as const;
type Row = Readonly<Record<typeof key[number] | typeof rest[number], Cell>>;

/** The entries in this database: written by difference, read as one range of their key. */
export function entriesIn(statements: Statements): EntryTable {
  const { dialect } = statements;
  const entered = statements.hot(['tenant', 'case_id'], (rows) =>
    sql`select case_id, mark, entries from ${sql.table('entered')} where tenant = ${rows[0]!.tenant} and case_id in (${sql.join(rows.map((row) => row.case_id))}) ${dialect.locked}`);
  const setEntered = statements.insert('entered', ['tenant', 'case_id', 'mark', 'entries'], dialect.replace(['tenant', 'case_id'], ['mark', 'entries']));
  const set = statements.insert('entries', [...key, ...rest], dialect.replace(key, rest));
  const sums = entrySums(statements);
  const drop = statements.hot(key, ([row]) => sql`delete from ${sql.table('entries')} where ${sql.join(key.map((name) => sql`${sql.ref(name)} = ${row![name]}`), sql` and `)}`);
  return {
    entered: (tenant, caseIds) => entered(caseIds.map((case_id) => ({ tenant, case_id }))),
    enteredOf: (rows) => ({ cases: new Map(rows.map(({ case_id, mark, entries }) => [case_id as string, { mark: mark as string, text: entries as string }])), changes: new Map() }),
    write(tenant, write, { cases, changes }) {
      const { caseId, state } = write;
      const before = cases.get(caseId);
      const after = columnsOf(write);
      const next = { mark: write.entries?.mark ?? `${state.method.id}@`, text: after.length === 0 ? '' : JSON.stringify(after) };
      cases.set(caseId, next);
      if (before?.mark === next.mark && before.text === next.text) return [];
      const [had, has] = [byKey(before?.text ? JSON.parse(before.text) as readonly EntryColumns[] : []), byKey(after)];
      const isChanged = (name: string): boolean => JSON.stringify(had.get(name)) !== JSON.stringify(has.get(name));
      for (const [name, columns] of had) if (isChanged(name)) sums.change(changes, columns, -1);
      for (const [name, columns] of has) if (isChanged(name)) sums.change(changes, columns, 1);
      return [
        ...setEntered([{ tenant, case_id: caseId, mark: next.mark, entries: next.text }]),
        ...[...had].filter(([name]) => !has.has(name)).map(([, columns]) => drop([rowIn(tenant, caseId, columns)])),
        ...set([...has].filter(([name]) => isChanged(name)).map(([, columns]) => rowIn(tenant, caseId, columns))),
      ];
    },
    addUp: (tenant, { changes }) => sums.write(tenant, changes),
    sums(tenant, { of, ...wanted }) {
      const kept = of === 'counts' ? sums.select(tenant, wanted) : undefined;
      const ends = of === 'counts' ? sql`` : sql`, min(top) as least, max(top) as greatest, min(case_id) as case_id`;
      return kept ?? statements.build(sql`
        select grp, exempt, bottom, count(*) as n, sum(hit) as hits, ${dialect.digits(sql`sum(top)`)} as total ${ends}
        from ${sql.table('entries')} where ${conditionOf(tenant, wanted)} group by grp, exempt, bottom ${of === 'amounts' ? sql`, top` : sql``}`);
    },
    sumsOf: sums.sumsOf,
    // In the order of the key.
    select: (tenant, { offset = 0, limit, ...wanted }) => statements.build(sql`
      select query, day, case_id, nr, grp, hit, exempt, top, bottom from ${sql.table('entries')} where ${conditionOf(tenant, wanted)} order by day, opened, case_id, nr ${dialect.stretch(offset, limit)}`),
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

const columnsOf = ({ row: { opened }, entries }: CaseWrite): readonly EntryColumns[] =>
  (entries?.list ?? []).map(({ query, day, nr, group, hit, exempt, top, bottom }) => [query, day, opened, nr, entries!.place, group, Number(hit), Number(exempt), top, bottom]);

const byKey = (all: readonly EntryColumns[]): ReadonlyMap<string, EntryColumns> => new Map(all.map((columns) => [JSON.stringify(columns.slice(0, 4)), columns]));

const rowIn = (tenant: string, case_id: string, [query, day, opened, nr, place, grp, hit, exempt, top, bottom]: EntryColumns): Row =>
  ({ tenant, query, day, opened, case_id, nr, place, grp, hit, exempt, top, bottom });
