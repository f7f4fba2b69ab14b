import type { Rows, Statement } from '../sql/index.ts';
import type { MysqlConnection, MysqlQuery } from './connection.ts';

/**
 * Runs statements and gives the rows of each. `together`: in one round trip, with their values written into the text, where the connection is
 * known to take several statements and to read a backslash as one (`openMysql` sees to that); else each by itself, prepared.
 */
export async function send(connection: MysqlConnection, statements: readonly Statement[], together: boolean): Promise<readonly Rows[]> {
  if (together && statements.length > 1) {
    const [results] = await connection.query(queryOf(statements.map(({ sql }) => sql).join(';\n'), statements.flatMap(({ parameters }) => parameters)));
    return (results as readonly unknown[]).map(rowsOf);
  }
  const results: Rows[] = [];
  for (const { sql, parameters } of statements) {
    const query = queryOf(sql, parameters);
    const [result] = together || parameters.length === 0 ? await connection.query(query) : await connection.execute(query);
    results.push(rowsOf(result));
  }
  return results;
}

const queryOf = (sql: string, values: readonly (string | number | null)[]): MysqlQuery =>
  ({ sql, values: [...values], rowsAsArray: false, nestTables: false, namedPlaceholders: false, typeCast: true });
/** What writes gives no rows. */
const rowsOf = (result: unknown): Rows => (Array.isArray(result) ? result as Rows : []);
