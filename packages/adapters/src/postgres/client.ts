/** What a store needs of a connection to PostgreSQL: a client of `pg`, also one that the host has begun a transaction on. */
export interface PostgresClient {
  query(submittable: { submit(connection: unknown): void }): unknown;
}

/** What a store needs of a pool that the caller has opened: a `pg.Pool` has it. */
export interface PostgresPool {
  connect(): Promise<PostgresClient & { release(destroy?: Error | boolean): void }>;
  end(): Promise<void>;
}
