import { accept, issue } from '../issues/issue.ts';
import type { Issue, Result } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import { backdateIssues } from './backdate.ts';
import { carryOut } from './carry-out.ts';
import { Draft } from './draft.ts';
import { actionIssues } from './may-act.ts';
import type { ActCommand, CaseEvent, CaseState, Change, Facts, OpenCommand, Signature } from './messages.ts';
import { levelOf, sign, signatureFor } from './posts.ts';
import { readInputs } from './read-inputs.ts';
import type { ActionRule, Rules } from './rules.ts';
import { scopeOf } from './scope.ts';

/** Opens a case, or an entry of a register: by who may, by way of a source; or besides, by an action on another case. */
export const openCase = (rules: Rules, command: OpenCommand, facts: Facts): Result<readonly CaseEvent[]> => {
  const way = wayIn(rules, command);
  if (!way.ok) return way;
  const { kind, action } = way.value;
  const line = rules.method.kinds[kind]?.line ?? [''];
  const level = levelOf(command.home, facts) ?? '';
  const openedAt = (step: string): Change => ({
    type: 'opened', id: command.id, method: { id: rules.method.id, version: rules.method.version }, kind, source: command.source,
    home: command.home, holder: command.home, levels: { home: level, holder: level }, ...(command.reporter && { reporter: command.reporter }), step, edition: rules.calendar.edition,
  });
  const looked = new Draft(undefined, occasionOf(command, sign(command.by)));
  looked.apply(openedAt(line[0]!));
  const scope = scopeOf(looked.state, command.at, facts, command.by);
  const first = line.find((step) => rules.steps.get(step)?.applies(scope) ?? true) ?? line[0]!;
  // Whoever took the action that opens it besides needs no post for this one.
  const by = command.spawned ? sign(command.by) : signatureFor(action.by, command.by, looked.state, facts);
  const issues = [
    ...backdateIssues(rules, command), ...placeIssues(rules, kind, command, facts),
    ...actionIssues(rules, action, looked.state, command.by, scope, facts, by),
  ];
  const inputs = readInputs(rules, rules.openingInputs(action, command.source), command.input, scope, facts);
  issues.push(...inputs.issues);
  if (issues.length > 0 || by === undefined) return { ok: false, issues };

  const draft = new Draft(undefined, occasionOf(command, by));
  draft.apply(openedAt(first));
  const reached = rules.steps.get(first)?.reached;
  if (reached !== undefined) draft.happened(reached);
  const wrong = carryOut(rules, draft, action, inputs.values, command, by, facts);
  return wrong.length > 0 ? { ok: false, issues: wrong } : accept([acted(draft, 0, action.name, command, by)]);
};

/** Is there such a unit, is it of a level at which the register has entries, and is there a reporter where the source wants one? */
const placeIssues = (rules: Rules, kind: string, { home, source, reporter }: OpenCommand, facts: Facts): Issue[] => {
  const issues: Issue[] = [];
  const unit = facts.units[home];
  if (unit === undefined) issues.push(issue('home.unknown', ['home'], { home }));
  const subject = rules.method.subjects?.[kind];
  if (subject && 'register' in subject.of && unit && !subject.of.register.includes(unit.level)) {
    const levels = subject.of.register.map((level) => wordsOf(rules.method.levels[level]?.label ?? level));
    issues.push(issue('home.wrong-level', ['home'], { what: wordsOf(subject.label), levels }));
  }
  const schema = rules.method.sources[source];
  if (schema?.reporter === 'required' && reporter === undefined) issues.push(issue('source.needs-reporter', ['reporter'], { source: wordsOf(schema.label) }));
  return issues;
};

/** The kind that the source leads to and the action that opens it; each may be named where there are several. A register has no source. */
const wayIn = (rules: Rules, { kind: asked, source, action: wanted, spawned }: OpenCommand): Result<{ kind: string; action: ActionRule }> => {
  const { kinds, sources } = rules.method;
  const named = wanted === undefined ? undefined : rules.actions.get(wanted);
  const direct = asked ?? named?.schema.opens;
  if (direct !== undefined && (spawned !== undefined || (sourceless(rules, direct) && source === ''))) return opening(rules, direct, wanted);
  if (!Object.hasOwn(sources, source)) return { ok: false, issues: [issue('source.unknown', ['source'], { source, known: Object.keys(sources) })] };
  const open = Object.entries(kinds).filter(([, kind]) => kind.sources.includes(source)).map(([name]) => name);
  const kind = direct ?? (open.length === 1 ? open[0] : undefined);
  if (kind === undefined || !open.includes(kind)) return { ok: false, issues: [issue('kind.unknown', ['kind'], { kind: asked ?? '', known: open })] };
  return opening(rules, kind, wanted);
};

/** Does it come in by no source: an entry of a register, or a kind that is only made of other cases? */
export const sourceless = (rules: Rules, kind: string | undefined): boolean => {
  if (kind === undefined) return false;
  return Object.hasOwn(rules.method.subjects ?? {}, kind) || rules.method.kinds[kind]?.sources.length === 0;
};

const opening = (rules: Rules, kind: string, wanted: string | undefined): Result<{ kind: string; action: ActionRule }> => {
  const action = [...rules.actions.values()].find((rule) => rule.schema.opens === kind && (wanted === undefined || rule.name === wanted));
  return action === undefined ? { ok: false, issues: [issue('action.unknown', ['action'], { action: wanted ?? '' })] } : accept({ kind, action });
};

export const acted = (draft: Draft, version: number, action: string, command: OpenCommand | ActCommand, by: Signature): CaseEvent => ({
  v: 1, type: 'acted', seq: version + 1, at: command.happened ?? command.at, recorded: command.at, action, by, changes: draft.changes,
});

export const occasionOf = (command: OpenCommand | ActCommand, by: Signature): Draft['on'] => ({ at: command.happened ?? command.at, recorded: command.at, by });

/** The opening of a case that another one opens besides, as that one has decided it. */
export const openingOf = (parent: CaseState, spawned: Extract<Change, { type: 'spawned' }>, by: OpenCommand['by'], at: number): OpenCommand => ({
  type: 'open', id: spawned.id, kind: spawned.kind, action: spawned.action, source: spawned.source, home: spawned.home, input: spawned.input, by, at,
  ...(spawned.reporter && { reporter: spawned.reporter }), spawned: { from: parent.id, ...(spawned.link && { link: spawned.link }) },
});
