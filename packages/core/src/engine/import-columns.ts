import type { InputRule } from '../case/compile-inputs.ts';
import type { ActionRule, Rules } from '../case/rules.ts';
import { accept, refuse } from '../issues/issue.ts';
import type { Result, Words } from '../issues/issue.ts';
import { nearest } from '../method/nearest.ts';
import { wordsOf } from '../method/words.ts';
import { importIssue } from './import-issues.ts';
import type { ImportMap } from './import-map.ts';
import { headingOf, inputsOf, openingsOf, plain } from './register-form.ts';
import { replayIssue } from './replay-issues.ts';
import type { ReplayIssue } from './replay-issues.ts';
import type { ReplayValue } from './replay-map.ts';
import type { ReplayTable } from './replay-plan.ts';

/** A column that names a unit, and of which level; the deepest first. */
export interface UnitColumn { readonly column: string; readonly level?: string }

/** Which column of a table is what. */
export interface ImportColumns {
  readonly action: ActionRule;
  /** As the map says it; else by columns; with neither, the unit of whoever imports. */
  readonly unit?: ReplayValue;
  readonly units: readonly UnitColumn[];
  readonly inputs: readonly { readonly input: InputRule; readonly value: ReplayValue }[];
  /** Columns that nothing is read from, each with the label that was probably meant. */
  readonly ignored: readonly { readonly column: string; readonly mend?: string }[];
}

/** Finds for every input and for the unit the column that holds it: as the map says, else by name or label. */
export const importColumns = (rules: Rules, subject: string, { header, rows }: ReplayTable, map: ImportMap = {}): Result<ImportColumns, ReplayIssue> => {
  if (header.every((name) => name.trim() === '')) return refuse(replayIssue('csv.empty', {}));
  const opening = openingsOf(rules, subject).filter(({ name }) => map.do === undefined || name === map.do);
  const register = wordsOf(rules.method.subjects?.[subject]?.label ?? subject);
  if (opening.length === 0) return refuse(importIssue('import.no-opening', { register }));
  if (opening.length > 1) return refuse(importIssue('import.opening-several', { register, actions: opening.map(({ name }) => name) }));
  const action = opening[0]!;
  const issues: ReplayIssue[] = [];
  const inputs: ImportColumns['inputs'][number][] = [];
  const used = new Set<string>();
  const wanted: { label: Words }[] = [];
  const mapped = new Set([...Object.values(map.with ?? {}), ...(map.unit === undefined ? [] : [map.unit])].flatMap((value) => (typeof value === 'object' ? [value.column] : [])));
  const absent = [...mapped].filter((column) => !header.includes(column));
  for (const column of mapped) used.add(column);

  const all = inputsOf(action);
  for (const input of all) {
    const given = map.with?.[input.name];
    if (given !== undefined) {
      inputs.push({ input, value: given });
      continue;
    }
    const heading = headingOf(input, all);
    const found = columnsNamed(header.filter((name) => !used.has(name)), [input.name, heading.zh, heading.en]);
    if (found.length > 1) issues.push(importIssue('import.columns-same', { columns: found, label: heading }));
    if (found[0] !== undefined) {
      inputs.push({ input, value: { column: found[0] } });
      used.add(found[0]);
    } else if (!input.optional && !isConditional(action, input)) wanted.push({ label: heading });
  }
  const units = map.unit === undefined ? unitColumns(rules, header.filter((name) => !used.has(name) || inputs.some(({ input, value }) => input.kind === 'unit' && typeof value === 'object' && value.column === name))) : [];
  for (const { column } of units) used.add(column);

  const free = header.filter((name) => name !== '' && !used.has(name));
  const missing = [...absent.map((column) => ({ label: { zh: column, en: column } })), ...wanted];
  if (missing.length > 0) {
    const seems = header.length === 1 ? [',', ';', '\t', '|'].find((each) => each !== (map.delimiter ?? ',') && header[0]!.includes(each)) : undefined;
    if (seems !== undefined) return refuse(replayIssue('csv.delimiter', { wanted: map.delimiter ?? ',', seems }));
    const columns = missing.map(({ label }) => ({ label, mend: nearest(label.zh, free) ?? nearest(label.en, free) })).map(({ label, mend }) => ({ label, ...(mend !== undefined && { mend }) }));
    issues.push(importIssue('import.columns-missing', { columns, has: header }));
  }
  const twice = [...used].filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice.length > 0) issues.push(replayIssue('csv.columns-twice', { columns: twice }));
  if (issues.length === 0 && rows.length === 0) issues.push(replayIssue('csv.header-only', {}));
  if (issues.length > 0) return refuse(...issues);
  const left = all.filter((input) => !inputs.some((one) => one.input === input)).flatMap((input) => [input.label.zh, input.label.en]);
  const ignored = free.map((column) => ({ column, mend: nearest(column, left) })).map(({ column, mend }) => ({ column, ...(mend !== undefined && { mend }) }));
  return accept({ action, units, inputs, ignored, ...(map.unit !== undefined && { unit: map.unit }) });
};

/** The headings that are one of these names: to the letter, else but for what makes no difference. */
const columnsNamed = (header: readonly string[], names: readonly string[]): string[] => {
  const exact = header.filter((name) => names.includes(name));
  const wanted = new Set(names.map(plain));
  return [...new Set(exact.length > 0 ? exact : header.filter((name) => wanted.has(plain(name))))];
};

/** Only asked for under a condition: a table without its column may be right. */
const isConditional = ({ schema }: ActionRule, { name, goes }: InputRule): boolean => {
  if (goes.to === 'record') return schema.leaves?.[goes.record]?.when !== undefined;
  return (goes.to === 'answer' ? schema.answers?.[name] : schema.takes?.[name])?.when !== undefined;
};

/** Columns that name units: 「所在网格」「网格编号」, of whatever level; the deepest first, since it says most. */
const unitColumns = (rules: Rules, header: readonly string[]): UnitColumn[] => {
  const { levels } = rules.method;
  const depth = (level: string | undefined): number => {
    let deep = 0;
    for (let above = level; above !== undefined && deep < 20; above = levels[above]?.in ?? levels[above]?.beside) deep += 1;
    return deep;
  };
  const found: UnitColumn[] = [];
  for (const [level, { label }] of Object.entries(levels)) {
    const { zh, en } = wordsOf(label);
    const [column] = columnsNamed(header, [level, `${level}-id`, zh, `所在${zh}`, `所属${zh}`, `${zh}名称`, `${zh}编号`, en, `${en} id`, `${en} name`]);
    if (column !== undefined) found.push({ column, level });
  }
  const [general] = columnsNamed(header, ['unit', 'home', '属地', '所在单位']);
  if (general !== undefined) found.push({ column: general });
  return found.sort((a, b) => (b.level === undefined ? 99 : depth(b.level)) - (a.level === undefined ? 99 : depth(a.level)));
};
