import type { Instant } from '../calendar/index.ts';
import { decide } from '../case/decide.ts';
import { evolve } from '../case/evolve.ts';
import type { Actor, CaseState, Facts, OpenCommand, Post } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import { issueText } from '../issues/issue-text.ts';
import { issue } from '../issues/issue.ts';
import type { Issue, Words } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import { commandDigest } from './digest.ts';
import type { Unit } from './directory-port.ts';
import { readInput } from './import-cells.ts';
import type { ImportColumns } from './import-columns.ts';
import { correctionOf } from './import-correction.ts';
import { importIssue, withheld } from './import-issues.ts';
import { factsOf, unitFinder } from './import-units.ts';
import { exampleText, levelsOf } from './register-form.ts';
import { readValue } from './replay-cells.ts';
import type { Row } from './replay-cells.ts';
import { replayIssue } from './replay-issues.ts';
import type { ReplayIssue } from './replay-issues.ts';
import type { ReplayRow, ReplayTable } from './replay-plan.ts';

/** What an import needs to know of the district: its units and posts, what the register holds, who imports, when. */
export interface ImportWorld {
  readonly units: readonly Unit[];
  readonly posts: readonly Post[];
  /** Every entry of the register, those that have ended too. */
  readonly entries: readonly CaseState[];
  /** Cases that the table names for links. */
  readonly cases?: Facts['cases'];
  readonly by: Actor;
  readonly at: Instant;
}

/** Why a row is refused, and in which column where it is one. */
export interface RowIssue extends ReplayIssue { readonly column?: string }

/** What is to become of a row. `title` is left out where it is personal data. */
export type ImportStep = { readonly line: number; readonly title?: string; readonly unit?: string } & (
  | { readonly what: 'enter'; readonly input: Readonly<Record<string, unknown>>; readonly unit: string; readonly key: string }
  | { readonly what: 'correct'; readonly id: string; readonly action: string; readonly input: Readonly<Record<string, unknown>>; readonly version: number; readonly changed: readonly Words[]; readonly key: string }
  | { readonly what: 'unchanged'; readonly id: string }
  | { readonly what: 'refused'; readonly issues: readonly RowIssue[] }
);

/**
 * Reads every row as an entry of a register: it can be entered, corrects what is there, changes nothing, or is refused. Each is put to the
 * register's own opening action, as a form would be; nothing is written.
 */
export const planImport = (rules: Rules, subject: string, columns: ImportColumns, { header, rows }: ReplayTable, world: ImportWorld): ImportStep[] => {
  const reader = rowReader(rules, subject, columns, world);
  const places = new Map(header.map((name, i) => [name, i]));
  const seen = new Map<string, number>();
  return rows.map((each): ImportStep => {
    const { line, cells } = each;
    const broken = brokenRow(each, header.length);
    if (broken) return { line, what: 'refused', issues: [broken] };
    const row: Row = (column) => cells[places.get(column)!] ?? '';
    const { identity, step } = reader(row, line);
    if (step.what === 'refused' || identity === undefined) return step;
    const before = seen.get(identity);
    if (before !== undefined) return { ...about(step), what: 'refused', issues: [importIssue('row.twice', { line: before })] };
    seen.set(identity, line);
    return step;
  });
};

const brokenRow = ({ cells, broken }: ReplayRow, wanted: number): ReplayIssue | undefined => {
  if (broken !== undefined) return broken === 'cut' ? replayIssue('row.cut', {}) : replayIssue('row.stray-quote', {});
  // Spreadsheets leave out, or add, empty cells at the end of a row.
  if (cells.slice(wanted).some((cell) => cell.trim() !== '')) return replayIssue('row.cells', { expected: wanted, given: cells.length });
  if (cells.some((cell) => cell.trim() === exampleText.zh || cell.trim() === exampleText.en)) return importIssue('row.example', {});
  return undefined;
};

const about = ({ line, title, unit }: ImportStep): Pick<ImportStep, 'line' | 'title' | 'unit'> => ({ line, ...(title !== undefined && { title }), ...(unit !== undefined && { unit }) });

type RowReader = (row: Row, line: number) => { readonly identity?: string; readonly step: ImportStep };

