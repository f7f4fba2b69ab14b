import type { Actor, Post } from '../case/messages.ts';
import type { Cast } from '../method/scenario-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { Directory, Unit } from './directory-port.ts';

/** What an embedded directory holds: a tree of units and the posts in it. */
export interface DirectoryContents { readonly units: readonly Unit[]; readonly posts: readonly Post[] }

/** A directory for who has none: units and posts held in memory, the same for every tenant. */
export const embeddedDirectory = ({ units, posts }: DirectoryContents): Directory => {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const postById = new Map(posts.map((post) => [post.id, post]));
  const postsByPerson = groupByPerson(posts);
  const isOver = (post: Post, unit: string): boolean => {
    for (let at = unitById.get(unit); at !== undefined; at = at.parent === undefined ? undefined : unitById.get(at.parent)) if (at.id === post.unit) return true;
    return false;
  };
  return {
    unit: (_tenant, id) => Promise.resolve(unitById.get(id)),
    units: () => Promise.resolve(units),
    post: (_tenant, id) => Promise.resolve(postById.get(id)),
    posts: (_tenant, { role, over } = {}) =>
      Promise.resolve(posts.filter((post) => (role === undefined || post.role === role) && (over === undefined || isOver(post, over)))),
    person: (_tenant, id): Promise<Actor | undefined> => {
      const held = postsByPerson.get(id);
      return Promise.resolve(held && { person: id, ...(held[0]?.name !== undefined && { name: held[0].name }), posts: held });
    },
  };
};

/** The units and posts of a cast, as scenarios and demo districts write them. A post's key is its id. */
export const directoryOfCast = (cast: Cast): DirectoryContents => ({
  units: Object.entries(cast.units).map(([id, unit]) => ({ id, label: wordsOf(unit.label), level: unit.level, ...(unit.under !== undefined && { parent: unit.under }) })),
  posts: Object.entries(cast.posts).map(([id, post]) => ({
    id, role: post.role, unit: post.unit, person: post.person, ...(post.name !== undefined && { name: wordsOf(post.name).zh }),
  })),
});

const groupByPerson = (posts: readonly Post[]): Map<string, Post[]> => {
  const groups = new Map<string, Post[]>();
  for (const post of posts) groups.set(post.person, [...(groups.get(post.person) ?? []), post]);
  return groups;
};
