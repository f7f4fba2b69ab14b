import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { AwaitedRow, CaseEvent, CaseRow, CaseWrite } from '@bihuan/core';
import { gramsOf } from './grams.ts';
import { plain } from './plain-text.ts';
import type { Statements } from './queries.ts';
import type { Cell, Rows, Statement } from './statement.ts';
import { tallyWriter, type Tallied } from './tallies.ts';
import { unitWriter, type Listed } from './unit-rows.ts';

/** The hash that an event gets: over the one before it and its own text. A case's first has nothing before it. */
export const chained = (previous: string, body: string): string => hash('sha256', previous + body, 'hex');

/** How far a case has been written: its version, the hash of its last event, and its row's detail and what lists and tallies have of it as they stand. */
export interface Head { readonly version: number; readonly hash: string; readonly detail: string; readonly listed: Listed & Tallied & Detail & Pick<CaseRow, 'search'> }

export interface CaseWriter {
  /** The heads of these cases, locked until the transaction ends; in one order for everybody, so that two never wait for each other. */
  heads(tenant: string, caseIds: readonly string[]): Statement;
  headsOf(rows: Rows): Map<string, Head>;
  /** The events of one case and what they make of it, and the head that they leave. */
  write(tenant: string, write: CaseWrite, before: Head | undefined): { readonly statements: readonly Statement[]; readonly head: Head };
}

/** How one case is written. */
export function caseWriter(statements: Statements): CaseWriter {
  const { dialect } = statements;
  const heads = statements.hot(['tenant', 'case_id'], (rows) => sql`
    select h.case_id as case_id, h.version as version, h.hash as hash, c.detail as detail, ${sql.join(standing.map((name) => sql.ref(`c.${name}`)))} from ${sql.table('heads')} as h join ${sql.table('cases')} as c on c.tenant = h.tenant and c.id = h.case_id
    where h.tenant = ${rows[0]!.tenant} and h.case_id in (${sql.join(rows.map((row) => row.case_id))}) order by h.case_id ${dialect.locked}`);
  const addEvents = statements.insert('events', ['tenant', 'case_id', 'seq', 'at', 'recorded', 'type', 'body', 'hash']);
  const addHead = statements.insert('heads', ['tenant', 'case_id', 'version', 'hash', 'state']);
  const setHead = statements.hot(['tenant', 'case_id', 'version', 'hash', 'state'], ([row]) =>
    sql`update ${sql.table('heads')} set version = ${row!.version}, hash = ${row!.hash}, state = ${row!.state} where tenant = ${row!.tenant} and case_id = ${row!.case_id}`);
  const addRow = statements.insert('cases', ['tenant', 'id', ...columns, 'detail']);
  const setRow = statements.hot(['tenant', 'id', ...columns, 'detail'], ([row]) =>
    sql`update ${sql.table('cases')} set ${sql.join(([...columns, 'detail'] as const).map((name) => sql`${sql.ref(name)} = ${row![name]}`))} where tenant = ${row!.tenant} and id = ${row!.id}`);
  const addActed = statements.insert('acted', ['tenant', 'person', 'case_id'], dialect.keep);
  const setText = statements.insert('texts', ['tenant', 'case_id', 'grams'], dialect.replace(['tenant', 'case_id'], ['grams']));
  const detailChanges = detailWriter(statements);
  const [unitChanges, tallyChanges] = [unitWriter(statements), tallyWriter(statements)];

  return {
    heads: (tenant, caseIds) => heads(caseIds.map((case_id) => ({ tenant, case_id }))),
    headsOf: (rows) => new Map((rows as unknown as readonly (Omit<Head, 'listed'> & { case_id: string })[]).map(({ case_id, version, hash: link, detail, ...row }) => [case_id, { version: Number(version), hash: link, detail, listed: { ...listedOf(row as unknown as StandingRow), ...JSON.parse(detail) as Detail } }])),
    write(tenant, { caseId, events, state, row }, before) {
      let link = before?.hash ?? '';
      const eventRows = events.map((event) => {
        const body = JSON.stringify(event);
        link = chained(link, body);
        return { tenant, case_id: caseId, seq: event.seq, at: event.at, recorded: event.recorded, type: event.type, body, hash: link };
      });
      const detail = detailOf(row);
      const text = JSON.stringify(detail);
      const headRow = { tenant, case_id: caseId, version: state.version, hash: link, state: JSON.stringify(state) };
      const caseRow = { tenant, id: caseId, detail: text } as Record<'tenant' | 'id' | typeof columns[number] | 'detail', Cell>;
      for (const name of columns) caseRow[name] = cell(row[name]);
      return {
        statements: [
          ...addEvents(eventRows),
          ...(before ? [setHead([headRow]), setRow([caseRow])] : [...addHead([headRow]), ...addRow([caseRow])]),
          ...addActed([...actors(events)].sort().map((person) => ({ tenant, person, case_id: caseId }))),
          ...(before?.detail === text ? [] : detailChanges(tenant, caseId, before?.listed ?? nothing, detail)),
          ...(before && plain(before.listed.search) === caseRow.search ? [] : setText([{ tenant, case_id: caseId, grams: gramsOf(tenant, caseRow.search as string).join(' ') }])),
          ...unitChanges(tenant, caseId, before?.listed, row),
          ...tallyChanges(tenant, caseId, before?.listed, row),
        ],
        head: { version: state.version, hash: link, detail: text, listed: row },
      };
    },
  };
}

