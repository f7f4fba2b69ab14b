import { finding, type Finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import type { StartTrigger } from '../method/time-schema.ts';
import { wordsOf } from '../method/words.ts';
import { canHappen, type Happenings } from './happenings.ts';
import { kindLabel } from './phrases.ts';
import type { Life } from './life.ts';
import { listed } from './refer-clocks.ts';

type Clock = NonNullable<Method['clocks']>[string];

/** What starts or stops a clock happens somewhere, but in no kind in which the clock runs. What happens nowhere is said of the clock as a whole. */
export function lintTriggers(method: Method, lives: readonly { readonly whole: Life }[], happens: Happenings): readonly Finding[] {
  return Object.entries(method.clocks ?? {}).flatMap(([name, clock]) => {
    const own = lives.map(({ whole }) => whole).filter(({ kind }) => clock.kinds?.includes(kind) ?? true);
    const starts = listed(clock.starts);
    const running = happens.byHand.has(`${name}:start`) ? own : own.filter((life) => starts.some((trigger) => happensIn(trigger, life)));
    const look = (triggers: Clock['starts'], path: Path, among: readonly Life[]): readonly Finding[] => (among.length === 0 ? [] : listed(triggers).flatMap((trigger, i) =>
      (!canHappen(trigger, method, happens) || among.some((life) => happensIn(trigger, life)) ? []
        : [finding('trigger.never', Array.isArray(triggers) ? [...path, i] : path, { clock: wordsOf(clock.label), kinds: among.map(({ kind }) => kindLabel(kind, method)) })])));
    return [
      ...look(clock.starts, ['clocks', name, 'starts'], own), ...look(clock.stops, ['clocks', name, 'stops'], running),
      ...Object.entries(clock.holds ?? {}).flatMap(([hold, { from, to }]) => [
        ...look(from, ['clocks', name, 'holds', hold, 'from'], running), ...look(to, ['clocks', name, 'holds', hold, 'to'], running)]),
    ];
  });
}

/** Can it happen to a case of this kind? */
function happensIn(trigger: StartTrigger, life: Life): boolean {
  if ('action' in trigger) return life.actions.has(trigger.action);
  if ('record' in trigger) return life.records.has(trigger.record);
  if ('ask' in trigger) return life.asks.has(trigger.ask);
  if ('step' in trigger) return life.steps.has(trigger.step);
  if ('ending' in trigger) return life.endings.has(trigger.ending);
  if ('field' in trigger) return life.fields.has(trigger.field);
  return 'answer' in trigger ? life.answers.has(trigger.answer) : true;
}
