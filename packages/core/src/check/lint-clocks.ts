import { finding, type Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { canHappen, type Happenings } from './happenings.ts';
import { listed } from './refer-clocks.ts';

/** Clocks that nothing starts, or that nothing stops once they run. */
export function lintClocks(method: Method, happens: Happenings): readonly Finding[] {
  return Object.entries(method.clocks ?? {}).flatMap(([name, clock]): readonly Finding[] => {
    const byHand = (...effects: readonly string[]): boolean => effects.some((effect) => happens.byHand.has(`${name}:${effect}`));
    const starts = listed(clock.starts).some((trigger) => canHappen(trigger, method, happens)) || byHand('start');
    // What may not be cut short is met at its end.
    const stops = clock.binds === 'minimum' || listed(clock.stops).some((trigger) => canHappen(trigger, method, happens)) || byHand('stop', 'void');
    const label = wordsOf(clock.label);
    return [
      ...(starts ? [] : [finding('clock.never-starts', ['clocks', name, 'starts'], { clock: label })]),
      ...(stops ? [] : [finding('clock.never-stops', ['clocks', name, 'stops'], { clock: label })]),
    ];
  });
}
