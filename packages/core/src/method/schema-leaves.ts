import type { z } from 'zod';
import { formatDuration, parseDuration } from '../calendar/duration.ts';
import type { Words } from '../issues/issue.ts';
import { finding, type Finding, type Path } from './finding.ts';
import { mendDuration } from './mend-duration.ts';
import { Name } from './names.ts';
import { nearest } from './nearest.ts';
import { DROP, boundsOf, type Schema, type Walker } from './walker.ts';

type Checked = { readonly _zod: { readonly def: { readonly check?: string; readonly pattern?: RegExp; readonly params?: { readonly code?: string } } } };

/** The walker of a schema without parts: text, number, yes-no, an enum, a literal. */
export function leafWalker(schema: Schema): Walker {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'enum': return oneOf(Object.values(def.entries));
    case 'literal': return oneOf(def.values as readonly Literal[]);
    case 'boolean': return (value, path, out) => (typeof value === 'boolean' ? value : wrongType(expectedType('boolean'), value, path, out));
    case 'number': return number(schema);
    case 'string': return text(schema);
    default: throw new TypeError(`no walker for a schema of type ${def.type}`);
  }
}

/** Reports that a value has the wrong type. */
export function wrongType(expected: Words, value: unknown, path: Path, out: Finding[]): typeof DROP {
  out.push(finding('shape.wrong-type', path, { expected, given: typeText(value) }));
  return DROP;
}

/** The words for a type of JSON value. */
export const expectedType = (type: keyof typeof TYPES): Words => TYPES[type];

/** Is this the schema of a duration, and of a name? They have mends of their own. */
export const isDurationSchema = (schema: Schema): boolean => checksOf(schema).some((check) => check._zod.def.params?.code === 'duration.unreadable');
const isNameSchema = (schema: Schema): boolean => checksOf(schema).some((check) => check._zod.def.pattern === NAME_PATTERN);

// --- leaves ---

type Literal = string | number | boolean;

function oneOf(values: readonly Literal[]): Walker {
  const allowed = new Set<unknown>(values);
  const words = values.map(String);
  return (value, path, out) => {
    if (allowed.has(value)) return value;
    if (typeof value === 'object') return wrongType(expectedType(typeof values[0] as 'string'), value, path, out);
    out.push(finding('shape.not-one-of', path, { given: String(value), allowed: words }, nearest(String(value), words)));
    return DROP;
  };
}

function number(schema: Schema): Walker {
  const int = (schema._zod.def as { format?: string }).format !== undefined;
  const bounds = boundsOf(schema);
  return (value, path, out) => {
    if (typeof value !== 'number' || !Number.isFinite(value) || (int && !Number.isSafeInteger(value))) {
      return wrongType(expectedType(int ? 'integer' : 'number'), value, path, out);
    }
    if (value >= (bounds.min ?? -Infinity) && value <= (bounds.max ?? Infinity)) return value;
    out.push(finding('shape.out-of-range', path, { given: value, ...bounds }));
    return DROP;
  };
}

function text(schema: Schema): Walker {
  if (isDurationSchema(schema)) return duration;
  if (isNameSchema(schema)) return name;
  const least = boundsOf(schema).min ?? 0;
  const example = EXAMPLES.find(([pattern]) => accepts(schema, pattern))?.[0];
  const isShare = example === SHARE && !accepts(schema, '0.5');
  const free = checksOf(schema).length === 0 && (schema._zod.def as { format?: string }).format === undefined;
  return (value, path, out) => {
    const meant = isShare ? percentOf(value) : undefined;
    if (typeof value !== 'string' && meant === undefined) return wrongType(expectedType('string'), value, path, out);
    if (typeof value !== 'string') {
      out.push(finding('shape.wrong-form', path, { given: String(value), ...(example && { example }) }, meant));
      return DROP;
    }
    if (free || (value.length >= least && accepts(schema, value))) return value;
    out.push(value.trim() === '' ? finding('shape.empty', path, {}) : finding('shape.wrong-form', path, { given: value, ...(example && { example }) }, meant));
    return DROP;
  };
}

/** A share written as a decimal, as the percentage that it is: 0.66 → 66%. */
function percentOf(value: unknown): string | undefined {
  const share = typeof value === 'string' && /^\d*\.\d+$/.test(value) ? Number(value) : value;
  return typeof share === 'number' && share > 0 && share < 1 ? `${Number((share * 100).toPrecision(12))}%` : undefined;
}

const duration: Walker = (value, path, out) => {
  if (typeof value !== 'string') return wrongType(expectedType('duration'), value, path, out);
  const read = parseDuration(value);
  if (read !== undefined) return formatDuration(read, 'en');
  const meant = mendDuration(value);
  out.push({
    ...finding('duration.unreadable', path, { given: value }, meant && { zh: `是否想写“${meant.zh}”？`, en: `Did you mean "${meant.en}"?` }),
    ...(meant && { instead: meant.en }),
  });
  return DROP;
};

const name: Walker = (value, path, out) => {
  if (typeof value !== 'string') return wrongType(expectedType('name'), value, path, out);
  if (NAME_PATTERN.test(value)) return value;
  const slug = value.normalize('NFKC').replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase().replace(/[\s_.-]+/g, '-').replace(/^-|-$/g, '');
  out.push(finding('shape.bad-name', path, { name: value }, NAME_PATTERN.test(slug) ? slug : undefined));
  return DROP;
};

const TYPES = {
  object: { zh: '对象 {…}', en: 'an object {…}' }, array: { zh: '列表 […]', en: 'a list […]' }, string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' }, integer: { zh: '整数', en: 'a whole number' }, boolean: { zh: 'true 或 false', en: 'true or false' },
  name: { zh: '名称', en: 'a name' }, duration: { zh: '时长', en: 'a length of time' }, null: { zh: 'null', en: 'null' },
} as const satisfies Record<string, Words>;

const typeText = (value: unknown): Words =>
  value === null ? TYPES.null : Array.isArray(value) ? TYPES.array : value === undefined ? { zh: '空缺', en: 'nothing' }
  : typeof value === 'object' ? TYPES.object : typeof value === 'string' ? { zh: `文字“${short(value)}”`, en: `the text "${short(value)}"` }
  : { zh: String(value), en: String(value) };

const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** An example for each form of text in the schemas; the first that a schema accepts is shown. */
const SHARE = '2/3';
const EXAMPLES: readonly (readonly [string])[] = [[SHARE], ['09:00'], ['09:00-12:00'], ['06-01'], ['2021-11-30'], ['2021-10-08T09:00'], ['1.0.0'], ['my-street']];

const checksOf = (schema: Schema): readonly Checked[] => (schema._zod.def as { checks?: readonly Checked[] }).checks ?? [];
const accepts = (schema: Schema, value: string): boolean => (schema._zod.run({ value, issues: [] }, {}) as z.core.ParsePayload).issues.length === 0;
const NAME_PATTERN: RegExp = checksOf(Name)[0]!._zod.def.pattern!;
