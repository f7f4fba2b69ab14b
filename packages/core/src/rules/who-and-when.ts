import type { Condition } from '../method/condition-schema.ts';
import type { FactTime } from './fact.ts';
import type { Reading, Scope } from './reading.ts';

type ActorCondition = Extract<Condition, { actor: unknown }>['actor'];
type TimeCondition = Extract<Condition, { time: unknown }>['time'];

/**
 * Who acts: holds the role; is not a person who ever took the action (persons are compared, not posts); is asked by an open ask.
 * Everything that is said must hold; where nobody acts, nothing of it does.
 */
export const compileActor = ({ role, notWhoDid, isAsked }: ActorCondition): ((scope: Scope) => boolean) => ({ actor, state, standsOver }) =>
  actor !== undefined
  && (role === undefined || actor.posts.some((post) => post.role === role))
  && (notWhoDid === undefined || !(state.done[notWhoDid]?.everyone.includes(actor.person) ?? false))
  && (isAsked === undefined || state.asks.some((ask) => ask.name === isAsked && ask.reply === undefined && isAddressed(ask.to, actor, standsOver)));

/** Asked by name, or as the holder of a role over the case, or as anybody of a unit. */
const isAddressed = ({ person, role, unit }: Reading['asks'][number]['to'], actor: NonNullable<Scope['actor']>, standsOver: Scope['standsOver']): boolean => {
  if (person !== undefined) return person === actor.person;
  if (role === undefined && unit === undefined) return false;
  const isThere = (of: string): boolean => unit === undefined || of === unit || (role !== undefined && standsOver?.(of) === true);
  return actor.posts.some((post) => (role === undefined || post.role === role) && isThere(post.unit));
};

/**
 * When it is read, by the local clock: in a span of the day (its end is not part of it), in a span of the year and between two days
 * (their ends are). A span whose end stands before its start runs over midnight or over New Year.
 */
export const compileTime = ({ from, to, yearFrom, yearTo, day }: TimeCondition, time: FactTime): ((scope: Scope) => boolean) => {
  const daily = from !== undefined || to !== undefined;
  const dated = yearFrom !== undefined || yearTo !== undefined || day !== undefined;
  return ({ at }) => {
    if (daily && !inSpanOfDay(time.formatMoment(at).slice(11), from ?? '00:00', to ?? '24:00')) return false;
    if (!dated) return true;
    const today = time.dayOf(at);
    return inSpanOfYear(today.slice(5), yearFrom ?? '01-01', yearTo ?? '12-31')
      && (day?.min === undefined || today >= day.min) && (day?.max === undefined || today <= day.max);
  };
};

const inSpanOfDay = (now: string, from: string, to: string): boolean => from < to ? now >= from && now < to : now >= from || now < to;
const inSpanOfYear = (today: string, from: string, to: string): boolean => from <= to ? today >= from && today <= to : today >= from || today <= to;
