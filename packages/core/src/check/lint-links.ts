import { finding, type Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { cyclesOf } from './cycles.ts';
import { isLinked } from './life.ts';

/** Links that nothing makes, sameness that says nothing, and openings that open one another for ever. */
export function lintLinks(method: Method): readonly Finding[] {
  const links = Object.entries(method.links ?? {}).flatMap(([name, { label, same }]): readonly Finding[] => [
    ...(same?.as === 'linked' || isLinked(method, name) ? [] : [finding('link.unlinked', ['links', name], { link: wordsOf(label) })]),
    ...(same !== undefined && same.fields === undefined && same.home === undefined ? [finding('link.same-all', ['links', name, 'same'], { link: wordsOf(label) })] : []),
  ]);
  return [...links, ...spawnLoops(method)];
}

/** Only openings that open further ones without a condition go on for ever; with one, it may not hold. */
function spawnLoops(method: Method): readonly Finding[] {
  const openings = Object.keys(method.actions).filter((name) => method.actions[name]!.opens !== undefined);
  const next = (name: string): readonly string[] => Object.entries(method.actions[name]?.spawns ?? {}).flatMap(([other, { when }]) => (when === undefined ? [other] : []));
  return cyclesOf(openings, next).map((chain) => finding('spawn.loop', ['actions', chain[0]!, 'spawns', chain[1] ?? chain[0]!], {
    chain: [...chain, chain[0]!].map((name) => wordsOf(method.actions[name]!.label)) }));
}
