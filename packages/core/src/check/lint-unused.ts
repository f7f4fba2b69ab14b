import { finding, type Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { Happenings } from './happenings.ts';
import type { KnownNames } from './known-names.ts';

/** What is declared and never used, asked for, left or answered. */
export function lintUnused(method: Method, known: KnownNames, happens: Happenings): readonly Finding[] {
  const unused = <T>(section: Readonly<Record<string, T>> | undefined, isUsed: (name: string, each: T) => boolean, found: (name: string, each: T) => Finding): readonly Finding[] =>
    Object.entries(section ?? {}).flatMap(([name, each]) => (isUsed(name, each) ? [] : [found(name, each)]));
  return [
    ...unused(method.roles, (name, role) => known.used('roles', name) || isAskedByUnit(method, role), (name, role) => finding('role.unused', ['roles', name], { role: wordsOf(role.label) })),
    ...unused(method.sources, (name) => known.used('sources', name), (name, source) => finding('source.unused', ['sources', name], { source: wordsOf(source.label) })),
    ...unused(method.fields, (name) => happens.taken.has(name), (name, field) => finding('field.untaken', ['fields', name], { field: wordsOf(field.label) })),
    ...unused(method.conditions, (name) => known.used('conditions', name), (name) => finding('condition.unused', ['conditions', name], { condition: name })),
    ...unused(method.parameters, (name) => known.used('parameters', name), (name, each) => finding('parameter.unused', ['parameters', name], { parameter: wordsOf(each.label) })),
    ...unused(method.records, (name) => happens.left.has(name), (name, each) => finding('record.unleft', ['records', name], { record: wordsOf(each.label) })),
    ...unused(method.classifications, (name) => happens.answered.has(name),
      (name, each) => finding('classification.unanswered', ['classifications', name], { classification: wordsOf(each.label) })),
    ...unused(method.asks, (name) => happens.asked.has(name), (name, each) => finding('ask.unasked', ['asks', name], { ask: wordsOf(each.label) })),
    ...unused(method.asks, (name) => !happens.asked.has(name) || happens.answerable.has(name),
      (name, each) => finding('ask.no-answerer', ['asks', name], { ask: wordsOf(each.label) })),
  ];
}

/** What a unit is asked, any post of it replies to, whatever its role. */
const isAskedByUnit = (method: Method, { at }: Method['roles'][string]): boolean =>
  Object.values(method.asks ?? {}).some(({ of }) => 'unit' in of && at.includes(of.unit));
