import { parseDay, parseInstant } from '../calendar/index.ts';
import { issue } from '../issues/issue.ts';
import type { Issue, Words } from '../issues/issue.ts';
import { nearest } from '../method/nearest.ts';
import { wordsOf } from '../method/words.ts';
import type { Scope } from '../rules/reading.ts';
import type { InputRule } from './compile-inputs.ts';
import { kindsBeyond, sideOf } from './compile-links.ts';
import { kindLabel } from './may-act.ts';
import { masked } from './mask.ts';
import type { Facts, FileRef, Value } from './messages.ts';
import type { Rules } from './rules.ts';
import { parsePoint } from './point.ts';
import { fillTemplate } from './template.ts';

/** One thing that a person gave, read. */
export interface GivenInput { readonly input: InputRule; readonly value: Value }

/** What a person gave (of personal data, the mask that the form showed stands for the value as it is), checked against what the action takes; or every issue at once. */
export const readInputs = (
  rules: Rules, inputs: readonly InputRule[], given: Readonly<Record<string, unknown>>, scope: Scope, facts: Facts,
): { readonly values: readonly GivenInput[]; readonly issues: readonly Issue[] } => {
  const values: GivenInput[] = [];
  const issues: Issue[] = [];
  for (const input of inputs) {
    const raw = given[input.name];
    if (isBlank(raw)) {
      const drafted = draftedText(rules, input, given, scope);
      if (drafted !== undefined) {
        values.push({ input, value: drafted });
        continue;
      }
      if (!input.optional && input.when(scope)) issues.push(issue('input.missing', [input.name], { input: input.name, label: input.label }));
      continue;
    }
    const stands = input.personal && input.goes.to === 'field' ? scope.state.fields[input.name] : undefined;
    if (stands !== undefined && canonical(raw) === canonical(masked(stands))) {
      values.push({ input, value: stands });
      continue;
    }
    if (!input.when(scope)) {
      issues.push(issue('input.not-now', [input.name], { input: input.name, label: input.label }));
      continue;
    }
    const value = input.goes.to === 'record' && 'drafts' in input.goes ? readTemplate(raw, input, issues, scope) : readers[input.kind](raw, input, issues, rules, facts, scope);
    if (value !== undefined) values.push({ input, value });
  }
  for (const name in given) {
    if (inputs.some((input) => input.name === name) || isBlank(given[name])) continue;
    const mend = nearest(name, inputs.map((input) => input.name));
    issues.push(issue('input.unknown', [name], { input: name, ...(mend !== undefined && { mend }) }));
  }
  return { values, issues };
};

const canonical = (value: unknown): string => JSON.stringify(value);

/** A text that was left blank is the one that its template drafts. */
const draftedText = (rules: Rules, input: InputRule, given: Readonly<Record<string, unknown>>, scope: Scope): string | undefined => {
  if (input.templates === undefined || (input.goes.to === 'record' && 'drafts' in input.goes)) return undefined;
  const template = input.templates.find(({ name }) => name === given[`${input.name}-template`]);
  return template?.when(scope) ? fillTemplate(rules, template.say, scope).zh : undefined;
};

/** The record names the template and its version. */
const readTemplate = (raw: unknown, input: InputRule, issues: Issue[], scope: Scope): string | undefined => {
  const offered = (input.templates ?? []).filter(({ when }) => when(scope));
  const template = offered.find(({ name }) => name === raw);
  if (template) return `${template.name}@${template.version}`;
  issues.push(issue('input.not-an-option', [input.name], { input: input.name, label: input.label, given: String(raw), options: offered.map(({ label }) => label) }));
  return undefined;
};

