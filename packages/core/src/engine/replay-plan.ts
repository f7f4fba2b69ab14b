import type { Instant } from '../calendar/index.ts';
import type { InputRule } from '../case/compile-inputs.ts';
import type { Reporter } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import { nearest } from '../method/nearest.ts';
import { asInput, clockwork, readValue } from './replay-cells.ts';
import type { Row } from './replay-cells.ts';
import { replayIssue } from './replay-issues.ts';
import type { ReplayIssue } from './replay-issues.ts';
import { columnsOf } from './replay-map.ts';
import type { ReplayMap, ReplayValue } from './replay-map.ts';

/** A row as the file has it: the line on which it begins, and its cells in the order of the header. */
export interface ReplayRow { readonly line: number; readonly cells: readonly string[]; readonly broken?: 'cut' | 'stray-quote' }

export interface ReplayTable { readonly header: readonly string[]; readonly rows: readonly ReplayRow[] }

/** One thing that happened to one case: the first of a row opens it. */
export interface ReplayCommand {
  readonly at: Instant;
  readonly line: number;
  readonly id: string;
  readonly post: string;
  readonly action?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly opens?: { readonly source: string; readonly kind?: string; readonly home?: string; readonly reporter?: Reporter };
}

/** Why a row was left out, or one of its later steps refused (`action`). */
export interface ReplayRefusal extends ReplayIssue { readonly line: number; readonly id?: string; readonly action?: string }

export interface ReplayPlan {
  readonly rows: number;
  /** In the order of time; what is simultaneous, in the order of the file. */
  readonly commands: readonly ReplayCommand[];
  readonly refusals: readonly ReplayRefusal[];
}

/** What stands against reading this table with this map at all. Empty: it can be read. */
export const tableIssues = (map: ReplayMap, { header, rows }: ReplayTable): ReplayIssue[] => {
  if (header.every((name) => name.trim() === '')) return [replayIssue('csv.empty', {})];
  const wanted = [...columnsOf(map)];
  const missing = wanted.filter((name) => !header.includes(name));
  const wantedBy = map.delimiter ?? ',';
  const seems = header.length === 1 ? [',', ';', '\t', '|'].find((each) => each !== wantedBy && header[0]!.split(each).length > 1) : undefined;
  if (missing.length > 0 && seems !== undefined) return [replayIssue('csv.delimiter', { wanted: wantedBy, seems })];
  const issues: ReplayIssue[] = [];
  if (missing.length > 0) {
    const free = header.filter((name) => !wanted.includes(name));
    const columns = missing.map((name) => ({ name, mend: nearest(name, free) })).map(({ name, mend }) => ({ name, ...(mend !== undefined && { mend }) }));
    issues.push(replayIssue('csv.missing-columns', { columns, has: header }));
  }
  const twice = wanted.filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice.length > 0) issues.push(replayIssue('csv.columns-twice', { columns: twice }));
  if (issues.length === 0 && rows.length === 0) issues.push(replayIssue('csv.header-only', {}));
  return issues;
};

/** Reads every row as what happened to its case: when it was opened, and what was done afterwards. A row that contradicts itself is left out whole. */
export const planReplay = (map: ReplayMap, rules: Rules, { header, rows }: ReplayTable): ReplayPlan => {
  const columns = new Map(header.map((name, i) => [name, i]));
  const reader = rowReader(map, rules);
  const seen = new Map<string, number>();
  const commands: ReplayCommand[] = [];
  const refusals: ReplayRefusal[] = [];
  for (const { line, cells, broken } of rows) {
    const row: Row = (column) => cells[columns.get(column)!] ?? '';
    const id = row(map.id).trim();
    const issues = broken === undefined ? rowIssues(map, header, cells, id, seen.get(id)) : [broken === 'cut' ? replayIssue('row.cut', {}) : replayIssue('row.stray-quote', {})];
    if (issues.length === 0) {
      seen.set(id, line);
      const read = reader(row, line, id);
      issues.push(...read.issues);
      if (issues.length === 0) for (const command of read.commands) commands.push(command);
    }
    for (const issue of issues) refusals.push({ line, ...(id !== '' && { id }), ...issue });
  }
  return { rows: rows.length, commands: commands.sort((a, b) => a.at - b.at), refusals };
};

