import type { Zone } from '../calendar/index.ts';
import type { InputRule } from '../case/compile-inputs.ts';
import type { Post } from '../case/messages.ts';
import { accept, refuse } from '../issues/issue.ts';
import type { Result } from '../issues/issue.ts';
import { nearest } from '../method/nearest.ts';
import { importIssue, withheld } from './import-issues.ts';
import type { UnitFinder } from './import-units.ts';
import { plain } from './register-form.ts';
import { asInput, readValue } from './replay-cells.ts';
import type { Row } from './replay-cells.ts';
import type { ReplayIssue } from './replay-issues.ts';
import type { ReplayValue } from './replay-map.ts';

/** What cells may name besides options. */
export interface CellWorld { readonly zone: Zone; readonly units: UnitFinder; readonly posts: readonly Post[] }

type Read = Result<unknown, ReplayIssue>;

/** What a cell gives the input; undefined where it is empty. What is only of the wrong type is left to the form's own reader, which says so. */
export const readInput = (input: InputRule, value: ReplayValue, row: Row, world: CellWorld): Read => {
  // Of choices the map need only say what their labels do not.
  const coded = input.options !== undefined && typeof value === 'object' && value.is !== undefined ? value : undefined;
  const read = coded ? accept(row(coded.column)) : readValue(value, row);
  if (!read.ok) return input.personal ? refuse(importIssue('row.option-unknown', { given: withheld, options: [] })) : read;
  if (typeof read.value !== 'string') return read;
  const cell = read.value.trim();
  if (cell === '' || cell === '-' || cell === '—') return accept(coded?.otherwise !== undefined && input.kind === 'choices' ? [coded.otherwise] : coded?.otherwise);
  if (SPOILED.test(cell)) return refuse(importIssue('row.cell-error', { given: cell }));
  if (!coded && (typeof value !== 'object' || value.is !== undefined)) return accept(asInput(cell, input, world.zone));
  switch (input.kind) {
    // What looks like a formula (= + - @) is text like any other: nothing ever computes it.
    case 'text': case 'long-text': return ROUNDED.test(cell) ? refuse(importIssue('row.cell-rounded', {})) : accept(cell);
    case 'choice': return each([cell], (one) => readOption(one, input, coded), (options) => options[0]);
    case 'choices': {
      const whole = optionNamed(cell, input);
      return whole === undefined ? each(parts(cell), (one) => readOption(one, input, coded), (options) => [...new Set(options)]) : accept([whole]);
    }
    case 'unit': return each([cell], (one) => readUnit(one, input, world), (units) => units[0]);
    case 'units': return each(parts(cell), (one) => readUnit(one, input, world), (units) => units);
    case 'post': return each([cell], (one) => readPost(one, input, world), (posts) => posts[0]);
    case 'posts': return each(parts(cell), (one) => readPost(one, input, world), (posts) => posts);
    case 'names': case 'cases': return accept(parts(cell));
    default: return accept(asInput(cell, input, world.zone));
  }
};

/** What spreadsheets write where they could not: an error, or a number that the column was too narrow for. */
const SPOILED = /^(#(REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM|SPILL|CALC)[!?]?|#{3,})$/i;
/** A long number that a spreadsheet has rounded: its last figures are gone. */
const ROUNDED = /^\d(\.\d+)?E\+\d{2,}$/i;

const parts = (cell: string): string[] => cell.split(/[、，,;；|\n]/).map((part) => part.trim()).filter((part) => part !== '');

const each = (cells: readonly string[], read: (cell: string) => Result<string, ReplayIssue>, then: (values: readonly string[]) => unknown): Read => {
  const all = cells.map(read);
  const issues = all.flatMap((one) => (one.ok ? [] : one.issues));
  return issues.length > 0 ? refuse(...issues) : accept(then(all.flatMap((one) => (one.ok ? [one.value] : []))));
};

const optionNamed = (cell: string, { options = [] }: InputRule): string | undefined => {
  const exact = cell.normalize('NFKC').trim().toLowerCase();
  const same = (name: string, as: (text: string) => string): boolean => as(name) === as(exact);
  const lower = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  return (options.find(({ name, label }) => [name, label.zh, label.en].some((one) => same(one, lower)))
    ?? options.find(({ name, label }) => [name, label.zh, label.en].some((one) => same(one, plain))))?.name;
};

const readOption = (cell: string, input: InputRule, coded: Exclude<ReplayValue, string | number | boolean> | undefined): Result<string, ReplayIssue> => {
  const meant = coded?.is !== undefined && Object.hasOwn(coded.is, cell) ? coded.is[cell] : optionNamed(cell, input) ?? coded?.otherwise;
  if (meant !== undefined) return accept(String(meant));
  const options = input.options?.map(({ label }) => label) ?? [];
  const mend = nearest(cell, options.map(({ zh }) => zh)) ?? nearest(cell, options.map(({ en }) => en));
  return refuse(importIssue('row.option-unknown', { given: input.personal ? withheld : cell, options, ...(mend !== undefined && !input.personal && { mend }) }));
};

const readUnit = (cell: string, input: InputRule, { units }: CellWorld): Result<string, ReplayIssue> => {
  const levels = input.level === undefined ? undefined : [input.level];
  const found = units.find(cell, levels);
  if (found.length === 1) return accept(found[0]!.id);
  if (found.length > 1) return refuse(importIssue('row.unit-ambiguous', { given: cell, several: found.map(units.fullName) }));
  const mend = units.near(cell, levels);
  return refuse(importIssue('row.unit-unknown', { given: cell, ...(mend !== undefined && { mend }) }));
};

/** A post by its id, or by the name of whoever holds it. */
const readPost = (cell: string, input: InputRule, { posts }: CellWorld): Result<string, ReplayIssue> => {
  if (posts.some(({ id }) => id === cell)) return accept(cell);
  const fitting = posts.filter(({ role }) => input.role === undefined || role === input.role);
  const found = fitting.filter(({ name }) => name === cell);
  if (found.length === 1) return accept(found[0]!.id);
  const mend = found.length > 0 || input.personal ? undefined : nearest(cell, fitting.flatMap(({ name }) => name ?? []));
  return refuse(importIssue('row.post-unclear', { given: input.personal ? withheld : cell, several: found.map(({ id }) => id), ...(mend !== undefined && { mend }) }));
};
