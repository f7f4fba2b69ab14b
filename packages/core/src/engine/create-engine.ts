import { decide } from '../case/decide.ts';
import { elapse } from '../case/elapse.ts';
import { evolve } from '../case/evolve.ts';
import { explain } from '../case/explain.ts';
import type { Explanation } from '../case/explanation.ts';
import type { Actor, CaseCommand, CaseEvent, CaseState, Facts } from '../case/messages.ts';
import type { ActionRule, Rules } from '../case/rules.ts';
import { timeline } from '../case/timeline.ts';
import { loadMethod } from '../check/load-method.ts';
import { accept, issue } from '../issues/issue.ts';
import type { Issue, Result } from '../issues/issue.ts';
import type { LooseMethod } from '../method/method-types.ts';
import type { CaseHandle, CommandContext, Engine, EngineOf, EngineOptions, MomentInput, OpenInput, TickReport } from './engine-types.ts';
import { actorOf, momentOf } from './desk.ts';
import type { Desk } from './desk.ts';
import { commandDigest } from './digest.ts';
import { gatherFacts } from './gather-facts.ts';
import { openings } from './openings.ts';
import { project } from './project.ts';
import { queries } from './queries.ts';
import { rulebook } from './rulebook.ts';
import { unlistedDirectory } from './unlisted-directory.ts';
import type { KeyEntry } from './store-port.ts';

/**
 * The one shell around the pure core: load → let due things happen → decide → append. Time and actor come in with each call;
 * refusals are values; only a broken store or program throws.
 *
 * @example
 * const street = createEngine({ methods: [defineMethod(method)], store: memoryStore() });
 * const opened = await street.open({ source: 'hotline', fields: { content: '地基下陷' } }, { by: clerk, at: '2021-10-08T09:00:00+08:00' });
 */
export const createEngine = <const M extends LooseMethod>(options: EngineOptions<M>): EngineOf<M> => {
  const { store, tenant = 'default' } = options;
  const directory = options.directory ?? unlistedDirectory();
  const methods = options.methods.map(loadMethod);
  const book = rulebook(methods);
  const desk: Desk = { store, tenant, directory, book, newId: options.newId ?? ((n) => String(n).padStart(6, '0')) };

  const engine: Engine = {
    methods, directory, tenant, get plain() { return engine; },
    open: (input, context) => open(desk, engine, input, context),
    case: async (id) => {
      const state = await store.read(tenant, id);
      return state && handleOf(engine, state);
    },
    act: (id, action, input, context) => act(desk, engine, id, action, input, context),
    tick: (now, { limit = Infinity } = {}) => tick(desk, now, limit),
    inform: (context) => inform(desk, context),
    explain: (id, actor, at) => explainCase(desk, id, actor, at),
    openings: async (actor, at) => openings(desk.book, await actorOf(desk, actor), at),
    history: (id) => store.history(tenant, id),
    timeline: async (id) => {
      const state = await store.read(tenant, id);
      return state ? timeline(book.of(state), await store.history(tenant, id)) : [];
    },
    ...queries(desk),
  };
  // Names and inputs are typed for who calls; at run time they are checked like any other input.
  return engine as unknown as EngineOf<M>;
};

const handleOf = (engine: Engine, state: CaseState): CaseHandle => ({
  id: state.id, state,
  act: (action, input, context) => engine.act(state.id, action, input, context),
  explain: async (actor, at) => (await engine.explain(state.id, actor, at))!,
  history: () => engine.history(state.id),
});

const open = async (desk: Desk, engine: Engine, input: OpenInput, context: CommandContext): Promise<Result<CaseHandle>> => {
  const read = await readContext(desk, context, ['open', { ...input, fields: input.fields }]);
  if (!read.ok) return read;
  const { by, at, happened, key } = read.value;
  const before = key && await repeated(desk, engine, key);
  if (before) return before;
  const rules = desk.book.forOpening(input, at);
  if (rules === undefined) return { ok: false, issues: [issue('method.unknown', ['method'], { method: input.method ?? '' })] };

  const home = input.home ?? by.posts[0]?.unit ?? '';
  const number = input.id === undefined ? await desk.store.next(desk.tenant, 'case') : undefined;
  const id = input.id ?? (number === undefined ? undefined : desk.newId(number, input.kind ?? ''));
  if (id === undefined) return { ok: false, issues: [issue('store.busy', [], {})] };
  const command: CaseCommand = {
    type: 'open', id, source: input.source, home, input: input.fields, by, at,
    ...(input.kind !== undefined && { kind: input.kind }), ...(input.action !== undefined && { action: input.action }),
    ...(input.reporter && { reporter: input.reporter }), ...(happened !== undefined && { happened }),
  };
  const inputs = openingActions(rules).flatMap((action) => rules.openingInputs(action, input.source));
  const facts = await gatherFacts(desk.directory, desk.tenant, [home], inputs, input.fields);
  const existing = input.id === undefined ? undefined : await desk.store.read(desk.tenant, id);
  const decision = decide(rules, existing, command, facts);
  return settle(desk, engine, { rules, facts, state: existing, due: [], decision, key });
};

