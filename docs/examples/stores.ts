// 存储指南引用的代码，由测试在 PostgreSQL、MariaDB 和 SQLite 上运行。 The code that the guide to stores quotes; a test runs it on PostgreSQL, MariaDB and SQLite.
import { createEngine, defineMethod } from '@bihuan/core';
import type { Actor } from '@bihuan/core';
import json from '@bihuan/core/methods/1330.json' with { type: 'json' };
import type { MysqlStore } from '@bihuan/adapters/mysql';
import type { PostgresStore } from '@bihuan/adapters/postgres';
import type { SqliteDatabase, SqliteStore } from '@bihuan/adapters/sqlite';
import type mysql from 'mysql2/promise';
import type pg from 'pg';

const methods = [defineMethod(json)];
const clerk: Actor = { person: 'wang', posts: [{ id: 'clerk-1', role: 'clerk', unit: 'zhenhua', person: 'wang' }] };
const report = { source: 'survey', fields: { content: '地基下陷' } } as const;
const now = { by: clerk, at: '2021-10-08T09:00:00+08:00' };

// #region postgres
export async function inPostgres(pool: pg.Pool, store: PostgresStore, check: () => void): Promise<void> {
  const street = createEngine({ methods, store, tenant: 'pingcheng' });
  const client = await pool.connect();
  try {
    await client.query('begin');
    const opened = await store.within(client, () => street.open(report, now));
    if (opened.ok) await client.query('insert into orders (case_id) values ($1)', [opened.value.id]);
    check();                                                      // whatever throws here undoes both · 这里抛错，两者都撤销
    await client.query(opened.ok ? 'commit' : 'rollback');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
// #endregion

// #region mysql
export async function inMysql(pool: mysql.Pool, store: MysqlStore, check: () => void): Promise<void> {
  const street = createEngine({ methods, store, tenant: 'pingcheng' });
  const connection = await pool.getConnection();
  try {
    await connection.query('set transaction isolation level read committed');
    await connection.beginTransaction();
    const opened = await store.within(connection, () => street.open(report, now));
    if (opened.ok) await connection.execute('insert into orders (case_id) values (?)', [opened.value.id]);
    check();
    await (opened.ok ? connection.commit() : connection.rollback());
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}
// #endregion

// #region sqlite
export async function inSqlite(database: SqliteDatabase, store: SqliteStore, check: () => void): Promise<void> {
  const street = createEngine({ methods, store, tenant: 'pingcheng' });
  await store.transaction(async () => {
    const opened = await street.open(report, now);
    if (opened.ok) database.prepare('insert into orders (case_id) values (?)').run(opened.value.id);
    check();
  });
}
// #endregion
