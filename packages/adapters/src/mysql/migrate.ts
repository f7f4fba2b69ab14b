import { hash } from 'node:crypto';
import { keepMigrations, migrationsIn, mysql, StoreOpenError, tryAgain, type Place, type Rows } from '../sql/index.ts';
import type { MysqlConnection, MysqlPool } from './connection.ts';
import { numberOf, obstacleOf } from './obstacle.ts';
import { send } from './send.ts';

/**
 * Brings the tables up to date. MySQL undoes no change of a table, so each statement may be met half done: what is there already is
 * passed over. Several processes at once do it one after the other; one that finds all done needs no right to make tables.
 * 把表升级到最新：MySQL 的建表不能回滚，所以已有的跳过；多个进程同时启动时依次进行。
 */
export async function migrate(pool: MysqlPool, place: Place): Promise<void> {
  const connection = await pool.getConnection().catch((cause: unknown) => { throw new StoreOpenError('mysql.cannot-connect', cause); });
  try {
    const [settings] = await run(connection, 'select @@character_set_connection as signs, database() as base');
    if (settings!['signs'] !== 'utf8mb4') throw new StoreOpenError('mysql.text', new Error(String(settings!['signs'])));
    if (await isUpToDate(connection, place)) return;

    if (place.schema !== undefined) await run(connection, `create database if not exists ${quoted(place.schema)}`);
    const lock = `bihuan-${hash('sha1', `${place.schema ?? String(settings!['base'])} ${place.prefix}`, 'hex')}`;
    const [locked] = await run(connection, 'select get_lock(?, 120) as got', [lock]);
    if (Number(locked!['got']) !== 1) throw new Error('Another process has been changing the tables for two minutes');
    try {
      await bringUpToDate(connection, place);
    } finally {
      await run(connection, 'select release_lock(?) as gone', [lock]).catch(() => {}); // it goes with the connection too
    }
  } finally {
    connection.release();
  }
}

async function bringUpToDate(connection: MysqlConnection, place: Place): Promise<void> {
  const collation = await byCodePoint(connection);
  await unlessThere(() => run(connection, keepMigrations(mysql, place, collation)));
  const done = await applied(connection, place);
  for (const { name, statements, fill } of migrationsIn(mysql, place, collation)) {
    if (done.has(name)) continue;
    for (const statement of statements) await unlessThere(() => run(connection, statement));
    const filling = fill?.();
    for (let step = filling?.next([]); step && !step.done;) step = filling!.next((await send(connection, [step.value], false))[0]!);
    await unlessThere(() => run(connection, `insert into ${tableOf(place)} (name) values (?)`, [name]));
  }
}

/**
 * Whether the server is a node of a Galera cluster. There nothing may be sent together: where another node's write ends a transaction between two statements of one
 * query, MariaDB (10.11) says nothing, runs the rest of them each by itself, and answers the commit with OK.
 */
export async function isClustered(pool: MysqlPool): Promise<boolean> {
  const connection = await pool.getConnection();
  try {
    return (await run(connection, "show variables like 'wsrep_on'")).some((row) => Object.values(row).includes('ON'));
  } finally {
    connection.release();
  }
}

/** What the server has to compare texts sign by sign, blanks at the end too: each maker names it in its own way. */
async function byCodePoint(connection: MysqlConnection): Promise<string> {
  const known = ['utf8mb4_nopad_bin', 'utf8mb4_0900_bin', 'utf8mb4_bin'];
  const found = new Set((await run(connection, "select collation_name as name from information_schema.collations where collation_name like 'utf8mb4%bin'")).map(({ name }) => name as string));
  return known.find((name) => found.has(name)) ?? 'utf8mb4_bin';
}

async function isUpToDate(connection: MysqlConnection, place: Place): Promise<boolean> {
  const done = await applied(connection, place).catch((error: unknown) => {
    if ([1146, 1049].includes(numberOf(error) ?? 0)) return new Set<string>(); // no such table, no such database
    throw error;
  });
  const migrations = migrationsIn(mysql, place);
  for (const name of done) if (!migrations.some((known) => known.name === name)) throw new StoreOpenError('mysql.newer', new Error(`unknown migration ${name}`));
  return migrations.every(({ name }) => done.has(name));
}

const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
const tableOf = ({ schema, prefix }: Place): string => [...(schema === undefined ? [] : [schema]), `${prefix}migrations`].map(quoted).join('.');
const run = async (connection: MysqlConnection, sql: string, parameters: readonly string[] = []): Promise<Rows> => (await send(connection, [{ sql, parameters, hot: false }], false))[0]!;
const applied = async (connection: MysqlConnection, place: Place): Promise<ReadonlySet<string>> => new Set((await run(connection, `select name from ${tableOf(place)}`)).map(({ name }) => name as string));

/** What is there already was made before the process that began was ended, or by another node of a cluster; where another node comes between, it is tried again. */
const unlessThere = async (work: () => Promise<unknown>): Promise<void> => {
  await tryAgain(work, (error) => (obstacleOf(error) === 'again' ? 'again' : 'broken'), 60_000)
    .catch((error: unknown) => { if (![1050, 1060, 1061, 1062].includes(numberOf(error) ?? 0)) throw error; });
};
