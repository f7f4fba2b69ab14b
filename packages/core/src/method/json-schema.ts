import { z } from 'zod';
import { describeKeys } from './describe-keys.ts';
import type { JsonSchema } from './json-schema-type.ts';
import { isObject } from './merge-patch.ts';
import { MethodSchema } from './method-schema.ts';
import { ScenarioFile } from './scenario-schema.ts';
import { isDurationSchema } from './schema-leaves.ts';

export type { JsonSchema };

/**
 * The JSON Schema of a method file, draft-07: what completes and underlines a method in an editor. A file with `extends` is a patch:
 * then everything but its own id, version and label may be left out, and `null` deletes.
 */
export function methodJsonSchema(): JsonSchema {
  const { $schema, definitions } = generated(MethodSchema);
  const names = definitions as Record<string, JsonSchema>;
  const { title, description, ...shape } = names['Method']!;
  const parts = new Map<string, JsonSchema>();
  const patch = patchOf(shape, names, parts) as { properties: Record<string, unknown> };
  const properties = shape['properties'] as Record<string, unknown>;
  const own = Object.fromEntries([...OWN, '$schema'].map((key) => [key, properties[key]]));
  return {
    $schema, $id: 'https://bihuan.dev/method.schema.json', title, description, type: 'object',
    if: { required: ['extends'] },
    then: { $ref: '#/definitions/MethodPatch' },
    else: { $ref: '#/definitions/Method' },
    definitions: {
      ...names,
      MethodPatch: { ...patch, required: [...OWN, 'extends'], properties: { ...patch.properties, ...own, extends: EXTENDS } },
      ...Object.fromEntries(parts),
    },
  };
}

const EXTENDS: JsonSchema = {
  type: 'string', pattern: '^[a-z0-9][a-z0-9-]*@\\d+\\.\\d+\\.\\d+$',
  description: 'The method that it extends, with its exact version / 所继承的工作法及确切版本', examples: ['my-street@1.0.0'],
};

/** What `parseDuration` reads, as far as a pattern can say it: upper case and full-width digits are read too, and written so by nobody. */
const DURATION = '^\\s*([1-9][0-9]*\\s*((working[\\s-]+)?(minute|hour|day)s?|(week|month|year)s?)|([1-9][0-9]*|[一二两三四五六七八九十]{1,3})\\s*(分钟|个?小时|天|日|个?自然日|周|个?星期|个月|年|个?工作(分钟|小时|日)))\\s*$';

/** The JSON Schema of a scenario file `*.scenarios.json`. */
export const scenariosJsonSchema = (): JsonSchema => {
  const { $schema, ...rest } = generated(ScenarioFile);
  return { $schema, $id: 'https://bihuan.dev/scenarios.schema.json', title: 'Scenarios / 情景', ...rest };
};

const OWN = ['id', 'version', 'label'] as const;

const generated = (schema: z.ZodType): JsonSchema => describeKeys(z.toJSONSchema(schema, {
  target: 'draft-07', io: 'input',
  override: ({ zodSchema, jsonSchema }) => {
    if (jsonSchema.type === 'integer') tidyInteger(jsonSchema);
    if (isDurationSchema(zodSchema)) jsonSchema.pattern = DURATION;
  },
}) as JsonSchema);

/** Zod bounds every whole number by what JavaScript holds exactly: true, and of no use to who writes a method. */
function tidyInteger(schema: { minimum?: number | undefined; maximum?: number | undefined }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

/** The same shape as a merge patch: nothing is required, every key may be `null`; what replaces a whole value stays as it is. */
function patchOf(schema: JsonSchema, names: Readonly<Record<string, JsonSchema>>, parts: Map<string, JsonSchema>): JsonSchema {
  const ref = schema['$ref'];
  if (typeof ref === 'string') return { $ref: patchPart(ref.slice('#/definitions/'.length), names, parts) };
  if (Array.isArray(schema['allOf'])) return { ...schema, allOf: schema['allOf'].map((each: JsonSchema) => patchOf(each, names, parts)) };
  if (isObject(schema['properties'])) {
    const { required: _, ...rest } = schema;
    return { ...rest, properties: Object.fromEntries(Object.entries(schema['properties']).map(([key, each]) => [key, orNull(patchOf(each as JsonSchema, names, parts))])) };
  }
  if (isObject(schema['additionalProperties'])) return { ...schema, additionalProperties: orNull(patchOf(schema['additionalProperties'], names, parts)) };
  const union = schema['anyOf'] ?? schema['oneOf'];
  if (!Array.isArray(union)) return schema;
  const { anyOf: _any, oneOf: _one, ...rest } = schema;
  return { ...rest, anyOf: union.map((each: JsonSchema) => patchOf(each, names, parts)) };
}

/** A shared part as a patch, under a name of its own; one that has no keys is the same. */
function patchPart(name: string, names: Readonly<Record<string, JsonSchema>>, parts: Map<string, JsonSchema>): string {
  const key = `${name}Patch`;
  const whole = names[name];
  if (whole === undefined || !JSON.stringify(whole).match(/"(properties|additionalProperties|anyOf|oneOf|allOf)":/)) return `#/definitions/${name}`;
  if (!parts.has(key)) {
    parts.set(key, {});
    parts.set(key, patchOf(whole, names, parts));
  }
  return `#/definitions/${key}`;
}

const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
