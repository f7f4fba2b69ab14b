import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from 'mysql2/promise';
import pg from 'pg';
import type { CaseStore } from '@bihuan/core';
import { mysqlStore, openMysql } from '@bihuan/adapters/mysql';
import { openPostgres, postgresStore } from '@bihuan/adapters/postgres';
import { openSqlite, sqliteStore } from '@bihuan/adapters/sqlite';

export type Cell = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

/** A database as whoever writes SQL by hand has it, and as our store has it. */
export interface Bench {
  readonly name: 'SQLite' | 'PostgreSQL' | 'MariaDB';
  readonly store: CaseStore;
  /** A table of ours, by the name that statements give it. */
  table(name: string): string;
  /** Runs one statement; `?` stands for a value. Statements that come again are prepared, as one who writes by hand does. */
  query(sql: string, values?: readonly Cell[]): Promise<readonly Row[]>;
  /** Several statements in one transaction, in as few round trips as the driver allows; the first says whether anything is written: it must find a row. */
  together(statements: readonly (readonly [sql: string, values: readonly Cell[]])[]): Promise<boolean>;
  /** Many rows of one table. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void>;
  /** Runs this while no table has more than its key; the other indexes come back afterwards. */
  withoutIndexes(tables: readonly string[], work: () => Promise<void>): Promise<void>;
  analyze(): Promise<void>;
  bytes(): Promise<number>;
  close(): Promise<void>;
}

