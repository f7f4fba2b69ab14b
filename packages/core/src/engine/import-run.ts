import type { Actor, CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import { issueText } from '../issues/issue-text.ts';
import type { Issue, Result, Words } from '../issues/issue.ts';
import { nearest } from '../method/nearest.ts';
import { wordsOf } from '../method/words.ts';
import type { Engine } from './engine-types.ts';
import { importColumns } from './import-columns.ts';
import type { ImportColumns } from './import-columns.ts';
import { importIssue } from './import-issues.ts';
import type { ImportMap } from './import-map.ts';
import { planImport } from './import-plan.ts';
import type { ImportStep, ImportWorld, RowIssue } from './import-plan.ts';
import { levelsOf } from './register-form.ts';
import type { ReplayIssue } from './replay-issues.ts';
import type { ReplayTable } from './replay-plan.ts';
import { rulebook } from './rulebook.ts';

export interface ImportOptions {
  /** The register by its name or label. */
  readonly subject: string;
  /** Which method, where an engine has several with such a register. */
  readonly method?: string;
  readonly table: ReplayTable;
  readonly map?: ImportMap;
  readonly by: Actor;
  readonly at: number;
  /** Only says what would become of each row; writes nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: (done: number, of: number) => void | Promise<void>;
}

/** What became of a row, or would in a dry run. */
export interface ImportedRow {
  readonly line: number;
  /** What it is called by, unless that is personal data. */
  readonly title?: string;
  readonly unit?: string;
  readonly what: 'entered' | 'corrected' | 'unchanged' | 'refused';
  /** The entry's id: of one that a dry run would enter, none. */
  readonly id?: string;
  /** What is corrected, by label. */
  readonly changed?: readonly Words[];
  readonly issues?: readonly RowIssue[];
}

export interface ImportReport {
  readonly method: string;
  readonly register: { readonly name: string; readonly label: Words };
  readonly dryRun: boolean;
  readonly rows: number;
  readonly entered: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Columns that nothing was read from. */
  readonly ignored: ImportColumns['ignored'];
  /** Why no row could be read at all. */
  readonly problems: readonly ReplayIssue[];
  readonly results: readonly ImportedRow[];
}

/**
 * Imports a table into a register, row by row, by the register's own opening action and its checks. What is there already stays or is
 * corrected; a second import of the same table changes nothing, and one that was broken off goes on.
 */
export const importRegister = async (engine: Engine, options: ImportOptions): Promise<ImportReport> => {
  const { table, map, by, at, dryRun = false, onProgress } = options;
  const found = findRegister(engine, options);
  const rows = table.rows.length;
  const nothing = { dryRun, rows, entered: 0, corrected: 0, unchanged: 0, refused: rows, ignored: [], results: [] };
  if (!found.ok) return { ...nothing, method: options.method ?? '', register: { name: options.subject, label: wordsOf(options.subject || '?') }, problems: found.issues };
  const { rules, subject } = found.value;
  const head = { method: `${rules.method.id}@${rules.method.version}`, register: { name: subject, label: wordsOf(rules.method.subjects![subject]!.label) } };
  const columns = importColumns(rules, subject, table, map);
  if (!columns.ok) return { ...head, ...nothing, problems: columns.issues };
  const world = await worldOf(engine, subject, columns.value, options);
  const homeless = unitMissing(rules, subject, columns.value, table, world);
  if (homeless) return { ...head, ...nothing, problems: [homeless] };

  const steps = planImport(rules, subject, columns.value, table, world);
  const results: ImportedRow[] = [];
  for (const [i, step] of steps.entries()) {
    results.push(dryRun ? foreseen(step) : await carryOut(engine, rules, subject, columns.value, step, { by, at }));
    if (i % 64 === 63) await onProgress?.(i + 1, steps.length);
  }
  await onProgress?.(steps.length, steps.length);
  const count = (what: ImportedRow['what']): number => results.filter((row) => row.what === what).length;
  return {
    ...head, dryRun, rows, entered: count('entered'), corrected: count('corrected'), unchanged: count('unchanged'), refused: count('refused'),
    ignored: columns.value.ignored, problems: [], results,
  };
};

/** The register that is called so, and the rules by which it is kept at that moment. */
export const findRegister = (engine: Pick<Engine, 'methods'>, { subject, method, at }: Pick<ImportOptions, 'subject' | 'method' | 'at'>): Result<{ readonly rules: Rules; readonly subject: string }, ReplayIssue> => {
  const registers = inForce(engine.methods, at).filter((rules) => method === undefined || rules.method.id === method).flatMap((rules) =>
    Object.entries(rules.method.subjects ?? {}).flatMap(([name, { of, label }]) => ('register' in of ? [{ rules, name, label: wordsOf(label) }] : [])));
  const called = registers.find(({ name }) => name === subject) ?? registers.find(({ label }) => label.zh === subject || label.en === subject);
  if (called) return { ok: true, value: { rules: called.rules, subject: called.name } };
  const mend = nearest(subject, registers.flatMap(({ name, label }) => [name, label.zh]));
  return { ok: false, issues: [importIssue('import.register-unknown', { name: subject, known: registers.map(({ label }) => label), ...(mend !== undefined && { mend }) })] };
};

const inForce = (methods: Engine['methods'], at: number): readonly Rules[] => {
  const known = books.get(methods) ?? rulebook(methods);
  books.set(methods, known);
  return known.inForce(at);
};
const books = new WeakMap<Engine['methods'], ReturnType<typeof rulebook>>();

const worldOf = async (engine: Engine, subject: string, { inputs }: ImportColumns, { table, by, at }: ImportOptions): Promise<ImportWorld> => {
  const { directory, tenant } = engine;
  const entries: CaseState[] = [];
  for (let offset = 0, total = 1; offset < total; offset += page) {
    const listed = await engine.list({ of: 'subjects', where: [{ on: 'kind', op: 'is', value: subject }], sort: [{ by: 'id', order: 'asc' }], offset, limit: page }, by, at);
    if (!listed.ok) throw new Error(`The register cannot be listed: ${listed.issues.map(({ code }) => code).join(', ')}`);
    for (const { id } of listed.value.rows) entries.push((await engine.case(id))!.state);
    total = listed.value.total;
  }
  const cases: Record<string, CaseState> = {};
  for (const { input, value } of inputs) {
    if ((input.kind !== 'case' && input.kind !== 'cases') || typeof value !== 'object') continue;
    const place = table.header.indexOf(value.column);
    for (const id of new Set(table.rows.flatMap(({ cells }) => (cells[place] ?? '').split(/[、，,;；|\n]/).map((one) => one.trim())))) {
      const other = id === '' ? undefined : await engine.case(id);
      if (other) cases[id] = other.state;
    }
  }
  return { units: await directory.units(tenant), posts: await directory.posts(tenant), entries, cases, by, at };
};
const page = 1000;

/** No column says where an entry belongs, and whoever imports has no unit in which it could stand. */
const unitMissing = (rules: Rules, subject: string, { unit, units }: ImportColumns, { header }: ReplayTable, world: ImportWorld): ReplayIssue | undefined => {
  const levels = levelsOf(rules, subject);
  if (unit !== undefined || units.length > 0 || world.by.posts.some((post) => levels.includes(world.units.find(({ id }) => id === post.unit)?.level ?? ''))) return undefined;
  return importIssue('import.unit-column', { levels: levels.map((level) => wordsOf(rules.method.levels[level]?.label ?? level)), has: header });
};

const about = ({ line, title, unit }: ImportStep): Pick<ImportedRow, 'line' | 'title' | 'unit'> => ({ line, ...(title !== undefined && { title }), ...(unit !== undefined && { unit }) });

const foreseen = (step: ImportStep): ImportedRow => {
  switch (step.what) {
    case 'enter': return { ...about(step), what: 'entered' };
    case 'correct': return { ...about(step), what: 'corrected', id: step.id, changed: step.changed };
    case 'unchanged': return { ...about(step), what: 'unchanged', id: step.id };
    case 'refused': return { ...about(step), what: 'refused', issues: step.issues };
  }
};

const carryOut = async (engine: Engine, rules: Rules, subject: string, { action }: ImportColumns, step: ImportStep, when: { by: Actor; at: number }): Promise<ImportedRow> => {
  if (step.what === 'unchanged' || step.what === 'refused') return foreseen(step);
  const context = { ...when, key: step.key };
  const done = step.what === 'enter'
    ? await engine.open({ method: rules.method.id, kind: subject, action: action.name, home: step.unit, fields: step.input }, context)
    : await engine.act(step.id, step.action, step.input, { ...context, expected: step.version });
  return done.ok ? { ...foreseen(step), id: done.value.id } : { ...about(step), what: 'refused', issues: done.issues.map(said) };
};

/** What the store refuses at the last moment: a limit that is reached, somebody else's change. */
const said = (one: Issue): RowIssue => ({ code: one.code, says: issueText(one) });
