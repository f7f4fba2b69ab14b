import { durationMs, formatDuration, formatInstant } from '../calendar/index.ts';
import { accept, issue } from '../issues/issue.ts';
import type { Issue, Result } from '../issues/issue.ts';
import { nearest } from '../method/nearest.ts';
import { wordsOf } from '../method/words.ts';
import type { Scope } from '../rules/reading.ts';
import { durationOf } from './compile-clocks.ts';
import { Draft } from './draft.ts';
import { actionIssues } from './may-act.ts';
import type { ActCommand, CaseCommand, CaseEvent, CaseState, Change, Facts, InformCommand, OpenCommand, Signature } from './messages.ts';
import { sign, signatureFor } from './posts.ts';
import { readInputs } from './read-inputs.ts';
import type { ActionRule, Rules } from './rules.ts';
import { reckonAnew, runClocks } from './run-clocks.ts';
import { carryOut } from './carry-out.ts';

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
  act: (rules, state, command, facts) => (state === undefined ? unknownCase() : takeAction(rules, state, command, facts)),
  inform: (rules, state, command) => (state === undefined ? unknownCase() : accept(learn(rules, state, command))),
};

const unknownCase = (): Result<never> => refused(issue('case.unknown', ['id'], { id: '' }));

const refused = (...issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } => ({ ok: false, issues });

const takeAction = (rules: Rules, state: CaseState, command: ActCommand, facts: Facts): Result<readonly CaseEvent[]> => {
  const action = rules.actions.get(command.action);
  if (action === undefined) {
    const mend = nearest(command.action, rules.actions.keys());
    return refused(issue('action.unknown', ['action'], { action: command.action, ...(mend !== undefined && { mend }) }));
  }
  const scope: Scope = { state, at: command.at, actor: command.by };
  const by = signatureFor(action.by, command.by, state, facts);
  const issues = [...timeIssues(rules, state, command), ...actionIssues(rules, action, state, command.by, scope, facts, by)];
  const inputs = readInputs(rules, action.inputs, command.input, scope, facts);
  issues.push(...inputs.issues);
  if (issues.length > 0 || by === undefined) return refused(...issues);

  const draft = new Draft(state, occasionOf(command, by));
  const wrong = carryOut(rules, draft, action, inputs.values, command, by, facts);
  return wrong.length > 0 ? refused(...wrong) : accept([acted(draft, state.version, action, command, by)]);
};

const openCase = (rules: Rules, command: OpenCommand, facts: Facts): Result<readonly CaseEvent[]> => {
  const way = wayIn(rules, command);
  if (!way.ok) return way;
  const { kind, action } = way.value;
  const source = rules.method.sources[command.source]!;
  const { line } = rules.method.kinds[kind]!;
  const openedAt = (step: string): Change => ({
    type: 'opened', id: command.id, method: { id: rules.method.id, version: rules.method.version }, kind, source: command.source,
    home: command.home, holder: command.home, ...(command.reporter && { reporter: command.reporter }), step, edition: rules.calendar.edition,
  });
  const by = sign(command.by);
  const draft = new Draft(undefined, occasionOf(command, by));
  draft.apply(openedAt(line[0]!));
  const first = line.find((step) => rules.steps.get(step)?.applies({ state: draft.state, at: command.at, actor: command.by }) ?? true) ?? line[0]!;
  const issues: Issue[] = [...backdateIssues(rules, command)];
  if (facts.units[command.home] === undefined) issues.push(issue('home.unknown', ['home'], { home: command.home }));
  if (source.reporter === 'required' && command.reporter === undefined) issues.push(issue('source.needs-reporter', ['reporter'], { source: wordsOf(source.label) }));
  const scope: Scope = { state: draft.state, at: command.at, actor: command.by };
  const signed = signatureFor(action.by, command.by, draft.state, facts);
  issues.push(...actionIssues(rules, action, draft.state, command.by, scope, facts, signed));
  const asked = rules.openingInputs(action, command.source);
  const inputs = readInputs(rules, asked, command.input, scope, facts);
  issues.push(...inputs.issues);
  if (issues.length > 0 || signed === undefined) return refused(...issues);

  const signedDraft = new Draft(undefined, occasionOf(command, signed));
  signedDraft.apply(openedAt(first));
  signedDraft.happened(rules.steps.get(first)!.reached);
  const wrong = carryOut(rules, signedDraft, action, inputs.values, command, signed, facts);
  return wrong.length > 0 ? refused(...wrong) : accept([acted(signedDraft, 0, action, command, signed)]);
};

