import { randomInt } from 'node:crypto';
import type { Engine } from '@bihuan/core';

const everyMs = 15_000;
const portion = 200;
const dayMs = 86_400_000;
/** Of this process: several that sweep one database begin with different cases. */
const worker = randomInt(2 ** 31);

/** Lets what has fallen due happen, every few seconds by the server's clock, and at once when asked; once a day, personal data whose time is over is erased. One sweep at a time. */
export function startTicking(engine: Engine, now: () => number, say: (line: string) => void, changed: () => void = () => {}): { now(): Promise<void>; stop(): void } {
  let sweep: Promise<void> = Promise.resolve();
  let forgotten = -Infinity;
  const othersFirst = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
  const run = async (): Promise<void> => {
    for (let more = true; more;) {
      const report = await engine.tick(now(), { limit: portion, worker });
      if (report.events > 0) changed();
      more = report.more;
      if (more) await othersFirst();
    }
    if (now() - forgotten < dayMs) return;
    while ((await engine.forget(now(), { limit: portion })).more) await othersFirst();
    forgotten = now();
  };
  const next = (): Promise<void> => {
    sweep = sweep.catch(() => undefined).then(run);
    return sweep;
  };
  const failed = (error: unknown): void => say(`时限处理出错，稍后重试 · A sweep failed and will be tried again: ${error instanceof Error ? error.message : String(error)}`);
  next().catch(failed);
  const timer = setInterval(() => { next().catch(failed); }, everyMs);
  timer.unref();
  return { now: next, stop: () => clearInterval(timer) };
}
