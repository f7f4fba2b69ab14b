import { finding, type Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { cyclesOf } from './cycles.ts';
import { listed } from './refer-clocks.ts';

type Clock = NonNullable<Method['clocks']>[string];

/**
 * Effects that go round without time passing: the end of one clock starts another that may be due at once, and so back to the first.
 * Every duration takes time, so only limits that may lie in the past (a date, the end of a period, another clock's due time) can loop,
 * and only clocks that start anew each time.
 */
export function lintLoops(method: Method): readonly Finding[] {
  const clocks = method.clocks ?? {};
  const candidates = Object.keys(clocks).filter((name) => mayBeDueAtOnce(clocks[name]!.limit) && startsAnew(clocks[name]!));
  const next = (name: string): readonly string[] => candidates.filter((other) => startedBy(clocks[other]!, name, clocks[name]!));
  return cyclesOf(candidates, next).map((chain) =>
    finding('effects.loop', ['clocks', chain[0]!], { chain: [...chain, chain[0]!].map((name) => wordsOf(clocks[name]!.label)) }));
}

function mayBeDueAtOnce(limit: Clock['limit']): boolean {
  if (typeof limit === 'string') return false;
  if ('answer' in limit) return [...Object.values(limit.is), ...(limit.otherwise === undefined ? [] : [limit.otherwise])].some(mayBeDueAtOnce);
  return 'field' in limit || 'endOf' in limit || 'of' in limit;
}

const startsAnew = ({ again, per }: Clock): boolean =>
  per !== undefined || (typeof again === 'object' ? again.otherwise !== 'keep' || Object.values(again.on).some((each) => each !== 'keep') : again !== undefined && again !== 'keep');

/** Does the end of a clock start the other by itself? */
const startedBy = (started: Clock, name: string, clock: Clock): boolean => listed(started.starts).some((trigger) => {
  if ('clock' in trigger) return trigger.clock === name && trigger.at === 'broken';
  return Object.values(clock.ladder ?? {}).some((rung) => {
    if (typeof rung.at === 'object' && 'before' in rung.at) return false;
    if ('ask' in trigger) return rung.asks?.[trigger.ask] !== undefined && (trigger.as ?? 'asked') === 'asked';
    if ('step' in trigger) return (rung.to === trigger.step || typeof rung.to === 'object') && trigger.leaves === undefined;
    return 'ending' in trigger && rung.ends === trigger.ending;
  });
});
