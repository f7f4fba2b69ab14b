import type { FactKind } from '../rules/index.ts';

/** Kinds that can be compared with one another. */
export type Family = 'number' | 'time' | 'yes-no' | 'text' | 'list' | 'files';

export const family = (kind: FactKind): Family =>
  kind === 'number' || kind === 'count' ? 'number' : kind === 'day' || kind === 'moment' || kind === 'due' ? 'time' : kind === 'yes-no' || kind === 'files' ? kind
  : LISTS.has(kind) ? 'list' : 'text';

/** Of a list only `has` can be asked. */
const LISTS: ReadonlySet<FactKind> = new Set(['choices', 'posts', 'units', 'names']);

export const sameFamily = (a: FactKind, b: FactKind): boolean => family(a) === family(b);
