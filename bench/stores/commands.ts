import { openSqlite, sqliteStore, type SqliteDatabase } from '@bihuan/adapters/sqlite';
import type { CaseStore } from '@bihuan/core';
import type { Bench, Cell } from './databases.ts';
import { communities, content, engineOver, live, now, places } from './district.ts';

const day = 86_400_000;
/** Lives of eight commands, by so many at once. */
async function lead(store: CaseStore, tenant: string, lives: number, writers: number): Promise<number> {
  const engine = engineOver(store, tenant);
  let next = 0;
  const began = performance.now();
  await Promise.all(Array.from({ length: writers }, async () => {
    for (let n = next++; n < lives; n = next++) await live(engine, `${tenant}-${n}`, { community: communities[n % communities.length]!, commands: 8, at: now - 60 * day, text: content(n), place: places[n % places.length]! });
  }));
  return lives * 8 / (performance.now() - began) * 1000;
}

type Sent = readonly [sql: string, values: readonly Cell[]];
/** One command by hand: the look at the version that it needs, then every row that it writes. */
type ByHand = readonly Sent[];

/** The commands of those lives as SQL: what the store in SQLite has written for each, with what it read left out but for the version. Life by life. */
async function writtenFor(bench: Bench, tenant: string, lives: number): Promise<readonly (readonly ByHand[])[]> {
  const database = openSqlite(':memory:');
  const led = new Map<string, ByHand[]>();
  let sent: Sent[] = [];
  let [caseId, version] = ['', 0];
  const watched: SqliteDatabase = {
    close: () => database.close(),
    exec(sql) {
      if (sql === 'begin immediate') sent = [];
      if (sql === 'commit' && sent.some(([text]) => text.includes('bihuan_events'))) led.set(caseId, [...(led.get(caseId) ?? []), [versionCheck(bench, tenant, caseId, version), ...sent]]);
      return database.exec(sql);
    },
    prepare(sql) {
      const statement = database.prepare(sql);
      const write = /^\s*(insert|update|delete)/.test(sql);
      const text = inDialect(bench, sql);
      return {
        reader: statement.reader, iterate: (...given) => statement.iterate(...given), get: (...given) => statement.get(...given), all: (...given) => statement.all(...given),
        run(...given) {
          const values = given[0] as Cell[];
          if (write) sent.push([text, values]);
          if (/^insert into "bihuan_events"/.test(sql)) [caseId, version] = [String(values[1]), Number(values[2]) - 1];
          return statement.run(...given);
        },
      };
    },
  };
  const store = sqliteStore(watched);
  await lead(store, tenant, lives, 1);
  await store.close();
  return [...led.values()];
}

const versionCheck = (bench: Bench, tenant: string, caseId: string, version: number): Sent => (version === 0 ? ['select 1 as version', []]
  : [`select version from ${bench.table('heads')} where tenant = ? and case_id = ? and version = ?${bench.name === 'SQLite' ? '' : ' for update'}`, [tenant, caseId, version]]);

/** The same statement for another database. */
function inDialect(bench: Bench, sql: string): string {
  if (bench.name === 'SQLite') return sql;
  if (bench.name === 'PostgreSQL') return sql.replace(/"bihuan_(\w+)"(?!\.)/g, (_, name: string) => bench.table(name)).replace(/"bihuan_(\w+)"\./g, 'bihuan_$1.');
  return sql.replace(/on conflict do nothing/g, 'on duplicate key update tenant = tenant').replace(/on conflict \([^)]*\) do update set/g, 'on duplicate key update')
    .replace(/"bihuan_\w+"\."(\w+)" \+/g, '"$1" +').replace(/excluded\."(\w+)"/g, 'values("$1")').replace(/"bihuan_(\w+)"/g, (_, name: string) => bench.table(name)).replace(/"(\w+)"/g, '`$1`');
}

/** The same rows by SQL sent by hand, one transaction a command: nothing is decided, and no JSON is made. */
async function byHand(bench: Bench, lives: readonly (readonly ByHand[])[], writers: number): Promise<number> {
  let [next, commands] = [0, 0];
  const began = performance.now();
  await Promise.all(Array.from({ length: writers }, async () => {
    for (let n = next++; n < lives.length; n = next++) {
      for (const command of lives[n]!) {
        if (!await bench.together(command)) throw new Error('somebody else has written to a case of its own');
        commands++;
      }
    }
  }));
  return commands / (performance.now() - began) * 1000;
}

export interface CommandRow { readonly writers: number; readonly ours: number; readonly hand: number; readonly right: boolean }

/** Commands a second, ours and by hand, one writer and eight. What both have written is compared: where the cases stand, their events, their lists and values. */
export async function measureCommands(bench: Bench, lives: number): Promise<readonly CommandRow[]> {
  const rows: CommandRow[] = [];
  await lead(bench.store, 'warm', 20, 1);
  for (const writers of [1, 8]) {
    const [mine, theirs] = [`o${writers}`, `h${writers}`];
    const written = await writtenFor(bench, theirs, lives);
    const ours = await lead(bench.store, mine, lives, writers);
    const hand = await byHand(bench, written, writers);
    const told = async (tenant: string): Promise<string> => JSON.stringify((await bench.query(
      `select (select count(*) from ${bench.table('units')} u where u.tenant = c.tenant) as units, (select count(*) from ${bench.table('values')} v where v.tenant = c.tenant) as vals, (select sum(t.n) from ${bench.table('tallies')} t where t.tenant = c.tenant) as tallies, c.step, c.ending, c.version, c.ended, count(*) as n, sum((select count(*) from ${bench.table('events')} e where e.tenant = c.tenant and e.case_id = c.id)) as events from ${bench.table('cases')} c where c.tenant = ? group by c.tenant, c.step, c.ending, c.version, c.ended`, [tenant])).map((row) => Object.values(row).map(String)));
    rows.push({ writers, ours, hand, right: await told(mine) === await told(theirs) });
  }
  return rows;
}