const rowIssues = (map: ReplayMap, header: readonly string[], cells: readonly string[], id: string, before: number | undefined): ReplayIssue[] => {
  if (cells.length !== header.length) return [replayIssue('row.cells', { expected: header.length, given: cells.length })];
  if (id === '') return [replayIssue('row.id-blank', { column: map.id })];
  return before === undefined ? [] : [replayIssue('row.id-twice', { id, line: before })];
};

type RowReader = (row: Row, line: number, id: string) => { readonly commands: readonly ReplayCommand[]; readonly issues: readonly ReplayIssue[] };

const rowReader = (map: ReplayMap, rules: Rules): RowReader => {
  const { zone } = rules.calendar;
  const timeOf = clockwork(map, zone);
  const steps = map.steps ?? [];
  const openingInputs = inputsByName(rules, [...rules.actions.values()].filter(({ name, schema }) => schema.opens !== undefined && (map.open.do === undefined || name === map.open.do)).map(({ name }) => name));
  const stepInputs = steps.map((step) => inputsByName(rules, [step.do]));

  return (row, line, id) => {
    const issues: ReplayIssue[] = [];
    const commands: ReplayCommand[] = [];
    const valueOf = (value: ReplayValue | undefined): string | number | boolean | undefined => {
      const read = value === undefined ? undefined : readValue(value, row);
      if (read?.ok === false) issues.push(...read.issues);
      return read?.ok ? read.value : undefined;
    };
    const textOf = (value: ReplayValue | undefined): string | undefined => {
      const read = valueOf(value);
      return read === undefined ? undefined : String(read).trim();
    };
    const inputsOf = (values: Readonly<Record<string, ReplayValue>> | undefined, kinds: ReadonlyMap<string, InputRule>): Record<string, unknown> => {
      const inputs: Record<string, unknown> = {};
      for (const name in values) {
        const value = valueOf(values[name]);
        if (value !== undefined) inputs[name] = asInput(value, kinds.get(name), zone);
      }
      return inputs;
    };

    const opened = timeOf(map.open.at, row(map.open.at));
    if (opened.ok) {
      const [kind, home, name, phone, ref] = [map.open.kind, map.open.home, map.open.reporter?.name, map.open.reporter?.phone, map.open.reporter?.ref].map(textOf);
      const reporter = { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }), ...(ref !== undefined && { ref }) };
      commands.push({
        at: opened.value, line, id, post: textOf(map.open.as) ?? '', ...(map.open.do !== undefined && { action: map.open.do }),
        inputs: inputsOf(map.open.with, openingInputs),
        opens: { source: textOf(map.open.source) ?? '', ...(kind !== undefined && { kind }), ...(home !== undefined && { home }), ...(Object.keys(reporter).length > 0 && { reporter }) },
      });
    } else issues.push(...opened.issues);

    let last = opened.ok ? { at: opened.value, column: map.open.at } : undefined;
    for (const [i, step] of steps.entries()) {
      if (row(step.at).trim() === '') continue;
      const taken = timeOf(step.at, row(step.at));
      if (!taken.ok) {
        issues.push(...taken.issues);
        continue;
      }
      if (last && taken.value < last.at) {
        issues.push(replayIssue('row.time-back', { column: step.at, given: row(step.at).trim(), earlier: last.column, before: row(last.column).trim() }));
        continue;
      }
      last = { at: taken.value, column: step.at };
      commands.push({ at: taken.value, line, id, post: textOf(step.as) ?? '', action: step.do, inputs: inputsOf(step.with, stepInputs[i]!) });
    }
    return { commands, issues };
  };
};

const inputsByName = (rules: Rules, actions: readonly string[]): ReadonlyMap<string, InputRule> =>
  new Map(actions.flatMap((action) => rules.actions.get(action)?.inputs.map((input) => [input.name, input] as const) ?? []));
