import { cpuUsage } from 'node:process';
import { formatInstant, replayReport } from '@bihuan/core';
import type { CaseState, ReplayReport, ReplayRun } from '@bihuan/core';
import type { Io } from './command.ts';
import { both } from './command.ts';
import type { ReplayFiles } from './replay-files.ts';
import { sentences } from './sentences.ts';

/** What a replay comes to, as programs read it. */
export interface ReplaySummary extends ReplayReport {
  readonly method: string;
  readonly file: ReplayFiles['file'];
  readonly rows: number;
  readonly opened: number;
  /** Rows of which no case was opened. */
  readonly refused: number;
  readonly steps: { readonly taken: number; readonly refused: number };
  /** Why, row by row; `action` where a later step was refused. */
  readonly refusals: ReplayRun['refusals'];
  /** Why no row could be read at all. */
  readonly problems: ReplayFiles['problems'];
  readonly until?: string;
  readonly ticks: number;
  readonly events: number;
  /** From the start of the process, and how much of it the processor worked: on a busy machine the two differ. */
  readonly seconds: number;
  readonly cpuSeconds: number;
}

export const summarize = ({ method, rules, plan, file, problems }: ReplayFiles, run: ReplayRun, states: readonly CaseState[]): ReplaySummary => {
  const refusals = [...plan.refusals, ...run.refusals].sort((a, b) => a.line - b.line);
  return {
    method: `${method.id}@${method.version}`, file, rows: plan.rows, opened: run.opened.length, refused: plan.rows - run.opened.length,
    steps: { taken: run.steps, refused: new Set(refusals.flatMap(({ line, action }) => (action === undefined ? [] : `${line}/${action}`))).size },
    refusals, problems, ...replayReport(rules, states, run.until ?? 0),
    ...(run.until !== undefined && { until: formatInstant(run.until, rules.calendar.zone) }),
    ticks: run.ticks, events: states.reduce((sum, state) => sum + state.version, 0), ...elapsed(),
  };
};

/** Since the process began, starting up included. */
const elapsed = (): Pick<ReplaySummary, 'seconds' | 'cpuSeconds'> => {
  const { user, system } = cpuUsage();
  return { seconds: Math.round(performance.now()) / 1000, cpuSeconds: Math.round((user + system) / 1000) / 1000 };
};

const SHOWN = 20;

/** The same for people: Chinese first, English beside it. */
export const saySummary = (io: Io, summary: ReplaySummary): void => {
  const { method, file, rows, opened, refused, steps, refusals, problems, classified, clocks, seconds } = summary;
  const say = (text: string): void => io.out(`${text}\n`);
  say(`${method}  ${file.name}  ${file.encoding.toUpperCase()}${file.bom ? ' (BOM)' : ''}`);
  for (const { says } of problems) say(`✗ ${both(says)}`);
  say(both(sentences.rows(rows, opened, refused)));
  if (steps.taken + steps.refused > 0) say(both(sentences.stepsTaken(steps.taken, steps.refused)));
  for (const { line, id, action, says } of refusals.slice(0, SHOWN)) say(`  ✗ ${both(sentences.line(line))}${id === undefined ? '' : `  ${id}`}${action === undefined ? '' : `  ${action}`}  ${both(says)}`);
  if (refusals.length > SHOWN) say(`  ${both(sentences.more(refusals.length - SHOWN))}`);
  for (const { label, answers, unanswered } of Object.values(classified)) {
    say(`\n${both(label)}`);
    for (const [answer, count] of Object.entries(answers)) say(`  ${answer}  ${count}`);
    if (unanswered > 0) say(`  ${both(sentences.unanswered)}  ${unanswered}`);
  }
  for (const { label, met, missed, running, toSpare, over } of Object.values(clocks)) {
    say(`\n${both(label)}\n  ${both(sentences.clockLine(met, missed, running))}`);
    if (toSpare) say(`  ${both(sentences.toSpare(toSpare.median, toSpare.p90))}`);
    if (over) say(`  ${both(sentences.over(over.median, over.p90))}`);
  }
  say(`\n${both(sentences.seconds(seconds))}`);
};
