import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { grid, percent } from '../harness/report.ts';
import { measureCommands, type CommandRow } from './commands.ts';
import { openers, type Bench } from './databases.ts';
import { fill } from './fill.ts';
import { measureLists, type ListRow } from './lists.ts';
import { measureDrain, measureSweep, type DrainRow, type SweepRow } from './sweeps.ts';

const { values } = parseArgs({ options: { sizes: { type: 'string' }, full: { type: 'boolean' }, only: { type: 'string' }, out: { type: 'string' }, drain: { type: 'string', default: '10000' }, lives: { type: 'string', default: '400' } } });
const sizes = (values.sizes ?? (values.full ? '10000,100000,1000000' : '10000,100000')).split(',').map(Number);
const only = values.only?.split(',') ?? Object.keys(openers);

/** What one database came to, by the number of cases in it. */
interface Found { readonly name: string; readonly size: number; readonly filled: number; readonly bytes: number; readonly lists: readonly ListRow[]; readonly commands: readonly CommandRow[]; readonly sweep: readonly SweepRow[]; readonly drain: readonly DrainRow[] }

async function measureDatabase(open: () => Promise<Bench>, size: number): Promise<Found> {
  const bench = await open();
  try {
    const began = performance.now();
    await fill(bench, size, Math.min(size, 10_000));
    const filled = (performance.now() - began) / 1000;
    const bytes = await bench.bytes() / size;
    console.error(`${bench.name} ${size}: filled in ${filled.toFixed(0)} s`);
    const lists = await measureLists(bench);
    const sweep = await measureSweep(bench);
    const commands = await measureCommands(bench, Number(values.lives));
    // A backlog has its own tenant, so its size is that of the database only where it is measured once.
    const drain = size === sizes[0] ? [await measureDrain(bench, Number(values.drain), 1, false), ...(bench.name === 'SQLite' ? [] : [await measureDrain(bench, Number(values.drain), 8, false), await measureDrain(bench, Number(values.drain), 8, true)])] : [];
    return { name: bench.name, size, filled, bytes, lists, commands, sweep, drain };
  } finally { await bench.close(); }
}

const ms = (value: number): string => value.toFixed(2);
const n = (value: number): string => Math.round(value).toLocaleString('en-US');
const text: string[] = [];
const say = (line: string): void => { text.push(line); console.log(line); };
const fenced = (table: string): void => say(`\n\`\`\`\n${table}\n\`\`\`\n`);

say(`# 存储的测量 · Stores measured\n`);
say(`由 \`npm run bench:stores\` 生成，手动运行；日期与机器见下。每个比例都在同一次运行中与手写 SQL 比较，答案逐一核对。\n\nWritten by \`npm run bench:stores\`, run by hand. Each ratio is of one run, beside SQL written by hand, the answers compared.\n`);
say(`${new Date().toISOString().slice(0, 10)}，Node ${process.version}，${cpus().length} × ${cpus()[0]?.model ?? '?'}，与数据库服务同机 · the database servers on the same machine\n`);
say(`前一万件事有完整的事件与哈希链（由引擎走出的三百种经历复制而来，链重新计算），其余只有列表所读的行。\nThe first ten thousand cases have all their events and a chain that verifies (three hundred lives led by the engine, multiplied, the chains reckoned anew); the others have what lists read.\n`);

const found: Found[] = [];
for (const name of only) {
  for (const size of sizes) found.push(await measureDatabase(openers[name]!, size));
  const mine = found.filter((one) => one.name === found.at(-1)!.name);
  say(`## ${mine[0]!.name}\n`);
  say(`### 列表、总数、页签（毫秒，p50 / p95，含总数）· Lists, totals, tabs (ms, p50 / p95, total included)`);
  fenced(grid(['', ...mine.flatMap(({ size }) => [`${n(size)}: total`, 'p50 / p95', '× by hand']), 'right'], mine[0]!.lists.map((row, i) => [
    row.name, ...mine.flatMap(({ lists }) => { const one = lists[i]!; return [n(one.total), `${ms(one.p50)} / ${ms(one.p95)}`, one.hand === undefined ? '' : (one.p50 / one.hand).toFixed(2)]; }), mine.every(({ lists }) => lists[i]!.right) ? 'yes' : 'NO'])));
  say(`### 命令（每秒）· Commands a second`);
  say(`手写的写同样的行，预先算好，不作判断。By hand the same rows are written, reckoned beforehand: nothing is decided.`);
  fenced(grid(['cases', 'writers', 'ours', 'by hand', 'share', 'right'], mine.flatMap(({ size, commands }) => commands.map((row) => [n(size), n(row.writers), n(row.ours), n(row.hand), percent(row.ours / row.hand), row.right ? 'yes' : 'NO']))));
  say(`### 到期（毫秒）· What is due (ms)`);
  fenced(grid(['cases', 'due', 'ours', 'by hand', 'right'], mine.flatMap(({ size, sweep }) => sweep.map((row) => [n(size), n(row.due), ms(row.ours), ms(row.hand), row.right ? 'yes' : 'NO']))));
  say(`### 积压（每秒件数，逐十分之一）· A backlog (cases a second, tenth by tenth)`);
  fenced(grid(['backlog', 'workers', 'by tenths', 'conflicts', 'left'], mine.flatMap(({ drain }) => drain.map((row, i) => [n(row.backlog), `${row.workers}${i === 1 ? ', same order' : i === 2 ? ', own order' : ''}`, row.rates.map(n).join(' '), n(row.conflicts), n(row.left)]))));
  say(`### 大小 · Size`);
  fenced(grid(['cases', 'bytes a case', 'filled in s'], mine.map(({ size, bytes, filled }) => [n(size), n(bytes), filled.toFixed(0)])));
}
if (values.out !== undefined) writeFileSync(values.out, `${text.join('\n')}\n`);
if (found.some(({ lists, commands, sweep, drain }) => [...lists, ...commands, ...sweep].some(({ right }) => !right) || drain.some(({ left }) => left > 0))) process.exitCode = 1;
