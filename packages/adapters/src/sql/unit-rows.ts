import { sql } from 'kysely';
import type { CaseRow } from '@bihuan/core';
import type { Statements } from './queries.ts';
import type { Statement } from './statement.ts';

/** Of a row, what the lists of its units are ordered by, and which lists these are. */
export type Listed = Pick<CaseRow, 'subject' | 'within' | 'ended' | 'due' | 'warn' | 'opened'>;

/** The due time, or warning, of what has none: after all others, so that an index has it there. */
export const never = 9e15;
/** The unit of which every case is. */
export const everywhere = '';
/** All lists of units in which a case stands. */
export const unitsOf = ({ within }: Pick<Listed, 'within'>): readonly string[] => [...new Set([everywhere, ...within])].sort();

/** Keeps a case in the lists of its units, where they need it. */
export function unitWriter(statements: Statements): (tenant: string, caseId: string, before: Listed | undefined, after: Listed) => readonly Statement[] {
  const { dialect } = statements;
  const key = ['tenant', 'unit', 'subject', 'case_id'] as const;
  const order = ['ended', 'due', 'warn', 'opened'] as const;
  const add = statements.insert('units', [...key, ...order], dialect.keep);
  const drop = statements.hot(key, ([row]) => sql`delete from ${sql.table('units')} where tenant = ${row!.tenant} and unit = ${row!.unit} and subject = ${row!.subject} and case_id = ${row!.case_id}`);
  const move = statements.hot([...key, ...order], (rows) => sql`
    update ${sql.table('units')} set ${sql.join(order.map((name) => sql`${sql.ref(name)} = ${rows[0]![name]}`))}
    where tenant = ${rows[0]!.tenant} and unit in (${sql.join(rows.map((row) => row.unit))}) and subject = ${rows[0]!.subject} and case_id = ${rows[0]!.case_id}`);

  return (tenant, case_id, before, after) => {
    const rows = unitsOf(after).map((unit) => ({ tenant, unit, subject: Number(after.subject), case_id, ...orderOf(after) }));
    if (before === undefined) return add(rows);
    const had = new Set(before.subject === after.subject ? unitsOf(before) : []);
    const kept = rows.filter(({ unit }) => had.has(unit));
    const gone = unitsOf(before).filter((unit) => !kept.some((row) => row.unit === unit));
    const moved = order.some((name) => orderOf(before)[name] !== orderOf(after)[name]);
    return [
      ...gone.map((unit) => drop([{ tenant, unit, subject: Number(before.subject), case_id }])),
      ...(moved && kept.length > 0 ? [move(kept)] : []),
      ...add(rows.filter(({ unit }) => !had.has(unit))),
    ];
  };
}

const orderOf = ({ ended, due, warn, opened }: Listed) => ({ ended: ended === null ? 0 : 1, due: due ?? never, warn: warn ?? never, opened });
