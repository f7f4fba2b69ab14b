import { parseInstant, zoneOf } from '../calendar/index.ts';
import type { Instant, Zone } from '../calendar/index.ts';
import type { InputRule } from '../case/compile-inputs.ts';
import { accept, refuse } from '../issues/issue.ts';
import type { Result } from '../issues/issue.ts';
import { replayIssue } from './replay-issues.ts';
import type { ReplayIssue } from './replay-issues.ts';
import type { ReplayMap, ReplayValue } from './replay-map.ts';

/** Reads the cells of one row by their column. */
export type Row = (column: string) => string;

/** What a value of the map is in this row, as text or as the constant says; undefined where the cell is empty. */
export const readValue = (value: ReplayValue, row: Row): Result<string | number | boolean | undefined, ReplayIssue> => {
  if (typeof value !== 'object') return accept(value);
  const text = row(value.column);
  const cell = text.trim();
  if (value.read === 'length') return accept([...text].length);
  if (value.is !== undefined) {
    if (Object.hasOwn(value.is, cell)) return accept(value.is[cell]);
    if (value.otherwise === undefined && cell !== '') return refuse(replayIssue('row.cell-unknown', { column: value.column, given: cell, known: Object.keys(value.is) }));
  }
  return accept(value.is !== undefined || cell === '' ? value.otherwise : text);
};

/** A cell's text as the input takes it: a number, yes or no, a choice by its label. What cannot be read so stays text, and the engine says why it is refused. */
export const asInput = (text: string | number | boolean, input: Pick<InputRule, 'kind' | 'options'> | undefined, zone: Zone): unknown => {
  if (input === undefined || typeof text !== 'string') return text;
  const cell = text.normalize('NFKC').trim();
  switch (input.kind) {
    case 'number': return /^[+-]?\d+(,\d{3})*(\.\d+)?$/.test(cell) ? Number(cell.replaceAll(',', '')) : text;
    case 'yes-no': return YES.has(cell.toLowerCase()) ? true : NO.has(cell.toLowerCase()) ? false : text;
    case 'choice': return optionNamed(cell, input);
    case 'choices': return cell.split(/[、，,;；|]/).map((part) => optionNamed(part.trim(), input)).filter((part) => part !== '');
    case 'date': return dayText(cell) ?? text;
    case 'moment': return readMoment(cell, zone) ?? text;
    default: return text;
  }
};

const YES = new Set(['是', '有', '对', 'yes', 'y', 'true', '1', '√']);
const NO = new Set(['否', '无', '不', 'no', 'n', 'false', '0', '×']);

const optionNamed = (cell: string, { options = [] }: Pick<InputRule, 'options'>): string =>
  options.find(({ name, label }) => name === cell || label.zh.normalize('NFKC') === cell || label.en.toLowerCase() === cell.toLowerCase())?.name ?? cell;

/** Reads the times of a table as its map says. */
export type Clockwork = (column: string, text: string) => Result<Instant, ReplayIssue>;

export const clockwork = (map: ReplayMap, ofMethod: Zone): Clockwork => {
  const zone = map.dates?.zone === undefined ? ofMethod : zoneOf(map.dates.zone);
  const timeOfDay = map.dates?.timeOfDay;
  return (column, text) => {
    const cell = text.trim();
    const at = parseInstant(cell, zone) ?? readMoment(cell, zone);
    if (at !== undefined) return accept(at);
    if (cell === '') return refuse(replayIssue('row.date-blank', { column }));
    const day = dayText(cell.normalize('NFKC'));
    if (day === undefined) return refuse(replayIssue('row.date-unreadable', { column, given: cell }));
    const then = timeOfDay === undefined ? undefined : parseInstant(`${day}T${timeOfDay}`, zone);
    return then === undefined ? refuse(replayIssue('row.date-alone', { column, given: cell })) : accept(then);
  };
};

const two = (digits: string | undefined): string => (digits ?? '0').padStart(2, '0');
const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/;
const TIME = /^[T\s]*(\d{1,2})\s*[:时点]\s*(\d{1,2})\s*分?\s*(?::?\s*(\d{1,2})\s*秒?)?(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** `2021/10/8 9:05`, `2021年10月8日 9时5分` and the like; full-width figures too. */
const readMoment = (text: string, zone: Zone): Instant | undefined => {
  const cell = text.normalize('NFKC').trim();
  const day = DAY.exec(cell);
  const time = day && TIME.exec(cell.slice(day[0].length));
  if (!day || !time) return undefined;
  return parseInstant(`${day[1]}-${two(day[2])}-${two(day[3])}T${two(time[1])}:${two(time[2])}:${two(time[3])}${time[4] ?? ''}${time[5] ?? ''}`, zone);
};

const dayText = (cell: string): string | undefined => {
  const day = DAY.exec(cell);
  if (day === null || day[0].length !== cell.length) return undefined;
  const text = `${day[1]}-${two(day[2])}-${two(day[3])}`;
  return parseInstant(`${text}T00:00Z`) === undefined ? undefined : text;
};