/** Nothing was filled in: absent, null, an empty list, or white space. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

const expectedKinds: Record<InputRule['kind'], Words> = {
  'text': { zh: '文字', en: 'a text' }, 'long-text': { zh: '文字', en: 'a text' }, 'number': { zh: '数字', en: 'a number' },
  'date': { zh: '日期（如 2021-11-30）', en: 'a day such as 2021-11-30' }, 'moment': { zh: '时间（如 2021-11-30T09:00+08:00）', en: 'a time such as 2021-11-30T09:00+08:00' },
  'yes-no': { zh: '是或否', en: 'yes or no' }, 'choice': { zh: '一个选项', en: 'one choice' }, 'choices': { zh: '若干选项', en: 'a list of choices' },
  'post': { zh: '岗位', en: 'a post' }, 'unit': { zh: '单位', en: 'a unit' }, 'posts': { zh: '若干岗位', en: 'a list of posts' }, 'units': { zh: '若干单位', en: 'a list of units' },
  'names': { zh: '若干名称', en: 'a list of names' }, 'point': { zh: '地图上的点（纬度,经度，如 30.5728,104.0668）', en: 'a place such as 30.5728,104.0668 (latitude, longitude)' }, 'case': { zh: '一个事项的编号', en: 'the id of a case' }, 'cases': { zh: '若干事项的编号', en: 'a list of ids of cases' }, 'files': { zh: '附件', en: 'files' },
};

type Reader = (raw: unknown, input: InputRule, issues: Issue[], rules: Rules, facts: Facts, scope: Scope) => Value | undefined;

const wrongType = (input: InputRule, issues: Issue[]): undefined => {
  issues.push(issue('input.wrong-type', [input.name], { input: input.name, label: input.label, expected: expectedKinds[input.kind] }));
  return undefined;
};

const readText: Reader = (raw, input, issues) => (typeof raw !== 'string' ? wrongType(input, issues) : inRange(input, raw.length, issues) ? raw.trim() : undefined);

/** How a value of each kind is read. */
const readers: { readonly [K in InputRule['kind']]: Reader } = {
  'text': readText,
  'long-text': readText,
  'number': (raw, input, issues) => (typeof raw !== 'number' || !Number.isFinite(raw) ? wrongType(input, issues) : inRange(input, raw, issues) ? raw : undefined),
  'date': (raw, input, issues) => (typeof raw === 'string' && parseDay(raw) !== undefined ? raw : wrongType(input, issues)),
  'moment': (raw, input, issues, rules) => (typeof raw === 'number' && Number.isFinite(raw) ? raw
    : typeof raw === 'string' ? parseInstant(raw, rules.calendar.zone) ?? wrongType(input, issues) : wrongType(input, issues)),
  'yes-no': (raw, input, issues) => (typeof raw === 'boolean' ? raw : wrongType(input, issues)),
  'choice': (raw, input, issues) => (typeof raw !== 'string' ? wrongType(input, issues) : isOption(input, raw, issues) ? raw : undefined),
  'choices': (raw, input, issues) => (!isTexts(raw) ? wrongType(input, issues) : raw.every((one) => isOption(input, one, issues)) ? [...new Set(raw)] : undefined),
  'post': (raw, input, issues, rules, facts) => (typeof raw !== 'string' ? wrongType(input, issues) : isPost(rules, input, raw, facts, issues) ? raw : undefined),
  'unit': (raw, input, issues, rules, facts) => (typeof raw !== 'string' ? wrongType(input, issues) : isUnit(rules, input, raw, facts, issues) ? raw : undefined),
  'posts': (raw, input, issues, rules, facts) => readEach(raw, input, issues, (one) => isPost(rules, input, one, facts, issues)),
  'units': (raw, input, issues, rules, facts) => readEach(raw, input, issues, (one) => isUnit(rules, input, one, facts, issues)),
  'names': (raw, input, issues) => readEach(raw, input, issues, () => true),
  'case': (raw, input, issues, rules, facts, scope) => (typeof raw !== 'string' ? wrongType(input, issues) : isLinkable(rules, input, raw, facts, scope, issues) ? raw : undefined),
  'cases': (raw, input, issues, rules, facts, scope) => readEach(raw, input, issues, (one) => isLinkable(rules, input, one, facts, scope, issues)),
  'point': (raw, input, issues) => (typeof raw === 'string' && parsePoint(raw) ? raw.replaceAll(' ', '') : wrongType(input, issues)),
  'files': (raw, input, issues) => (isFiles(raw) ? raw : wrongType(input, issues)),
};