const rowReader = (rules: Rules, subject: string, columns: ImportColumns, world: ImportWorld): RowReader => {
  const { action, inputs } = columns;
  const { by, at } = world;
  const title = rules.method.subjects?.[subject]?.title;
  const facts: Facts = {
    ...factsOf(world.units, world.posts), ...(world.cases && { cases: world.cases }), ...(action.spawns.length > 0 && { ids: action.spawns.map(({ kind }, i) => `${kind}-?${i}`) }),
  };
  const units = unitFinder(world.units);
  const cells = { zone: rules.calendar.zone, units, posts: world.posts };
  const identityOf = (state: CaseState): string => `${state.home}\n${title === undefined ? commandDigest(state.fields) : plainText(state.fields[title])}`;
  const register = new Map<string, CaseState[]>();
  for (const entry of world.entries) register.set(identityOf(entry), [...(register.get(identityOf(entry)) ?? []), entry]);
  const homeOf = homeReader(rules, subject, columns, world, units);

  return (row, line) => {
    const issues: RowIssue[] = [];
    const input: Record<string, unknown> = {};
    for (const { input: rule, value } of inputs) {
      const read = readInput(rule, value, row, cells);
      if (read.ok) {
        if (read.value !== undefined) input[rule.name] = read.value;
      } else issues.push(...read.issues.map((one) => ({ ...one, ...columnOf(columns, rule.name) })));
    }
    const home = homeOf(row);
    if (!home.ok) issues.push(...home.issues);
    const named = title === undefined || inputs.some((one) => one.input.name === title && one.input.personal) ? undefined : input[title];
    const says = { line, ...(typeof named === 'string' && { title: named }), ...(home.ok && { unit: home.value }) };

    // What could not be read is said once, with its column; the form is asked about the rest all the same.
    const command: OpenCommand = { type: 'open', id: `${subject}-?`, kind: subject, action: action.name, source: '', home: home.ok ? home.value : '', input, by, at };
    const decision = decide(rules, undefined, command, facts);
    if (!decision.ok) issues.push(...formIssues(decision.issues, columns, issues, home.ok));
    if (issues.length > 0 || !decision.ok || !home.ok) return { step: { ...says, what: 'refused', issues } };

    const entered = decision.value.reduce<CaseState | undefined>(evolve, undefined)!;
    const identity = identityOf(entered);
    const there = register.get(identity) ?? [];
    const standing = there.filter((entry) => entry.ended === undefined);
    const digest = (...what: unknown[]): string => `import:${subject}:${commandDigest([rules.method.id, home.value, identity, input, by.person, rules.time.dayOf(at), ...what])}`;
    if (standing.length === 0) return { identity, step: { ...says, what: 'enter', input, unit: home.value, key: digest(there.length) } };
    if (standing.length > 1) return { identity, step: { ...says, what: 'refused', issues: [importIssue('row.entries-several', { ids: standing.map(({ id }) => id) })] } };
    const entry = standing[0]!;
    const correction = correctionOf(rules, inputs.map((one) => one.input).filter(({ name }) => input[name] !== undefined), entry, entered, input);
    if (correction === undefined) return { identity, step: { ...says, what: 'unchanged', id: entry.id } };
    const { action: corrects, changed } = correction;
    if (corrects === undefined) return { identity, step: { ...says, what: 'refused', issues: [importIssue('row.differs', { id: entry.id, labels: changed })] } };
    const taken = decide(rules, entry, { type: 'act', action: corrects, input: correction.input, by, at }, facts);
    if (!taken.ok) return { identity, step: { ...says, what: 'refused', issues: formIssues(taken.issues, columns, [], true) } };
    return { identity, step: { ...says, what: 'correct', id: entry.id, action: corrects, input: correction.input, version: entry.version, changed, key: digest(entry.id, entry.version) } };
  };
};

/** The unit that a row names, by column or by the map; without either, the unit of whoever imports. */
const homeReader = (rules: Rules, subject: string, columns: ImportColumns, { by, units: all }: ImportWorld, units: ReturnType<typeof unitFinder>) => {
  const levels = levelsOf(rules, subject);
  const words = levels.map((level) => wordsOf(rules.method.levels[level]?.label ?? level));
  const own = by.posts.find((post) => levels.includes(all.find(({ id }) => id === post.unit)?.level ?? ''))?.unit;
  type Home = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly issues: readonly RowIssue[] };
  const refused = (column: string | undefined, one: ReplayIssue): Home => ({ ok: false, issues: [{ ...one, ...(column !== undefined && { column }) }] });
  return (row: Row): Home => {
    let name: string | undefined, column: string | undefined, under: string | undefined;
    if (columns.unit !== undefined) {
      const read = readValue(columns.unit, row);
      column = typeof columns.unit === 'object' ? columns.unit.column : undefined;
      if (!read.ok) return refused(column, read.issues[0]!);
      name = read.value === undefined ? undefined : String(read.value).trim();
    } else {
      const given = columns.units.filter((one) => row(one.column).trim() !== '');
      const [deepest, above] = given;
      name = deepest && row(deepest.column).trim();
      column = deepest?.column ?? columns.units[0]?.column;
      under = above && row(above.column).trim();
    }
    if (name === undefined || name === '') return own !== undefined && column === undefined ? { ok: true, value: own } : refused(column, importIssue('row.unit-blank', { levels: words }));
    const found = units.find(name, levels, under);
    if (found.length === 1) return { ok: true, value: found[0]!.id };
    if (found.length > 1) return refused(column, importIssue('row.unit-ambiguous', { given: name, several: found.map(units.fullName) }));
    const mend = units.near(name, levels);
    return refused(column, importIssue('row.unit-unknown', { given: name, ...(mend !== undefined && { mend }), ...(under !== undefined && units.find(name, levels).length > 0 && { under }) }));
  };
};

/** What the form refuses, with the column of its input; what a cell is refused for already is not said again. */
const formIssues = (found: readonly Issue[], columns: ImportColumns, said: readonly RowIssue[], hasHome: boolean): RowIssue[] =>
  found.flatMap((one): RowIssue[] => {
    // Whoever wrote the wrong unit is told that, and not besides that nothing may be done there.
    const misplaced = !hasHome || found.some(({ code }) => code === 'home.wrong-level');
    if ((!hasHome && one.path[0] === 'home') || (misplaced && one.code === 'action.not-yours')) return [];
    const input = columns.inputs.find(({ input: rule }) => rule.name === one.path[0]);
    const place = input === undefined ? {} : columnOf(columns, input.input.name);
    if (place.column !== undefined && said.some(({ column }) => column === place.column)) return [];
    const shown = input?.input.personal && one.code === 'input.not-an-option' ? issue(one.code, one.path, { ...(one.params as Extract<Issue, { code: 'input.not-an-option' }>['params']), given: withheld }) : one;
    return [{ code: one.code, says: issueText(shown), ...place }];
  });

const columnOf = ({ inputs }: ImportColumns, name: string): { readonly column?: string } => {
  const value = inputs.find(({ input }) => input.name === name)?.value;
  return typeof value === 'object' ? { column: value.column } : {};
};

const plainText = (value: unknown): string => String(value ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
