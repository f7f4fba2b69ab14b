import { finding, type Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { KnownNames } from './known-names.ts';
import { isSubject } from './life.ts';

/** Subjects that nothing is about, registers that nobody fills, and actions on a subject that speak of steps, which it has none of. */
export function lintSubjects(method: Method, known: KnownNames): readonly Finding[] {
  const subjects = Object.entries(method.subjects ?? {}).flatMap(([name, { of, label }]): readonly Finding[] => {
    const subject = wordsOf(label);
    if (!known.used('subjects', name)) return [finding('subject.unused', ['subjects', name], { subject })];
    const opened = Object.values(method.actions).some(({ opens }) => opens === name);
    return 'register' in of && !opened ? [finding('register.no-opening', ['subjects', name], { subject })] : [];
  });
  const actions = Object.entries(method.actions).flatMap(([name, action]): readonly Finding[] => {
    const about = action.on ?? (action.opens !== undefined && isSubject(method, action.opens) ? action.opens : undefined);
    if (about === undefined) return [];
    return (['opens', 'kinds', 'from', 'raises', 'to'] as const).flatMap((key) => (action[key] === undefined || (key === 'opens' && action.on === undefined) || (key === 'from' && action.opens !== undefined) ? []
      : [finding('action.on-with-steps', ['actions', name, key], { action: wordsOf(action.label), key })]));
  });
  return [...subjects, ...actions];
}
