import { descriptions } from './descriptions.data.ts';
import { isObject } from './merge-patch.ts';
import type { JsonSchema } from './json-schema-type.ts';

/** Fills in what each key is, where its schema does not say so in both languages. */
export function describeKeys(schema: JsonSchema): JsonSchema {
  const { definitions, ...rest } = schema;
  const described = (parts: unknown): unknown => (isObject(parts) ? Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, within(part, name, undefined)])) : parts);
  return { ...within(rest, 'File', undefined) as JsonSchema, ...(definitions === undefined ? {} : { definitions: described(definitions) }) };
}

/** The same schema, each of its properties described. `parent`: the key in whose value it stands. */
function within(schema: unknown, definition: string, parent: string | undefined): unknown {
  if (Array.isArray(schema)) return schema.map((part) => within(part, definition, parent));
  if (!isObject(schema)) return schema;
  return Object.fromEntries(Object.entries(schema).map(([word, value]) => [word, word !== 'properties' || !isObject(value) ? (DATA.has(word) ? value : within(value, definition, parent))
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withDescription(within(part, definition, key) as JsonSchema, definition, parent, key)]))]));
}

/** Values of the schema that are no schemas themselves. */
const DATA: ReadonlySet<string> = new Set(['examples', 'enum', 'const', 'required']);

function withDescription(schema: JsonSchema, definition: string, parent: string | undefined, key: string): JsonSchema {
  const own = schema['description'] ?? (Array.isArray(schema['allOf']) ? (schema['allOf'] as JsonSchema[]).find((part) => part['description'] !== undefined)?.['description'] : undefined);
  if (typeof own === 'string' && isBilingual(own)) return schema;
  const description = descriptions[`${definition}.${parent}.${key}`] ?? descriptions[`${definition}.${key}`] ?? descriptions[key];
  if (description === undefined) return schema;
  // Beside a reference a description would not be read.
  return schema['$ref'] === undefined ? { ...schema, description } : { description, allOf: [schema] };
}

/** Is it said in Chinese and in English? */
export const isBilingual = (text: string): boolean => /[一-鿿]/.test(text) && /[A-Za-z]/.test(text);
