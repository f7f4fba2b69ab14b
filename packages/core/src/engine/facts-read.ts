import type { Rules } from '../case/rules.ts';

type Method = Rules['method'];

/** What a method reads from outside a case beyond the case's own units and inputs: looked up once. */
export interface FactsRead {
  /** Links whose other side is read somewhere: `links` with `where` or `every`, `link` with `reads`. */
  readonly links: ReadonlySet<string>;
  /** Do norms lay what happens to the units of who acts? */
  readonly actorUnits: boolean;
  /** Fields by which norms lay what happens to the post or unit that they name. */
  readonly named: readonly string[];
}

export const factsRead = (method: Method): FactsRead => {
  let read = known.get(method);
  if (read === undefined) known.set(method, read = lookThrough(method));
  return read;
};
const known = new WeakMap<Method, FactsRead>();

const lookThrough = (method: Method): FactsRead => {
  const links = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('links' in part && typeof part.links === 'string' && ('where' in part || 'every' in part)) links.add(part.links);
    if ('link' in part && typeof part.link === 'string' && 'reads' in part) links.add(part.link);
    Object.values(part).forEach(look);
  };
  look(method);
  const norms = Object.values(method.norms ?? {});
  return {
    links, actorUnits: norms.some(({ through }) => through === 'actor'),
    named: norms.flatMap(({ through, per }) => [...(typeof through === 'object' ? [through.field] : []), ...('field' in per ? [per.field] : [])]),
  };
};
