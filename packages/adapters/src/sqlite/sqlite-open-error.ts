/** Why a database could not be opened. */
export type SqliteOpenCode = 'sqlite.cannot-open' | 'sqlite.not-a-database' | 'sqlite.read-only' | 'sqlite.busy' | 'sqlite.newer';

/** A database that cannot be opened: a code for programs, a sentence for people, the driver's own error as `cause`. */
export class SqliteOpenError extends Error {
  override readonly name = 'SqliteOpenError';
  readonly code: SqliteOpenCode;
  readonly path: string;
  readonly text: { readonly zh: string; readonly en: string };

  constructor(code: SqliteOpenCode, path: string, cause: unknown) {
    const text = sentences[code](path);
    super(`${text.en} / ${text.zh}`, { cause });
    this.code = code;
    this.path = path;
    this.text = text;
  }
}

const sentences: Readonly<Record<SqliteOpenCode, (path: string) => { readonly zh: string; readonly en: string }>> = {
  'sqlite.cannot-open': (path) => ({ zh: `无法打开数据库文件“${path}”：请检查目录是否存在、是否有读写权限`, en: `Cannot open the database file "${path}": check that its folder exists and may be written` }),
  'sqlite.not-a-database': (path) => ({ zh: `“${path}”不是 SQLite 数据库文件`, en: `"${path}" is not an SQLite database` }),
  'sqlite.read-only': (path) => ({ zh: `数据库文件“${path}”只能读，不能写`, en: `The database file "${path}" can be read but not written` }),
  'sqlite.busy': (path) => ({ zh: `数据库文件“${path}”正被其他程序占用`, en: `The database file "${path}" is locked by another program` }),
  'sqlite.newer': () => ({ zh: '数据库由更新版本的程序建立，请先升级本程序', en: 'The database was made by a later version: upgrade this program first' }),
};
