import { readFileSync } from 'node:fs';
import { compileMethod, MethodSchema, parseMethod } from '@bihuan/core';
import { keep, measure } from '../harness/measure.ts';
import type { Contender, Pace, Right } from '../harness/measure.ts';
import { grid, named, target, wrongOnes } from '../harness/report.ts';
import type { Report } from '../harness/report.ts';
import { largeMethod } from './large-method.ts';
import type { Json } from './large-method.ts';

const ACTIONS = 200;
const smallText = readFileSync(new URL('../../packages/core/methods/1330.json', import.meta.url), 'utf8');
const large = largeMethod(JSON.parse(smallText) as Json, ACTIONS);
const text = JSON.stringify(large);
const repeat = (work: () => unknown): Contender['run'] => (count) => { for (let n = 0; n < count; n++) keep(work()); return count; };

/** Right: it loads, and has all its actions. */
const check = (): Right => {
  const parsed = parseMethod(text);
  if (!parsed.ok) problems = parsed.issues.filter(({ severity }) => severity === 'error').slice(0, 8).map(({ code, path }) => `${code} at ${path.join('.')}`);
  return { right: parsed.ok && Object.keys(parsed.value.actions).length === ACTIONS ? 1 : 0, of: 1 };
};
let problems: readonly string[] = [];

export const method = async (pace: Pace): Promise<Report> => {
  const parsed = MethodSchema.parse(large);
  const found = parseMethod(text);
  const contenders: readonly Contender[] = [
    { name: 'bihuan: parseMethod of the text', role: 'ours', note: 'JSON, shape, references, lint, sentences for whatever is found', check, run: repeat(() => parseMethod(text)) },
    { name: 'bihuan: parseMethod of the value', role: 'ours', note: 'JSON read beforehand', check, run: repeat(() => parseMethod(large)) },
    { name: 'bihuan: compileMethod', role: 'ours', note: 'with the calendar\'s tables of four years', check, run: repeat(() => compileMethod(parsed)) },
    { name: 'zod: MethodSchema.parse alone', role: 'reference', note: 'the shape only', check, run: repeat(() => MethodSchema.parse(large)) },
    { name: 'JSON.parse alone', role: 'reference', check, run: repeat(() => JSON.parse(text)) },
    { name: 'bihuan: parseMethod of 1330 itself', role: 'ours', note: `${Object.keys(JSON.parse(smallText).actions as Json).length} actions`, check, run: repeat(() => parseMethod(smallText)) },
  ];
  const rows = await measure(contenders, pace);
  const ours = named(rows, 'bihuan: parseMethod of the text');
  const counts = new Map<string, number>();
  for (const { severity } of found.ok ? found.findings : found.issues) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  const ms = (value: number): string => (value / 1e6).toFixed(2);
  return {
    title: `Loading and checking a method of ${ACTIONS} actions (${Math.round(text.length / 1024)} kB, ${Object.keys((large['clocks'] as Json)).length} clocks)`,
    tables: [
      grid(['', 'ms', 'min – max', ''], rows.map((row) => [row.name, ms(row.ns), `${ms(row.min)} – ${ms(row.max)}`, row.note ?? ''])),
      `Found: ${[...counts].map(([severity, count]) => `${count} ${severity}`).join(', ') || 'nothing'}.${problems.length > 0 ? `\n${problems.join('\n')}` : ''}`,
    ],
    rows: { method: rows },
    targets: [target(`load and check a method of ${ACTIONS} actions`, '≤ 50 ms', `${ms(ours.ns)} ms`, ours.ns <= 50e6)],
    wrong: wrongOnes('method', rows.slice(0, 1)),
  };
};
