import type { Words } from '../issues/issue.ts';
import type { Condition, Fact, Literal, Operand, Tests } from '../method/condition-schema.ts';
import { finding, type Path } from '../method/finding.ts';
import { ownNames, shapeOfFact, type FactKind, type FactShape, type Own, type Vocabulary } from '../rules/index.ts';
import { family } from './fact-families.ts';
import { ofWhat, type KnownNames } from './known-names.ts';
import { labelOfOwner } from './label-of-owner.ts';

/** What references are checked against. */
export interface Referring { readonly known: KnownNames; readonly vocabulary: Vocabulary }

/** Every name in a condition exists, and what is compared can be compared. */
export function referCondition(condition: Condition | undefined, path: Path, at: Referring, own?: Own): void {
  if (condition === undefined) return;
  const { known } = at;
  if ('all' in condition) return condition.all.forEach((part, i) => referCondition(part, [...path, 'all', i], at, own));
  if ('any' in condition) return condition.any.forEach((part, i) => referCondition(part, [...path, 'any', i], at, own));
  if (isNegation(condition)) return referCondition(condition.not, [...path, 'not'], at, own);
  if ('use' in condition) return void known.need('conditions', condition.use, [...path, 'use']);
  if ('actor' in condition) {
    const { role, notWhoDid, isAsked } = condition.actor;
    if (role !== undefined) known.need('roles', role, [...path, 'actor', 'role']);
    if (notWhoDid !== undefined) known.need('actions', notWhoDid, [...path, 'actor', 'notWhoDid']);
    if (isAsked !== undefined) known.need('asks', isAsked, [...path, 'actor', 'isAsked']);
    return;
  }
  if ('time' in condition) return referTime(condition.time, [...path, 'time'], at);
  if ('sample' in condition) return;
  if ('share' in condition) return referShare(condition, path, at, own);
  if ('records' in condition) return referCounted('records', condition.records, condition, path, at, { record: condition.records });
  if ('asks' in condition) return referCounted('asks', condition.asks, condition, path, at, { ask: condition.asks });
  if ('clocks' in condition) return referCounted('clocks', condition.clocks, condition, path, at, { clock: condition.clocks });
  // Read in the linked case itself, with the fields of a case.
  if ('links' in condition) return referCounted('links', condition.links, condition, path, at, undefined);
  referFact(condition, path, at, own);
  referTests(condition, path, at, own);
}

/** Every name in a fact exists. */
export function referFact(fact: Fact, path: Path, { known, vocabulary }: Referring, own?: Own): void {
  if ('field' in fact) {
    if (own === undefined) known.need('fields', fact.field, [...path, 'field']);
    else if (shapeOfFact(fact, vocabulary, own) === undefined) known.oneOf(ofWhat(labelOfOwner(own, vocabulary), '内容', 'value'), fact.field, ownNames(own, vocabulary), [...path, 'field']);
  } else if ('answer' in fact) {
    const classification = known.need('classifications', fact.answer, [...path, 'answer']) ? vocabulary.classifications.get(fact.answer) : undefined;
    if (classification !== undefined && fact.output !== undefined) {
      known.oneOf(ofWhat(classification.label, '输出', 'output'), fact.output, classification.outputs.keys(), [...path, 'output']);
    }
  } else if ('record' in fact) {
    const record = known.need('records', fact.record, [...path, 'record']) ? vocabulary.records.get(fact.record) : undefined;
    if (record !== undefined && fact.show !== undefined && shapeOfFact(fact, vocabulary) === undefined) {
      known.oneOf(ofWhat(record.label, '字段', 'field'), fact.show, record.fields.keys(), [...path, 'show']);
    }
  } else if ('clock' in fact) known.need('clocks', fact.clock, [...path, 'clock']);
  else if ('ask' in fact) known.need('asks', fact.ask, [...path, 'ask']);
  else if ('link' in fact) {
    known.need('links', fact.link, [...path, 'link']);
    if (fact.reads !== undefined) referFact(fact.reads, [...path, 'reads'], { known, vocabulary });
  } else if ('action' in fact) known.need('actions', fact.action, [...path, 'action']);
}

/** A literal fits a fact: of its kind, and one of its options. */
export function referLiteral(literal: Literal, shape: Pick<FactShape, 'kind' | 'options' | 'label'>, path: Path, { known }: Referring): void {
  if (!fits(literal, shape.kind)) {
    known.out.push(finding('value.wrong-kind', path, { expected: EXPECTED[shape.kind], given: JSON.stringify(literal) }));
  } else if (shape.options !== undefined && (shape.kind === 'choice' || shape.kind === 'choices')) {
    known.oneOf(ofWhat(shape.label, '选项', 'choice'), String(literal), shape.options.keys(), path);
  }
}

// --- the parts ---

const isNegation = (condition: object): condition is { not: Condition } => 'not' in condition && Object.keys(condition).length === 1;

type Counting = { every?: Condition; where?: Condition; since?: { action: string } };

function referCounted(section: 'records' | 'asks' | 'clocks' | 'links', name: string, counting: Counting, path: Path, at: Referring, own: Own | undefined): void {
  if (at.known.need(section, name, [...path, section])) {
    referCondition(counting.every, [...path, 'every'], at, own);
    referCondition(counting.where, [...path, 'where'], at, own);
  }
  if (counting.since !== undefined) at.known.need('actions', counting.since.action, [...path, 'since', 'action']);
}

/** A share is of two numbers. */
function referShare(condition: { share: Fact; of: Fact }, path: Path, at: Referring, own?: Own): void {
  for (const part of ['share', 'of'] as const) referNumber(condition[part], [...path, part], at, own);
}

