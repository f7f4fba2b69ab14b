import type { Condition } from '../method/condition-schema.ts';
import type { FieldSchema } from '../method/field-schema.ts';
import { finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { ofWhat } from './known-names.ts';
import { referRequirements } from './refer-actions.ts';
import { referCondition, referFact, type Referring } from './refer-conditions.ts';

/** Who and where: levels, roles, sources, kinds, fields, records, asks. */
export function referPeople(method: Method, at: Referring): void {
  const { known } = at;
  for (const [name, level] of Object.entries(method.levels)) {
    if (level.in !== undefined) known.need('levels', level.in, ['levels', name, 'in']);
    if (level.beside !== undefined) known.need('levels', level.beside, ['levels', name, 'beside']);
  }
  for (const [name, role] of Object.entries(method.roles)) known.needAll('levels', role.at, ['roles', name, 'at']);
  for (const [name, source] of Object.entries(method.sources)) known.needKeys('fields', source.takes, ['sources', name, 'takes']);
  for (const [name, kind] of Object.entries(method.kinds)) {
    known.needAll('sources', kind.sources, ['kinds', name, 'sources']);
    known.needAll('steps', kind.line, ['kinds', name, 'line']);
    kind.line.forEach((step, i) => {
      if (kind.line.indexOf(step) < i) known.out.push(finding('name.twice', ['kinds', name, 'line', i], { name: step }));
    });
    if (kind.edits !== undefined) known.need('actions', kind.edits, ['kinds', name, 'edits']);
  }
  known.needAll('roles', method.personal?.by, ['personal', 'by']);
  referFields(method.fields, ['fields'], at);
  for (const [name, record] of Object.entries(method.records ?? {})) referFields(record.fields ?? {}, ['records', name, 'fields'], at);
  for (const [name, { of }] of Object.entries(method.asks ?? {})) {
    const path: Path = ['asks', name, 'of'];
    if ('post' in of) known.need('roles', of.post, [...path, 'post']);
    else if ('role' in of) known.need('roles', of.role, [...path, 'role']);
    else if ('unit' in of) known.need('levels', of.unit, [...path, 'unit']);
    else if ('ask' in of) known.need('asks', of.ask, [...path, 'ask']);
    else if ('first' in of) {
      of.first.forEach((each, i) => {
        known.need('roles', each.of.role, [...path, 'first', i, 'of', 'role']);
        referCondition(each.when, [...path, 'first', i, 'when'], at);
      });
    }
  }
}

/** What is concluded: classifications, named conditions, steps, endings. */
export function referRules(method: Method, at: Referring): void {
  const { known } = at;
  for (const [name, classification] of Object.entries(method.classifications ?? {})) referClassification(name, classification, at);
  for (const [name, condition] of Object.entries(method.conditions ?? {})) referCondition(condition, ['conditions', name], at);
  for (const [name, step] of Object.entries(method.steps)) referCondition(step.when, ['steps', name, 'when'], at);
  for (const [name, ending] of Object.entries(method.endings)) {
    const path: Path = ['endings', name];
    referRequirements(ending.requires, [...path, 'requires'], at);
    known.needAll('clocks', ending.keeps?.clocks, [...path, 'keeps', 'clocks']);
    known.needAll('asks', ending.keeps?.asks, [...path, 'keeps', 'asks']);
    if (ending.labels === undefined) continue;
    referFact(ending.labels.output === undefined ? { answer: ending.labels.answer } : { answer: ending.labels.answer, output: ending.labels.output }, [...path, 'labels'], at);
    const classification = method.classifications?.[ending.labels.answer];
    for (const answer of classification === undefined ? [] : Object.keys(ending.labels.is ?? {})) {
      known.oneOf(ofWhat(wordsOf(classification!.label), '结论', 'answer'), answer, Object.keys(classification!.answers ?? {}), [...path, 'labels', 'is', answer]);
    }
  }
}

// --- the parts ---

function referFields(fields: Readonly<Record<string, FieldSchema>>, path: Path, { known }: Referring): void {
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'post' || field.kind === 'posts') known.need('roles', field.role, [...path, name, 'role']);
    if (field.kind === 'unit' || field.kind === 'units') known.need('levels', field.level, [...path, name, 'level']);
  }
}

type Classification = NonNullable<Method['classifications']>[string];

function referClassification(name: string, classification: Classification, at: Referring): void {
  const { known } = at;
  const path: Path = ['classifications', name];
  const label = wordsOf(classification.label);
  const rules = classification.rules ?? {};
  for (const [rule, { when, then }] of Object.entries(rules)) {
    referCondition(when as Condition | undefined, [...path, 'rules', rule, 'when'], at);
    if (typeof then === 'string') known.oneOf(ofWhat(label, '结论', 'answer'), then, Object.keys(classification.answers ?? {}), [...path, 'rules', rule, 'then']);
    else for (const output of Object.keys(then)) known.oneOf(ofWhat(label, '输出', 'output'), output, Object.keys(classification.outputs ?? {}), [...path, 'rules', rule, 'then', output]);
  }
  if (classification.order !== undefined) known.order({ zh: '规则', en: 'rule' }, classification.order, rules, [...path, 'order'], classification.hit !== 'unique');
  const wanted = classification.by !== 'person' && Object.keys(rules).length === 0 ? 'rules' : undefined;
  const ordered = Object.keys(rules).length > 1 && (classification.hit ?? 'first') === 'first' && classification.order === undefined ? 'order' : undefined;
  const concludes = classification.answers === undefined && classification.outputs === undefined ? 'answers' : undefined;
  for (const key of [wanted, ordered, concludes]) if (key !== undefined) known.out.push(finding('shape.missing-key', path, { key }));
}
