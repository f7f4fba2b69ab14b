import { hash } from 'node:crypto';
import type { Appended, AwaitedRow, CaseEvent, CaseRow, CaseWrite } from '@bihuan/core';
import type { SqliteDatabase } from './database.ts';

/** The hash that an event gets: over the one before it and its own text. A case's first has nothing before it. */
export const chained = (previous: string, body: string): string => hash('sha256', previous + body, 'hex');

/** Why a write was not made: then the transaction that it runs in is to be undone. */
type Refused = Extract<Appended, { ok: false }>;

/** Writes the events of one case and what they make of it, or says why not. Its statements are prepared once. */
export function caseWriter(database: SqliteDatabase): (tenant: string, write: CaseWrite) => Refused | undefined {
  const head = database.prepare('select h.version as version, h.hash as hash, c.detail as detail from bihuan_heads as h left join bihuan_cases as c on c.tenant = h.tenant and c.id = h.case_id where h.tenant = ? and h.case_id = ?');
  const addHead = database.prepare('insert into bihuan_heads (version, hash, state, tenant, case_id) values (?, ?, ?, ?, ?)');
  const setHead = database.prepare('update bihuan_heads set version = ?, hash = ?, state = ? where tenant = ? and case_id = ?');
  const addEvent = database.prepare('insert into bihuan_events (tenant, case_id, seq, at, recorded, type, body, hash) values (?, ?, ?, ?, ?, ?, ?, ?)');
  const addRow = database.prepare(`insert into bihuan_cases (${columns.join(', ')}, detail, tenant, id) values (${columns.map(() => '?').join(', ')}, ?, ?, ?)`);
  const setRow = database.prepare(`update bihuan_cases set ${columns.map((name) => `${name} = ?`).join(', ')}, detail = ? where tenant = ? and id = ?`);
  const addActed = database.prepare('insert into bihuan_acted (tenant, person, case_id) values (?, ?, ?) on conflict do nothing');
  const writeDetail = detailWriter(database);

  return (tenant, { caseId, expected, events, state, row }) => {
    const before = head.get(tenant, caseId) as { version: number; hash: string; detail: string } | undefined;
    const actual = before?.version ?? 0;
    if (actual !== expected) return { ok: false, why: 'version', caseId, actual };

    let link = before?.hash ?? '';
    for (const event of events) {
      const body = JSON.stringify(event);
      link = chained(link, body);
      addEvent.run(tenant, caseId, event.seq, event.at, event.recorded, event.type, body, link);
    }
    for (const person of actors(events)) addActed.run(tenant, person, caseId);
    const detail = detailOf(row);
    const text = JSON.stringify(detail);
    (before ? setHead : addHead).run(state.version, link, JSON.stringify(state), tenant, caseId);
    (before ? setRow : addRow).run(...columns.map((name) => cell(row[name])), text, tenant, caseId);
    if (before?.detail !== text) writeDetail(tenant, caseId, before ? JSON.parse(before.detail) as Detail : nothing, detail);
    return undefined;
  };
}

type Detail = Pick<CaseRow, 'subject' | 'within' | 'values' | 'awaited'>;
const nothing: Detail = { subject: false, within: [], values: {}, awaited: [] };
const detailOf = ({ subject, within, values, awaited }: CaseRow): Detail => ({ subject, within, values, awaited });

const columns = ['method', 'kind', 'source', 'step', 'ending', 'outcome', 'home', 'holder', 'opened', 'ended', 'due', 'warn', 'broken', 'next', 'version', 'search', 'subject'] as const;
/** No yes-no reaches the driver: libsql ends the whole process over one. */
const cell = (value: string | number | boolean | null) => (typeof value === 'boolean' ? Number(value) : value);

/** Writes what has changed in a row's values, units and awaited since it was last written: most commands change little of them. */
function detailWriter(database: SqliteDatabase): (tenant: string, caseId: string, before: Detail, after: Detail) => void {
  const setValue = database.prepare('insert into bihuan_values (tenant, case_id, name, kind, number, text) values (?, ?, ?, ?, ?, ?) on conflict (tenant, case_id, name) do update set kind = excluded.kind, number = excluded.number, text = excluded.text');
  const dropValue = database.prepare('delete from bihuan_values where tenant = ? and case_id = ? and name = ?');
  const addUnit = database.prepare('insert into bihuan_units (tenant, unit, subject, case_id) values (?, ?, ?, ?) on conflict do nothing');
  const dropUnit = database.prepare('delete from bihuan_units where tenant = ? and unit = ? and subject = ? and case_id = ?');
  const setAwaited = database.prepare('insert into bihuan_awaited (tenant, case_id, nr, what, person, role, unit) values (?, ?, ?, ?, ?, ?, ?) on conflict (tenant, case_id, nr) do update set what = excluded.what, person = excluded.person, role = excluded.role, unit = excluded.unit');
  const cutAwaited = database.prepare('delete from bihuan_awaited where tenant = ? and case_id = ? and nr >= ?');

  return (tenant, caseId, before, after) => {
    for (const [name, value] of Object.entries(after.values)) {
      if (value === null || own(before.values, name) === value) continue;
      if (typeof value === 'string') setValue.run(tenant, caseId, name, 2, null, value);
      else setValue.run(tenant, caseId, name, typeof value === 'number' ? 1 : 0, Number(value), null);
    }
    for (const [name, value] of Object.entries(before.values)) if (value !== null && own(after.values, name) === null) dropValue.run(tenant, caseId, name);

    const stays = (unit: string, { subject, within }: Detail) => subject === before.subject && subject === after.subject && within.includes(unit);
    for (const unit of after.within) if (!stays(unit, before)) addUnit.run(tenant, unit, cell(after.subject), caseId);
    for (const unit of before.within) if (!stays(unit, after)) dropUnit.run(tenant, unit, cell(before.subject), caseId);

    for (const [nr, awaited] of after.awaited.entries()) {
      if (sameAwaited(awaited, before.awaited[nr])) continue;
      const { what, person = null, role = null, unit = null } = awaited;
      setAwaited.run(tenant, caseId, nr, what, person, role, unit);
    }
    if (before.awaited.length > after.awaited.length) cutAwaited.run(tenant, caseId, after.awaited.length);
  };
}

const sameAwaited = (a: AwaitedRow, b: AwaitedRow | undefined): boolean => b !== undefined && a.what === b.what && a.person === b.person && a.role === b.role && a.unit === b.unit;
const own = (values: CaseRow['values'], name: string) => (Object.hasOwn(values, name) ? values[name]! : null);
const actors = (events: readonly CaseEvent[]): ReadonlySet<string> => new Set(events.flatMap((event) => (event.type === 'acted' ? [event.by.person] : [])));
