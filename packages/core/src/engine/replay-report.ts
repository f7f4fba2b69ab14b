import type { Instant } from '../calendar/index.ts';
import type { CaseState, Clock } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import type { Words } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';

/** A stretch of elapsed time, to be read by people: `3天4小时`. */
export interface Stretch extends Words { readonly ms: number }

/** Of several stretches the one in the middle, and the one that nine in ten do not exceed (nearest rank). */
export interface Spread { readonly median: Stretch; readonly p90: Stretch }

/** How a clock fared over all cases. `toSpare`: of those met, how long before the end; `over`: of those missed, how long after it, up to now where it is still awaited. */
export interface ClockReport {
  readonly label: Words;
  readonly started: number;
  readonly met: number;
  readonly missed: number;
  readonly running: number;
  readonly void: number;
  readonly toSpare?: Spread;
  readonly over?: Spread;
}

export interface ClassificationReport { readonly label: Words; readonly answers: Readonly<Record<string, number>>; readonly unanswered: number }

export interface ReplayReport {
  readonly classified: Readonly<Record<string, ClassificationReport>>;
  readonly clocks: Readonly<Record<string, ClockReport>>;
  readonly endings: Readonly<Record<string, number>>;
  readonly open: number;
}

/** Counts what became of cases: how they were classified, which clocks were kept and by how much, how they ended. */
export const replayReport = (rules: Rules, states: readonly CaseState[], now: Instant): ReplayReport => ({
  classified: Object.fromEntries(Object.entries(rules.method.classifications ?? {}).map(([name, schema]) => [name, {
    label: wordsOf(schema.label), ...countAnswers(name, Object.keys(schema.answers ?? schema.rules ?? {}), states),
  }])),
  clocks: Object.fromEntries(Object.entries(rules.method.clocks ?? {}).map(([name, schema]) => [name, {
    label: wordsOf(schema.label), ...countClocks(states.flatMap((state) => Object.values(state.clocks).filter((clock) => clock.name === name)), now),
  }])),
  endings: tally(states.flatMap((state) => state.ended?.ending ?? []), Object.keys(rules.method.endings)),
  open: states.filter((state) => !state.ended).length,
});

const countAnswers = (name: string, possible: readonly string[], states: readonly CaseState[]): Omit<ClassificationReport, 'label'> => {
  const answers = states.map((state) => state.answers[name]);
  const given = answers.flatMap((answer) => answer?.all ?? answer?.is ?? answer?.rule ?? []);
  return { answers: tally(given, possible), unanswered: answers.filter((answer) => answer === undefined).length };
};

const countClocks = (clocks: readonly Clock[], now: Instant): Omit<ClockReport, 'label'> => {
  const isMissed = (clock: Clock): boolean => clock.broken !== undefined && !clock.corrected;
  const standing = clocks.filter((clock) => clock.phase !== 'void');
  const missed = standing.filter(isMissed);
  const met = standing.filter((clock) => clock.phase === 'met' && !isMissed(clock));
  const toSpare = spread(met.flatMap(({ due, stopped }) => (due === undefined || stopped === undefined ? [] : Math.max(0, due.at - stopped))));
  const over = spread(missed.flatMap(({ due, stopped }) => (due === undefined ? [] : (stopped ?? now) - due.at)));
  return {
    started: clocks.length, met: met.length, missed: missed.length, running: standing.length - met.length - missed.length, void: clocks.length - standing.length,
    ...(toSpare && { toSpare }), ...(over && { over }),
  };
};

const tally = (names: readonly string[], possible: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = Object.fromEntries(possible.map((name) => [name, 0]));
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

const spread = (lengths: readonly number[]): Spread | undefined => {
  if (lengths.length === 0) return undefined;
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (share: number): Stretch => stretch(sorted[Math.ceil(sorted.length * share) - 1]!);
  return { median: at(0.5), p90: at(0.9) };
};

/** The two largest units that it fills: days and hours, hours and minutes, minutes. */
const stretch = (ms: number): Stretch => {
  const minutes = Math.floor(ms / 60_000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts: [number, string, string][] = days > 0 ? [[days, '天', 'day'], [hours, '小时', 'hour']] : hours > 0 ? [[hours, '小时', 'hour'], [rest, '分钟', 'minute']] : [[rest, '分钟', 'minute']];
  const filled = parts.filter(([n], i) => n > 0 || (i === 0 && parts.length === 1));
  return { ms, zh: filled.map(([n, zh]) => `${n}${zh}`).join(''), en: filled.map(([n, , en]) => `${n} ${en}${n === 1 ? '' : 's'}`).join(' ') };
};
