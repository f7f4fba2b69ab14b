import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Pace } from '../harness/measure.ts';
import { grid } from '../harness/report.ts';
import type { Report } from '../harness/report.ts';

interface Found { readonly loaded: Size; readonly filled: Size; readonly commands: number; readonly count: number }
interface Size { readonly resident: number; readonly heap: number }

const ask = (args: readonly string[]): string => execFileSync(process.execPath, ['--expose-gc', ...args], { encoding: 'utf8' });

/** For information: what a process holds that has nothing but the core, the memory store and ten thousand cases. */
export const memory = async (_pace: Pace): Promise<Report> => {
  const bare = Number(ask(['-e', 'gc(); console.log(process.memoryUsage().rss)']));
  const { loaded, filled, commands, count } = JSON.parse(ask([fileURLToPath(process.env['BENCH_MEMORY']!)])) as Found;
  const mb = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
  return {
    title: 'Memory of a process with 1330 and 10,000 cases in the memory store (for information)',
    tables: [grid(['', 'resident MB', 'heap MB', ''], [
      ['Node alone', mb(bare), '', ''],
      ['with the core, 1330 loaded and compiled', mb(loaded.resident), mb(loaded.heap), ''],
      [`with ${count.toLocaleString('en-US')} cases`, mb(filled.resident), mb(filled.heap), `${commands.toLocaleString('en-US')} commands, ${Math.round((filled.heap - loaded.heap) / count).toLocaleString('en-US')} bytes of heap a case`],
    ])],
    rows: {}, targets: [], wrong: count === 10_000 ? [] : [`memory: ${count} cases`],
  };
};
