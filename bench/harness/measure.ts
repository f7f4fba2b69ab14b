/** Who takes part: the hand-written limit, a plain program for reference, this package, a part of it, a peer. */
export type Role = 'limit' | 'reference' | 'ours' | 'part' | 'peer';

/** How many answers agree with the limit's. */
export interface Right { readonly right: number; readonly of: number }

/** One way of doing the work. */
export interface Contender {
  readonly name: string;
  readonly role: Role;
  /** Does the work so many times, or a few more, and says how many times it was. */
  readonly run: (times: number) => number | Promise<number>;
  readonly check?: () => Right | Promise<Right>;
  /** Clears away what earlier samples left behind; not timed. */
  readonly before?: () => void;
  /** What it leaves out, or how it was set up. */
  readonly note?: string;
}

/** What came out, in nanoseconds for one time. */
export interface Row {
  readonly name: string;
  readonly role: Role;
  readonly ns: number;
  readonly min: number;
  readonly max: number;
  readonly right?: number;
  readonly of?: number;
  readonly note?: string;
}

/** `sparse`: peers that take milliseconds answer one question in five. */
export interface Pace { readonly rounds: number; readonly sampleMs: number; readonly warmMs: number; readonly sparse?: true }

export const PACE: Pace = { rounds: 11, sampleMs: 60, warmMs: 250 };
export const QUICK: Pace = { rounds: 5, sampleMs: 15, warmMs: 60, sparse: true };

/** Measures all contenders of one subject in turn, round after round, so that a neighbour on the machine disturbs them alike. */
export async function measure(contenders: readonly Contender[], pace: Pace): Promise<Row[]> {
  const field = [];
  for (const contender of contenders) {
    const right = await contender.check?.();
    field.push({ contender, right, times: await warmUp(contender, pace), samples: [] as number[] });
  }
  for (let round = 0; round < pace.rounds; round++) {
    for (let place = 0; place < field.length; place++) {
      const { contender, times, samples } = field[(place + round) % field.length]!;
      samples.push(await sample(contender, times));
    }
  }
  return field.map(({ contender: { name, role, note }, right, samples }) => ({
    name, role, ns: median(samples), min: Math.min(...samples), max: Math.max(...samples), ...right, ...(note !== undefined && { note }),
  }));
}

/** Runs until it is hot and gets no quicker any more, and finds out how many times make a sample. */
async function warmUp(contender: Contender, { warmMs, sampleMs }: Pace): Promise<number> {
  let times = 1;
  let ns = Infinity;
  for (let spent = 0, faster = true; spent < warmMs || (faster && spent < 5 * warmMs);) {
    const done = await timed(contender, times);
    spent += Math.max(done.ms, 0.01);
    faster = done.ns < 0.9 * ns;
    ns = done.ns;
    if (done.ms < warmMs / 4) times *= 2;
  }
  return Math.max(1, Math.round(sampleMs * 1e6 / Math.max(ns, 0.1)));
}

async function sample(contender: Contender, times: number): Promise<number> {
  contender.before?.();
  sweep();
  return (await timed(contender, times)).ns;
}

/**
 * The time that passed, or the processor time if that is less: nothing here waits for anything but a processor, and where a neighbour has
 * it, the time that passes says nothing. (Processor time alone would count the collector's and the compiler's threads twice.)
 */
async function timed({ run }: Contender, times: number): Promise<{ readonly ms: number; readonly ns: number }> {
  const before = process.cpuUsage();
  const began = performance.now();
  const running = run(times);
  const done = typeof running === 'number' ? running : await running;
  const passed = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  const ms = Math.min(passed, (user + system) / 1000);
  return { ms, ns: ms * 1e6 / done };
}

/** Young garbage of the one before is not the next one's to clear. */
const sweep = (): void => { (globalThis as { gc?: (options: { type: 'minor' }) => void }).gc?.({ type: 'minor' }); };

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The list over and over. For what takes microseconds: the call itself costs a few nanoseconds, quick ones write their own loop. */
export const over = <T>(list: readonly T[], work: (item: T) => unknown): Contender['run'] => {
  let at = 0;
  return (times) => {
    for (let n = 0; n < times; n++) {
      keep(work(list[at]!));
      at = at + 1 === list.length ? 0 : at + 1;
    }
    return times;
  };
};

/** Holds on to a result, so that nobody finds out that it is not needed. */
export const keep = (value: unknown): void => { kept = value; };
export let kept: unknown;

/** Compares answers one by one. */
export const agree = <T>(expected: readonly T[], answer: (index: number) => T | undefined): Right => ({
  right: expected.filter((value, index) => attempt(() => answer(index)) === value).length, of: expected.length,
});

/** A peer that throws has given no answer. */
const attempt = <T>(answer: () => T): T | undefined => {
  try {
    return answer();
  } catch {
    return undefined;
  }
};
