import { createHash } from 'node:crypto';
import { openSqlite, sqliteStore } from '@bihuan/adapters/sqlite';
import { gramsOf } from '../../packages/adapters/src/sql/grams.ts';
import type { Bench, Cell } from './databases.ts';
import { communities, content, engineOver, live, now, places, streetOf } from './district.ts';

/** What of a life differs from case to case, as it stands in every text of it. */
const marks = { id: '@@00000', order: '@@order', community: 'comm-00-0', street: 'street-00', text: '@@content', place: '@@place' };
const names = Object.keys(marks) as (keyof typeof marks)[];
const cut = new RegExp(`(${['id', 'community', 'street', 'text', 'place'].map((name) => marks[name as 'id']).join('|')})`);
type Part = string | { readonly mark: keyof typeof marks };
type Template = ReadonlyMap<string, readonly (readonly (Cell | readonly Part[])[])[]>;

/** Tables that hold something of a case, with their columns. */
interface Shape { readonly table: string; readonly columns: readonly string[] }

/** Lives that the engine has led, one after the other over a year, each as the rows that the store has written of it. */
async function templates(count: number): Promise<{ readonly shapes: readonly Shape[]; readonly lives: readonly Template[] }> {
  const database = openSqlite(':memory:');
  const engine = engineOver(sqliteStore(database, { keepOpen: true }));
  const day = 86_400_000;
  for (let n = 0; n < count; n++) {
    const open = n % 5 === 0;
    // Four in five have ended; the others have been begun in these five weeks.
    const at = open ? now - 1 * day - Math.floor((n / count) * 35 * day) : now - 40 * day - Math.floor((n / count) * 320 * day);
    await live(engine, templateId(n), { community: marks.community, commands: open ? 1 + Math.floor(n / 5) % 6 : 8, at, text: marks.text, place: marks.place });
  }
  const tables = (database.prepare("select name from sqlite_master where type = 'table' and name like 'bihuan_%'").all() as { name: string }[]).map(({ name }) => name);
  const shapes = tables.flatMap((name): Shape[] => {
    const columns = (database.prepare(`select name from pragma_table_info('${name}')`).all() as { name: string }[]).map((row) => row.name);
    // The words of texts are made of each case’s own text.
    return name !== 'bihuan_texts' && (columns.includes('case_id') || name === 'bihuan_cases') ? [{ table: name.slice('bihuan_'.length), columns }] : [];
  });
  const lives = Array.from({ length: count }, (_, n): Template => new Map(shapes.map(({ table, columns }) => [table,
    (database.prepare(`select * from bihuan_${table} where ${table === 'cases' ? 'id' : 'case_id'} = ?${table === 'events' ? ' order by seq' : ''}`).all([templateId(n)]) as Record<string, Cell>[])
      .map((row) => columns.map((name) => cellOf(row[name]!, templateId(n))))])));
  database.close();
  return { shapes, lives };
}
const templateId = (n: number): string => marks.id.slice(0, 2) + String(n).padStart(5, '0');

function cellOf(cell: Cell, id: string): Cell | readonly Part[] {
  if (typeof cell !== 'string') return cell;
  const parts = cell.replaceAll(id, marks.id).split(cut);
  return parts.length === 1 ? cell : parts.filter((part) => part !== '').map((part) => ({ part, mark: names.find((name) => marks[name] === part) })).map(({ part, mark }) => (mark ? { mark } : part));
}

const tenant = 'default';

/** Tables that no list, count or tab reads. */
const logs: ReadonlySet<string> = new Set(['events', 'heads', 'personal']);

/**
 * Fills a database with so many cases. The first `logged` have everything, with a chain as valid as one that was led: its hashes are reckoned
 * anew. Of the others only what lists read is there.
 */
export async function fill(bench: Bench, cases: number, logged: number): Promise<void> {
  const { shapes, lives } = await templates(300);
  const body = (shape: Shape, name: string): number => shape.columns.indexOf(name);
  await bench.withoutIndexes(shapes.map(({ table }) => table), async () => {
    for (let start = 0; start < cases; start += 2000) {
      const batches = new Map<string, Cell[][]>(shapes.map(({ table }) => [table, []]));
      for (let n = start; n < Math.min(cases, start + 2000); n++) {
        const community = communities[mixed(n, 1) % communities.length]!;
        const values = { id: caseId(n), order: '', community, street: streetOf(community), text: content(n), place: places[mixed(n, 2) % places.length]! };
        const life = lives[mixed(n, 3) % lives.length]!;
        let link = '';
        for (const shape of shapes) {
          if (n >= logged && logs.has(shape.table)) continue;
          for (const row of life.get(shape.table)!) {
            const cells = row.map((cell): Cell => (Array.isArray(cell) ? (cell as readonly Part[]).map((part) => (typeof part === 'string' ? part : values[part.mark])).join('') : cell as Cell));
            if (shape.table === 'events') {
              link = createHash('sha256').update(link + cells[body(shape, 'body')]).digest('hex');
              cells[body(shape, 'hash')] = link;
            }
            if (shape.table === 'heads') cells[body(shape, 'hash')] = link;
            batches.get(shape.table)!.push(cells);
          }
        }
      }
      const words = (columns: readonly string[], row: readonly Cell[]): Cell[] => [tenant, row[columns.indexOf('id')]!, gramsOf(tenant, row[columns.indexOf('search')] as string).join(' ')];
      for (const { table, columns } of shapes) if (table === 'cases') await bench.insert('texts', ['tenant', 'case_id', 'grams'], batches.get(table)!.map((row) => words(columns, row)));
      for (const { table, columns } of shapes) if (batches.get(table)!.length > 0) await bench.insert(table, columns, batches.get(table)!);
    }
  });
  await tally(bench);
  await bench.analyze();
}
/** A number that looks like chance, the same in every run. */
const mixed = (n: number, salt: number): number => {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  return (x ^ (x >>> 13)) >>> 0;
};
export const caseId = (n: number): string => `c${String(n).padStart(8, '0')}`;

/** The tallies, counted at once. */
async function tally(bench: Bench): Promise<void> {
  const alike = ['method', 'kind', 'source', 'step', 'ending', 'outcome', 'broken'].map((name) => `c.${name}`).join(', ');
  const ended = 'case when c.ended is null then null else 1 end';
  const cell = bench.name === 'MariaDB' ? "concat('#', row_number() over ())" : "'#' || row_number() over ()";
  await bench.query(`insert into ${bench.table('tallies')} (tenant, unit, subject, cell, shard, method, kind, source, step, ending, outcome, broken, ended, n)
    select g.tenant, g.unit, g.subject, ${cell}, 0, g.method, g.kind, g.source, g.step, g.ending, g.outcome, g.broken, g.ended, g.n from (
      select u.tenant, u.unit, u.subject, ${alike}, ${ended} as ended, count(*) as n from ${bench.table('units')} u join ${bench.table('cases')} c on c.tenant = u.tenant and c.id = u.case_id
      group by u.tenant, u.unit, u.subject, ${alike}, ${ended}) g`);
}
