/** What a store needs of a connection of `mysql2/promise`, also one on which the host has begun a transaction. */
export interface MysqlConnection {
  query(options: MysqlQuery): Promise<readonly [unknown, unknown]>;
  execute(options: MysqlQuery): Promise<readonly [unknown, unknown]>;
}

/** What a store needs of a pool that the caller has opened: one of `mysql2/promise` has it. */
export interface MysqlPool {
  getConnection(): Promise<MysqlConnection & { release(): void; destroy(): void }>;
  end(): Promise<void>;
}

/** Rows come as they are needed here whatever the host has told its pool. */
export interface MysqlQuery {
  readonly sql: string;
  values: (string | number | null)[];
  readonly rowsAsArray: false;
  readonly nestTables: false;
  readonly namedPlaceholders: false;
  readonly typeCast: true;
}
