import type { Words } from '../issues/issue.ts';
import type { ClockEffect } from '../method/effect-schema.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { Scope } from '../rules/reading.ts';
import { changed } from './clock-copy.ts';
import { currentClocks, isExemptible } from './clock-issues.ts';
import { durationOf } from './compile-clocks.ts';
import type { Draft } from './draft.ts';
import type { Actor, Addressee, Ask, CaseState, Clock, Facts, Signature } from './messages.ts';
import { levelOf, pathOf } from './posts.ts';
import { nextIdOf } from './recent.ts';
import type { Rules } from './rules.ts';
import { holdClocks, holderOf, isOpen, letGo, put, resumeClocks, runningOf, startClock, stopClocks } from './run-clocks.ts';
import type { ClockOccasion } from './run-clocks.ts';
import { fillTemplate } from './template.ts';

/** What an action and a rung of a ladder have in common: asks, tellings, handing up, a step, an ending. */
export type Effects = Pick<Method['actions'][string], 'asks' | 'tells' | 'raises' | 'to' | 'ends'>;

/** Who is doing this, for whom the asks of an action were chosen. By itself (a rung): nobody. */
export interface EffectContext {
  readonly rules: Rules;
  readonly facts: Facts;
  readonly scope: () => Scope;
  readonly by?: Signature;
  readonly actor?: Actor;
  readonly chosen?: (ask: string) => readonly string[];
}

/** Asks something of somebody. A new ask withdraws the open one of the same name, unless several may be open. */
export const giveAsks = (draft: Draft, effects: Effects, context: EffectContext): void => {
  if (effects.asks === undefined) return;
  for (const name of Object.keys(effects.asks)) {
    const schema = context.rules.method.asks?.[name];
    if (!schema) continue;
    for (const to of addressees(draft.state, schema.of, context, name)) {
      if (!schema.many) {
        for (const open of draft.state.asks.filter((ask) => ask.name === name && isOpen(ask))) replyTo(draft, open, 'withdrawn', context.by);
      }
      const id = nextIdOf(draft.state.asks, name);
      const at = draft.on.at;
      const ask: Ask = context.by === undefined ? { id, name, to, at } : { id, name, to, at, by: context.by };
      draft.apply({ type: 'asked', ask: schema.many ? { ...ask, many: true } : ask });
      draft.happened(`ask:${name}:asked`, id);
    }
  }
};

/** Replies to an ask; its own clocks hear it. */
export const replyTo = (draft: Draft, ask: Ask, as: NonNullable<Ask['reply']>['as'], by: Signature | undefined): void => {
  draft.apply(by === undefined ? { type: 'replied', id: ask.id, name: ask.name, as } : { type: 'replied', id: ask.id, name: ask.name, as, by });
  draft.happened(`ask:${ask.name}:${as}`, ask.id);
};

/** Of whom it is asked: one, or, where several may be asked in one go, each that was chosen. */
const addressees = (state: CaseState, of: NonNullable<Method['asks']>[string]['of'], context: EffectContext, name: string): readonly Addressee[] => {
  if ('role' in of) return [{ role: of.role, unit: state.holder }];
  if ('first' in of) {
    const found = of.first.find(({ when }) => context.rules.condition(when)(context.scope()));
    return found ? [{ role: found.of.role, unit: state.holder }] : [];
  }
  if ('reporter' in of) return [{ reporter: true }];
  if ('ask' in of) return [latest(state, of.ask)?.to ?? { unit: state.holder }];
  if ('actor' in of) return context.by ? [{ person: context.by.person, ...(context.by.name !== undefined && { name: context.by.name }), ...postOf(context.by) }] : [];
  const chosen = context.chosen?.(name) ?? [];
  if ('unit' in of) return chosen.map((unit) => ({ unit }));
  return chosen.flatMap((id) => {
    const post = context.facts.posts[id];
    return post ? [{ post: post.id, person: post.person, ...(post.name !== undefined && { name: post.name }), role: post.role, unit: post.unit }] : [];
  });
};

const postOf = (by: Signature): Addressee => ({
  ...(by.post !== undefined && { post: by.post }), ...(by.role !== undefined && { role: by.role }), ...(by.unit !== undefined && { unit: by.unit }),
});

export const latest = (state: CaseState, name: string): Ask | undefined => state.asks.findLast((ask) => ask.name === name);

/** Tells whoever is to be told; the text is filled in now, so that it stays what was said. */
export const tell = (draft: Draft, effects: Effects, context: EffectContext): void => {
  if (effects.tells === undefined) return;
  for (const [name, telling] of Object.entries(effects.tells)) {
    const scope = context.scope();
    if (!context.rules.condition(telling.when)(scope)) continue;
    const to = telling.to.map((whom): Addressee =>
      ('reporter' in whom ? { reporter: true } : 'role' in whom ? { role: whom.role, unit: draft.state.holder } : latest(draft.state, whom.ask)?.to ?? holderOf(draft.state)));
    draft.apply({ type: 'told', name, to, text: fillTemplate(context.rules, telling.say, scope) });
  }
};

