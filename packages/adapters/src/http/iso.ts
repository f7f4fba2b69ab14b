import { type Engine, type Instant, type Method, type Zone, formatInstant } from '@bihuan/core';
import { methodWords } from './method-words.ts';

/** The zone in which a method's moments are written. */
export const zoneOfMethod = (method: Method): Zone => methodWords(method).zone;

/** A moment, or nothing, in ISO 8601 with the zone's offset. */
export const iso = (instant: Instant, zone: Zone): string => formatInstant(instant, zone);
export const isoOrNull = (instant: Instant | null, zone: Zone): string | null => (instant === null ? null : formatInstant(instant, zone));

const instants: ReadonlySet<string> = new Set(['at', 'from', 'to', 'started', 'stopped', 'recorded', 'asOf', 'opened', 'ended']);
const opaque: ReadonlySet<string> = new Set(['value', 'values', 'params', 'issues']);

/**
 * The same tree with every moment as ISO text: numbers under the names that moments have (`at`, `from`, `started` …).
 * What may hold any value (`value`, `params`) is left as it is.
 */
export function withIsoInstants(tree: unknown, zone: Zone): unknown {
  if (Array.isArray(tree)) return tree.map((each) => withIsoInstants(each, zone));
  if (tree === null || typeof tree !== 'object') return tree;
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [
    name,
    instants.has(name) && typeof value === 'number' ? formatInstant(value, zone) : opaque.has(name) && !Array.isArray(value) ? value : withIsoInstants(value, zone),
  ]));
}

/** The local day where the district is at home: posts and units are read as they stand on it. */
export const today = ({ engine, now }: { readonly engine: Pick<Engine, 'methods'>; readonly now: () => number }): string =>
  formatInstant(now(), zoneOfMethod(engine.methods[0]!)).slice(0, 10);
