import { ExponentialBackoff, halfJitterGenerator } from 'cockatiel';

export interface BackOffOptions {
  /** Before the second attempt, in milliseconds; doubled from one to the next. Default five seconds. */
  readonly first?: number;
  /** At most. Default an hour. */
  readonly most?: number;
}

/**
 * How long to wait after so many attempts in vain: twice as long each time, and half of it by chance, so that those who failed together do not come back together.
 * 连续失败若干次后等多久：逐次加倍，其中一半随机，免得一起失败的又一起回来。
 */
export function backOff({ first = 5000, most = 3_600_000 }: BackOffOptions = {}): (tries: number) => number {
  const steps = new ExponentialBackoff({ initialDelay: first, maxDelay: most, generator: halfJitterGenerator });
  return (tries) => {
    let step = steps.next();
    for (let n = 1; n < tries; n++) step = step.next(undefined);
    return step.duration;
  };
}
