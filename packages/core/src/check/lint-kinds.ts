import { finding, type Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';

/** Each kind has an action that opens it, but one that people may take; a way in; and a first step without a condition. */
export function lintKinds(method: Method): readonly Finding[] {
  const kinds = Object.entries(method.kinds).flatMap(([name, kind]): readonly Finding[] => {
    const label = wordsOf(kind.label);
    const openings = Object.values(method.actions).filter(({ opens }) => opens === name);
    // What only follows from a link is nobody's choice.
    const offered = openings.filter(({ by }) => by.some((doer) => typeof doer === 'string' || !('link' in doer)));
    const first = method.steps[kind.line[0]!];
    return [
      ...(openings.length === 0 ? [finding('kind.no-opening', ['kinds', name], { kind: label })] : []),
      ...(openings.length > 0 && offered.length === 0 && !isSpawned(method, name) ? [finding('kind.no-way-in', ['kinds', name], { kind: label })] : []),
      ...(offered.length > 1 ? [finding('kind.two-openings', ['kinds', name], { kind: label, actions: offered.map((action) => wordsOf(action.label)) })] : []),
      ...(first?.when === undefined ? [] : [finding('line.first-conditional', ['kinds', name, 'line', 0], { kind: label, step: wordsOf(first.label) })]),
    ];
  });
  const actions = Object.entries(method.actions).flatMap(([name, action]) =>
    action.opens !== undefined && (action.from !== undefined || action.after !== undefined)
      ? [finding('action.opening-from', ['actions', name, action.from === undefined ? 'after' : 'from'], { action: wordsOf(action.label) })] : []);
  return [...kinds, ...actions];
}

/** Does an action on another case open cases of this kind? */
const isSpawned = (method: Method, kind: string): boolean =>
  Object.values(method.actions).some(({ spawns }) => Object.keys(spawns ?? {}).some((opening) => method.actions[opening]?.opens === kind));
