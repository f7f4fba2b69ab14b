import { decide } from '../case/decide.ts';
import { elapse } from '../case/elapse.ts';
import { evolve } from '../case/evolve.ts';
import { followUps } from '../case/follow-up.ts';
import type { FollowUp } from '../case/follow-up.ts';
import type { Actor, CaseCommand, CaseEvent, CaseState, Facts } from '../case/messages.ts';
import { openingOf } from '../case/open-case.ts';
import type { Rules } from '../case/rules.ts';
import { accept, issue } from '../issues/issue.ts';
import type { Issue, Result } from '../issues/issue.ts';
import { compileNorms, fullIssue } from '../norms/index.ts';
import { withEntries } from './case-entries.ts';
import { countedOf } from './counted.ts';
import type { Desk } from './desk.ts';
import { gatherFacts } from './gather-facts.ts';
import { project } from './project.ts';
import { readCase } from './read-case.ts';
import type { Rulebook } from './rulebook.ts';
import { sameMatter } from './same-matter.ts';
import { sealFollowUp, sealWrite } from './seal-write.ts';
import { rulesOf } from './subjects.ts';
import type { CaseWrite, Count, KeyEntry } from './store-port.ts';

/** A decision about one case, ready to be written. */
export interface Decided {
  readonly rules: Rules;
  readonly facts: Facts;
  /** The case as it was read; nothing, for one that is being opened. */
  readonly before: CaseState | undefined;
  /** The same with what was due anyway. */
  readonly state: CaseState | undefined;
  readonly due: readonly CaseEvent[];
  readonly decision: Result<readonly CaseEvent[]>;
  readonly by: Actor;
  readonly at: number;
  readonly key?: KeyEntry | undefined;
  /** The personal values that lie beside the case until now are erased with it. */
  readonly erases?: true;
}

/** Lets everything happen that is due, then decides. */
export const decideAt = (rules: Rules, before: CaseState | undefined, command: CaseCommand, facts: Facts): Pick<Decided, 'before' | 'state' | 'due' | 'decision'> => {
  const due = before === undefined ? undefined : elapse(rules, before, command.at, facts);
  return { before, state: due?.state, due: due?.events ?? [], decision: decide(rules, due?.state, command, facts) };
};

/** What one case and those that it opens leave behind. */
interface Written { readonly write: CaseWrite; readonly before: CaseState | undefined; readonly rules: Rules; readonly facts: Facts }

/**
 * Writes what was due anyway, what was decided, the cases that it opens, what norms count of it, and what follows from it elsewhere: all in
 * one transaction. A refusal leaves only what was due, and what came of the key.
 */
export const settle = async (desk: Desk, decided: Decided): Promise<Result<CaseState>> => {
  const { rules, facts, state, due, key } = decided;
  let { decision } = decided;
  const after = decision.ok ? decision.value.reduce<CaseState | undefined>(evolve, state) : state;
  let opened: readonly Written[] = [];
  if (decision.ok && after) {
    const further = await openFurther(desk, rules, after, decision.value, decided);
    if (further.ok) opened = further.value;
    else decision = further;
  }
  let counts: readonly Count[] = [];
  if (decision.ok && after) {
    const counted = await countedOf(desk, [passageOf(decided, after, decision.value), ...opened]);
    if (counted.issues.length > 0) [decision, opened] = [refused(...counted.issues), []];
    else counts = counted.counts;
  }
  const result = decision.ok ? after : state;
  const events = [...due, ...(decision.ok ? decision.value : [])];
  const entry = key && { ...key, outcome: JSON.stringify(decision.ok ? { id: result?.id } : { issues: decision.issues.map((one) => withoutPersonal(desk.book, one)) }) };
  if (events.length === 0 || result === undefined) {
    if (entry) await desk.store.remember(desk.tenant, entry);
    return decision.ok ? accept(result!) : decision;
  }
  const write = withEntries(desk.book, { caseId: result.id, expected: result.version - events.length, events, state: result, row: project(rules, result, facts) });
  const all: readonly Written[] = [{ write, before: decided.before, rules, facts }, ...opened];
  const sealed = all.map(({ write: one, before, rules: by }) => sealWrite(by, before, one));
  const following = all.flatMap(({ write: one, rules: by, facts: known }) => followUps(by, one.state, one.events, known).map((follow, n) => ({ follow, kept: sealFollowUp(by, one.state, follow, n) })));
  const follows = following.map(({ follow }) => follow);
  const personal = [...sealed.flatMap((one) => one.personal), ...following.flatMap(({ kept }) => kept.personal)];
  const appended = await desk.store.append({
    tenant: desk.tenant, writes: sealed.map((one) => one.write) as [CaseWrite, ...CaseWrite[]], ...(counts.length > 0 && { counts }),
    ...(following.length > 0 && { follows: following.map(({ kept }) => kept.follow) }), ...(personal.length > 0 && { personal }),
    ...(decided.erases && decision.ok && { erased: [result.id] }), ...(entry && { key: entry }),
  });
  if (!appended.ok) {
    if (appended.why === 'key') return repeatedAs(desk, key!, appended.entry);
    if (appended.why === 'version') return refused(issue('store.version-conflict', ['version'], { expected: write.expected, actual: appended.actual }));
    return refused(appended.why === 'count' ? fullIssue(compileNorms(rules), appended.count) : issue('store.busy', [], {}));
  }
  for (const follow of follows) await followOne(desk, follow);
  if (!decision.ok) return decision;
  // What followed may have changed this very case; the caller sees it as it stands now.
  return accept(follows.length === 0 ? result : await readCase(desk, result.id) ?? result);
};

