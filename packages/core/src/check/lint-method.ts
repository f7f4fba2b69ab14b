import type { Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import type { KnownNames } from './known-names.ts';
import { happeningsOf } from './happenings.ts';
import { lifeOf } from './life.ts';
import { lintAsks } from './lint-asks.ts';
import { lintBurden } from './lint-burden.ts';
import { lintClocks } from './lint-clocks.ts';
import { lintEndings, lintFlow } from './lint-flow.ts';
import { lintKinds } from './lint-kinds.ts';
import { lintLadders } from './lint-ladders.ts';
import { lintEdits, lintLimits } from './lint-limits.ts';
import { lintLinks } from './lint-links.ts';
import { lintLoops } from './lint-loops.ts';
import { lintNormReach, lintNorms } from './lint-norms.ts';
import { lintPersonal } from './lint-personal.ts';
import { lintSubjects } from './lint-subjects.ts';
import { lintTables } from './lint-tables.ts';
import { lintTriggers } from './lint-triggers.ts';
import { lintUnused } from './lint-unused.ts';

/**
 * What only evaluating can find. `sound`: the shape and the references hold; where they do not, only what looks at one place at a time is
 * checked, since a misspelt step would make half of the method look unreachable.
 */
export function lintMethod(method: Method, known: KnownNames, sound: boolean): readonly Finding[] {
  const local = [...lintLadders(method), ...lintPersonal(method), ...lintNorms(method)];
  if (!sound) return local;
  const lives = [...Object.keys(method.kinds), ...Object.keys(method.subjects ?? {})].map((kind) => ({ kind, ...lifeOf(method, kind) }));
  const happens = happeningsOf(method);
  return [
    ...lintKinds(method), ...lintEdits(method), ...lintLimits(method), ...lintSubjects(method, known), ...lintLinks(method), ...lintNormReach(method), ...lintFlow(method, lives), ...lintEndings(method, lives), ...lintClocks(method, happens), ...lintTriggers(method, lives, happens), ...local, ...lintLoops(method),
    ...lintTables(method),
    ...lintAsks(method), ...lintBurden(method, lives),
    ...lintUnused(method, known, happens),
  ];
}
