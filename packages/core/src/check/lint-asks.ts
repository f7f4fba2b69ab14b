import { finding, type Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';

/** Whoever the first case that holds names: when the last has a condition too, there may be nobody. */
export const lintAsks = (method: Method): readonly Finding[] => Object.entries(method.asks ?? {}).flatMap(([name, { of, label }]) =>
  ('first' in of && of.first.at(-1)?.when !== undefined ? [finding('ask.nobody-else', ['asks', name, 'of', 'first', of.first.length - 1, 'when'], { ask: wordsOf(label) })] : []));
