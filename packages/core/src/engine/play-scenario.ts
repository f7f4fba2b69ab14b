import { formatInstant, parseInstant } from '../calendar/index.ts';
import type { Actor, CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import { issueText } from '../issues/issue-text.ts';
import type { Issue, Words } from '../issues/issue.ts';
import type { Condition } from '../method/condition-schema.ts';
import type { Scenario, TimelineEntry } from '../method/scenario-schema.ts';
import type { Engine } from './engine-types.ts';

/** What did not go as the scenario says, and at which entry. */
export interface ScenarioFailure { readonly entry: number; readonly at: string; readonly says: Words }

export interface ScenarioResult { readonly ok: boolean; readonly cases: number; readonly failures: readonly ScenarioFailure[] }

/** How a scenario is played: the rules whose conditions it checks, and whoever wants to know how far it has come. */
export interface PlayOptions {
  readonly rules: Rules;
  readonly onEntry?: (done: number, of: number) => void | Promise<void>;
}

/**
 * Plays a scenario on an engine, entry by entry at its own time: commands, or just time passing; and compares what came of each with
 * what is expected. The same function runs a method's tests and loads a demo district into a store. `as` names a post of the directory.
 */
export const playScenario = async (engine: Engine, scenario: Scenario, { rules, onEntry }: PlayOptions): Promise<ScenarioResult> => {
  const ids = new Map<string, string>();
  const failures: ScenarioFailure[] = [];
  for (const [place, entry] of scenario.timeline.entries()) {
    const at = parseInstant(entry.at, rules.calendar.zone);
    const fail = (zh: string, en: string): void => { failures.push({ entry: place, at: entry.at, says: { zh, en } }); };
    if (at === undefined) {
      fail(`时间“${entry.at}”无法识别`, `the time "${entry.at}" cannot be read`);
      continue;
    }
    const play: Play = { engine, rules, entry, at, ids, fail };
    const actor = await actorOf(play);
    if (entry.do === undefined) await engine.tick(at);
    else await command(play, actor);
    await compare(play, actor);
    await onEntry?.(place + 1, scenario.timeline.length);
  }
  return { ok: failures.length === 0, cases: ids.size, failures };
};

interface Play {
  readonly engine: Engine;
  readonly rules: Rules;
  readonly entry: TimelineEntry;
  readonly at: number;
  readonly ids: Map<string, string>;
  readonly fail: (zh: string, en: string) => void;
}

const nameOf = (entry: TimelineEntry): string => entry.case ?? 'it';

const actorOf = async ({ engine, entry, fail }: Play): Promise<Actor> => {
  if (entry.as === undefined) return { person: 'nobody', posts: [] };
  const post = await engine.directory.post(engine.tenant, entry.as);
  const actor = post && await engine.directory.person(engine.tenant, post.person);
  if (actor) return actor;
  fail(`人物“${entry.as}”不在名单里`, `"${entry.as}" is not in the cast`);
  return { person: entry.as, posts: [] };
};

const command = async ({ engine, rules, entry, at, ids, fail }: Play, by: Actor): Promise<void> => {
  const action = entry.do!;
  const opens = rules.actions.get(action)?.schema.opens;
  const known = ids.get(nameOf(entry));
  if (opens === undefined && known === undefined) return fail(`还没有事项“${nameOf(entry)}”`, `there is no case "${nameOf(entry)}" yet`);
  const happened = entry.happened === undefined ? undefined : parseInstant(entry.happened, rules.calendar.zone);
  const context = { by, at, ...(happened !== undefined && { happened }) };
  const result = opens !== undefined && known === undefined
    ? await engine.open({
        method: rules.method.id, kind: opens, action, source: entry.source ?? Object.keys(rules.method.sources)[0]!, fields: entry.with ?? {},
        ...(entry.home !== undefined && { home: entry.home }), ...(entry.reporter && { reporter: reporterOf(entry.reporter) }),
      }, context)
    : await engine.act(known!, action, entry.with ?? {}, context);
  if (result.ok) ids.set(nameOf(entry), result.value.id);
  const refused = entry.expect?.refused;
  if (result.ok && refused !== undefined) fail(`应被拒绝（${refused}），却成功了`, `should have been refused (${refused}), but was not`);
  if (!result.ok && refused === undefined) fail(`被拒绝：${sentences(result.issues).zh}`, `was refused: ${sentences(result.issues).en}`);
  if (!result.ok && refused !== undefined && !result.issues.some((issue) => isCalled(issue, refused))) {
    fail(`应因“${refused}”被拒绝，实际：${sentences(result.issues).zh}`, `should have been refused for "${refused}", but: ${sentences(result.issues).en}`);
  }
};

const reporterOf = ({ name, phone }: NonNullable<TimelineEntry['reporter']>): { name?: string; phone?: string } =>
  ({ ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) });

/** Is the issue called so: by its code, by the requirement that is unmet, or by the input that is wrong? */
const isCalled = ({ code, params }: Issue, name: string): boolean =>
  code === name || ('requirement' in params && params.requirement === name) || ('input' in params && params.input === name);

const sentences = (issues: readonly Issue[]): Words => ({
  zh: issues.map((issue) => `${issueText(issue).zh}（${issue.code}）`).join('；'), en: issues.map((issue) => `${issueText(issue).en} (${issue.code})`).join('; '),
});

