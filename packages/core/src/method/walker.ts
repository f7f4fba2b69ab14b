import type { z } from 'zod';
import { finding, type Finding, type Mend, type Path } from './finding.ts';
import { nearest } from './nearest.ts';

export type Schema = z.core.$ZodType;

/** What is left of a value that does not hold: nothing. */
export const DROP: unique symbol = Symbol('dropped');

/**
 * Checks a value against one schema. Reports every finding, and gives back the value without its broken parts, durations in their canonical
 * spelling; `DROP` when nothing of it can stand. The value itself is returned when nothing had to change.
 */
export type Walker = (value: unknown, path: (string | number)[], out: Finding[]) => unknown;

type Check = { readonly _zod: { readonly def: { readonly check: string; readonly minimum?: number; readonly maximum?: number; readonly value?: number; readonly inclusive?: boolean } } };

/** The least and the most that a number, or the length of a text or list, may be. */
export function boundsOf(schema: Schema): { readonly min?: number; readonly max?: number } {
  const bounds: { min?: number; max?: number } = {};
  for (const { _zod: { def } } of (schema._zod.def as { checks?: readonly Check[] }).checks ?? []) {
    if (def.check === 'min_length') bounds.min = def.minimum!;
    else if (def.check === 'max_length') bounds.max = def.maximum!;
    else if (def.check === 'greater_than') bounds.min = def.inclusive ? def.value! : def.value! + 1;
    else if (def.check === 'less_than') bounds.max = def.inclusive ? def.value! : def.value! - 1;
  }
  return bounds;
}

/** Looks through optional and lazy schemas. */
export function plain(schema: Schema): Schema {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  if (def.type === 'optional') return plain(def.innerType);
  return def.type === 'lazy' ? plain(def.getter()) : schema;
}

/** The keys of an object schema, and which of them must be there. */
export function keysOf(schema: z.core.$ZodObject): { readonly all: readonly string[]; readonly required: readonly string[] } {
  const shape = schema._zod.def.shape;
  const all = Object.keys(shape);
  return { all, required: all.filter((key) => shape[key]!._zod.optin !== 'optional') };
}

/** A key that is not known here, with the one that was probably meant. */
export function unknownKey(key: string, candidates: readonly string[], path: Path): Finding {
  const mend: Mend = nearest(key, candidates) ?? (key === '$comment' ? 'note' : undefined);
  return finding('shape.unknown-key', [...path, key], { key, known: candidates }, mend);
}