export const openers: Readonly<Record<string, (writers?: number) => Promise<Bench>>> = {
  sqlite: async () => {
    const folder = mkdtempSync(join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'bihuan-bench-'));
    const file = join(folder, 'cases.db');
    const database = openSqlite(file);
    const prepared = new Map<string, ReturnType<typeof database.prepare>>();
    const statement = (sql: string) => prepared.get(sql) ?? prepared.set(sql, database.prepare(sql)).get(sql)!;
    const run = (sql: string, values: readonly Cell[]): readonly Row[] => {
      const one = statement(sql);
      if (one.reader) return one.all(values) as Row[];
      one.run(values);
      return [];
    };
    const table = (name: string): string => `bihuan_${name}`;
    const store = sqliteStore(database, { keepOpen: true });
    return {
      name: 'SQLite', store, table,
      query: async (sql, values = []) => run(sql, values),
      async together([first, ...rest]) {
        database.exec('begin immediate');
        const found = run(...first!).length > 0;
        if (found) for (const each of rest) run(...each);
        database.exec(found ? 'commit' : 'rollback');
        return found;
      },
      async insert(name, columns, rows) {
        database.exec('begin immediate');
        const one = statement(`insert into ${table(name)} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
        for (const row of rows) one.run(row);
        database.exec('commit');
      },
      async withoutIndexes(tables, work) {
        const made = (database.prepare("select name, sql from sqlite_master where type = 'index' and sql is not null").all() as { name: string; sql: string }[]).filter(({ sql }) => tables.some((name) => sql.includes(`"${table(name)}"`)));
        for (const { name } of made) database.exec(`drop index "${name}"`);
        database.exec('pragma synchronous = off');
        database.prepare('pragma cache_size = -1000000').all();
        await work();
        for (const { sql } of made) database.exec(sql);
        database.exec('pragma synchronous = full');
        database.prepare('pragma cache_size = -2000').all();
        database.prepare('pragma wal_checkpoint(truncate)').all();
      },
      analyze: async () => {},
      bytes: async () => { database.prepare('pragma wal_checkpoint(truncate)').all(); return statSync(file).size; },
      close: async () => { database.close(); rmSync(folder, { recursive: true }); },
    };
  },

  postgres: async (writers = 8) => {
    const url = process.env['BIHUAN_TEST_POSTGRES'] ?? 'postgres://root@127.0.0.1:5432/test';
    const schema = `bihuan_bench_${process.pid}`;
    const store = await postgresStore(openPostgres(url, { connections: writers }), { schema });
    const pool = new pg.Pool({ connectionString: url, max: writers });
    const table = (name: string): string => `${schema}.bihuan_${name}`;
    const names = new Map<string, { readonly name: string; readonly text: string }>();
    const named = (sql: string) => {
      let n = 0;
      return names.get(sql) ?? names.set(sql, { name: `b${names.size}`, text: sql.replace(/\?/g, () => `$${++n}`) }).get(sql)!;
    };
    return {
      name: 'PostgreSQL', store, table,
      query: async (sql, values = []) => (await pool.query({ ...named(sql), values: [...values] })).rows as Row[],
      async together([first, ...rest]) {
        const client = await pool.connect();
        try {
          // Sent together: `pg` hands each on as soon as it is asked, and does not wait in between with `pipelineMode`; without it, one after the other.
          await client.query('begin');
          const found = (await client.query({ ...named(first![0]), values: [...first![1]] })).rows.length > 0;
          if (found) await Promise.all(rest.map(([sql, values]) => client.query({ ...named(sql), values: [...values] })));
          await client.query(found ? 'commit' : 'rollback');
          return found;
        } finally { client.release(); }
      },
      async insert(name, columns, rows) {
        const types = await typesOf(pool, schema, `bihuan_${name}`);
        const text = `insert into ${table(name)} (${columns.join(', ')}) select * from unnest(${columns.map((column, i) => `$${i + 1}::${types.get(column)}[]`).join(', ')})`;
        for (let from = 0; from < rows.length; from += 5000) {
          const part = rows.slice(from, from + 5000);
          await pool.query({ text, values: columns.map((_, i) => part.map((row) => row[i])) });
        }
      },
      async withoutIndexes(tables, work) {
        const { rows } = await pool.query("select indexname, indexdef from pg_indexes where schemaname = $1 and tablename = any($2) and indexname not like '%_key'", [schema, tables.map((name) => `bihuan_${name}`)]) as { rows: { indexname: string; indexdef: string }[] };
        for (const { indexname } of rows) await pool.query(`drop index ${schema}."${indexname}"`);
        await work();
        for (const { indexdef } of rows) await pool.query(`set maintenance_work_mem = '512MB'; ${indexdef}`);
      },
      analyze: async () => { await pool.query('vacuum analyze'); },
      bytes: async () => Number((await pool.query('select sum(pg_total_relation_size(c.oid)) as n from pg_class c join pg_namespace s on s.oid = c.relnamespace where s.nspname = $1 and c.relkind = $2', [schema, 'r'])).rows[0].n),
      close: async () => { await store.close(); await pool.query(`drop schema ${schema} cascade`); await pool.end(); },
    };
  },

  mysql: async (writers = 8) => {
    const url = process.env['BIHUAN_TEST_MYSQL'] ?? 'mysql://root@127.0.0.1:3306/test';
    const schema = `bihuan_bench_${process.pid}`;
    const store = await mysqlStore(openMysql(url, { connections: writers }), { schema });
    const pool = createPool({ uri: url, connectionLimit: writers, multipleStatements: true });
    const table = (name: string): string => `${schema}.bihuan_${name}`;
    return {
      name: 'MariaDB', store, table,
      query: async (sql, values = []) => (await pool.query(sql, [...values]))[0] as unknown as Row[],
      async together([first, ...rest]) {
        const connection = await pool.getConnection();
        try {
          const [results] = await connection.query(`start transaction; ${first![0]}`, [...first![1]]) as unknown as [readonly [unknown, readonly Row[]]];
          const found = results[1].length > 0;
          if (found) await connection.query([...rest.map(([sql]) => sql), 'commit'].join('; '), rest.flatMap(([, values]) => values));
          else await connection.query('rollback');
          return found;
        } finally { connection.release(); }
      },
      async insert(name, columns, rows) {
        for (let from = 0; from < rows.length; from += 2000) await pool.query(`insert into ${table(name)} (${columns.map((column) => `\`${column}\``).join(', ')}) values ?`, [rows.slice(from, from + 2000)]);
      },
      async withoutIndexes(tables, work) {
        const [rows] = await pool.query('select table_name as t, index_name as i, group_concat(concat("`", column_name, "`", if(sub_part is null, "", concat("(", sub_part, ")")), if(collation = "D", " desc", "")) order by seq_in_index) as columns_ from information_schema.statistics where table_schema = ? and table_name in (?) and index_name <> "PRIMARY" group by 1, 2', [schema, tables.map((name) => `bihuan_${name}`)]) as unknown as [readonly { t: string; i: string; columns_: string }[]];
        for (const { t, i } of rows) await pool.query(`alter table ${schema}.\`${t}\` drop index \`${i}\``);
        await work();
        for (const { t, i, columns_ } of rows) await pool.query(`alter table ${schema}.\`${t}\` add index \`${i}\` (${columns_})`);
      },
      async analyze() {
        const [rows] = await pool.query('select table_name as t from information_schema.tables where table_schema = ?', [schema]) as unknown as [readonly { t: string }[]];
        for (const { t } of rows) await pool.query(`analyze table ${schema}.\`${t}\``);
      },
      bytes: async () => Number(((await pool.query('select sum(data_length + index_length) as n from information_schema.tables where table_schema = ?', [schema]))[0] as unknown as Row[])[0]!['n']),
      close: async () => { await store.close(); await pool.query(`drop database ${schema}`); await pool.end(); },
    };
  },
};

async function typesOf(pool: pg.Pool, schema: string, table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query('select column_name, data_type from information_schema.columns where table_schema = $1 and table_name = $2', [schema, table]) as { rows: { column_name: string; data_type: string }[] };
  return new Map(rows.map(({ column_name, data_type }) => [column_name, data_type === 'character varying' || data_type === 'character' ? 'text' : data_type]));
}
