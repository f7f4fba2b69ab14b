import { sql } from 'kysely';
import type { Dialect } from './dialect.ts';
import { gramsOf } from './grams.ts';
import { plain } from './plain-text.ts';
import type { Statements } from './queries.ts';
import type { Fill } from './statement.ts';

const page = 64;

/** The words of the texts that are there already, page by page. */
export const fillTexts = (dialect: Dialect, statements: Statements): Fill => function* () {
  const add = statements.insert('texts', ['tenant', 'case_id', 'grams'], dialect.keep);
  for (let tenant = '', id = ''; ;) {
    const rows = yield statements.build(sql`select tenant, id, search from ${sql.table('cases')} where tenant >= ${tenant} and (tenant > ${tenant} or id > ${id}) order by tenant, id limit ${sql.raw(String(page))}`);
    const found = rows as readonly { readonly tenant: string; readonly id: string; readonly search: string }[];
    for (const statement of add(found.map((row) => ({ tenant: row.tenant, case_id: row.id, grams: gramsOf(row.tenant, plain(row.search)).join(' ') })))) yield statement;
    if (found.length < page) return;
    ({ tenant, id } = found.at(-1)!);
  }
};
