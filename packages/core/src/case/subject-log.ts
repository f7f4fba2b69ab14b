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

/** The id under which the log of a unit or a post is kept. */
export const subjectId = { unit: (unit: string): string => `unit:${unit}`, post: (post: string): string => `post:${post}` };

/** A unit or post of which nothing is on record yet, as it would begin now. */
export const emptySubject = (rules: Rules, { id, kind, home }: Begins, facts: Facts, at: number): CaseState => {
  const level = levelOf(home, facts) ?? '';
  return emptyLog(kind, id, home, { home: level, holder: level }, { id: rules.method.id, version: rules.method.version }, at);
};

/** A log in which nothing stands: nothing is known of what it is about, nothing has happened to it. */
export const emptyLog = (
  kind: string, id: string, home: string, levels: CaseState['levels'], method: CaseState['method'] = { id: '', version: '' }, at = 0,
): CaseState => ({
  id, version: 0, method, kind, source: '', home, holder: home, levels, reporter: undefined, step: '', passed: [], fields: {}, answers: {}, records: [], asks: [],
  clocks: {}, links: [], done: {}, opened: at, openedBy: undefined, ended: undefined, dropped: undefined, last: at,
});
