import { formatInstant } from '../calendar/index.ts';
import { accept, issue } from '../issues/issue.ts';
import type { Issue, Result } from '../issues/issue.ts';
import { nearest } from '../method/nearest.ts';
import { backdateIssues } from './backdate.ts';
import { carryOut } from './carry-out.ts';
import { Draft } from './draft.ts';
import { actionIssues } from './may-act.ts';
import type { ActCommand, CaseCommand, CaseEvent, CaseState, Facts, InformCommand, LinkCommand } from './messages.ts';
import { moveCase } from './move-case.ts';
import { acted, occasionOf, openCase } from './open-case.ts';
import { erasePersonal, revealPersonal } from './personal-access.ts';
import { sign, signatureFor } from './posts.ts';
import { readInputs } from './read-inputs.ts';
import type { Rules } from './rules.ts';
import { reckonAnew, runClocks } from './run-clocks.ts';
import { scopeOf } from './scope.ts';
import { beginning, emptySubject } from './subject-log.ts';

/**
 * What happens when somebody asks for something: the event to record, or every reason why not. Pure: the time is in the command,
 * and what it needs from outside the case is in the facts. Whatever was due before has happened already (`elapse`).
 */
export const decide = (rules: Rules, state: CaseState | undefined, command: CaseCommand, facts: Facts): Result<readonly CaseEvent[]> =>
  (deciders[command.type] as Decider)(rules, state, command, facts);

type Decider<C = CaseCommand> = (rules: Rules, state: CaseState | undefined, command: C, facts: Facts) => Result<readonly CaseEvent[]>;

// A table instead of patterns on the way that every command takes: as exhaustive to the compiler, and it costs nothing.
const deciders: { readonly [T in CaseCommand['type']]: Decider<Extract<CaseCommand, { type: T }>> } = {
  open: (rules, state, command, facts) => (state === undefined ? openCase(rules, command, facts) : refused(issue('case.exists', ['id'], { id: command.id }))),
  act: (rules, state, command, facts) => {
    if (state !== undefined) return takeAction(rules, state, command, facts);
    return command.subject ? takeAction(rules, undefined, command, facts, command.subject) : unknownCase();
  },
  inform: (rules, state, command) => (state === undefined ? unknownCase() : accept(learn(rules, state, command))),
  move: (rules, state, command, facts) => (state === undefined ? unknownCase() : moveCase(rules, state, command, facts)),
  reveal: (rules, state, command, facts) => (state === undefined ? unknownCase() : revealPersonal(rules, state, command, facts)),
  erase: (rules, state, command, facts) => (state === undefined ? unknownCase() : erasePersonal(rules, state, command, facts)),
  link: (_rules, state, command) => (state === undefined ? unknownCase() : accept(hearOfLink(state, command))),
};

const unknownCase = (): Result<never> => refused(issue('case.unknown', ['id'], { id: '' }));

const refused = (...issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } => ({ ok: false, issues });

const takeAction = (
  rules: Rules, before: CaseState | undefined, command: ActCommand, facts: Facts, begins?: NonNullable<ActCommand['subject']>,
): Result<readonly CaseEvent[]> => {
  const action = rules.actions.get(command.action);
  if (action === undefined) {
    const mend = nearest(command.action, rules.actions.keys());
    return refused(issue('action.unknown', ['action'], { action: command.action, ...(mend !== undefined && { mend }) }));
  }
  const state = begins === undefined ? before! : emptySubject(rules, begins, facts, command.at);
  const scope = scopeOf(state, command.at, facts, command.by);
  const by = signatureFor(action.by, command.by, state, facts);
  const issues = [...timeIssues(rules, state, command), ...actionIssues(rules, action, state, command.by, scope, facts, by)];
  const inputs = readInputs(rules, action.inputs, command.input, scope, facts);
  issues.push(...inputs.issues);
  if (issues.length > 0 || by === undefined) return refused(...issues);

  const draft = new Draft(before, occasionOf(command, by));
  if (begins) draft.apply(beginning(rules, begins, facts));
  const wrong = carryOut(rules, draft, action, inputs.values, command, by, facts);
  return wrong.length > 0 ? refused(...wrong) : accept([acted(draft, state.version, action.name, command, by)]);
};

/** The case hears that another one has linked itself to it; once is enough. */
const hearOfLink = (state: CaseState, { link, at, by }: LinkCommand): readonly CaseEvent[] => {
  if (state.links.some((one) => one.link === link.link && one.case === link.case && one.side === link.side)) return [];
  const recorded = Math.max(at, state.last);
  return [{ v: 1, type: 'linked', seq: state.version + 1, at, recorded, by: sign(by), changes: [{ type: 'linked', link }] }];
};

const learn = (rules: Rules, state: CaseState, command: InformCommand): readonly CaseEvent[] => {
  const draft = new Draft(state, { at: command.at, recorded: command.at });
  const on = { recorded: { at: command.at }, happened: { at: command.at } };
  for (const rule of rules.clocks.all.values()) reckonAnew(rules, draft, rule, on);
  runClocks(rules, draft, on);
  if (draft.changes.length === 0) return [];
  return [{
    v: 1, type: 'informed', seq: state.version + 1, at: command.at, recorded: command.at, by: sign(command.by), edition: command.edition, changes: draft.changes,
  }];
};

/** Time does not run back within a case, and an act may be said to have happened earlier only as far as the method allows. */
const timeIssues = (rules: Rules, state: CaseState, command: ActCommand): Issue[] => {
  const issues = backdateIssues(rules, command);
  if (command.at < state.last) {
    issues.push(issue('command.time-back', ['at'], { at: formatInstant(command.at, rules.calendar.zone), last: formatInstant(state.last, rules.calendar.zone) }));
  }
  return issues;
};
