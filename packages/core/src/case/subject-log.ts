import type { ActCommand, CaseState, Change, Facts } from './messages.ts';
import { levelOf } from './posts.ts';
import type { Rules } from './rules.ts';

type Begins = NonNullable<ActCommand['subject']>;

/** The first change of a unit's or a post's log: its first action begins it. */
export const beginning = (rules: Rules, { id, kind, home }: Begins, facts: Facts): Change => {
  const level = levelOf(home, facts) ?? '';
  return {
    type: 'opened', id, method: { id: rules.method.id, version: rules.method.version }, kind, source: '', home, holder: home,
    levels: { home: level, holder: level }, step: '', edition: rules.calendar.edition,
  };
};

/** A unit or post of which nothing is on record yet. */
export const emptySubject = (rules: Rules, { id, kind, home }: Begins, facts: Facts, at: number): CaseState => {
  const level = levelOf(home, facts) ?? '';
  return {
    id, version: 0, method: { id: rules.method.id, version: rules.method.version }, kind, source: '', home, holder: home, levels: { home: level, holder: level },
    reporter: undefined, step: '', passed: [], fields: {}, answers: {}, records: [], asks: [], clocks: {}, links: [], done: {},
    opened: at, openedBy: undefined, ended: undefined, last: at,
  };
};
