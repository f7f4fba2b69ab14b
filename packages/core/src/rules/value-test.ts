import type { Literal, Tests } from '../method/condition-schema.ts';
import { comparisons, isFactOperand, type Comparison } from './condition-parts.ts';
import type { FactTime, FactValue } from './fact.ts';
import type { FactKind, FactShape } from './fact-shape.ts';

/** Whether a value passes; a missing value is undefined. */
export type ValueTest = (value: FactValue | undefined) => boolean;

/** Negative, zero or positive as the first stands before, at or after the second; NaN when they cannot be compared, so that every comparison fails. */
export type Ordering = (a: FactValue, b: FactValue) => number;

/** Kinds whose values are times: a day is compared with a moment by the local day. */
export const isTime = (kind: FactKind | undefined): boolean => kind === 'day' || kind === 'moment' || kind === 'due';

/** Kinds whose values are lists: they contain a value, and are none. */
export const isList = (kind: FactKind): boolean => kind === 'choices' || kind === 'posts' || kind === 'units' || kind === 'names' || kind === 'files';

/** Does a comparison hold, given how its sides stand to one another? */
export const holds: Readonly<Record<Comparison, (order: number) => boolean>> = {
  is: (order) => order === 0,
  not: (order) => order < 0 || order > 0,
  min: (order) => order >= 0,
  max: (order) => order <= 0,
  above: (order) => order > 0,
  below: (order) => order < 0,
};

/** How values of a kind are ordered. */
export const orderingOf = (kind: FactKind | undefined, time: FactTime): Ordering => isTime(kind) ? (a, b) => orderTimes(a, b, time) : orderPlain;

/**
 * The tests of a condition that compare with values written in the method, as one test of the value. A missing value fails every comparison,
 * `not` included; `has` asks whether a list (choices, posts, units, names) contains one, or a text a word; `known` asks whether there is a value, and of a state, a count or a record whether there is one at all. Without any test
 * the value must be there and not be "no".
 */
export const compileValueTest = (tests: Tests, shape: FactShape | undefined, time: FactTime): ValueTest => {
  const parts: ValueTest[] = [];
  const { known, has, in: among } = tests;
  if (known !== undefined) parts.push((value) => (value !== undefined && value !== shape?.absent) === known);
  for (const name of comparisons) {
    const operand = tests[name];
    if (operand !== undefined && !isFactOperand(operand)) parts.push(compare(name, operand, shape?.kind, time));
  }
  if (among !== undefined) parts.push(isTime(shape?.kind) ? anyOf(among.map((each) => compare('is', each, shape?.kind, time))) : (value) => among.includes(value as Literal));
  if (has !== undefined) parts.push(contains(has));
  if (parts.length === 0 && Object.keys(tests).length === 0) parts.push((value) => value !== undefined && value !== false && value !== shape?.absent);
  return allOf(parts);
};

const compare = (name: Comparison, literal: Literal, kind: FactKind | undefined, time: FactTime): ValueTest => {
  if (isTime(kind)) return (value) => value !== undefined && holds[name](orderTimes(value, literal, time));
  if (name === 'is') return (value) => value === literal;
  if (name === 'not') return (value) => value !== undefined && value !== literal;
  if (typeof literal !== 'number') return (value) => value !== undefined && holds[name](orderPlain(value, literal));
  switch (name) {
    case 'min': return (value) => typeof value === 'number' && value >= literal;
    case 'max': return (value) => typeof value === 'number' && value <= literal;
    case 'above': return (value) => typeof value === 'number' && value > literal;
    case 'below': return (value) => typeof value === 'number' && value < literal;
  }
};

/** A list contains a value, a text contains a word. */
const contains = (wanted: Literal): ValueTest => {
  if (typeof wanted !== 'string') return () => false;
  return (value) => (typeof value === 'string' ? value.includes(wanted) : Array.isArray(value) && value.includes(wanted));
};

/** Passes when one of the tests does. */
export const anyOf = (tests: readonly ValueTest[]): ValueTest => {
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (value) => { for (const test of tests) if (test(value)) return true; return false; };
};

/** Passes when all of the tests do. */
export const allOf = (tests: readonly ValueTest[]): ValueTest => {
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (tests.length === 2) return (value) => first(value) && second(value);
  return (value) => { for (const test of tests) if (!test(value)) return false; return true; };
};

const orderPlain: Ordering = (a, b) => {
  if (a === b) return 0;
  if (typeof a !== typeof b || typeof a === 'object') return Number.NaN;
  return a < b ? -1 : 1;
};

const orderTimes = (a: FactValue, b: FactValue, time: FactTime): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return orderPlain(a, b);
  if (typeof a === 'number' && typeof b === 'string') return orderMoment(a, b, time);
  if (typeof a === 'string' && typeof b === 'number') return -orderMoment(b, a, time);
  return Number.NaN;
};

/** A moment against a day, or against a moment as text: with an offset exactly, without one by the local minute. */
const orderMoment = (at: number, text: string, time: FactTime): number => {
  if (text.length === 10) return orderPlain(time.dayOf(at), text);
  if (/(Z|[+-]\d\d:?\d\d)$/.test(text)) return at - Date.parse(text);
  return orderPlain(time.formatMoment(at), text.slice(0, 16).replace('T', ' '));
};