const act = async (
  desk: Desk, engine: Engine, id: string, action: string, input: Readonly<Record<string, unknown>>, context: CommandContext,
): Promise<Result<CaseHandle>> => {
  const read = await readContext(desk, context, ['act', id, action, input]);
  if (!read.ok) return read;
  const { by, at, happened, key } = read.value;
  const before = key && await repeated(desk, engine, key);
  if (before) return before;
  const state = await desk.store.read(desk.tenant, id);
  if (state === undefined) return { ok: false, issues: [issue('case.unknown', ['id'], { id })] };
  if (context.expected !== undefined && context.expected !== state.version) {
    return { ok: false, issues: [issue('store.version-conflict', ['version'], { expected: context.expected, actual: state.version })] };
  }
  const rules = desk.book.of(state);
  const facts = await gatherFacts(desk.directory, desk.tenant, [state.home, state.holder], rules.actions.get(action)?.inputs, input);
  const due = elapse(rules, state, at, facts);
  const decision = decide(rules, due.state, { type: 'act', action, input, by, at, ...(happened !== undefined && { happened }) }, facts);
  return settle(desk, engine, { rules, facts, state: due.state, due: due.events, decision, key });
};

interface Settling {
  readonly rules: Rules;
  readonly facts: Facts;
  readonly state: CaseState | undefined;
  readonly due: readonly CaseEvent[];
  readonly decision: Result<readonly CaseEvent[]>;
  readonly key: KeyEntry | undefined;
}

/** Writes what was due anyway, what was decided, and what came of the key; a refusal leaves only the first and the last. */
const settle = async (desk: Desk, engine: Engine, { rules, facts, state, due, decision, key }: Settling): Promise<Result<CaseHandle>> => {
  const decided = decision.ok ? decision.value : [];
  const events = [...due, ...decided];
  const after = decided.reduce<CaseState | undefined>(evolve, state);
  const entry = key && { ...key, outcome: JSON.stringify(decision.ok ? { id: after?.id } : { issues: decision.issues }) };
  if (events.length === 0 || after === undefined) {
    if (entry) await desk.store.remember(desk.tenant, entry);
  } else {
    const appended = await desk.store.append({
      tenant: desk.tenant, caseId: after.id, expected: after.version - events.length, events, state: after, row: project(rules, after, facts), ...(entry && { key: entry }),
    });
    if (!appended.ok) {
      if (appended.why === 'key' && key) return (await repeated(desk, engine, key, appended.entry))!;
      return { ok: false, issues: [appended.why === 'version'
        ? issue('store.version-conflict', ['version'], { expected: after.version - events.length, actual: appended.actual })
        : issue('store.busy', [], {})] };
    }
  }
  return decision.ok ? accept(handleOf(engine, after!)) : decision;
};

/** What came of the same command before, if its key is known; with other contents the key is refused. */
const repeated = async (desk: Desk, engine: Engine, key: KeyEntry | undefined, found?: KeyEntry): Promise<Result<CaseHandle> | undefined> => {
  if (key === undefined) return undefined;
  const before = found ?? await desk.store.recall(desk.tenant, key.key);
  if (before === undefined) return undefined;
  if (before.digest !== key.digest) return { ok: false, issues: [issue('key.reused', ['key'], { key: key.key })] };
  const outcome = JSON.parse(before.outcome) as { id?: string; issues?: readonly Issue[] };
  if (outcome.issues) return { ok: false, issues: outcome.issues };
  return accept((await engine.case(outcome.id!))!);
};

