import type { Rows, Statement } from '../sql/index.ts';
import type { PostgresClient } from './client.ts';

/** Sends all statements at once and gives the rows of each: one round trip, however many. The first that fails ends it, and those after it are not run. */
export const roundTrip = (client: PostgresClient, statements: readonly Statement[], prepare: boolean): Promise<readonly Rows[]> =>
  new Promise((resolve, reject) => {
    client.query(new RoundTrip(statements, prepare, (error, rows) => { if (error) reject(error); else resolve(rows!); }));
  });

/** What `pg` hands to whatever is submitted to a client. */
interface Connection {
  readonly stream: { cork?(): void; uncork?(): void };
  parse(statement: { readonly text: string; readonly name: string }): void;
  bind(portal: { readonly statement: string; readonly values: readonly (string | null)[] }): void;
  describe(portal: { readonly type: 'P'; readonly name: string }): void;
  execute(portal: { readonly portal: string }): void;
  sync(): void;
}
interface Field { readonly name: string; readonly dataTypeID: number }

/** What else need not be described: a message less each way. */
const givesRows = /^\s*(select|show)\b|\breturning\b/i;

/** Names of what a connection has prepared, by its text. They are counted up and never used again. */
const prepared = new WeakMap<object, Map<string, string>>();
let names = 0;

/** Several statements and one Sync, as `pg` runs them: its own queries have a Sync each. Values are read by their type whatever the host has told `pg`. */
class RoundTrip {
  readonly #statements: readonly Statement[];
  readonly #prepare: boolean;
  readonly #results: Rows[] = [];
  readonly #begun: string[] = [];
  #names: Map<string, string> | undefined;
  #fields: readonly Field[] = [];
  #rows: Record<string, unknown>[] = [];
  /** `pg` puts another in its place where queries have a time limit. */
  callback: (error?: Error, rows?: readonly Rows[]) => void;

  constructor(statements: readonly Statement[], prepare: boolean, callback: (error?: Error, rows?: readonly Rows[]) => void) {
    this.#statements = statements;
    this.#prepare = prepare;
    this.callback = callback;
  }

  submit(connection: unknown): void {
    const { stream } = connection as Connection;
    stream.cork?.();
    try {
      for (const statement of this.#statements) this.#send(connection as Connection, statement);
      (connection as Connection).sync();
    } finally {
      stream.uncork?.();
    }
  }

  #send(connection: Connection, { sql, parameters, hot }: Statement): void {
    const name = hot && this.#prepare ? this.#nameOf(connection, sql) : undefined;
    if (!name?.known) connection.parse({ text: sql, name: name?.name ?? '' });
    connection.bind({ statement: name?.name ?? '', values: parameters.map((value) => (value === null ? null : String(value))) });
    if (givesRows.test(sql)) connection.describe({ type: 'P', name: '' });
    connection.execute({ portal: '' });
  }

  #nameOf(connection: object, sql: string): { readonly name: string; readonly known: boolean } {
    this.#names ??= prepared.get(connection);
    if (!this.#names) prepared.set(connection, this.#names = new Map());
    const name = this.#names.get(sql);
    if (name !== undefined) return { name, known: true };
    const fresh = `bihuan_${++names}`;
    this.#names.set(sql, fresh);
    this.#begun.push(sql);
    return { name: fresh, known: false };
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void { this.#fields = fields; }
  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#rows.push(Object.fromEntries(this.#fields.map(({ name, dataTypeID }, i) => [name, valueOf(fields[i]!, dataTypeID)])));
  }
  handleCommandComplete(): void {
    this.#results.push(this.#rows);
    [this.#rows, this.#fields] = [[], []];
  }
  handleEmptyQuery(): void { this.handleCommandComplete(); }
  handlePortalSuspended(): void { /* all rows are asked for */ }
  handleError(error: Error): void {
    for (const sql of this.#begun) this.#names?.delete(sql); // whether they were prepared is not known
    this.callback(error);
  }
  handleReadyForQuery(): void { this.callback(undefined, this.#results); }
}

const numbers: ReadonlySet<number> = new Set([20, 21, 23, 700, 701, 1700]); // int8, int2, int4, float4, float8, numeric
const valueOf = (text: string | null, type: number): unknown => (text === null ? null : numbers.has(type) ? Number(text) : type === 16 ? text === 't' : text);
