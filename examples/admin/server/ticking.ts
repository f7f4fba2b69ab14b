import type { Engine } from '@bihuan/core';

const everyMs = 15_000;
const portion = 200;

/** Lets what has fallen due happen, every few seconds by the server's clock, and at once when asked. One sweep at a time. */
export function startTicking(engine: Engine, now: () => number, say: (line: string) => void): { now(): Promise<void>; stop(): void } {
  let sweep: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => {
    while ((await engine.tick(now(), { limit: portion })).more) await new Promise((resolve) => { setImmediate(resolve); });
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
