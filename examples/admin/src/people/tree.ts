import type { People, PeoplePost, PeopleUnit } from '../providers/office.ts';

export interface TreeRow { readonly unit: PeopleUnit; readonly depth: number; readonly posts: number }

/** Did it last on that day? */
export const lastsOn = ({ from, until }: Pick<PeopleUnit, 'from' | 'until'>, day: string): boolean => (from === null || from <= day) && (until === null || until >= day);

/** The units from the top down, each with the number of posts in it; those that are over stand where they stood, if they are wanted. */
export function treeOf({ units, posts, today }: Pick<People, 'units' | 'posts' | 'today'>, past: boolean): readonly TreeRow[] {
  const shown = units.filter((unit) => past || unit.until === null || unit.until >= today);
  const known = new Set(shown.map(({ id }) => id));
  const below = new Map<string, PeopleUnit[]>();
  for (const unit of shown) {
    const above = unit.parent !== null && known.has(unit.parent) ? unit.parent : '';
    below.set(above, [...(below.get(above) ?? []), unit]);
  }
  const count = new Map<string, number>();
  for (const post of posts) if (lastsOn(post, today)) count.set(post.unit, (count.get(post.unit) ?? 0) + 1);
  const walk = (above: string, depth: number): TreeRow[] => (below.get(above) ?? []).flatMap((unit) => [{ unit, depth, posts: count.get(unit.id) ?? 0 }, ...walk(unit.id, depth + 1)]);
  return walk('', 0);
}

/** Posts of today and to come first, then those that are over, the last first. */
export const byTime = (posts: readonly PeoplePost[], today: string): readonly PeoplePost[] =>
  [...posts].sort((a, b) => Number(isOver(a, today)) - Number(isOver(b, today)) || (b.until ?? '9999').localeCompare(a.until ?? '9999'));

/** Has its last day passed? */
export const isOver = ({ until }: Pick<PeoplePost, 'until'>, today: string): boolean => until !== null && until < today;
