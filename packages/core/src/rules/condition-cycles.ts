import type { Condition } from '../method/condition-schema.ts';
import { mentions } from './mentions.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Named conditions that lead back to themselves, each circle in the order in which it runs. Of circles that share a way, one is told; none is left out altogether.
 * @example conditionCycles(new Map([['a', { use: 'b' }], ['b', { not: { use: 'a' } }]])) //=> [['a', 'b']]
 */
export const conditionCycles = (conditions: Vocabulary['conditions']): readonly (readonly string[])[] => {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const start = path.indexOf(name);
    if (start >= 0) { cycles.push(path.slice(start)); return; }
    if (done.has(name)) return;
    const condition = conditions.get(name);
    if (condition) for (const next of usedDirectly(condition)) visit(next, [...path, name]);
    done.add(name);
  };
  for (const name of conditions.keys()) visit(name, []);
  return cycles;
};

const none: Pick<Vocabulary, 'conditions'> = { conditions: new Map() };
const usedDirectly = (condition: Condition): Iterable<string> => mentions(condition, none).conditions;
