/** What a store needs of a connection to PostgreSQL: a client of `pg`, also one that the host has begun a transaction on. */
export interface PostgresClient {
  query(submittable: { submit(connection: unknown): void }): unknown;
}

/** A client that belongs to a pool. */
export interface PooledClient extends PostgresClient {
  release(destroy?: Error | boolean): void;
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'error', listener: (error: Error) => void): unknown;
}

/** What a store needs of a pool that the caller has opened: a `pg.Pool` has it. */
export interface PostgresPool {
  connect(): Promise<PooledClient>;
  end(): Promise<void>;
}

/** Whoever asked hears of a connection that breaks; without anybody to hear of it otherwise, it would end the whole process. */
const heardOf = (): void => {};

/** A client of the pool, which is given back by `giveBack`. */
export async function take(pool: PostgresPool): Promise<PooledClient> {
  const client = await pool.connect();
  client.on('error', heardOf);
  return client;
}

/** Gives it back, to be used again or thrown away. */
export function giveBack(client: PooledClient, broken = false): void {
  client.off('error', heardOf);
  client.release(broken);
}
