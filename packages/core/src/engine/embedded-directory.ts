import type { Actor } from '../case/messages.ts';
import type { Cast } from '../method/scenario-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { Directory, HeldPost, Lasting, Unit } from './directory-port.ts';

/** What an embedded directory holds: a tree of units and the posts in it, with their history where it is known; and people who need hold no post. */
export interface DirectoryContents { readonly units: readonly Unit[]; readonly posts: readonly HeldPost[]; readonly people?: readonly { readonly id: string; readonly name: string }[] }

/** A directory for who has none: units and posts held in memory, the same for every tenant. */
export const embeddedDirectory = ({ units, posts, people = [] }: DirectoryContents): Directory => {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const postById = new Map(posts.map((post) => [post.id, post]));
  const postsByPerson = groupByPerson(posts);
  const nameById = new Map(people.map(({ id, name }) => [id, name]));
  const isOver = (post: HeldPost, unit: string): boolean => {
    for (let at = unitById.get(unit); at !== undefined; at = at.parent === undefined ? undefined : unitById.get(at.parent)) if (at.id === post.unit) return true;
    return false;
  };
  const then = <T extends Lasting>(thing: T | undefined, day: string | undefined): T | undefined => (thing && lasts(thing, day) ? thing : undefined);
  return {
    unit: (_tenant, id, day) => Promise.resolve(then(unitById.get(id), day)),
    units: (_tenant, day) => Promise.resolve(day === undefined ? units : units.filter((unit) => lasts(unit, day))),
    post: (_tenant, id, day) => Promise.resolve(then(postById.get(id), day)),
    posts: (_tenant, { role, over, day } = {}) =>
      Promise.resolve(posts.filter((post) => lasts(post, day) && (role === undefined || post.role === role) && (over === undefined || isOver(post, over)))),
    person: (_tenant, id, day): Promise<Actor | undefined> => {
      const known = postsByPerson.get(id) ?? (nameById.has(id) ? [] : undefined);
      const name = nameById.get(id) ?? known?.[0]?.name;
      return Promise.resolve(known && { person: id, ...(name !== undefined && { name }), posts: day === undefined ? known : known.filter((post) => lasts(post, day)) });
    },
  };
};

/** Did it hold on that day? */
export const lasts = ({ from, until }: Lasting, day: string | undefined): boolean =>
  day === undefined || ((from === undefined || from <= day) && (until === undefined || day <= until));

/** The units and posts of a cast, as scenarios and demo districts write them. A post's key is its id. */
export const directoryOfCast = (cast: Cast): DirectoryContents => ({
  units: Object.entries(cast.units).map(([id, unit]) => ({
    id, label: wordsOf(unit.label), level: unit.level, ...(unit.under !== undefined && { parent: unit.under }), ...lasting(unit),
  })),
  posts: Object.entries(cast.posts).map(([id, post]) => ({
    id, role: post.role, unit: post.unit, person: post.person, ...(post.name !== undefined && { name: wordsOf(post.name).zh }), ...lasting(post),
  })),
});

const lasting = ({ from, until }: { from?: string | undefined; until?: string | undefined }): Lasting => ({ ...(from !== undefined && { from }), ...(until !== undefined && { until }) });

const groupByPerson = (posts: readonly HeldPost[]): Map<string, HeldPost[]> => {
  const groups = new Map<string, HeldPost[]>();
  for (const post of posts) groups.set(post.person, [...(groups.get(post.person) ?? []), post]);
  return groups;
};
