import type { z } from 'zod';
import { finding, type Finding } from './finding.ts';
import { isObject } from './merge-patch.ts';
import { editDistance, nearest } from './nearest.ts';
import { expectedType, isDurationSchema, wrongType } from './schema-leaves.ts';
import { DROP, keysOf, plain, unknownKey, type Schema, type Walker } from './walker.ts';

type WalkerOf = (schema: Schema) => Walker;
interface Form { readonly type: string; readonly schema: Schema; readonly walker: Walker; readonly all: readonly string[]; readonly required: readonly string[] }

/**
 * The walker of a union: picks the form that the writer meant, by the keys that are there, and reports inside it. Nobody is told "invalid input".
 */
export function unionWalker(schema: z.core.$ZodUnion, walkerOf: WalkerOf): Walker {
  const discriminator = (schema._zod.def as { discriminator?: string }).discriminator;
  if (discriminator !== undefined) return discriminated(schema, discriminator, walkerOf);
  let forms: readonly Form[] | undefined;
  return (value, path, out) => {
    forms ??= formsOf(schema, walkerOf);
    if (isObject(value)) return walkObject(forms, value, path, out);
    if (Array.isArray(value)) return firstClean(forms.filter((form) => form.type === 'array'), forms, value, path, out);
    return firstClean(forms.filter((form) => form.type === typeof value), forms, value, path, out);
  };
}

// --- objects: by their keys ---

function walkObject(forms: readonly Form[], value: Record<string, unknown>, path: (string | number)[], out: Finding[]): unknown {
  const given = Object.keys(value);
  const objects = forms.filter((form) => form.type === 'object');
  let best: Form | undefined;
  let least = Infinity;
  for (const form of objects) {
    if (!form.required.every((key) => Object.hasOwn(value, key))) continue;
    const strangers = given.reduce((count, key) => count + (form.all.includes(key) ? 0 : 1), 0);
    if (strangers < least) [best, least] = [form, strangers];
    if (strangers === 0) break;
  }
  best ??= meantBy(objects, given);
  if (best !== undefined) return best.walker(value, path, out);
  const record = forms.find((form) => form.type === 'record');
  if (record !== undefined) return record.walker(value, path, out);
  if (objects.length === 0) return noForm(forms, value, path, out);
  out.push(finding('shape.no-form', path, { forms: [...new Set(objects.map((form) => form.required[0] ?? form.all[0]!))] }));
  return DROP;
}

/** No form has all that it needs: the one of which most is there, a misspelt key counting as half there; none, if nothing fits. */
function meantBy(forms: readonly Form[], given: readonly string[]): Form | undefined {
  let best: Form | undefined;
  let most = 0;
  for (const form of forms) {
    const missing = form.required.filter((key) => !given.includes(key));
    const strangers = given.filter((key) => !form.all.includes(key));
    const slips = strangers.filter((key) => nearest(key, missing) !== undefined);
    const closeness = slips.reduce((sum, key) => sum + 1 / (2 + editDistance(key, nearest(key, missing)!)), 0);
    const fits = given.length - strangers.length + 2 * closeness - (missing.length - slips.length) * 0.9;
    if ((slips.length > 0 || given.length > strangers.length) && fits > most) [best, most] = [form, fits];
  }
  return best;
}

function discriminated(schema: z.core.$ZodUnion, key: string, walkerOf: WalkerOf): Walker {
  const byValue = new Map<unknown, Walker>();
  const keys = new Set<string>();
  for (const option of schema._zod.def.options) {
    const { def } = plain((option as z.core.$ZodObject)._zod.def.shape[key]!)._zod as z.core.$ZodTypes['_zod'];
    const values = def.type === 'enum' ? Object.values(def.entries) : def.type === 'literal' ? def.values : [];
    for (const value of values) byValue.set(value, walkerOf(option));
    for (const name of keysOf(option as z.core.$ZodObject).all) keys.add(name);
  }
  const allowed = [...byValue.keys()].map(String);
  return (value, path, out) => {
    if (!isObject(value)) return wrongType(expectedType('object'), value, path, out);
    const walker = byValue.get(value[key]);
    if (walker !== undefined) return walker(value, path, out);
    if (Object.hasOwn(value, key)) {
      out.push(finding('shape.not-one-of', [...path, key], { given: String(value[key]), allowed }, nearest(String(value[key]), allowed)));
      return DROP;
    }
    const slip = Object.keys(value).find((name) => !keys.has(name) && nearest(name, [key]) !== undefined);
    out.push(slip === undefined ? finding('shape.missing-key', path, { key }) : unknownKey(slip, [key], path));
    return DROP;
  };
}

// --- text, numbers, lists: each form in turn ---

function firstClean(fitting: readonly Form[], forms: readonly Form[], value: unknown, path: (string | number)[], out: Finding[]): unknown {
  if (fitting.length === 0) return noForm(forms, value, path, out);
  if (fitting.length === 1) return fitting[0]!.walker(value, path, out);
  let fewest: Finding[] | undefined;
  for (const form of fitting) {
    const found: Finding[] = [];
    const kept = form.walker(value, path, found);
    if (found.length === 0) return kept;
    if (fewest === undefined || better(found, fewest)) fewest = found;
  }
  out.push(...fewest!);
  return DROP;
}

/** Of two refusals the one that knows a mend, then the one that stands deeper: that form was meant. */
const better = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.some((f) => f.mend !== undefined) !== b.some((f) => f.mend !== undefined) ? a.some((f) => f.mend !== undefined)
  : Math.max(...a.map((f) => f.path.length)) > Math.max(...b.map((f) => f.path.length));

/** Nothing of that type is possible here: says what is. */
function noForm(forms: readonly Form[], value: unknown, path: (string | number)[], out: Finding[]): typeof DROP {
  const objects = forms.filter((form) => form.type === 'object');
  if (objects.length === forms.length && objects.length > 1) {
    return wrongType(words(objects.map((form) => form.required[0] ?? form.all[0]!)), value, path, out);
  }
  const names = [...new Set(forms.map((form) => (isDurationSchema(form.schema) ? 'duration' : form.type === 'record' ? 'object' : form.type)))] as Parameters<typeof expectedType>[0][];
  const types = names.map(expectedType);
  return wrongType({ zh: types.map((type) => type.zh).join('或'), en: types.map((type) => type.en).join(' or ') }, value, path, out);
}

const words = (keys: readonly string[]): { zh: string; en: string } => {
  const shown = [...new Set(keys)].map((key) => `{ "${key}": … }`).join(' / ');
  return { zh: `对象 ${shown}`, en: `an object: ${shown}` };
};

/** The forms of a union, nested ones opened out. */
function formsOf(schema: Schema, walkerOf: WalkerOf): readonly Form[] {
  const { def } = plain(schema)._zod as z.core.$ZodTypes['_zod'];
  if (def.type === 'union' && !('discriminator' in def)) return def.options.flatMap((option) => formsOf(option, walkerOf));
  const form = plain(schema);
  const type = def.type === 'enum' ? 'string' : def.type === 'literal' ? typeof def.values[0] : def.type === 'union' ? 'object' : def.type;
  return [{ type, schema: form, walker: walkerOf(form), ...(def.type === 'object' ? keysOf(form as z.core.$ZodObject) : { all: [], required: [] }) }];
}
