import { sourceless } from '../case/open-case.ts';
import type { Actor, CaseCommand, CaseState, Facts } from '../case/messages.ts';
import type { ActionRule, Rules } from '../case/rules.ts';
import { accept, issue } from '../issues/issue.ts';
import type { Issue, Result } from '../issues/issue.ts';
import { closeOver } from './close-norms.ts';
import { momentOf } from './desk.ts';
import type { Desk } from './desk.ts';
import { commandDigest, digestible } from './digest.ts';
import type { CommandContext, OpenInput } from './engine-types.ts';
import { gatherFacts } from './gather-facts.ts';
import { readCase } from './read-case.ts';
import { sameMatter } from './same-matter.ts';
import { decideAt, newIds, repeatedAs, settle } from './settle.ts';
import type { KeyEntry } from './store-port.ts';
import { findSubject, rulesOf } from './subjects.ts';

/** Opens a case, or an entry of a register. */
export const open = async (desk: Desk, input: OpenInput, context: CommandContext): Promise<Result<CaseState>> => {
  const read = await readContext(desk, context, ['open', { ...input, reporter: undefined, fields: digestible(input.fields, desk.book.personalInputs) }]);
  if (!read.ok) return read;
  const { by, at, happened, key } = read.value;
  const before = key && await repeated(desk, key);
  if (before) return before;
  await closeOver(desk, at);
  const rules = desk.book.forOpening(input, at);
  if (rules === undefined) return { ok: false, issues: [issue('method.unknown', ['method'], { method: input.method ?? '' })] };

  const home = input.home ?? by.posts[0]?.unit ?? '';
  const source = input.source ?? onlySource(rules, input);
  const action = openingAction(rules, input, source);
  const kind = action?.schema.opens ?? input.kind ?? '';
  const ids = await newIds(desk, rules, [...(input.id === undefined ? [kind] : []), ...(action?.spawns ?? []).map((spawn) => spawn.kind)]);
  const id = input.id ?? ids?.[0];
  if (ids === undefined || id === undefined) return { ok: false, issues: [issue('store.busy', [], {})] };
  const command: CaseCommand = {
    type: 'open', id, source, home, input: input.fields, by: by.reporterOf === '' ? { ...by, reporterOf: id } : by, at,
    ...(input.kind !== undefined && { kind: input.kind }), ...(input.action !== undefined && { action: input.action }),
    ...(input.reporter && { reporter: input.reporter }), ...(happened !== undefined && { happened }),
  };
  const inputs = action && rules.openingInputs(action, source);
  const gathered = await gatherFacts(desk, rules, { units: [home], inputs, given: input.fields, by, at, day: desk.book.dayOf(at) });
  const same = await sameMatter(desk, rules, { kind, home, fields: input.fields, at }, 'linked');
  const facts: Facts = { ...gathered, ids: input.id === undefined ? ids.slice(1) : ids, ...(Object.keys(same).length > 0 && { same }) };
  const existing = input.id === undefined ? undefined : await readCase(desk, id);
  return settle(desk, { rules, facts, by, at, key, ...(existing ? { before: existing, state: existing, due: [], decision: decideAt(rules, existing, command, facts).decision } : decideAt(rules, undefined, command, facts)) });
};

/** Takes an action on a case or a subject; on a unit or post that has no log yet, it begins it. */
export const act = async (desk: Desk, id: string, action: string, input: Readonly<Record<string, unknown>>, context: CommandContext): Promise<Result<CaseState>> => {
  const read = await readContext(desk, context, ['act', id, action, digestible(input, desk.book.personalInputs)]);
  if (!read.ok) return read;
  const { by, at, happened, key } = read.value;
  const before = key && await repeated(desk, key);
  if (before) return before;
  await closeOver(desk, at);
  const state = await readCase(desk, id);
  const subject = state === undefined ? await findSubject(desk, id, at, action) : undefined;
  if (state === undefined && subject === undefined) return { ok: false, issues: [issue(/^(unit|post):/.test(id) ? 'subject.unknown' : 'case.unknown', ['id'], { id })] };
  const version = state?.version ?? 0;
  if (context.expected !== undefined && context.expected !== version) {
    return { ok: false, issues: [issue('store.version-conflict', ['version'], { expected: context.expected, actual: version })] };
  }
  const rules = state ? rulesOf(desk, state, at) : subject!.rules;
  const rule = rules.actions.get(action);
  const units = state ? [state.home, state.holder] : [subject!.begins.home];
  const gathered = await gatherFacts(desk, rules, { units, inputs: rule?.inputs, given: input, state, by, at, day: desk.book.dayOf(at) });
  const ids = rule && rule.spawns.length > 0 ? await newIds(desk, rules, rule.spawns.map((spawn) => spawn.kind)) : [];
  if (ids === undefined) return { ok: false, issues: [issue('store.busy', [], {})] };
  const facts: Facts = ids.length === 0 ? gathered : { ...gathered, ids };
  const command: CaseCommand = { type: 'act', action, input, by, at, ...(happened !== undefined && { happened }), ...(subject && { subject: subject.begins }) };
  return settle(desk, { rules, facts, by, at, key, ...decideAt(rules, state, command, facts) });
};

/** What is being opened when nobody says by which action: the first that opens the kind. */
const openingAction = (rules: Rules, { action, kind }: OpenInput, source: string): ActionRule | undefined => {
  if (action !== undefined) return rules.actions.get(action);
  const kinds = kind !== undefined ? [kind] : Object.entries(rules.method.kinds).filter(([, one]) => one.sources.includes(source)).map(([name]) => name);
  return [...rules.actions.values()].find(({ schema }) => schema.opens !== undefined && kinds.includes(schema.opens));
};

/** A register has no source; where a method has but one, it need not be named. */
const onlySource = (rules: Rules, input: OpenInput): string => {
  if (sourceless(rules, input.kind ?? rules.actions.get(input.action ?? '')?.schema.opens)) return '';
  const sources = Object.keys(rules.method.sources);
  return sources.length === 1 ? sources[0]! : '';
};

/** What came of the same command before, if there was one. */
export const repeated = async (desk: Desk, key: KeyEntry): Promise<Result<CaseState> | undefined> => {
  const before = await desk.store.recall(desk.tenant, key.key);
  return before && repeatedAs(desk, key, before);
};

export interface ReadContext { readonly by: Actor; readonly at: number; readonly happened?: number; readonly key?: KeyEntry }

/** Who, when, and the key with a digest of what it stands for. */
export const readContext = async (desk: Desk, context: CommandContext, contents: readonly unknown[]): Promise<Result<ReadContext>> => {
  const at = momentOf(context.at);
  const happened = context.happened === undefined ? undefined : momentOf(context.happened);
  const issues: Issue[] = [];
  if (at === undefined) issues.push(issue('command.time-unreadable', ['at'], { at: String(context.at) }));
  if (context.happened !== undefined && happened === undefined) issues.push(issue('command.time-unreadable', ['happened'], { at: String(context.happened) }));
  const by = typeof context.by === 'string' ? await desk.directory.person(desk.tenant, context.by, desk.book.dayOf(at ?? 0)) : context.by;
  if (by === undefined) issues.push(issue('actor.unknown', ['by'], { actor: context.by as string }));
  if (issues.length > 0 || at === undefined || by === undefined) return { ok: false, issues };
  return accept({
    by, at, ...(happened !== undefined && { happened }),
    ...(context.key !== undefined && { key: { key: context.key, digest: commandDigest([...contents, by.person, happened ?? null]), outcome: '' } }),
  });
};
