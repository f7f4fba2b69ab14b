import { type Method, methodJsonSchema, wordsOf } from '@bihuan/core';
import type { Written } from './edits.ts';
import type { JsonCursor } from './json-cursor.ts';

/** A word that can stand at the cursor, and what it means. */
export interface Completion { readonly word: string; readonly says?: string }

type Schema = Readonly<Record<string, unknown>>;
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Which section the names under a key are of. */
const sectionOf: Readonly<Record<string, keyof Method>> = {
  takes: 'fields', field: 'fields', holds: 'fields', title: 'fields', by: 'roles', role: 'roles', at: 'levels', level: 'levels', in: 'levels', beside: 'levels', line: 'steps', from: 'steps', to: 'steps', step: 'steps',
  sources: 'sources', source: 'sources', action: 'actions', edits: 'actions', record: 'records', records: 'records', leaves: 'records', ask: 'asks', asks: 'asks', replies: 'asks', clock: 'clocks', clocks: 'clocks', of: 'clocks',
  answer: 'classifications', answers: 'classifications', use: 'conditions', ending: 'endings', ends: 'endings', after: 'endings', kinds: 'kinds', opens: 'kinds', parameter: 'parameters', metrics: 'metrics', links: 'links', link: 'links',
};

let whole: Schema | undefined;

/** What can stand at the cursor: the keys of the language there, its fixed words, and names of the method. */
export function completionsAt({ path, types }: JsonCursor, method: Written): readonly Completion[] {
  whole ??= methodJsonSchema();
  const here = path.reduce<readonly Schema[]>((schemas, part) => schemas.flatMap((schema) => inside(schema, part)), unfolded({ $ref: '#/definitions/Method' }));
  const key = path.findLast((part): part is string => typeof part === 'string') ?? '';
  const section = sectionOf[key];
  const names = section === undefined || (path.length === 1 && types === 'key') ? [] : Object.entries((method[section] ?? {}) as Readonly<Record<string, unknown>>).map(([word, value]) => ({ word, says: labelOf(value) }));
  const keys = types === 'key' ? here.flatMap((schema) => Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>).map(([word, value]) => ({ word, says: said(value) }))) : [];
  const fixed = types === 'value' ? here.flatMap((schema) => [...(Array.isArray(schema['enum']) ? schema['enum'] as unknown[] : []), schema['const']].filter((word) => typeof word === 'string').map((word) => ({ word, says: '' }))) : [];
  const seen = new Set<string>();
  return [...keys, ...fixed, ...names].filter(({ word }) => !seen.has(word) && seen.add(word)).map(({ word, says }) => (says === '' ? { word } : { word, says }));
}

/** The schemas of a value at one part of the path. */
function inside(schema: Schema, part: string | number): readonly Schema[] {
  const properties = schema['properties'] as Readonly<Record<string, unknown>> | undefined;
  const next = typeof part === 'number' ? schema['items'] : properties?.[part] ?? schema['additionalProperties'];
  return isSchema(next) ? unfolded(next) : [];
}

/** A schema with what it refers to, and each of its ways. */
function unfolded(schema: Schema): readonly Schema[] {
  const ref = schema['$ref'];
  const target = typeof ref === 'string' ? (whole!['definitions'] as Readonly<Record<string, unknown>>)[ref.replace('#/definitions/', '')] : undefined;
  const ways = ['allOf', 'anyOf', 'oneOf'].flatMap((word) => (Array.isArray(schema[word]) ? schema[word] as unknown[] : []));
  return [schema, ...[target, ...ways].filter(isSchema).flatMap(unfolded)];
}

const labelOf = (value: unknown): string => (isSchema(value) && value['label'] !== undefined ? wordsOf(value['label'] as Method['label']).zh : '');
const said = (value: Schema): string => (typeof value['description'] === 'string' ? value['description'] : '');