/** A fact that must be a number. */
export function referNumber(fact: Fact, path: Path, at: Referring, own?: Own): void {
  referFact(fact, path, at, own);
  const shape = shapeOfFact(fact, at.vocabulary, own);
  if (shape !== undefined && family(shape.kind) !== 'number') at.known.out.push(finding('value.wrong-kind', path, { expected: EXPECTED.number, given: `“${shape.label.zh}”` }));
}

/** A fact that must be a day or a moment. */
export function referMoment(fact: Fact, path: Path, at: Referring, own?: Own): void {
  referFact(fact, path, at, own);
  const shape = shapeOfFact(fact, at.vocabulary, own);
  if (shape !== undefined && family(shape.kind) !== 'time') at.known.out.push(finding('value.wrong-kind', path, { expected: EXPECTED.moment, given: `“${shape.label.zh}”` }));
}

const ORDERED = ['min', 'max', 'above', 'below'] as const;
const TESTS = ['is', 'not', ...ORDERED, 'has', 'in'] as const;

function referTests(condition: Fact & Tests, path: Path, at: Referring, own?: Own): void {
  const tests = TESTS.filter((test) => condition[test] !== undefined);
  if (tests.length === 0) return;
  const shape = shapeOfFact(condition, at.vocabulary, own);
  for (const test of tests) {
    const operand = condition[test];
    if (operand === undefined) continue;
    if (typeof operand === 'object' && !Array.isArray(operand)) referFact(operand.fact, [...path, test, 'fact'], at, own);
    if (shape === undefined) continue;
    if (!canTest(test, shape.kind)) {
      at.known.out.push(finding('comparison.does-not-fit', [...path, test], { test, kind: EXPECTED[shape.kind] }, family(shape.kind) === 'list' && test === 'is' ? 'has' : undefined));
    } else if (Array.isArray(operand)) operand.forEach((literal, i) => referLiteral(literal, shape, [...path, test, i], at));
    else referOperand(operand, shape, [...path, test], at, own);
  }
}

function referOperand(operand: Operand, shape: FactShape, path: Path, at: Referring, own?: Own): void {
  if (typeof operand !== 'object') return referLiteral(operand, shape, path, at);
  const other = shapeOfFact(operand.fact, at.vocabulary, own);
  if (other === undefined) return;
  if (family(other.kind) !== family(shape.kind)) {
    at.known.out.push(finding('value.wrong-kind', [...path, 'fact'], { expected: EXPECTED[shape.kind], given: other.label.zh }));
  }
  for (const move of ['plus', 'minus'] as const) {
    if (operand[move] !== undefined && family(other.kind) !== 'time') {
      at.known.out.push(finding('comparison.does-not-fit', [...path, move], { test: move, kind: EXPECTED[other.kind] }));
    }
  }
}

const canTest = (test: string, kind: FactKind): boolean =>
  test === 'has' ? family(kind) === 'list'
  : (ORDERED as readonly string[]).includes(test) ? family(kind) === 'number' || family(kind) === 'time'
  : family(kind) !== 'list' && family(kind) !== 'files';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;

function fits(literal: Literal, kind: FactKind): boolean {
  switch (family(kind)) {
    case 'number': return typeof literal === 'number';
    case 'yes-no': return typeof literal === 'boolean';
    case 'time': return typeof literal === 'string' && (DAY.test(literal) || (kind !== 'day' && MOMENT.test(literal)));
    default: return typeof literal === 'string';
  }
}

const EXPECTED: { readonly [K in FactKind]: Words } = {
  text: { zh: '文字', en: 'text' }, number: { zh: '数字', en: 'a number' }, 'yes-no': { zh: '是否（true 或 false）', en: 'yes or no (true or false)' },
  day: { zh: '日期，如“2021-11-30”', en: 'a day such as "2021-11-30"' }, moment: { zh: '时间，如“2021-11-30T09:00”', en: 'a time such as "2021-11-30T09:00"' },
  due: { zh: '到期时间，如“2021-11-30”', en: 'a due time such as "2021-11-30"' }, choice: { zh: '选项的名称', en: "a choice's name" },
  choices: { zh: '多选', en: 'a multiple choice' }, post: { zh: '岗位', en: 'a post' }, unit: { zh: '单位', en: 'a unit' },
  posts: { zh: '多个岗位', en: 'posts' }, units: { zh: '多个单位', en: 'units' }, names: { zh: '多个名称', en: 'names' }, person: { zh: '人', en: 'a person' },
  party: { zh: '人或单位', en: 'a person or unit' }, files: { zh: '文件', en: 'files' }, count: { zh: '次数', en: 'a count' },
};
export { EXPECTED as kindWords };

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function referTime(time: Extract<Condition, { time: unknown }>['time'], path: Path, { known }: Referring): void {
  const look = (value: string | undefined, pattern: RegExp, example: string, at: Path): void => {
    if (value !== undefined && !pattern.test(value)) known.out.push(finding('shape.wrong-form', at, { given: value, example }));
  };
  look(time.from, CLOCK_TIME, '09:00', [...path, 'from']);
  look(time.to, CLOCK_TIME, '18:00', [...path, 'to']);
  look(time.yearFrom, MONTH_DAY, '06-01', [...path, 'yearFrom']);
  look(time.yearTo, MONTH_DAY, '09-30', [...path, 'yearTo']);
  look(time.day?.min, DAY, '2021-11-30', [...path, 'day', 'min']);
  look(time.day?.max, DAY, '2021-11-30', [...path, 'day', 'max']);
}
