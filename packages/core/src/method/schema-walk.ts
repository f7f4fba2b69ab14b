import type { z } from 'zod';
import { finding, type Finding, type Path } from './finding.ts';
import { isObject } from './merge-patch.ts';
import { leafWalker, expectedType, wrongType } from './schema-leaves.ts';
import { unionWalker } from './schema-unions.ts';
import { DROP, boundsOf, keysOf, unknownKey, type Schema, type Walker } from './walker.ts';

const known = new WeakMap<Schema, Walker>();

/**
 * The walker of a zod schema: says what zod's issues cannot say well (which branch of a union was meant, which key was misspelt), in one pass,
 * and keeps what is sound. The schemas stay the contract: a test holds that a walker finds something exactly when zod refuses.
 */
export function walkerOf(schema: Schema): Walker {
  let walker = known.get(schema);
  if (walker === undefined) known.set(schema, (walker = build(schema)));
  return walker;
}

/** As `walkerOf` for an object, but keeps the sound parts even when a required one is missing or broken. */
export const partialWalkerOf = (schema: Schema): Walker => objectWalker(schema as z.core.$ZodObject, true);

// --- one walker for each type of schema ---

function build(schema: Schema): Walker {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'lazy': {
      let inner: Walker | undefined;
      return (value, path, out) => (inner ??= walkerOf(def.getter()))(value, path, out);
    }
    case 'optional': return walkerOf(def.innerType);
    case 'object': return objectWalker(schema as z.core.$ZodObject, false);
    case 'record': return recordWalker(schema as z.core.$ZodRecord);
    case 'array': return arrayWalker(schema as z.core.$ZodArray);
    case 'tuple': return tupleWalker(schema as z.core.$ZodTuple);
    case 'union': return unionWalker(schema as z.core.$ZodUnion, walkerOf);
    default: return leafWalker(schema);
  }
}

function objectWalker(schema: z.core.$ZodObject, partial: boolean): Walker {
  const shape = schema._zod.def.shape;
  const { all, required } = keysOf(schema);
  const walkers = new Map(all.map((key) => [key, walkerOf(shape[key]!)]));
  const must = new Set(required);
  return (value, path, out) => {
    if (!isObject(value)) return wrongType(expectedType('object'), value, path, out);
    let copy: Record<string, unknown> | undefined;
    let whole = true;
    const strangers: string[] = [];
    for (const key of Object.keys(value)) {
      const walker = walkers.get(key);
      if (value[key] === undefined && !must.has(key)) continue;
      if (walker === undefined) {
        strangers.push(key);
        delete (copy ??= { ...value })[key];
        continue;
      }
      path.push(key);
      const kept = walker(value[key], path, out);
      path.pop();
      if (kept === value[key]) continue;
      copy ??= { ...value };
      if (kept !== DROP) copy[key] = kept;
      else {
        delete copy[key];
        if (must.has(key)) whole = false;
      }
    }
    const missing = required.filter((key) => !Object.hasOwn(value, key));
    reportKeys(strangers, missing, all.filter((key) => !Object.hasOwn(value, key)), path, out);
    return partial || (whole && missing.length === 0) ? (copy ?? value) : DROP;
  };
}

/** Unknown and missing keys; a misspelt key that is missing is one finding, not two. */
function reportKeys(strangers: readonly string[], missing: readonly string[], free: readonly string[], path: Path, out: Finding[]): void {
  const meant = new Set<string>();
  for (const key of strangers) {
    const found = unknownKey(key, free, path);
    if (found.instead !== undefined) meant.add(found.instead);
    out.push(found);
  }
  for (const key of missing) if (!meant.has(key)) out.push(finding('shape.missing-key', path, { key }));
}

function recordWalker(schema: z.core.$ZodRecord): Walker {
  const { keyType, valueType } = schema._zod.def;
  const [keys, values] = [walkerOf(keyType), walkerOf(valueType)];
  return (value, path, out) => {
    if (!isObject(value)) return wrongType(expectedType('object'), value, path, out);
    const kept: [string, unknown][] = [];
    let changed = false;
    for (const [key, entry] of Object.entries(value)) {
      path.push(key);
      const named = keys(key, path, out);
      const walked = values(entry, path, out);
      path.pop();
      if (named === DROP || walked === DROP) changed = true;
      else {
        changed ||= walked !== entry;
        kept.push([key, walked]);
      }
    }
    return changed ? Object.fromEntries(kept) : value;
  };
}

function arrayWalker(schema: z.core.$ZodArray): Walker {
  const walker = walkerOf(schema._zod.def.element);
  const least = boundsOf(schema).min ?? 0;
  return (value, path, out) => {
    if (!Array.isArray(value)) return wrongType(expectedType('array'), value, path, out);
    if (value.length < least) out.push(finding('shape.empty', path, {}));
    const kept: unknown[] = [];
    let changed = false;
    for (let i = 0; i < value.length; i++) {
      path.push(i);
      const walked = walker(value[i], path, out);
      path.pop();
      changed ||= walked !== value[i];
      if (walked !== DROP) kept.push(walked);
    }
    if (kept.length < least) return DROP;
    return changed ? kept : value;
  };
}

/** A list of a fixed length, each place with a shape of its own. */
function tupleWalker(schema: z.core.$ZodTuple): Walker {
  const items = schema._zod.def.items.map((item) => walkerOf(item));
  const { length } = items;
  return (value, path, out) => {
    if (!Array.isArray(value) || value.length !== length) return wrongType({ zh: `${length} 项的列表 […]`, en: `a list of ${length}` }, value, path, out);
    const kept = items.map((walker, i) => walker(value[i], [...path, i], out));
    if (kept.includes(DROP)) return DROP;
    return kept.every((each, i) => each === value[i]) ? value : kept;
  };
}
