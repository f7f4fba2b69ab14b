import { keepMigrations, migrationsIn, postgres, queriesIn, StoreOpenError, type Place, type Rows } from '../sql/index.ts';
import { giveBack, take, type PostgresClient, type PostgresPool } from './client.ts';
import { stateOf } from './obstacle.ts';
import { roundTrip } from './round-trip.ts';

/**
 * Brings the tables up to date, all or nothing. Several processes at once do it one after the other: the first does it, the others find it done.
 * One that finds all done needs no right to make tables.
 * 把表升级到最新：要么全成要么全不成；多个进程同时启动时依次进行。
 */
export async function migrate(pool: PostgresPool, place: Place): Promise<void> {
  const client = await take(pool).catch((cause: unknown) => { throw new StoreOpenError('postgres.cannot-connect', cause); });
  try {
    const [[encoding] = []] = await run(client, 'show server_encoding');
    if (encoding!['server_encoding'] !== 'UTF8') throw new StoreOpenError('postgres.text', new Error(String(encoding!['server_encoding'])));
    const migrations = migrationsIn(postgres, place);
    const isDone = (done: ReadonlySet<string>) => {
      for (const name of done) if (!migrations.some((known) => known.name === name)) throw new StoreOpenError('postgres.newer', new Error(`unknown migration ${name}`));
      return migrations.every(({ name }) => done.has(name));
    };
    if (isDone(await applied(client, place).catch(notThere))) return;

    await run(client, 'begin isolation level read committed');
    try {
      await run(client, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`bihuan ${place.schema ?? ''} ${place.prefix}`]);
      if (place.schema !== undefined && (await run(client, 'select 1 from pg_namespace where nspname = $1', [place.schema]))[0]!.length === 0)
        await run(client, queriesIn(postgres, place).schema.createSchema(place.schema).compile().sql);
      await run(client, keepMigrations(postgres, place));
      const done = await applied(client, place);
      isDone(done);
      for (const { name, statements, fill } of migrations) {
        if (done.has(name)) continue;
        for (const statement of statements) await run(client, statement);
        const filling = fill?.();
        for (let step = filling?.next([]); step && !step.done;) step = filling!.next((await roundTrip(client, [step.value], false))[0]!);
        await run(client, `insert into ${tableOf(place)} (name) values ($1)`, [name]);
      }
      await run(client, 'commit');
    } catch (error) {
      await run(client, 'rollback').catch(() => {}); // the cause is what counts
      throw error;
    }
  } finally {
    giveBack(client);
  }
}

const run = (client: PostgresClient, sql: string, parameters: readonly string[] = []): Promise<readonly Rows[]> => roundTrip(client, [{ sql, parameters, hot: false }], false);
const tableOf = ({ schema, prefix }: Place): string => [...(schema === undefined ? [] : [schema]), `${prefix}migrations`].map((name) => `"${name.replaceAll('"', '""')}"`).join('.');
const applied = async (client: PostgresClient, place: Place): Promise<ReadonlySet<string>> => new Set((await run(client, `select name from ${tableOf(place)}`))[0]!.map(({ name }) => name as string));

function notThere(error: unknown): ReadonlySet<string> {
  if (['42P01', '3F000'].includes(stateOf(error) ?? '')) return new Set(); // no such table, no such schema
  throw error;
}
