import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { classification } from './classification/subject.ts';
import { PACE, QUICK } from './harness/measure.ts';
import { grid } from './harness/report.ts';
import type { Report } from './harness/report.ts';
import { life } from './life/subject.ts';
import { memory } from './memory/subject.ts';
import { method } from './method/subject.ts';
import { workingTime } from './working-time/subject.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'string' }, only: { type: 'string' } } });
const pace = values.quick ? QUICK : PACE;
const subjects = { classification, 'working-time': workingTime, life, method, memory };

const began = performance.now();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}; medians of ${pace.rounds} interleaved rounds of ${pace.sampleMs} ms`);
const reports: Record<string, Report> = {};
for (const [name, subject] of Object.entries(subjects)) {
  if (values.only !== undefined && !values.only.split(',').includes(name)) continue;
  const report = await subject(pace);
  reports[name] = report;
  console.log(`\n## ${report.title}\n`);
  console.log(report.tables.join('\n\n'));
}

const all = Object.values(reports);
console.log('\n## Targets\n');
console.log(grid(['', 'wanted', 'found', ''], all.flatMap(({ targets }) => targets).map(({ what, wanted, found, met }) => [what, wanted, found, met ? 'met' : 'NOT MET'])));
console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s`);

if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({
    node: process.version, cpu: cpus()[0]?.model, cpus: cpus().length, pace,
    subjects: Object.fromEntries(Object.entries(reports).map(([name, { title, rows, targets, wrong }]) => [name, { title, rows, targets, wrong }])),
  }, null, 1)}\n`);
}
const wrong = all.flatMap((report) => report.wrong);
if (wrong.length > 0) {
  console.error(`\nWrong answers · 答案不对:\n${wrong.join('\n')}`);
  process.exitCode = 1;
}
