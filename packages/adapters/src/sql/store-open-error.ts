/** Why a store could not be opened on a database server. */
export type StoreOpenCode = `${'postgres' | 'mysql'}.${'cannot-connect' | 'newer' | 'text'}`;

/** A database in which no store can be opened: a code for programs, a sentence for people, the driver's own error as `cause`. */
export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError';
  readonly code: StoreOpenCode;
  readonly text: { readonly zh: string; readonly en: string };

  constructor(code: StoreOpenCode, cause: unknown) {
    const text = sentences[code.slice(code.indexOf('.') + 1) as keyof typeof sentences];
    super(`${text.en} / ${text.zh}`, { cause });
    this.code = code;
    this.text = text;
  }
}

const sentences = {
  'cannot-connect': { zh: '连不上数据库：请检查地址、端口、用户名和口令，以及服务是否已启动', en: 'Cannot connect to the database: check address, port, user and password, and whether the server runs' },
  newer: { zh: '数据库中的表由更新版本的程序建立，请先升级本程序', en: 'The tables were made by a later version: upgrade this program first' },
  text: { zh: '数据库或连接的字符集存不下所有文字：PostgreSQL 须为 UTF8，MySQL 的连接须为 utf8mb4', en: 'The database or the connection cannot keep every sign: PostgreSQL has to be UTF8, a connection to MySQL utf8mb4' },
} as const;