/** Hands the case up one level; its home stays accountable. At the top it stays where it is. */
export const raise = (draft: Draft, effects: Effects, context: EffectContext): void => {
  if (!effects.raises) return;
  const path = pathOf(draft.state.home, context.facts);
  const above = path[path.indexOf(draft.state.holder) + 1];
  if (above !== undefined) draft.apply({ type: 'raised', from: draft.state.holder, to: above, level: levelOf(above, context.facts) ?? '' });
};

/** Moves to a step. `next` is the first step of the line that applies and is not yet done. */
export const moveTo = (draft: Draft, effects: Effects, context: EffectContext): void => {
  if (effects.to === undefined) return;
  const { rules } = context;
  const state = draft.state;
  const line = rules.method.kinds[state.kind]?.line ?? [];
  const to = typeof effects.to === 'object' ? stepAfter(rules, line, effects.to.after, context.scope())
    : effects.to === 'next' ? nextStep(rules, line, context.scope()) : effects.to;
  if (state.ended) draft.apply({ type: 'reopened', step: to ?? state.step });
  const from = state.step;
  if (to === undefined || to === from) return;
  // Going back undoes what lies behind: those steps are ahead once more.
  const place = typeof effects.to === 'object' ? line.indexOf(effects.to.after) + 1 : line.indexOf(to);
  const passed = line.includes(to) && (place <= line.indexOf(from) || !line.includes(from))
    ? state.passed.filter((step) => line.indexOf(step) < place)
    : [...state.passed.filter((step) => step !== from), from];
  draft.apply({ type: 'step', from, to, passed });
  const [left, reached] = [rules.steps.get(from), rules.steps.get(to)];
  if (left) draft.happened(left.left);
  if (reached) draft.happened(reached.reached);
};

const stepAfter = (rules: Rules, line: readonly string[], after: string, scope: Scope): string | undefined =>
  line.slice(line.indexOf(after) + 1).find((step) => rules.steps.get(step)?.applies(scope) ?? false);

const nextStep = (rules: Rules, line: readonly string[], scope: Scope): string | undefined =>
  line.find((step) => step !== scope.state.step && !(scope.state as CaseState).passed.includes(step) && (rules.steps.get(step)?.applies(scope) ?? false));

/** What an action does to clocks by hand. */
export const turnClocks = (draft: Draft, effects: Readonly<Record<string, ClockEffect>> | undefined, context: EffectContext, on: ClockOccasion): void => {
  if (effects === undefined) return;
  for (const [name, effect] of Object.entries(effects)) {
    const rule = context.rules.clocks.all.get(name);
    if (!rule) continue;
    const anyOf = { key: `by-hand:${name}` };
    if ('start' in effect) startClock(context.rules, draft, rule, anyOf, on);
    else if ('stop' in effect) stopClocks(context.rules, draft, rule, anyOf, on);
    else if ('hold' in effect) holdClocks(draft, rule, { reason: wordsOf(effect.hold).zh }, anyOf, on);
    else if ('resume' in effect) resumeClocks(context.rules, draft, rule, anyOf, on);
    else if ('exempt' in effect) exemptClocks(draft, name, wordsOf(effect.exempt), context);
    else for (const clock of runningOf(draft.state, rule, anyOf)) turnOne(draft, clock, effect, context, on);
  }
};

/** Lays an exemption over what counts against somebody; what was broken stays as it is under it. */
const exemptClocks = (draft: Draft, name: string, why: Words, { by }: EffectContext): void => {
  for (const clock of currentClocks(draft.state, name)) {
    if (isExemptible(clock)) draft.apply({ type: 'clock', how: 'exempt', clock: changed(clock, { exempt: { why, ...(by && { by }), at: draft.on.at } }) });
  }
};

const turnOne = (draft: Draft, clock: Clock, effect: Extract<ClockEffect, { void: true } | { extend: unknown }>, context: EffectContext, on: ClockOccasion): void => {
  const rule = context.rules.clocks.all.get(clock.name)!;
  if ('void' in effect) return draft.apply({ type: 'clock', how: 'void', clock: letGo(clock, on.recorded.at) });
  const who = context.by?.name ?? context.by?.person;
  const extension = extensionOf(draft.state, effect);
  if (extension === undefined) return;
  // A granted extension counts from before the breach: what was late because the grant came late is running again, and the breach stays on record.
  const extended = changed(clock, { extensions: [...clock.extensions, { ...extension, ...(who !== undefined && { who }) }] });
  put(context.rules, draft, rule, extended, 'extended', on);
};

const extensionOf = (state: CaseState, effect: Extract<ClockEffect, { extend: unknown }>): Clock['extensions'][number] | undefined => {
  if (typeof effect.extend === 'string') return { by: durationOf(effect.extend), from: effect.from ?? 'unshifted' };
  const written = effect.extend;
  const value = 'field' in written ? state.fields[written.field]
    : state.records.findLast((record) => record.name === written.record && !record.withdrawn)?.values[written.show];
  return typeof value === 'string' ? { to: value } : undefined;
};
