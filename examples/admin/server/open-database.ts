import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Connection, type KeptStore, connect } from './connection.ts';
import { type DatabaseAddress, shownAddress } from './database-address.ts';
import { contentsOf, makeServerTables } from './make-server-tables.ts';
import { StartFailure } from './start-failure.ts';

/** The server's database, its tables made. */
export interface ServerDatabase extends Pick<Connection, 'queries' | 'together' | 'close'> {
  readonly store: KeptStore;
  /** Whether a district that is not in it yet is to have its demo; not where somebody loaded cases of their own before the first start. */
  readonly played: boolean;
}

/** Opens the server's database, or makes it. One that holds anything else is never touched. */
export async function openServerDatabase(address: DatabaseAddress): Promise<ServerDatabase> {
  if (address.kind === 'sqlite') ensureFile(address.path);
  const connection = await connect(address);
  try {
    const { ours, ofOneDistrict, cases, empty } = await contentsOf(connection);
    const where = shownAddress(address);
    if (ofOneDistrict) {
      throw new StartFailure({
        zh: `“${where}”是只有一个区的旧版数据库，请移走它，或用 BIHUAN_DB 换一个`, en: `"${where}" is a database of an earlier version with a single district: move it away, or name another with BIHUAN_DB`,
      });
    }
    if (!ours && !cases && !empty) {
      throw new StartFailure({ zh: `“${where}”里有其他程序的表，请换一个文件或一个空库`, en: `"${where}" holds tables of another program: choose another file or an empty database` });
    }
    await makeServerTables(connection);
    return { queries: connection.queries, together: connection.together, close: connection.close, store: await connection.openStore(), played: ours || !cases };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** A file that can be there: its folder is, and it is no folder itself. */
function ensureFile(path: string): void {
  try {
    ensureFolder(dirname(path));
  } catch (error) {
    throw new StartFailure({ zh: `无法建立数据目录“${dirname(path)}”，请检查权限`, en: `Cannot make the data folder "${dirname(path)}": check who may write there` }, error);
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new StartFailure({ zh: `数据库路径“${path}”是一个目录，应为文件`, en: `The database path "${path}" is a folder, not a file` });
  }
}

/** Step by step: where nothing can be made (under /proc), Node's own `recursive` never returns. */
export function ensureFolder(folder: string): void {
  if (existsSync(folder) || folder === dirname(folder)) return;
  ensureFolder(dirname(folder));
  mkdirSync(folder);
}