/** Several at once; one alone may be given as a text. Each is looked at, so that every wrong one is named. */
const readEach = (raw: unknown, input: InputRule, issues: Issue[], isRight: (one: string) => boolean): readonly string[] | undefined => {
  const texts = typeof raw === 'string' ? [raw] : raw;
  if (!isTexts(texts)) return wrongType(input, issues);
  const given = [...new Set(texts.map((one) => one.trim()).filter((one) => one !== ''))];
  return given.map(isRight).every(Boolean) ? given : undefined;
};

const inRange = (input: InputRule, size: number, issues: Issue[]): boolean => {
  if ((input.min === undefined || size >= input.min) && (input.max === undefined || size <= input.max)) return true;
  issues.push(issue('input.out-of-range', [input.name], {
    input: input.name, label: input.label, ...(input.min !== undefined && { min: input.min }), ...(input.max !== undefined && { max: input.max }),
  }));
  return false;
};

const isOption = (input: InputRule, given: string, issues: Issue[]): boolean => {
  if (input.options?.some((option) => option.name === given)) return true;
  issues.push(issue('input.not-an-option', [input.name], { input: input.name, label: input.label, given, options: input.options?.map((option) => option.label) ?? [] }));
  return false;
};

const isPost = (rules: Rules, input: InputRule, given: string, facts: Facts, issues: Issue[]): boolean => {
  const post = facts.posts[given];
  if (post === undefined) issues.push(issue('input.post-unknown', [input.name], { input: input.name, label: input.label, given }));
  else if (input.role !== undefined && post.role !== input.role) {
    issues.push(issue('input.post-wrong-role', [input.name], { input: input.name, label: input.label, role: wordsOf(rules.method.roles[input.role]?.label ?? input.role) }));
  } else return true;
  return false;
};

const isUnit = (rules: Rules, input: InputRule, given: string, facts: Facts, issues: Issue[]): boolean => {
  const unit = facts.units[given];
  if (unit === undefined) issues.push(issue('input.unit-unknown', [input.name], { input: input.name, label: input.label, given }));
  else if (input.level !== undefined && unit.level !== input.level) {
    issues.push(issue('input.unit-wrong-level', [input.name], { input: input.name, label: input.label, level: wordsOf(rules.method.levels[input.level]?.label ?? input.level) }));
  } else return true;
  return false;
};

/** Is there such a case, and may one of its kind stand on the other side of the link? */
const isLinkable = (rules: Rules, input: InputRule, given: string, facts: Facts, scope: Scope, issues: Issue[]): boolean => {
  const other = facts.cases?.[given];
  const schema = input.goes.to === 'link' ? rules.method.links?.[input.goes.link] : undefined;
  const side = schema && sideOf(schema, scope.state.kind);
  if (other === undefined || other.id === scope.state.id) issues.push(issue('input.case-unknown', [input.name], { input: input.name, label: input.label, given }));
  else if (schema === undefined || side === undefined || !kindsBeyond(schema, side).includes(other.kind)) {
    const kinds = schema && side ? kindsBeyond(schema, side).map((kind) => kindLabel(rules, kind)) : [];
    issues.push(issue('input.case-wrong-kind', [input.name], { input: input.name, label: input.label, given, kinds }));
  } else return true;
  return false;
};

const isTexts = (raw: unknown): raw is string[] => Array.isArray(raw) && raw.every((one) => typeof one === 'string');

const isFiles = (raw: unknown): raw is FileRef[] =>
  Array.isArray(raw) && raw.every((file: unknown) => {
    if (typeof file !== 'object' || file === null) return false;
    const { name, size, type, hash } = file as Record<string, unknown>;
    return typeof name === 'string' && typeof size === 'number' && typeof type === 'string' && typeof hash === 'string';
  });