/** The kind that the source leads to and the action that opens it; each may be named where there are several. */
const wayIn = (rules: Rules, { kind: asked, source, action: wanted }: OpenCommand): Result<{ kind: string; action: ActionRule }> => {
  const { kinds, sources } = rules.method;
  if (!Object.hasOwn(sources, source)) return refused(issue('source.unknown', ['source'], { source, known: Object.keys(sources) }));
  const open = Object.entries(kinds).filter(([, kind]) => kind.sources.includes(source)).map(([name]) => name);
  const kind = asked ?? (open.length === 1 ? open[0] : undefined);
  if (kind === undefined || !open.includes(kind)) return refused(issue('kind.unknown', ['kind'], { kind: asked ?? '', known: open }));
  const action = [...rules.actions.values()].find((rule) => rule.schema.opens === kind && (wanted === undefined || rule.name === wanted));
  if (action === undefined) return refused(issue('action.unknown', ['action'], { action: wanted ?? '' }));
  return accept({ kind, action });
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

const acted = (draft: Draft, version: number, action: ActionRule, command: OpenCommand | ActCommand, by: Signature): CaseEvent => ({
  v: 1, type: 'acted', seq: version + 1, at: command.happened ?? command.at, recorded: command.at, action: action.name, by, changes: draft.changes,
});

const occasionOf = (command: OpenCommand | ActCommand, by: Signature): Draft['on'] => ({ at: command.happened ?? command.at, recorded: command.at, by });

/** Time does not run back within a case, and an act may be said to have happened earlier only as far as the method allows. */
const timeIssues = (rules: Rules, state: CaseState, command: ActCommand): Issue[] => {
  const issues = backdateIssues(rules, command);
  if (command.at < state.last) {
    issues.push(issue('command.time-back', ['at'], { at: formatInstant(command.at, rules.calendar.zone), last: formatInstant(state.last, rules.calendar.zone) }));
  }
  return issues;
};

const backdateIssues = (rules: Rules, { at, happened }: OpenCommand | ActCommand): Issue[] => {
  if (happened === undefined || happened === at) return [];
  const { zone } = rules.calendar;
  if (happened > at) return [issue('command.happened-later', ['happened'], { happened: formatInstant(happened, zone), at: formatInstant(at, zone) })];
  const limit = rules.method.time?.backdate;
  const duration = limit === undefined ? undefined : durationOf(limit);
  const earliest = duration === undefined ? at : backBy(rules, at, duration);
  if (happened >= earliest) return [];
  return [issue('command.too-far-back', ['happened'], {
    happened: formatInstant(happened, zone),
    limit: duration === undefined ? { zh: '不得补录', en: 'not at all' } : { zh: formatDuration(duration, 'zh'), en: formatDuration(duration, 'en') },
  })];
};

const backBy = (rules: Rules, at: number, duration: ReturnType<typeof durationOf>): number => {
  if (duration.unit === 'hours' || duration.unit === 'minutes') return at - durationMs(duration);
  if (duration.unit === 'working-hours' || duration.unit === 'working-minutes') return rules.calendar.addWorkingTime(at, -durationMs(duration));
  const day = rules.time.add(rules.time.dayOf(at), `${duration.amount} ${duration.unit.replace('-', ' ')}`, -1);
  return typeof day === 'string' ? rules.calendar.zone.startOfDay(day) : day;
};
