// npx tsx --conditions=bihuan-source bench/stores/texts.ts [--size 30000] [--no-pairs] [--only sqlite,postgres,mysql]
// 中文检索：逐行比对、文本索引、自建字对表，在同一批事项上。Free text in Chinese over the same cases: a scan, the text index, and a table of pairs of one’s own.
import { parseArgs } from 'node:util';
import type { CaseQuery } from '@bihuan/core';
import { gramsOf } from '../../packages/adapters/src/sql/grams.ts';
import { batchOf, rowOf } from '../../packages/adapters/src/contract/sample-cases.ts';
import { median } from '../harness/measure.ts';
import { grid } from '../harness/report.ts';
import { openers, type Bench, type Cell } from './databases.ts';
import { caseId } from './fill.ts';

const { values } = parseArgs({ options: { size: { type: 'string', default: '30000' }, only: { type: 'string' }, 'no-pairs': { type: 'boolean', default: false } } });
const size = Number(values.size);
const tenant = 'default';

/** Words with how seldom a text has them: one in so many. */
const words: readonly (readonly [word: string, one: number])[] = [['暖气', 7], ['井盖', 500], ['下水道', 7], ['充电桩', 500], ['高空抛物', 7], ['私拉电线', 500]];

let seed = 1330;
const chance = (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
/** Some ninety signs: common ones often, as in a language; the words where they fall. */
const textOf = (n: number): string => {
  const run = (length: number): string => Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(3500 ** chance()) * 5)).join('');
  const had = words.filter(([, one]) => chance() < 1 / one).map(([word]) => word + run(6));
  return `${caseId(n)}\nDT-${caseId(n)}\n${run(18)}，${had.join('')}${run(24)}。${run(16)}`;
};

async function timed(work: () => Promise<unknown>, times = 9): Promise<number> {
  await work();
  const took: number[] = [];
  for (let n = 0; n < times && (n < 3 || took.reduce((a, b) => a + b, 0) < 1000); n++) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return median(took.sort((a, b) => a - b));
}
const since = (start: number): number => performance.now() - start;

const filesOfMaria = `select sum(file_size) as n from information_schema.innodb_sys_tablespaces where name like ?`;
const bytesOf = async (bench: Bench): Promise<number> => (bench.name !== 'MariaDB' ? bench.bytes() : Number((await bench.query(filesOfMaria, [`${bench.table('x').split('.')[0]!}/%`]))[0]!['n']));

/** Filled in portions, so that no statement is too long. */
async function insert(bench: Bench, table: string, columns: readonly string[], rowOf_: (n: number) => readonly (readonly Cell[])[]): Promise<void> {
  for (let from = 0; from < size; from += 1000) await bench.insert(table, columns, Array.from({ length: Math.min(1000, size - from) }, (_, i) => rowOf_(from + i)).flat());
}

async function measure(bench: Bench): Promise<void> {
  const texts = Array.from({ length: size }, (_, n) => textOf(n));
  const columns = ['id', 'method', 'kind', 'source', 'step', 'home', 'holder', 'opened', 'broken', 'version', 'search'] as const;
  await insert(bench, 'cases', ['tenant', ...columns, 'subject', 'detail'], (n) => {
    const row = rowOf(caseId(n), 1, { search: texts[n]!, opened: n });
    return [[tenant, ...columns.map((name) => (name === 'broken' ? 0 : row[name as 'id'])), 0, JSON.stringify({ subject: false, within: [], values: {}, awaited: [] })]];
  });
  await insert(bench, 'units', ['tenant', 'unit', 'subject', 'case_id', 'ended', 'due', 'warn', 'opened'], (n) => [[tenant, '', 0, caseId(n), 0, (n * 7919) % size, 9e15, n]]);
  const [bare, began] = [await bytesOf(bench), performance.now()];
  await insert(bench, 'texts', ['tenant', 'case_id', 'grams'], (n) => [[tenant, caseId(n), gramsOf(tenant, texts[n]!).join(' ')]]);
  const [filled, bytes] = [since(began) / size, (await bytesOf(bench) - bare) / size];

  const own = bench.table('own');
  await bench.query(`create table ${own} (gram integer not null, nr integer not null, primary key (gram, nr)) ${bench.name === 'SQLite' ? 'without rowid' : ''}`);
  const [before, ownBegan] = [await bytesOf(bench), performance.now()];
  const pairs = !values['no-pairs'];
  if (pairs) await insert(bench, 'own', ['gram', 'nr'], (n) => gramsOf(tenant, texts[n]!).map((word) => [parseInt(word, 36) | 0, n]));
  const [ownFilled, ownBytes] = [since(ownBegan) / size, (await bytesOf(bench) - before) / size];
  if (bench.name !== 'SQLite') await bench.analyze();

  const rows: string[][] = [];
  for (const [word] of words) {
    const list = (query: CaseQuery) => () => bench.store.list(tenant, { ...query, sort: [{ by: 'due', order: 'asc' }], limit: 25 });
    const [scan, index] = [list({ where: [{ on: 'search', op: 'like', value: word }] }), list({ search: word })];
    const [one, other] = [await scan(), await index()];
    const right = one.total === other.total && one.rows.map(({ id }) => id).join() === other.rows.map(({ id }) => id).join();
    const grams = gramsOf(tenant, word).map((gram) => parseInt(gram, 36) | 0);
    const found = `select count(*) as n from ${own} a ${grams.slice(1).map((gram, i) => `join ${own} b${i} on b${i}.nr = a.nr and b${i}.gram = ${gram}`).join(' ')} where a.gram = ${grams[0]!}`;
    rows.push([word, String(one.total), (await timed(scan)).toFixed(1), (await timed(index)).toFixed(1), pairs ? (await timed(() => bench.query(found))).toFixed(1) : '', right ? 'yes' : 'NO']);
  }

  let at = size;
  const written = async (search: (n: number) => string): Promise<number> => {
    const start = performance.now();
    for (let n = 0; n < 100; n++, at++) await bench.store.append(batchOf(caseId(at), { tenant, row: { search: search(at) } }));
    return since(start) / 100;
  };
  await written(textOf);
  const commands = [[], []] as [number[], number[]];
  for (let round = 0; round < 5; round++) {
    commands[0].push(await written(() => ''));
    commands[1].push(await written(textOf));
  }
  console.log(`## ${bench.name}, ${size} cases\n`);
  console.log(grid(['word', 'total', 'scan ms', 'index ms', 'own pairs: total alone, ms', 'same'], rows));
  console.log(`bytes a case: index ${bytes.toFixed(0)}${pairs ? `, own pairs ${ownBytes.toFixed(0)}` : ''}; filled, ms a case: index ${filled.toFixed(3)}${pairs ? `, own pairs ${ownFilled.toFixed(3)}` : ''}`);
  console.log(`a new case, ms: without text ${median(commands[0].sort((a, b) => a - b)).toFixed(2)}, with text ${median(commands[1].sort((a, b) => a - b)).toFixed(2)}\n`);
}

for (const name of values.only?.split(',') ?? Object.keys(openers)) {
  const bench = await openers[name]!();
  try { await measure(bench); } finally { await bench.close(); }
}
