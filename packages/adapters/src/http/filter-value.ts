import { type Filter, type Zone, parseDay, parseInstant } from '@bihuan/core';
import type { ListField } from './list-fields.ts';
import { refuseWith } from './problem.ts';

/** The suffixes of ra-data-simple-rest's backends. */
export const suffixes = { gte: 'min', lte: 'max', gt: 'above', lt: 'below', neq: 'not', like: 'like' } as const;
export type Operator = 'is' | (typeof suffixes)[keyof typeof suffixes];

type Scalar = string | number | boolean;

/** Filters for one key: a list means one of them; a day asked of a moment means that whole day in the zone. */
export function filtersOf(name: string, { on, type }: ListField, op: Operator, value: unknown, zone: Zone, now: number): readonly Filter[] {
  if (type === 'light') return lightFilters(name, value, now);
  if (Array.isArray(value)) {
    const given = value.map((each) => scalar(name, type, each, zone));
    return [op === 'not' ? { on, op: 'not', value: given } : { on, op: 'in', value: given }];
  }
  if (type === 'moment' && typeof value === 'string' && parseDay(value) !== undefined) return dayFilters(on, op, value, zone);
  if (op === 'like') return [{ on, op, value: String(value) }];
  return [{ on, op, value: scalar(name, type, value, zone) }];
}

function dayFilters(on: string, op: Operator, day: string, zone: Zone): readonly Filter[] {
  const begins = zone.startOfDay(day);
  const over = zone.instantOf(day, '24:00');
  switch (op) {
    case 'min': return [{ on, op: 'min', value: begins }];
    case 'max': return [{ on, op: 'below', value: over }];
    case 'above': return [{ on, op: 'min', value: over }];
    case 'below': return [{ on, op: 'below', value: begins }];
    default: return [{ on, op: 'min', value: begins }, { on, op: 'below', value: over }];
  }
}

/** A light follows from the due time, the warning and the moment; an act at the due instant is in time. */
function lightFilters(name: string, value: unknown, now: number): readonly Filter[] {
  switch (value) {
    case 'red': return [{ on: 'due', op: 'below', value: now }];
    case 'yellow': return [{ on: 'due', op: 'min', value: now }, { on: 'warn', op: 'max', value: now }];
    case 'green': return [{ on: 'due', op: 'min', value: now }, { on: 'warn', op: 'above', value: now }];
    case 'none': return [{ on: 'due', op: 'known', value: false }, { on: 'ended', op: 'known', value: false }];
    case 'met': return [{ on: 'due', op: 'known', value: false }, { on: 'ended', op: 'known', value: true }, { on: 'broken', op: 'is', value: false }];
    case 'late': return [{ on: 'due', op: 'known', value: false }, { on: 'ended', op: 'known', value: true }, { on: 'broken', op: 'is', value: true }];
    default: throw unreadable(name, value);
  }
}

function scalar(name: string, type: ListField['type'], value: unknown, zone: Zone): Scalar {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw unreadable(name, value);
  switch (type) {
    case 'number': {
      const number = Number(value);
      if (typeof value === 'boolean' || Number.isNaN(number)) throw unreadable(name, value);
      return number;
    }
    case 'yes-no':
      if (value === true || value === 'true') return true;
      if (value === false || value === 'false') return false;
      throw unreadable(name, value);
    case 'moment': {
      if (typeof value === 'number') return value;
      const instant = typeof value === 'string' ? parseInstant(value, zone) : undefined;
      if (instant === undefined) throw unreadable(name, value);
      return instant;
    }
    case 'due': {
      if (typeof value !== 'string' || parseDay(value) !== undefined) return value;
      return parseInstant(value, zone) ?? value;
    }
    default: return String(value);
  }
}

const unreadable = (field: string, given: unknown) => refuseWith('query.value-unreadable', { field, given: String(JSON.stringify(given)) }, ['filter', field]);
