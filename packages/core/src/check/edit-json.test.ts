import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editJson, writeJson } from './edit-json.ts';

const file = `{
  "id": "street",
  "fields": {
    "place": { "label": "地点", "kind": "text" },

    "goal": { "label": { "zh": "目标" }, "kind": "text" }
  },
  "line": ["a", "b"]
}`;

describe('a form edits a file that people write', () => {
  it.each([
    ['a value is replaced', ['fields', 'place', 'label'], '处所', '"place": { "label": "处所", "kind": "text" },\n\n    "goal"'],
    ['a new member goes last, on a line of its own', ['fields', 'depth'], { label: '深度', kind: 'number' }, '"kind": "text" },\n    "depth": { "label": "深度", "kind": "number" }\n  },'],
    ['or on the line of the others', ['fields', 'place', 'max'], 20, '{ "label": "地点", "kind": "text", "max": 20 }'],
    ['what it stands in is made where it is missing', ['clocks', 'close', 'limit'], '3 days', '"line": ["a", "b"],\n  "clocks": { "close": { "limit": "3 days" } }\n}'],
    ['a place in a list', ['line', 1], 'c', '"line": ["a", "c"]'],
    ['one more in a list', ['line', 2], 'c', '"line": ["a", "b", "c"]'],
    ['a member is taken out with its comma', ['fields', 'place', 'label'], undefined, '"place": { "kind": "text" }'],
    ['also the last one', ['fields', 'goal', 'kind'], undefined, '"goal": { "label": { "zh": "目标" } }'],
  ])('%s', (_, path, value, expected) => expect(editJson(file, path, value)).toContain(expected));

  it('leaves what is not there as it is', () => expect(editJson(file, ['actions', 'report'], undefined)).toBe(file));

  it('says what is said by setting the value in the data', () => {
    const key = fc.string({ minLength: 1, maxLength: 3 }).filter((name) => name !== '__proto__');
    const tree = fc.dictionary(key, fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true }), { noNullPrototype: true });
    fc.assert(fc.property(tree, key, key, fc.jsonValue({ maxDepth: 2 }), fc.boolean(), (data, a, b, value, folded) => {
      const text = folded ? JSON.stringify(data) : JSON.stringify(data, null, 2);
      expect(JSON.parse(editJson(text, [a, b], value))).toEqual(JSON.parse(JSON.stringify({ ...data, [a]: { ...data[a], [b]: value } })));
      const { [b]: _gone, ...rest } = data[a] ?? {};
      expect(JSON.parse(editJson(text, [a, b], undefined))).toEqual(JSON.parse(JSON.stringify(data[a] === undefined ? data : { ...data, [a]: rest })));
    }));
  });

  it('writes any JSON, in lines that fit', () => fc.assert(fc.property(fc.jsonValue(), (value) => { expect(JSON.parse(writeJson(value))).toEqual(JSON.parse(JSON.stringify(value))); })));
});
