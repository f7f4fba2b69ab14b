import { finding, type Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import type { Trigger } from '../method/time-schema.ts';
import { wordsOf } from '../method/words.ts';
import { listed } from './refer-clocks.ts';

/** Clocks that nothing starts, or that nothing stops once they run. */
export function lintClocks(method: Method): readonly Finding[] {
  return Object.entries(method.clocks ?? {}).flatMap(([name, clock]): readonly Finding[] => {
    const byHand = Object.values(method.actions).flatMap(({ clocks }) => (clocks?.[name] === undefined ? [] : [clocks[name]]));
    const starts = listed(clock.starts).some((trigger) => canHappen(trigger, method)) || byHand.some((effect) => 'start' in effect);
    const stops = clock.binds === 'minimum' || listed(clock.stops).some((trigger) => canHappen(trigger, method)) || byHand.some((effect) => 'stop' in effect || 'void' in effect);
    const label = wordsOf(clock.label);
    return [
      ...(starts ? [] : [finding('clock.never-starts', ['clocks', name, 'starts'], { clock: label })]),
      ...(stops ? [] : [finding('clock.never-stops', ['clocks', name, 'stops'], { clock: label })]),
    ];
  });
}

/** Does anything bring this about? */
function canHappen(trigger: Trigger, method: Method): boolean {
  const actions = Object.values(method.actions);
  const rungs = Object.values(method.clocks ?? {}).flatMap(({ ladder }) => Object.values(ladder ?? {}));
  const effects = [...actions, ...rungs];
  if ('action' in trigger) return method.actions[trigger.action] !== undefined;
  if ('record' in trigger) return actions.some(({ leaves }) => leaves?.[trigger.record] !== undefined);
  if ('ask' in trigger) {
    if (trigger.as === undefined || trigger.as === 'asked' || trigger.as === 'withdrawn') return effects.some(({ asks }) => asks?.[trigger.ask] !== undefined);
    return actions.some(({ replies }) => replies?.[trigger.ask]?.as === trigger.as);
  }
  if ('step' in trigger) return Object.values(method.kinds).some(({ line }) => line.includes(trigger.step)) || effects.some(({ to }) => to === trigger.step);
  if ('ending' in trigger) return effects.some(({ ends }) => ends === trigger.ending);
  if ('field' in trigger) return isTaken(method, trigger.field);
  if ('answer' in trigger) return actions.some(({ answers }) => answers?.[trigger.answer] !== undefined);
  return trigger.at === 'stop' || method.clocks?.[trigger.clock]?.limit !== 'none';
}

/** Does an action or a source ask for this field? */
export const isTaken = (method: Method, field: string): boolean =>
  [...Object.values(method.actions), ...Object.values(method.sources)].some(({ takes }) => takes?.[field] !== undefined);
