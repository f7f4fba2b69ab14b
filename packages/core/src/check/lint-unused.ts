import { finding, type Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { KnownNames } from './known-names.ts';
import { isTaken } from './lint-clocks.ts';

/** What is declared and never used, asked for, left or answered. */
export function lintUnused(method: Method, known: KnownNames): readonly Finding[] {
  const actions = Object.values(method.actions);
  const effects = [...actions, ...Object.values(method.clocks ?? {}).flatMap(({ ladder }) => Object.values(ladder ?? {}))];
  const unused = <T>(section: Readonly<Record<string, T>> | undefined, isUsed: (name: string) => boolean, found: (name: string, each: T) => Finding): readonly Finding[] =>
    Object.entries(section ?? {}).flatMap(([name, each]) => (isUsed(name) ? [] : [found(name, each)]));
  return [
    ...unused(method.roles, (name) => known.used('roles', name), (name, role) => finding('role.unused', ['roles', name], { role: wordsOf(role.label) })),
    ...unused(method.sources, (name) => known.used('sources', name), (name, source) => finding('source.unused', ['sources', name], { source: wordsOf(source.label) })),
    ...unused(method.fields, (name) => isTaken(method, name), (name, field) => finding('field.untaken', ['fields', name], { field: wordsOf(field.label) })),
    ...unused(method.conditions, (name) => known.used('conditions', name), (name) => finding('condition.unused', ['conditions', name], { condition: name })),
    ...unused(method.parameters, (name) => known.used('parameters', name), (name, each) => finding('parameter.unused', ['parameters', name], { parameter: wordsOf(each.label) })),
    ...unused(method.records, (name) => actions.some(({ leaves }) => leaves?.[name] !== undefined), (name, each) => finding('record.unleft', ['records', name], { record: wordsOf(each.label) })),
    ...unused(method.classifications, (name) => actions.some(({ answers }) => answers?.[name] !== undefined),
      (name, each) => finding('classification.unanswered', ['classifications', name], { classification: wordsOf(each.label) })),
    ...unused(method.asks, (name) => effects.some(({ asks }) => asks?.[name] !== undefined), (name, each) => finding('ask.unasked', ['asks', name], { ask: wordsOf(each.label) })),
    ...unused(method.asks, (name) => !effects.some(({ asks }) => asks?.[name] !== undefined) || isAnswerable(method, name),
      (name, each) => finding('ask.no-answerer', ['asks', name], { ask: wordsOf(each.label) })),
  ];
}

/** Somebody can reply to it, or act because he was asked. */
const isAnswerable = (method: Method, ask: string): boolean => Object.values(method.actions).some(({ replies, by }) =>
  replies?.[ask] !== undefined || by.some((doer) => typeof doer === 'object' && 'ask' in doer && doer.ask === ask));
