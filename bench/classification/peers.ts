import { Environment } from '@marcbachmann/cel-js';
import { LogicEngine } from 'json-logic-engine';
import jsonLogic from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import type { RuleProperties } from 'json-rules-engine';
import type { Fields } from './cases.ts';

// --- JSON Logic: one `if` with twelve branches ---

const v = (name: string): object => ({ var: name });
const has = (word: string): object => ({ in: [word, v('title')] });
const logic = { if: [
  { or: [has('燃气泄漏'), has('漏电'), has('坍塌')] }, 'danger',
  { and: [{ '===': [v('category'), 'fire'] }, { '>=': [v('urgency'), 4] }] }, 'fire',
  { and: [{ in: [v('category'), ['gas', 'heating']] }, { '===': [v('repeated'), true] }] }, 'supply-again',
  { and: [{ '===': [v('channel'), 'hotline'] }, { '>=': [v('reporters'), 10] }] }, 'many-callers',
  { and: [{ '>=': [v('amount'), 100_000] }, { in: [v('level'), ['street', 'district']] }] }, 'project',
  { and: [{ '===': [v('vulnerable'), true] }, { '>=': [v('urgency'), 3] }] }, 'vulnerable',
  { and: [has('电梯'), { '>=': [v('urgency'), 3] }] }, 'elevator',
  { and: [{ '===': [v('category'), 'noise'] }, { '===': [v('repeated'), false] }, { '<': [v('reporters'), 3] }] }, 'noise-once',
  { '>': [v('age'), 60] }, 'old',
  { '===': [v('channel'), 'superior'] }, 'from-above',
  { and: [{ '===': [v('category'), 'inquiry'] }, { '<=': [v('amount'), 20_000] }] }, 'question',
  'ordinary',
] };

export const jsonLogicJs = (fields: Fields): unknown => jsonLogic.apply(logic, fields);

const engine = new LogicEngine();
export const jsonLogicEngine = (fields: Fields): unknown => engine.run(logic, fields);
export const jsonLogicBuilt = engine.build(logic) as (fields: Fields) => unknown;

// --- CEL: a chain of conditionals, types declared, parsed once ---

const environment = new Environment();
for (const name of ['title', 'channel', 'category', 'level']) environment.registerVariable(name, 'string');
for (const name of ['urgency', 'amount', 'reporters', 'age']) environment.registerVariable(name, 'double');
for (const name of ['repeated', 'vulnerable']) environment.registerVariable(name, 'bool');
export const cel = environment.parse(`
  title.contains("燃气泄漏") || title.contains("漏电") || title.contains("坍塌") ? "danger" :
  category == "fire" && urgency >= 4.0 ? "fire" :
  (category == "gas" || category == "heating") && repeated ? "supply-again" :
  channel == "hotline" && reporters >= 10.0 ? "many-callers" :
  amount >= 100000.0 && (level == "street" || level == "district") ? "project" :
  vulnerable && urgency >= 3.0 ? "vulnerable" :
  title.contains("电梯") && urgency >= 3.0 ? "elevator" :
  category == "noise" && !repeated && reporters < 3.0 ? "noise-once" :
  age > 60.0 ? "old" :
  channel == "superior" ? "from-above" :
  category == "inquiry" && amount <= 20000.0 ? "question" : "ordinary"`) as unknown as (fields: Fields) => unknown;

// --- json-rules-engine: a priority each, stopped at the first that matches ---

const is = (fact: string, operator: string, value: unknown): { fact: string; operator: string; value: unknown } => ({ fact, operator, value });
const rules: readonly (readonly [string, RuleProperties['conditions']])[] = [
  ['danger', { any: [is('title', 'has', '燃气泄漏'), is('title', 'has', '漏电'), is('title', 'has', '坍塌')] }],
  ['fire', { all: [is('category', 'equal', 'fire'), is('urgency', 'greaterThanInclusive', 4)] }],
  ['supply-again', { all: [is('category', 'in', ['gas', 'heating']), is('repeated', 'equal', true)] }],
  ['many-callers', { all: [is('channel', 'equal', 'hotline'), is('reporters', 'greaterThanInclusive', 10)] }],
  ['project', { all: [is('amount', 'greaterThanInclusive', 100_000), is('level', 'in', ['street', 'district'])] }],
  ['vulnerable', { all: [is('vulnerable', 'equal', true), is('urgency', 'greaterThanInclusive', 3)] }],
  ['elevator', { all: [is('title', 'has', '电梯'), is('urgency', 'greaterThanInclusive', 3)] }],
  ['noise-once', { all: [is('category', 'equal', 'noise'), is('repeated', 'equal', false), is('reporters', 'lessThan', 3)] }],
  ['old', { all: [is('age', 'greaterThan', 60)] }],
  ['from-above', { all: [is('channel', 'equal', 'superior')] }],
  ['question', { all: [is('category', 'equal', 'inquiry'), is('amount', 'lessThanInclusive', 20_000)] }],
  ['ordinary', { all: [is('urgency', 'greaterThanInclusive', 0)] }],
];
const rulesEngine = new Engine();
rulesEngine.addOperator('has', (text: string, word: string) => text.includes(word));
rules.forEach(([type, conditions], n) => { rulesEngine.addRule({ conditions, event: { type }, priority: rules.length - n }); });
rulesEngine.on('success', () => { rulesEngine.stop(); });

/** It says which conditions of the rules that it tried were met, as our trace does. */
export const jsonRulesEngine = async (fields: Fields): Promise<string | undefined> => (await rulesEngine.run(fields as never)).events[0]?.type;