const compare = async (play: Play, actor: Actor): Promise<void> => {
  const { engine, rules, entry, at, ids, fail } = play;
  const { expect } = entry;
  const aCase = ids.has(nameOf(entry)) ? await engine.case(ids.get(nameOf(entry))!) : undefined;
  if (expect?.holds && aCase === undefined) fail(`没有事项“${nameOf(entry)}”可供核对`, `there is no case "${nameOf(entry)}" to look at`);
  if (aCase) {
    for (const condition of expect?.holds ?? []) {
      if (!rules.condition(condition)({ state: aCase.state, at, actor })) {
        fail(`不成立：${JSON.stringify(condition)}，实际：${actual(rules, aCase.state, condition)}`, `does not hold: ${JSON.stringify(condition)}; it is ${actual(rules, aCase.state, condition)}`);
      }
    }
    await compareExplanation(play, actor, aCase.id);
  }
  await compareLedgers(play);
  for (const [name, expected] of Object.entries(entry.metrics ?? {})) {
    const metric = await engine.metric(name, { at, asOf: at, ...(entry.period !== undefined && { period: entry.period }) });
    if (!metric.ok) fail(sentences(metric.issues).zh, sentences(metric.issues).en);
    else if (typeof expected === 'number') {
      const value = metric.value.of === undefined ? metric.value.count : metric.value.share;
      if (value !== expected) fail(`指标“${name}”应为 ${expected}，实际 ${value}`, `metric "${name}" should be ${expected}, is ${value}`);
    } else {
      const groups = Object.fromEntries((metric.value.groups ?? []).map((group) => [group.value, group.count]));
      for (const [group, count] of Object.entries(expected)) {
        if ((groups[group] ?? 0) !== count) fail(`指标“${name}”的“${group}”应为 ${count}，实际 ${groups[group] ?? 0}`, `metric "${name}", "${group}" should be ${count}, is ${groups[group] ?? 0}`);
      }
    }
  }
};

const compareLedgers = async ({ engine, entry, at, fail }: Play): Promise<void> => {
  for (const [name, expected] of Object.entries(entry.ledgers ?? {})) {
    const table = await engine.ledger(name, { at, ...(entry.period !== undefined && { period: entry.period }) });
    if (!table.ok) {
      fail(sentences(table.issues).zh, sentences(table.issues).en);
      continue;
    }
    const headings = table.value.columns.map((column) => column.label.zh);
    if (expected.columns && expected.columns.join('|') !== headings.join('|')) fail(`台账“${name}”的列应为 ${expected.columns.join('、')}，实际 ${headings.join('、')}`, `the columns of ledger "${name}" should be ${expected.columns.join(', ')}; they are ${headings.join(', ')}`);
    if (expected.rows !== undefined && expected.rows !== table.value.rows.length) fail(`台账“${name}”应有 ${expected.rows} 行，实际 ${table.value.rows.length} 行`, `ledger "${name}" should have ${expected.rows} rows; it has ${table.value.rows.length}`);
    for (const [heading, text] of Object.entries(expected.first ?? {})) {
      const cell = table.value.rows[0]?.cells[headings.indexOf(heading)]?.zh;
      if (cell !== text) fail(`台账“${name}”第一行“${heading}”应为 ${text}，实际 ${cell ?? '—'}`, `ledger "${name}", first row, "${heading}" should be ${text}; it is ${cell ?? '—'}`);
    }
  }
};

const compareExplanation = async ({ engine, entry: { expect }, at, fail }: Play, actor: Actor, id: string): Promise<void> => {
  if (!expect || !(expect.allowed ?? expect.notAllowed ?? expect.missing)) return;
  const explanation = (await engine.explain(id, actor, at))!;
  const allowed = new Set(explanation.actions.filter((action) => action.allowed).map((action) => action.name));
  for (const action of expect.allowed ?? []) if (!allowed.has(action)) fail(`此时应可执行“${action}”`, `"${action}" should be allowed now`);
  for (const action of expect.notAllowed ?? []) if (allowed.has(action)) fail(`此时不应可执行“${action}”`, `"${action}" should not be allowed now`);
  for (const [ending, names] of Object.entries(expect.missing ?? {})) {
    const missing = (explanation.endings.find((one) => one.name === ending)?.checklist ?? []).filter((item) => !item.met).map((item) => item.name);
    if (missing.toSorted().join() !== [...names].sort().join()) fail(`“${ending}”还差应为 ${names.join('、')}，实际 ${missing.join('、')}`, `"${ending}" should miss ${names.join(', ')}; misses ${missing.join(', ')}`);
  }
};

/** The value that a comparison looked at, for whoever reads the failure. */
const actual = (rules: Rules, state: CaseState, condition: Condition): string => {
  if ('clock' in condition) {
    const clock = state.clocks[condition.clock];
    return clock === undefined ? '—' : JSON.stringify({ phase: clock.phase, due: clock.due?.day ?? (clock.due && formatInstant(clock.due.at, rules.calendar.zone)), late: clock.lateFromTheStart });
  }
  if ('field' in condition) return JSON.stringify(state.fields[condition.field] ?? null);
  if ('answer' in condition) return JSON.stringify(state.answers[condition.answer] ?? null);
  if ('ask' in condition) return JSON.stringify(state.asks.filter((ask) => ask.name === condition.ask));
  if ('case' in condition) return JSON.stringify({ step: state.step, ended: state.ended?.ending, holder: state.holder });
  return '?';
};
