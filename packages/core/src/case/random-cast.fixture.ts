import type { Method } from '../method/method-schema.ts';
import type { Cast } from '../method/scenario-schema.ts';
import type { Actor, Facts, Post, UnitFacts } from './messages.ts';

/** Test helper: a district in which every role is held at every level where it may be, made from the method alone. */
export interface RandomCast {
  readonly cast: Cast;
  readonly actors: readonly Actor[];
  readonly units: Facts['units'];
  readonly posts: Facts['posts'];
}

/** Of each level two units under the first unit above, one under the others; beside a level, one for each of its units. */
export const castOf = (method: Method): RandomCast => {
  const units: Record<string, { level: string; under?: string }> = {};
  const placed = new Map<string, readonly string[]>();
  const place = (level: string, chain: readonly string[] = []): readonly string[] => {
    const known = placed.get(level);
    if (known || chain.includes(level)) return known ?? [];
    const schema = method.levels[level];
    const above = schema?.in ?? schema?.beside;
    const parents: readonly (string | undefined)[] = above === undefined ? [undefined] : place(above, [...chain, level]);
    const ids = parents.flatMap((under, n) => (schema?.in !== undefined && n === 0 ? [1, 2] : [1]).map((k) => {
      const id = `${level}-${n + 1}${k}`;
      units[id] = { level, ...(under !== undefined && { under }) };
      return id;
    }));
    placed.set(level, ids);
    return ids;
  };
  for (const level of Object.keys(method.levels)) place(level);

  // Two hold each role at the first unit; everybody's neighbour holds the next post too, now and then.
  const posts: Record<string, Post> = {};
  let count = 0;
  for (const [role, { at }] of Object.entries(method.roles)) {
    for (const [n, unit] of at.flatMap((level) => placed.get(level) ?? []).entries()) {
      for (const k of n === 0 ? [1, 2] : [1]) {
        count += 1;
        const id = `${role}-${unit}-${k}`;
        const person = count % 7 === 0 ? Object.values(posts).at(-1)!.person : `p${count}`;
        posts[id] = { id, role, unit, person, name: person };
      }
    }
  }
  const persons = [...new Set(Object.values(posts).map(({ person }) => person))];
  return {
    cast: {
      units: Object.fromEntries(Object.entries(units).map(([id, unit]) => [id, { label: id, ...unit }])),
      posts: Object.fromEntries(Object.values(posts).map(({ id, role, unit, person, name }) => [id, { person, role, unit, ...(name !== undefined && { name }) }])),
    },
    actors: persons.map((person) => ({ person, name: person, posts: Object.values(posts).filter((post) => post.person === person) })),
    posts,
    units: Object.fromEntries(Object.keys(units).map((id): [string, UnitFacts] => {
      const path = [id];
      for (let at = units[id]!.under; at !== undefined; at = units[at]!.under) path.push(at);
      return [id, { level: units[id]!.level, path, levels: path.map((one) => units[one]!.level), label: { zh: id, en: id } }];
    })),
  };
};
