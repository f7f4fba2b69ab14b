import type { Doer } from '../method/action-schema.ts';
import type { Actor, Addressee, Ask, CaseState, Facts, Post, Signature } from './messages.ts';

/** The units from the case's home up to the root: a post at any of them stands over the case. */
export const pathOf = (unit: string, facts: Facts): readonly string[] => facts.units[unit]?.path ?? [unit];

/** Does this post stand over the case: on its own unit and the units below (default), on its own only, or anywhere? */
const standsOver = (post: Post, state: CaseState, facts: Facts, where: 'below' | 'here' | 'any'): boolean => {
  if (where === 'any') return true;
  if (where === 'here') return post.unit === state.home || post.unit === state.holder;
  return pathOf(state.home, facts).includes(post.unit) || pathOf(state.holder, facts).includes(post.unit);
};

/** An ask stands until it is withdrawn, refused or sent back: who did what was asked still answers for it. */
export const stands = (ask: Ask): boolean =>
  ask.reply === undefined || (ask.reply.as !== 'withdrawn' && ask.reply.as !== 'refused' && ask.reply.as !== 'sent-back');

/** The post by which this person answers the ask, if any. */
export const answersFor = (to: Addressee, actor: Actor, state: CaseState, facts: Facts): Post | undefined => {
  if (to.post !== undefined) return actor.posts.find((post) => post.id === to.post);
  if (to.role !== undefined) return actor.posts.find((post) => post.role === to.role && standsOver(post, state, facts, 'below'));
  if (to.unit !== undefined) return actor.posts.find((post) => post.unit === to.unit);
  return undefined;
};

/** The signature under which this person may do what the doers allow, or undefined. */
export const signatureFor = (doers: readonly Doer[], actor: Actor, state: CaseState, facts: Facts): Signature | undefined => {
  for (const doer of doers) {
    if (typeof doer === 'object' && 'reporter' in doer) {
      if (actor.reporterOf === state.id) return sign(actor);
      continue;
    }
    if (typeof doer === 'object' && 'ask' in doer) {
      for (const ask of state.asks) {
        if (ask.name !== doer.ask || !stands(ask)) continue;
        if (ask.to.reporter && actor.reporterOf === state.id) return sign(actor);
        const post = answersFor(ask.to, actor, state, facts);
        if (post) return sign(actor, post);
      }
      continue;
    }
    const role = typeof doer === 'string' ? doer : doer.role;
    const where = typeof doer === 'string' ? 'below' : doer.where ?? 'below';
    const post = actor.posts.find((held) => held.role === role && standsOver(held, state, facts, where));
    if (post) return sign(actor, post);
  }
  return undefined;
};

export const sign = (actor: Actor, post?: Post): Signature => ({
  person: actor.person,
  ...(actor.name !== undefined && { name: actor.name }),
  ...(post && { role: post.role, unit: post.unit, post: post.id }),
});