/** A refusal as it is remembered under its key: of a personal input only that it was wrong, not what was given. */
const withoutPersonal = ({ personalInputs }: Rulebook, one: Issue): Issue =>
  (personalInputs.has(String(one.path[0])) && 'given' in one.params ? { ...one, params: { ...one.params, given: '***' } } as Issue : one);

/** What has happened to the case in this write, for norms to count. */
const passageOf = ({ rules, facts, before, due }: Decided, state: CaseState, decided: readonly CaseEvent[]): Pick<Written, 'before' | 'rules' | 'facts'> & { readonly write: Pick<CaseWrite, 'events' | 'state'> } =>
  ({ rules, facts, before, write: { events: [...due, ...decided], state } });

const refused = (...issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } => ({ ok: false, issues });

/** The cases that these events open besides, and those that these open in turn. */
const openFurther = async (desk: Desk, rules: Rules, parent: CaseState, events: readonly CaseEvent[], { by, at }: Decided): Promise<Result<readonly Written[]>> => {
  const written: Written[] = [];
  for (const change of events.flatMap((event) => event.changes)) {
    if (change.type !== 'spawned') continue;
    const command = openingOf(parent, change, by, at);
    const now = desk.book.inForce(at).find(({ method }) => method.id === rules.method.id && method.actions[change.action]?.opens === change.kind) ?? rules;
    const action = now.actions.get(change.action);
    const facts = await gatherFacts(desk, now, { units: [command.home], inputs: action?.inputs, given: command.input, by });
    const ids = await newIds(desk, now, action?.spawns.map((spawn) => spawn.kind) ?? []);
    if (ids === undefined) return refused(issue('store.busy', [], {}));
    const same = await sameMatter(desk, now, { kind: change.kind, home: command.home, fields: command.input, at }, 'linked');
    const known: Facts = { ...facts, cases: { ...facts.cases, [parent.id]: parent }, ids, ...(Object.keys(same).length > 0 && { same }) };
    const decision = decide(now, undefined, command, known);
    if (!decision.ok) return refused(...decision.issues.map((one) => ({ ...one, path: ['spawns', change.action, ...one.path] })));
    const state = decision.value.reduce<CaseState | undefined>(evolve, undefined)!;
    written.push({ before: undefined, rules: now, facts: known, write: withEntries(desk.book, { caseId: state.id, expected: 0, events: decision.value, state, row: project(now, state, known) }) });
    const further = await openFurther(desk, now, state, decision.value, { by, at } as Decided);
    if (!further.ok) return further;
    written.push(...further.value);
  }
  return accept(written);
};

/** Ids for cases of these kinds, in order; nothing while the store is busy. An entry of a register is called by its register. */
export const newIds = async (desk: Desk, rules: Rules, kinds: readonly string[]): Promise<readonly string[] | undefined> => {
  const ids: string[] = [];
  for (const kind of kinds) {
    const entry = Object.hasOwn(rules.method.subjects ?? {}, kind);
    const number = await desk.store.next(desk.tenant, entry ? kind : 'case');
    if (number === undefined) return undefined;
    ids.push(entry ? `${kind}-${String(number).padStart(6, '0')}` : desk.newId(number, kind));
  }
  return ids;
};

/** What came of the same command before; with other contents its key is refused. */
export const repeatedAs = async (desk: Desk, key: KeyEntry, before: KeyEntry): Promise<Result<CaseState>> => {
  if (before.digest !== key.digest) return refused(issue('key.reused', ['key'], { key: key.key }));
  const outcome = JSON.parse(before.outcome) as { id?: string; issues?: readonly Issue[] };
  return outcome.issues ? { ok: false, issues: outcome.issues } : accept((await readCase(desk, outcome.id!))!);
};

/** How often a follow-up is tried at once when somebody else writes to its case; after that the next tick takes it up. */
const attempts = 5;

/** Does what follows in another case: once, however often it is tried. What is refused there stays refused, on record under its id. */
export const followOne = async (desk: Desk, follow: FollowUp): Promise<void> => {
  const done = (): Promise<void> => desk.store.followed(desk.tenant, follow.id);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const state = await readCase(desk, follow.caseId);
    if (state === undefined || await desk.store.recall(desk.tenant, follow.id)) return done();
    const at = Math.max(follow.at, state.last);
    const rules = rulesOf(desk, state, at);
    const { person, name } = follow.by;
    const by: Actor = { person, posts: [], link: follow.link, ...(name !== undefined && { name }) };
    const command: CaseCommand = follow.action === ''
      ? { type: 'link', at, by, link: { link: follow.link, side: follow.side, case: follow.from, at: follow.at } }
      : { type: 'act', action: follow.action, input: follow.input, by, at };
    const action = rules.actions.get(follow.action);
    const facts = await gatherFacts(desk, rules, { units: [state.home, state.holder], inputs: action?.inputs, given: follow.input, state, by, at, cases: [follow.from] });
    const ids = await newIds(desk, rules, action?.spawns.map((spawn) => spawn.kind) ?? []);
    if (ids === undefined) return;
    const known = { ...facts, ids };
    const result = await settle(desk, { rules, facts: known, by, at, key: { key: follow.id, digest: follow.id, outcome: '' }, ...decideAt(rules, state, command, known) });
    if (result.ok || !result.issues.some(({ code }) => code === 'store.version-conflict' || code === 'store.busy')) return done();
  }
};