const tick = async (desk: Desk, now: MomentInput, limit: number): Promise<TickReport> => {
  const at = momentOf(now);
  if (at === undefined) throw new RangeError(`tick: "${now}" is no moment`);
  const report = { cases: 0, events: 0, more: false, conflicts: 0 };
  const seen = new Set<string>();
  for (;;) {
    const due = (await desk.store.due(desk.tenant, at, 200)).filter(({ caseId }) => !seen.has(caseId));
    if (due.length === 0) return report;
    for (const { caseId } of due) {
      if (report.cases >= limit) return { ...report, more: true };
      seen.add(caseId);
      const state = await desk.store.read(desk.tenant, caseId);
      if (state === undefined) continue;
      const rules = desk.book.of(state);
      const facts = await gatherFacts(desk.directory, desk.tenant, [state.home, state.holder]);
      const { state: after, events } = elapse(rules, state, at, facts);
      if (events.length === 0) continue;
      const appended = await desk.store.append({ tenant: desk.tenant, caseId, expected: state.version, events, state: after, row: project(rules, after, facts) });
      report.cases += 1;
      if (appended.ok) report.events += events.length;
      else report.conflicts += 1;
    }
  }
};

/** Reckons anew every running clock whose due time relied on an arrangement that was not known: it is now, or it has changed. */
const inform = async (desk: Desk, context: CommandContext): Promise<Result<TickReport>> => {
  const read = await readContext(desk, context, ['inform']);
  if (!read.ok) return read;
  const { by, at } = read.value;
  const report = { cases: 0, events: 0, more: false, conflicts: 0 };
  // Every case: a soft clock without a ladder has no instant at which something happens, and a due time all the same.
  for await (const state of desk.store.states(desk.tenant, {})) {
    const rules = desk.book.of(state);
    const facts = await gatherFacts(desk.directory, desk.tenant, [state.home, state.holder]);
    const due = elapse(rules, state, at, facts);
    const decision = decide(rules, due.state, { type: 'inform', edition: rules.calendar.edition, by, at }, facts);
    const events = [...due.events, ...(decision.ok ? decision.value : [])];
    if (!decision.ok || decision.value.length === 0) continue;
    const after = decision.value.reduce<CaseState>(evolve, due.state);
    const appended = await desk.store.append({ tenant: desk.tenant, caseId: state.id, expected: state.version, events, state: after, row: project(rules, after, facts) });
    report.cases += 1;
    if (appended.ok) report.events += events.length;
    else report.conflicts += 1;
  }
  return accept(report);
};

const explainCase = async (desk: Desk, id: string, actor: Actor | string, moment: MomentInput): Promise<Explanation | undefined> => {
  const state = await desk.store.read(desk.tenant, id);
  const at = momentOf(moment);
  if (at === undefined) throw new RangeError(`explain: "${moment}" is no moment`);
  if (state === undefined) return undefined;
  const rules = desk.book.of(state);
  const facts = await gatherFacts(desk.directory, desk.tenant, [state.home, state.holder]);
  // What is due by then but not yet swept is shown as it will be.
  const { state: then } = elapse(rules, state, at, facts);
  return { ...explain(rules, then, await actorOf(desk, actor), at, facts), version: state.version };
};

interface ReadContext { readonly by: Actor; readonly at: number; readonly happened?: number; readonly key?: KeyEntry }

const readContext = async (desk: Desk, context: CommandContext, contents: readonly unknown[]): Promise<Result<ReadContext>> => {
  const at = momentOf(context.at);
  const happened = context.happened === undefined ? undefined : momentOf(context.happened);
  const issues: Issue[] = [];
  if (at === undefined) issues.push(issue('command.time-unreadable', ['at'], { at: String(context.at) }));
  if (context.happened !== undefined && happened === undefined) issues.push(issue('command.time-unreadable', ['happened'], { at: String(context.happened) }));
  const by = typeof context.by === 'string' ? await desk.directory.person(desk.tenant, context.by) : context.by;
  if (by === undefined) issues.push(issue('actor.unknown', ['by'], { actor: context.by as string }));
  if (issues.length > 0 || at === undefined || by === undefined) return { ok: false, issues };
  return accept({
    by, at, ...(happened !== undefined && { happened }),
    ...(context.key !== undefined && { key: { key: context.key, digest: commandDigest([...contents, by.person, happened ?? null]), outcome: '' } }),
  });
};

const openingActions = (rules: Rules): ActionRule[] => [...rules.actions.values()].filter((action) => action.schema.opens !== undefined);