/** What of a row has to be known to say what has changed. */
const standing = ['method', 'kind', 'source', 'step', 'ending', 'outcome', 'broken', 'ended', 'due', 'warn', 'opened', 'search'] as const;
type StandingRow = Readonly<Record<typeof standing[number], string | number | null>>;
const listedOf = (row: StandingRow) => {
  const number = (value: string | number | null) => (value === null ? null : Number(value));
  return { ...row, broken: Number(row.broken) === 1, ended: number(row.ended), due: number(row.due), warn: number(row.warn), opened: Number(row.opened) } as Omit<Head['listed'], keyof Detail>;
};

type Detail = Pick<CaseRow, 'subject' | 'within' | 'values' | 'awaited'>;
const nothing: Detail = { subject: false, within: [], values: {}, awaited: [] };
const detailOf = ({ subject, within, values, awaited }: CaseRow): Detail => ({ subject, within, values, awaited });

const columns = ['method', 'kind', 'source', 'step', 'ending', 'outcome', 'home', 'holder', 'opened', 'ended', 'due', 'warn', 'broken', 'next', 'version', 'search', 'subject'] as const;
const cell = (value: string | number | boolean | null): Cell => (typeof value === 'boolean' ? Number(value) : typeof value === 'string' ? plain(value) : value);

/** What has changed in a row's values and awaited since it was last written: most commands change little of them. */
function detailWriter(statements: Statements): (tenant: string, caseId: string, before: Detail, after: Detail) => readonly Statement[] {
  const { dialect } = statements;
  const setValues = statements.insert('values', ['tenant', 'case_id', 'name', 'kind', 'number', 'text'], dialect.replace(['tenant', 'case_id', 'name'], ['kind', 'number', 'text']));
  const dropValue = statements.hot(['tenant', 'case_id', 'name'], ([row]) => sql`delete from ${sql.table('values')} where tenant = ${row!.tenant} and case_id = ${row!.case_id} and name = ${row!.name}`);
  const setAwaited = statements.insert('awaited', ['tenant', 'case_id', 'nr', 'what', 'person', 'role', 'unit'], dialect.replace(['tenant', 'case_id', 'nr'], ['what', 'person', 'role', 'unit']));
  const cutAwaited = statements.hot(['tenant', 'case_id', 'nr'], ([row]) => sql`delete from ${sql.table('awaited')} where tenant = ${row!.tenant} and case_id = ${row!.case_id} and nr >= ${row!.nr}`);

  return (tenant, case_id, before, after) => {
    const key = { tenant, case_id };
    const values = Object.entries(after.values).filter(([name, value]) => value !== null && own(before.values, name) !== value).map(([name, value]) => ({
      ...key, name, kind: typeof value === 'string' ? 2 : typeof value === 'number' ? 1 : 0, number: typeof value === 'string' ? null : Number(value), text: typeof value === 'string' ? plain(value) : null,
    }));
    const gone = Object.entries(before.values).filter(([name, value]) => value !== null && own(after.values, name) === null);
    const awaited = [...after.awaited.entries()].filter(([nr, each]) => !sameAwaited(each, before.awaited[nr]))
      .map(([nr, { what, person = null, role = null, unit = null }]) => ({ ...key, nr, what, person, role, unit }));
    return [
      ...setValues(values), ...gone.map(([name]) => dropValue([{ ...key, name }])),
      ...setAwaited(awaited), ...(before.awaited.length > after.awaited.length ? [cutAwaited([{ ...key, nr: after.awaited.length }])] : []),
    ];
  };
}

const sameAwaited = (a: AwaitedRow, b: AwaitedRow | undefined): boolean => b !== undefined && a.what === b.what && a.person === b.person && a.role === b.role && a.unit === b.unit;
const own = (values: CaseRow['values'], name: string) => (Object.hasOwn(values, name) ? values[name]! : null);
const actors = (events: readonly CaseEvent[]): ReadonlySet<string> => new Set(events.flatMap((event) => (event.type === 'acted' ? [event.by.person] : [])));
