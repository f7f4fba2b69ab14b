import type { Fact } from '../method/condition-schema.ts';
import type { Giving, LinkSchema, Spawn } from '../method/link-schema.ts';
import type { Method } from '../method/method-schema.ts';
import { compileFact } from '../rules/index.ts';
import type { Predicate, Vocabulary } from '../rules/index.ts';
import type { Scope } from '../rules/reading.ts';
import type { Value } from './messages.ts';

/** What is handed to another case, ready to be read. */
export type GivingRule = (scope: Scope) => Readonly<Record<string, Value>>;

/** A further case that an action opens. */
export interface SpawnRule {
  readonly action: string;
  readonly kind: string;
  readonly source: string | undefined;
  readonly link: string | undefined;
  readonly when: Predicate;
  readonly reporter: boolean;
  readonly home: ((scope: Scope) => unknown) | undefined;
  readonly gives: GivingRule;
}

export const compileSpawns = (
  method: Method, spawns: Readonly<Record<string, Spawn>> | undefined, vocabulary: Vocabulary, condition: (written: Spawn['when']) => Predicate,
): SpawnRule[] => Object.entries(spawns ?? {}).map(([action, spawn]) => {
  const kind = method.actions[action]?.opens ?? '';
  return {
    action, kind, source: spawn.source ?? method.kinds[kind]?.sources[0], link: spawn.link, when: condition(spawn.when), reporter: spawn.reporter === true,
    home: spawn.home && compileFact(spawn.home, vocabulary), gives: compileGiving(spawn.gives, vocabulary),
  };
});

export const compileGiving = (giving: Giving | undefined, vocabulary: Vocabulary): GivingRule => {
  const readers = Object.entries(giving ?? {}).map(([name, given]): [string, (scope: Scope) => unknown] =>
    [name, typeof given === 'object' ? compileFact(given as Fact, vocabulary) : () => given]);
  return (scope) => {
    const values: Record<string, Value> = {};
    for (const [name, read] of readers) {
      const value = read(scope);
      if (value !== undefined) values[name] = value as Value;
    }
    return values;
  };
};

/** Is it one of these names? */
export const includes = (names: LinkSchema['from'], name: string): boolean => (typeof names === 'string' ? names === name : names.includes(name));

/** The side of a link on which a case of this kind stands; of both, `from`. None, if the link is not for it. */
export const sideOf = (link: LinkSchema, kind: string): 'from' | 'to' | undefined =>
  (includes(link.from, kind) ? 'from' : includes(link.to, kind) ? 'to' : undefined);

/** The kinds on the other side. */
export const kindsBeyond = (link: LinkSchema, side: 'from' | 'to'): readonly string[] => {
  const names = side === 'from' ? link.to : link.from;
  return typeof names === 'string' ? [names] : names;
};

/** What the other side of a link does when something happens on this one. */
export interface FollowRule {
  readonly link: string;
  readonly action: string;
  readonly of: 'from' | 'to';
  readonly endings: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
  readonly gives: GivingRule;
}

export const compileFollows = (method: Method, vocabulary: Vocabulary): FollowRule[] =>
  Object.entries(method.links ?? {}).flatMap(([link, { follows }]) => Object.entries(follows ?? {}).map(([action, { of, after, gives }]) => ({
    link, action, of, gives: compileGiving(gives, vocabulary),
    endings: new Set('ending' in after ? [after.ending].flat() : []), actions: new Set('action' in after ? [after.action].flat() : []),
  })));
