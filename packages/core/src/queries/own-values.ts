import type { Instant } from '../calendar/index.ts';
import type { CaseState, Clock } from '../case/messages.ts';
import type { NormPeriod } from '../norms/index.ts';
import { ownOfClock } from '../rules/own-values.ts';
import type { OwnValues } from '../rules/own-values.ts';

/** A clock's own values. One that lay in the past when it was made is exempt and not late; one that was exempted since is exempt, and late if it was. */
export const valuesOfClock = (clock: Clock, state: CaseState, at: Instant): OwnValues => {
  const own = ownOfClock(clock, state, at, clock.binds);
  return clock.lateFromTheStart === true ? { ...own, late: false, exempt: true } : own;
};

/** What `{ field }` reads of a norm period. */
export const valuesOfNorm = ({ of, unit, period, count, met }: NormPeriod): OwnValues => ({ of, unit, period, count, met });
