import type { CaseEvent, CaseState, Facts, Signature, Value } from './messages.ts';
import type { Rules } from './rules.ts';
import { scopeOf } from './scope.ts';

/**
 * A command for another case that follows from an event of this one. It is done once, by its id, under the link (`Doer` `{ link }`), in the
 * name of whoever caused it. Without an action it only tells the other case that it has been linked.
 */
export interface FollowUp {
  readonly id: string;
  readonly caseId: string;
  readonly action: string;
  readonly link: string;
  /** The case in which its cause happened, and the side on which the other case stands. */
  readonly from: string;
  readonly side: 'from' | 'to';
  readonly input: Readonly<Record<string, Value>>;
  readonly by: Signature;
  readonly at: number;
}

/** What follows in other cases from what has just happened in this one. `after`: the state that the events have made. */
export const followUps = (rules: Rules, after: CaseState, events: readonly CaseEvent[], facts: Facts): FollowUp[] =>
  (rules.method.links === undefined ? [] : events.flatMap((event) => [...linkedBack(after, event), ...following(rules, after, event, facts)]));

const itself: Signature = { person: '' };
const signatureOf = (event: CaseEvent): Signature => ('by' in event ? event.by : itself);

/** A case that was there before learns that it has been linked; one that this event opens knows it from its own first event. */
const linkedBack = (after: CaseState, event: CaseEvent): FollowUp[] => {
  if (event.type === 'linked') return [];
  const opened = new Set(event.changes.flatMap((change) => (change.type === 'spawned' ? [change.id] : [])));
  return event.changes.flatMap((change): FollowUp[] => (change.type !== 'linked' || opened.has(change.link.case) ? [] : [{
    id: `${after.id}#${event.seq}:${change.link.link}:${change.link.case}`, caseId: change.link.case, action: '', link: change.link.link, from: after.id,
    side: change.link.side === 'from' ? 'to' : 'from', input: {}, by: signatureOf(event), at: event.recorded,
  }]));
};

const following = (rules: Rules, after: CaseState, event: CaseEvent, facts: Facts): FollowUp[] => {
  if (rules.follows.length === 0 || after.links.length === 0) return [];
  const ended = event.changes.find((change) => change.type === 'ended')?.ending;
  const action = event.type === 'acted' ? event.action : undefined;
  return rules.follows.flatMap((follow) => {
    if (!(ended !== undefined && follow.endings.has(ended)) && !(action !== undefined && follow.actions.has(action))) return [];
    return after.links.filter((link) => link.link === follow.link && link.side === follow.of).map((link): FollowUp => ({
      id: `${after.id}#${event.seq}:${follow.link}:${follow.action}:${link.case}`, caseId: link.case, action: follow.action, link: follow.link, from: after.id,
      side: link.side === 'from' ? 'to' : 'from', input: follow.gives(scopeOf(after, event.recorded, facts)), by: signatureOf(event), at: event.recorded,
    }));
  });
};
