import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type SqliteDatabase, SqliteOpenError, openSqlite } from '@bihuan/adapters/sqlite';
import { hasCases, hasServerTables, isEmptyDatabase } from './server-tables.ts';
import { StartFailure } from './start-failure.ts';

/** Opens a database that can be written; what stands against it is said in one sentence. */
export function openDatabase(path: string): SqliteDatabase {
  try {
    return openSqlite(path);
  } catch (error) {
    if (error instanceof SqliteOpenError) throw new StartFailure(error.text, error);
    throw error;
  }
}

/** Does the demo have to be loaded first? Only where there is no database yet; one that holds anything is never touched, and has to be ours. */
export function isFirstStart(path: string): boolean {
  try {
    ensureFolder(dirname(path));
  } catch (error) {
    throw new StartFailure({ zh: `无法建立数据目录“${dirname(path)}”，请检查权限`, en: `Cannot make the data folder "${dirname(path)}": check who may write there` }, error);
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new StartFailure({ zh: `数据库路径“${path}”是一个目录，应为文件`, en: `The database path "${path}" is a folder, not a file` });
  }
  const database = openDatabase(path);
  try {
    if (hasServerTables(database) || hasCases(database)) return false;
    if (!isEmptyDatabase(database)) {
      throw new StartFailure({ zh: `“${path}”是其他程序的数据库，请换一个文件`, en: `"${path}" is another program's database: choose another file` });
    }
  } finally {
    database.close();
  }
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true }); // empty: the demo takes its place
  return true;
}

/** Step by step: where nothing can be made (under /proc), Node's own `recursive` never returns. */
function ensureFolder(folder: string): void {
  if (existsSync(folder) || folder === dirname(folder)) return;
  ensureFolder(dirname(folder));
  mkdirSync(folder);
}
