import type { Doer } from '../method/action-schema.ts';
import type { Actor, Addressee, Ask, CaseState, Facts, Post, Signature } from './messages.ts';

/** The units from the case's home up to the root: a post at any of them stands over the case. */
export const pathOf = (unit: string, facts: Facts): readonly string[] => facts.units[unit]?.path ?? [unit];

/** The level of a unit: its own, or that of its place on the path of another; nothing where the facts do not tell. */
export const levelOf = (unit: string, { units }: Pick<Facts, 'units'>): string | undefined => {
  const known = units[unit]?.level;
  if (known !== undefined) return known;
  for (const { path, levels } of Object.values(units)) {
    const place = path.indexOf(unit);
    if (place >= 0 && levels?.[place] !== undefined) return levels[place];
  }
  return undefined;
};

/** Does this post stand over the case: on its own unit and the units below (default), on its own only, or anywhere? */
const standsOver = (post: Post, state: CaseState, facts: Facts, where: 'below' | 'here' | 'any'): boolean => {
  if (where === 'any') return true;
  if (where === 'here') return post.unit === state.home || post.unit === state.holder;
  return pathOf(state.home, facts).includes(post.unit) || pathOf(state.holder, facts).includes(post.unit);
};

/**
 * Does somebody still answer for this ask? While it is open; and once it is done too (refused acceptance, a further report), until
 * somebody else is asked the same; of asks that may be open at once, each by itself. Withdrawn, refused or sent back: not any more.
 */
export const stands = (ask: Ask, state: Pick<CaseState, 'asks'>): boolean => {
  if (ask.reply === undefined) return true;
  if (ask.reply.as === 'withdrawn' || ask.reply.as === 'refused' || ask.reply.as === 'sent-back') return false;
  return ask.many === true || state.asks.findLast((other) => other.name === ask.name) === ask;
};

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
        const signed = ask.name === doer.ask && stands(ask, state) ? signAsAsked(ask, actor, state, facts) : undefined;
        if (signed) return signed;
      }
      continue;
    }
    if (typeof doer === 'object' && 'link' in doer) {
      if (actor.link === doer.link) return sign(actor);
      continue;
    }
    const role = typeof doer === 'string' ? doer : doer.role;
    const where = typeof doer === 'string' ? 'below' : doer.where ?? 'below';
    const post = actor.posts.find((held) => held.role === role && standsOver(held, state, facts, where));
    if (post) return sign(actor, post);
  }
  return undefined;
};

/**
 * The open ask that somebody's reply is to: what this very person was asked; for who may reply without having been asked (a leader
 * who takes it back), the first.
 */
export const askRepliedTo = (name: string, doers: readonly Doer[], actor: Actor, state: CaseState, facts: Facts): Ask | undefined => {
  let first: Ask | undefined;
  for (const ask of state.asks) {
    if (ask.name !== name || ask.reply !== undefined) continue;
    if (signAsAsked(ask, actor, state, facts) !== undefined) return ask;
    first ??= ask;
  }
  if (first === undefined) return undefined;
  const unasked = doers.filter((doer) => typeof doer === 'string' || !('ask' in doer) || doer.ask !== name);
  return signatureFor(unasked, actor, state, facts) && first;
};

const signAsAsked = ({ to }: Ask, actor: Actor, state: CaseState, facts: Facts): Signature | undefined => {
  if (to.reporter) return actor.reporterOf === state.id ? sign(actor) : undefined;
  const post = answersFor(to, actor, state, facts);
  return post && sign(actor, post);
};

/** Written out for each case: every event is signed, and keys put together from parts cost several times as much. */
export const sign = ({ person, name }: Actor, post?: Post): Signature => {
  if (post === undefined) return name === undefined ? { person } : { person, name };
  const { role, unit, id } = post;
  return name === undefined ? { person, role, unit, post: id } : { person, name, role, unit, post: id };
};
