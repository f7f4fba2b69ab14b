import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import office from '../check/fixtures/office.json' with { type: 'json' };
import { isBilingual } from './describe-keys.ts';
import { descriptions } from './descriptions.data.ts';
import { methodJsonSchema, scenariosJsonSchema, type JsonSchema } from './json-schema.ts';
import { mergePatch } from './merge-patch.ts';
import { MethodSchema } from './method-schema.ts';
import { ScenarioFile } from './scenario-schema.ts';

const validator = (schema: JsonSchema): ((value: unknown) => boolean) => {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  return (value) => validate(value) as boolean;
};
const accepts = validator(methodJsonSchema());

describe('the JSON Schema of a method', () => {
  it('is the one that is committed (vitest -u writes it)', async () => {
    await expect(`${JSON.stringify(methodJsonSchema(), null, 1)}\n`).toMatchFileSnapshot('../../method.schema.json');
    await expect(`${JSON.stringify(scenariosJsonSchema(), null, 1)}\n`).toMatchFileSnapshot('../../scenarios.schema.json');
  });

  it.each<[string, unknown]>([
    ['is sound', {}],
    ['has a Chinese duration', { clocks: { handle: { limit: '3个工作日' } } }],
    ['has a mistyped duration', { clocks: { handle: { limit: '2紧急工作时' } } }],
    ['has an unknown key', { actions: { call: { lables: '某' } } }],
    ['has a name with an underscore', { fields: { Order_No: { label: '某', kind: 'text' } } }],
    ['has no steps', { steps: null }],
    ['has no label', { steps: { received: { label: null } } }],
    ['has an unknown kind of field', { fields: { topic: { kind: 'txt' } } }],
    ['has a choice without options', { fields: { topic: { options: null } } }],
    ['has a fact of two kinds', { conditions: { 'is-hard': { field: 'content' } } }],
    ['has a nested condition', { conditions: { 'is-hard': { answer: null, is: null, all: [{ not: { field: 'content', known: true } }] } } }],
    ['has a misspelt fact deep inside', { conditions: { 'is-hard': { answer: null, is: null, all: [{ not: { fild: 'content' } }] } } }],
    ['has an empty line', { kinds: { problem: { line: [] } } }],
    ['has a false `optional`', { actions: { call: { takes: { content: { optional: false } } } } }],
    ['has a number for a text', { steps: { received: { label: 3 } } }],
    ['has a rung that rings no times', { clocks: { close: { ladder: { over: { times: 0 } } } } }],
    ['has a time of day that is none', { clocks: { close: { ends: '25:00' } } }],
    ['has a triggers list', { clocks: { close: { stops: [{ ending: 'solved' }, { action: 'accept' }] } } }],
  ])('accepts and refuses what zod does: a method that %s', (_what, patch) => {
    const method = mergePatch(office, patch);
    expect(accepts(method)).toBe(MethodSchema.safeParse(method).success);
  });

  it('lets a file that extends another say only what differs', () => {
    const child = { id: 'child', version: '1.0.0', label: '子', extends: 'office@1.0.0' };
    expect(accepts(child)).toBe(true);
    expect(accepts({ ...child, clocks: { close: null, handle: { limit: '24小时' } }, fields: { topic: { options: { road: null, gas: '燃气' } } } })).toBe(true);
    expect(accepts({ ...child, clocks: { handle: { limti: '24小时' } } })).toBe(false);
    expect(accepts({ ...child, clocks: { handle: { limit: '24小是' } } })).toBe(false);
    expect(accepts({ ...child, extends: 'office' })).toBe(false);
    expect(accepts({ id: 'child', version: '1.0.0', extends: 'office@1.0.0' })).toBe(false);
  });

  it('says what everything is in both languages', () => {
    const described = Object.entries(methodJsonSchema()['definitions'] as Record<string, { title?: string }>).filter(([, { title }]) => title !== undefined && !/[一-鿿]/.test(title));
    expect(described).toEqual([]);
  });

  it.each([['a method', methodJsonSchema()], ['scenarios', scenariosJsonSchema()]] as const)('says what every key is in both languages: %s', (_what, schema) => {
    const silent: string[] = [];
    const look = (part: unknown, path: string): void => {
      if (typeof part !== 'object' || part === null) return;
      const { properties } = part as { properties?: Record<string, JsonSchema> };
      for (const [key, value] of Object.entries(properties ?? {})) {
        const said = [value, ...((value['allOf'] ?? []) as JsonSchema[])].map((each) => each['description']).find((each) => each !== undefined);
        if (typeof said !== 'string' || !isBilingual(said)) silent.push(`${path}.${key}`);
      }
      for (const [word, value] of Object.entries(part)) if (!['examples', 'enum', 'const', 'required'].includes(word)) look(value, `${path}.${word}`);
    };
    for (const [name, part] of Object.entries(schema['definitions'] as object)) if (!name.endsWith('Patch')) look(part, name); // a patch holds the same keys
    look({ properties: schema['properties'] }, 'file');
    expect(silent).toEqual([]);
  });

  it('has no description that nothing uses', () => {
    const text = JSON.stringify([methodJsonSchema(), scenariosJsonSchema()]);
    expect(Object.entries(descriptions).filter(([, description]) => !text.includes(JSON.stringify(description).slice(1, -1))).map(([key]) => key)).toEqual([]);
  });
});

describe('the JSON Schema of scenarios', () => {
  const accepted = validator(scenariosJsonSchema());
  const file = { method: 'office', cast: office.cast, scenarios: office.tests };
  it.each<[string, unknown]>([
    ['is sound', {}], ['has no cast', { cast: null }], ['has a moment without a time', { scenarios: { 'left-out': { timeline: [{ at: '2021-10-08' }] } } }],
    ['has an unknown key', { scenarios: { 'left-out': { timline: [] } } }], ['has no entry', { scenarios: { 'left-out': { timeline: [] } } }],
  ])('accepts and refuses what zod does: a file that %s', (_what, patch) => {
    const scenarios = mergePatch(file, patch);
    expect(accepted(scenarios)).toBe(ScenarioFile.safeParse(scenarios).success);
  });
});
