import { resolve } from 'node:path';
import type { Session } from '../upkeep/session.ts';
import type { Args, Io, Option } from './command.ts';
import { complain } from './command.ts';
import { sentences } from './sentences.ts';

/** Which database: what `verify`, `backup` and `restore` all take. */
export const databaseOptions = {
  db: { type: 'string', of: 'URL_OR_FILE', says: { zh: 'SQLite 文件、postgres://… 或 mysql://…', en: 'a SQLite file, postgres://… or mysql://…' } },
  schema: { type: 'string', of: 'NAME', says: { zh: '表所在的 schema，默认连接自己的', en: 'the schema of the tables; default the connection’s own' } },
  prefix: { type: 'string', of: 'TEXT', says: { zh: '表名前缀，默认 bihuan_', en: 'what the names of the tables begin with; default bihuan_' } },
} satisfies Record<string, Option>;

/** Opens the database, does the work and closes it; why it cannot be opened is said in words. */
export async function withDatabase({ value }: Args, io: Io, make: boolean, work: (session: Session, address: string) => Promise<number>): Promise<number> {
  const [given, schema, prefix] = [value('db'), value('schema'), value('prefix')];
  if (given === undefined) return complain(io, sentences.optionMissing('--db URL_OR_FILE'));
  const { openSession } = await import('../upkeep/session.ts'); // its drivers take a while to load: only who needs them waits
  const address = /^\w{2,}:\/\//.test(given) ? given : resolve(io.cwd, given);
  try {
    const session = await openSession({ address, ...(schema !== undefined && { schema }), ...(prefix !== undefined && { prefix }) }, make);
    try { return await work(session, address); } finally { await session.close(); }
  } catch (error) {
    if (error instanceof Error && 'text' in error) return complain(io, error.text as { zh: string; en: string });
    throw error;
  }
}
