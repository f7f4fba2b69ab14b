import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type SqliteDatabase, SqliteOpenError, openSqlite } from '@bihuan/adapters/sqlite';
import { hasCases, hasServerTables, isEmptyDatabase, isOfOneDistrict } from './server-tables.ts';
import { StartFailure } from './start-failure.ts';

/** Opens a database that can be written; what stands against it is said in one sentence. */
function openDatabase(path: string): SqliteDatabase {
  try {
    return openSqlite(path);
  } catch (error) {
    if (error instanceof SqliteOpenError) throw new StartFailure(error.text, error);
    throw error;
  }
}

/**
 * Opens the server's database, or makes it. `played`: whether a district that is not in it yet is to have its demo; not where somebody
 * loaded cases of their own before the first start. One that holds anything else is never touched.
 */
export function openServerDatabase(path: string): { readonly database: SqliteDatabase; readonly played: boolean } {
  try {
    ensureFolder(dirname(path));
  } catch (error) {
    throw new StartFailure({ zh: `无法建立数据目录“${dirname(path)}”，请检查权限`, en: `Cannot make the data folder "${dirname(path)}": check who may write there` }, error);
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new StartFailure({ zh: `数据库路径“${path}”是一个目录，应为文件`, en: `The database path "${path}" is a folder, not a file` });
  }
  const database = openDatabase(path);
  const known = hasServerTables(database);
  if (isOfOneDistrict(database)) {
    database.close();
    throw new StartFailure({
      zh: `“${path}”是只有一个区的旧版数据库，请移走它，或用 BIHUAN_DB 换一个文件`, en: `"${path}" is a database of an earlier version with a single district: move it away, or name another file with BIHUAN_DB`,
    });
  }
  if (!known && !hasCases(database) && !isEmptyDatabase(database)) {
    database.close();
    throw new StartFailure({ zh: `“${path}”是其他程序的数据库，请换一个文件`, en: `"${path}" is another program's database: choose another file` });
  }
  return { database, played: known || !hasCases(database) };
}

/** Step by step: where nothing can be made (under /proc), Node's own `recursive` never returns. */
function ensureFolder(folder: string): void {
  if (existsSync(folder) || folder === dirname(folder)) return;
  ensureFolder(dirname(folder));
  mkdirSync(folder);
}
