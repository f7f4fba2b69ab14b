import { formatInstant } from '../calendar/index.ts';
import type { Actor, CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import { subjectId } from '../case/subject-log.ts';
import type { Condition } from '../method/condition-schema.ts';
import type { LineageNode } from '../queries/lineage.ts';
import type { Engine } from './engine-types.ts';
import { nameOf, sentences, subjectOf } from './play.ts';
import type { Play } from './play.ts';

/** Compares what came of an entry with what it expects. */
export const compare = async (play: Play, actor: Actor): Promise<void> => {
  const { engine, rules, entry, at, ids, fail } = play;
  const { expect } = entry;
  const id = subjectOf(entry) ?? ids.get(nameOf(entry));
  const aCase = id === undefined ? undefined : await engine.case(id);
  if (expect?.holds && aCase === undefined) fail(`没有事项“${nameOf(entry)}”可供核对`, `there is no case "${nameOf(entry)}" to look at`);
  if (aCase) {
    const linked = expect?.holds ? await linkedStates(engine, aCase.state) : undefined;
    for (const condition of expect?.holds ?? []) {
      if (!rules.condition(condition)({ state: aCase.state, at, actor, linked: (other) => linked?.get(other) })) {
        fail(`不成立：${JSON.stringify(condition)}，实际：${actual(rules, aCase.state, condition)}`, `does not hold: ${JSON.stringify(condition)}; it is ${actual(rules, aCase.state, condition)}`);
      }
    }
  }
  if (id !== undefined) await compareExplanation(play, actor, id);
  await compareLedgers(play);
  await compareMetrics(play);
  await compareTargets(play);
  await compareRanks(play);
  await compareNorms(play);
  if (entry.lineage) await compareLineage(play, id ?? '');
};

const linkedStates = async (engine: Engine, state: CaseState): Promise<Map<string, CaseState>> => {
  const states = new Map<string, CaseState>();
  for (const { case: id } of state.links) {
    const other = await engine.case(id);
    if (other) states.set(id, other.state);
  }
  return states;
};

/** Figures are exact fractions; only their decimals are compared. */
const tiny = 1e-9;

const compareMetrics = async ({ engine, entry, at, fail }: Play): Promise<void> => {
  for (const [name, expected] of Object.entries(entry.metrics ?? {})) {
    const metric = await engine.metric(name, { at, asOf: at, ...(entry.period !== undefined && { period: entry.period }) });
    if (!metric.ok) fail(sentences(metric.issues).zh, sentences(metric.issues).en);
    else if (typeof expected === 'number') {
      const value = metric.value.value ?? (metric.value.of === undefined ? metric.value.count : metric.value.share);
      if (value === undefined || Math.abs(value - expected) > tiny) fail(`指标“${name}”应为 ${expected}，实际 ${value}`, `metric "${name}" should be ${expected}, is ${value}`);
    } else {
      const groups = Object.fromEntries((metric.value.groups ?? []).map((group) => [group.value, metric.value.of === undefined ? group.figure ?? group.count : group.count]));
      for (const [group, count] of Object.entries(expected)) {
        if (Math.abs((groups[group] ?? 0) - count) > tiny) fail(`指标“${name}”的“${group}”应为 ${count}，实际 ${groups[group] ?? 0}`, `metric "${name}", "${group}" should be ${count}, is ${groups[group] ?? 0}`);
      }
    }
  }
};

const compareTargets = async ({ engine, entry, at, fail }: Play): Promise<void> => {
  for (const [name, expected] of Object.entries(entry.targets ?? {})) {
    const metric = await engine.metric(name, { at, asOf: at, ...(entry.period !== undefined && { period: entry.period }) });
    if (!metric.ok) fail(sentences(metric.issues).zh, sentences(metric.issues).en);
    else if (metric.value.target?.met !== expected) fail(`指标“${name}”${expected ? '应达到' : '不应达到'}目标，实际 ${metric.value.fraction ?? '—'}`, `metric "${name}" should${expected ? '' : ' not'} reach its target; it is ${metric.value.fraction ?? '—'}`);
  }
};

const compareLineage = async ({ engine, entry, ids, fail }: Play, id: string): Promise<void> => {
  const below = (node: LineageNode): string[] => node.linked.flatMap((other) => [other.id, ...below(other)]);
  const root = await engine.lineage(id);
  const names = new Map([...ids].map(([name, known]) => [known, name]));
  const found = (root ? below(root) : []).map((other) => names.get(other) ?? other).sort();
  if (found.join() !== entry.lineage!.toSorted().join()) fail(`循关联应能走到 ${entry.lineage!.join('、')}，实际 ${found.join('、')}`, `over links one should come to ${entry.lineage!.join(', ')}; it is ${found.join(', ')}`);
};

const compareRanks = async ({ engine, entry, at, ids, fail }: Play): Promise<void> => {
  for (const [name, expected] of Object.entries(entry.ranks ?? {})) {
    const metric = await engine.metric(name, { at, asOf: at, ...(entry.period !== undefined && { period: entry.period }) });
    const order = metric.ok ? (metric.value.groups ?? []).map((group) => group.value) : [];
    const wanted = expected.map((name) => ids.get(name) ?? name);
    if (order.join() !== wanted.join()) fail(`排名“${name}”应为 ${expected.join('、')}，实际 ${order.join('、')}`, `the ranking "${name}" should be ${expected.join(', ')}; it is ${order.join(', ')}`);
  }
};

const compareNorms = async (play: Play): Promise<void> => {
  const { engine, entry, at, fail } = play;
  const options = { at, ...(entry.period !== undefined && { period: entry.period }) };
  for (const [name, expected] of Object.entries(entry.norms ?? {})) {
    const table = await engine.norm(name, options);
    if (!table.ok) {
      fail(sentences(table.issues).zh, sentences(table.issues).en);
      continue;
    }
    const counts = new Map(table.value.rows.map((row) => [row.of, row.count]));
    for (const [of, count] of Object.entries(expected)) {
      const found = memberIds(play, of).map((id) => counts.get(id)).find((one) => one !== undefined);
      if (found !== count) fail(`“${table.value.label.zh}”${of} 应计 ${count}，实际 ${found ?? '不在其内'}`, `"${table.value.label.en}" should count ${count} for ${of}; it is ${found ?? 'not among them'}`);
    }
  }
  for (const [name, expected] of Object.entries(entry.missed ?? {})) {
    const table = await engine.norm(name, options);
    if (!table.ok) {
      fail(sentences(table.issues).zh, sentences(table.issues).en);
      continue;
    }
    const missed = table.value.rows.filter((row) => !row.met).map((row) => row.of);
    const wanted = expected.map((of) => memberIds(play, of).find((id) => missed.includes(id)) ?? of);
    if (missed.toSorted().join() !== wanted.toSorted().join()) fail(`“${table.value.label.zh}”未达到的应为 ${expected.join('、') || '无'}，实际 ${missed.join('、') || '无'}`, `those who fell short of "${table.value.label.en}" should be ${expected.join(', ') || 'nobody'}; they are ${missed.join(', ') || 'nobody'}`);
  }
};

/** How a member of a norm may be called in a scenario: a unit, a post, a value, or a case by its name there. */
const memberIds = ({ ids }: Play, of: string): string[] => [subjectId.unit(of), subjectId.post(of), `value:${of}`, ids.get(of) ?? of];

/** What is offered as the same matter when the report of this entry is made. */
export const compareSimilar = async ({ engine, rules, entry, at, ids, fail }: Play): Promise<void> => {
  const kind = rules.actions.get(entry.do ?? '')?.schema.opens;
  const found = await engine.similar({
    method: rules.method.id, fields: entry.with ?? {}, source: entry.source ?? Object.keys(rules.method.sources)[0]!,
    ...(kind !== undefined && { kind }), ...(entry.home !== undefined && { home: entry.home }),
  }, at);
  const expected = entry.similar!.map((name) => ids.get(name) ?? name);
  const offered = found.map(({ id }) => id);
  if (offered.toSorted().join() !== expected.toSorted().join()) fail(`应提示的相同事项：${expected.join('、') || '无'}，实际 ${offered.join('、') || '无'}`, `what is offered as the same should be ${expected.join(', ') || 'nothing'}; it is ${offered.join(', ') || 'nothing'}`);
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
