import { join, parse, resolve } from 'node:path';
import { type DatabaseAddress, databaseAddress } from './database-address.ts';
import { workspaceFolder } from './places.ts';
import { StartFailure } from './start-failure.ts';

/** What the environment says. */
export interface Settings {
  readonly port: number;
  readonly database: DatabaseAddress;
  /** The folder of attachments; none: there are no uploads. */
  readonly files?: string;
  /** `demo`: time begins where the demo's story ends and runs on from the first start. */
  readonly clock: 'demo' | 'real';
  /** Set behind https, so that the cookie only travels there. */
  readonly secure: boolean;
  /** Set behind a reverse proxy: whose request it is then stands in X-Forwarded-For. */
  readonly proxied?: true;
  /** Only these districts of the manifest; all, where none is named. */
  readonly districts: readonly string[];
}

/** Reads `PORT`, `BIHUAN_DB`, `BIHUAN_FILES`, `BIHUAN_CLOCK`, `BIHUAN_SECURE`, `BIHUAN_PROXY`, `BIHUAN_DISTRICTS` (ids, by commas). */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const { PORT = '3000', BIHUAN_DB, BIHUAN_FILES, BIHUAN_CLOCK = 'demo', BIHUAN_SECURE, BIHUAN_PROXY, BIHUAN_DISTRICTS = '' } = env;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartFailure({ zh: `PORT 应为 0 至 65535 的整数，现为“${PORT}”`, en: `PORT must be a whole number from 0 to 65535, not "${PORT}"` });
  }
  if (BIHUAN_CLOCK !== 'demo' && BIHUAN_CLOCK !== 'real') {
    throw new StartFailure({ zh: `BIHUAN_CLOCK 应为 demo 或 real，现为“${BIHUAN_CLOCK}”`, en: `BIHUAN_CLOCK must be demo or real, not "${BIHUAN_CLOCK}"` });
  }
  const database = databaseAddress(BIHUAN_DB === undefined || BIHUAN_DB === '' ? join(workspaceFolder, 'data', 'bihuan.sqlite') : BIHUAN_DB);
  const files = BIHUAN_FILES ? resolve(BIHUAN_FILES) : besideThe(database);
  return { port, database, ...(files !== undefined && { files }), clock: BIHUAN_CLOCK, secure: BIHUAN_SECURE === '1', ...(BIHUAN_PROXY === '1' && { proxied: true as const }), districts: BIHUAN_DISTRICTS.split(',').map((id) => id.trim()).filter(Boolean) };
}

/** Of `bihuan.sqlite` the folder `bihuan.files`; a database on a server has no such place. */
function besideThe(database: DatabaseAddress): string | undefined {
  if (database.kind !== 'sqlite') return undefined;
  const { dir, name } = parse(database.path);
  return join(dir, `${name}.files`);
}
