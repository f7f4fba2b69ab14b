import type { Method } from '../method/method-schema.ts';
import type { Trigger } from '../method/time-schema.ts';

/** Everything that an action, a source or a rung can bring about, gathered once. */
export interface Happenings {
  readonly left: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
  /** `ask:reply` for each reply that an action gives. */
  readonly replied: ReadonlySet<string>;
  /** Asks that somebody can reply to, or act upon because he was asked. */
  readonly answerable: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  /** `clock:effect` for what actions do to clocks by hand. */
  readonly byHand: ReadonlySet<string>;
}

/** Gathers what can happen in a method. */
export function happeningsOf(method: Method): Happenings {
  const sets = { left: new Set<string>(), answered: new Set<string>(), taken: new Set<string>(), asked: new Set<string>(), replied: new Set<string>(),
    answerable: new Set<string>(), steps: new Set<string>(), endings: new Set<string>(), byHand: new Set<string>() };
  const add = (set: Set<string>, names: object | undefined): void => { for (const name in names) set.add(name); };
  const effects = ({ asks, to, ends }: Pick<Method['actions'][string], 'asks' | 'to' | 'ends'>): void => {
    add(sets.asked, asks);
    if (typeof to === 'string') sets.steps.add(to);
    if (ends !== undefined) sets.endings.add(ends);
  };
  for (const { line } of Object.values(method.kinds)) for (const step of line) sets.steps.add(step);
  for (const { takes } of Object.values(method.sources)) add(sets.taken, takes);
  for (const action of Object.values(method.actions)) {
    add(sets.left, action.leaves);
    add(sets.answered, action.answers);
    add(sets.taken, action.takes);
    for (const [ask, { as }] of Object.entries(action.replies ?? {})) {
      sets.replied.add(`${ask}:${as}`);
      sets.answerable.add(ask);
    }
    for (const doer of action.by) if (typeof doer === 'object' && 'ask' in doer) sets.answerable.add(doer.ask);
    for (const [clock, effect] of Object.entries(action.clocks ?? {})) for (const key of Object.keys(effect)) sets.byHand.add(`${clock}:${key}`);
    effects(action);
  }
  for (const { ladder } of Object.values(method.clocks ?? {})) for (const rung of Object.values(ladder ?? {})) effects(rung);
  return sets;
}

/** Does anything bring this about? */
export function canHappen(trigger: Trigger, method: Method, happens: Happenings): boolean {
  if ('action' in trigger) return method.actions[trigger.action] !== undefined;
  if ('record' in trigger) return happens.left.has(trigger.record);
  if ('ask' in trigger) {
    const sent = trigger.as === undefined || trigger.as === 'asked' || trigger.as === 'withdrawn';
    return sent ? happens.asked.has(trigger.ask) : happens.replied.has(`${trigger.ask}:${trigger.as}`);
  }
  if ('step' in trigger) return happens.steps.has(trigger.step);
  if ('ending' in trigger) return happens.endings.has(trigger.ending);
  if ('field' in trigger) return happens.taken.has(trigger.field);
  if ('answer' in trigger) return happens.answered.has(trigger.answer);
  return trigger.at === 'stop' || method.clocks?.[trigger.clock]?.limit !== 'none';
}
