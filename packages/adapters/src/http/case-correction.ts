import type { CaseState, Method } from '@bihuan/core';
import { isDeepStrictEqual } from 'node:util';
import { formFields } from './case-records.ts';

/** What a PUT asks for: nothing new; a correction by the kind's `edits` action; or one for which the method has no action. */
export type Correction =
  | { readonly what: 'nothing' }
  | { readonly what: 'impossible' }
  | { readonly what: 'correct'; readonly action: string; readonly input: Readonly<Record<string, unknown>>; readonly version?: number };

/**
 * Finds which declared fields a form record changes. A form sends the whole record back, derived columns too, and a bulk edit
 * only what it changes: so a field counts when it is there and differs, under `fields` or at the top; all else is ignored. Of personal data
 * the form has the mask: one that comes back as it was has not changed.
 */
export function correction(state: CaseState, method: Method, body: Readonly<Record<string, unknown>>): Correction {
  const stored = formFields(state, method);
  const changed: Record<string, unknown> = {};
  for (const name of Object.keys(method.fields)) {
    const given = placesOf(name, body).find((value) => !isSame(value, stored[name]));
    if (given !== undefined) changed[name] = given === '' ? null : given;
  }
  if (Object.keys(changed).length === 0) return { what: 'nothing' };
  const action = method.kinds[state.kind]?.edits;
  if (action === undefined) return { what: 'impossible' };
  return {
    what: 'correct', action, input: { ...requiredOf(method, action, stored), ...changed },
    ...(typeof body['version'] === 'number' ? { version: body['version'] } : {}),
  };
}

/** Names of the row are the row's: a field that shares one is only read under `fields`. */
const rowNames: ReadonlySet<string> = new Set([
  'id', 'method', 'kind', 'source', 'step', 'ending', 'outcome', 'home', 'holder', 'opened', 'ended', 'due', 'warn', 'light', 'broken', 'version',
  'values', 'labels', 'cells', 'fields',
]);

function placesOf(name: string, body: Readonly<Record<string, unknown>>): readonly unknown[] {
  const fields = body['fields'];
  const inside = typeof fields === 'object' && fields !== null && Object.hasOwn(fields, name) ? [(fields as Record<string, unknown>)[name]] : [];
  return !rowNames.has(name) && Object.hasOwn(body, name) ? [body[name], ...inside] : inside;
}

/** An emptied input is `null` or `''`; an untouched one is absent. */
const isSame = (given: unknown, stored: unknown): boolean =>
  given === undefined || isDeepStrictEqual(given, stored) || (stored === undefined && (given === null || given === ''));

/** What the action must be given although it does not change. */
const requiredOf = (method: Method, action: string, stored: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(method.actions[action]?.takes ?? {}).flatMap(([name, { optional }]) =>
    (optional !== true && stored[name] !== undefined ? [[name, stored[name]]] : [])));
