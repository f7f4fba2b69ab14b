import { parseInstant } from '../calendar/index.ts';
import type { Actor } from '../case/messages.ts';
import type { Directory } from './directory-port.ts';
import type { MomentInput } from './engine-types.ts';
import type { Rulebook } from './rulebook.ts';
import type { CaseStore } from './store-port.ts';

/** What every call of an engine works with. */
export interface Desk {
  readonly store: CaseStore;
  readonly tenant: string;
  readonly directory: Directory;
  readonly book: Rulebook;
  readonly newId: (n: number, kind: string) => string;
  /** By norm, the end of the last period that this engine knows to be closed. */
  readonly closed: Map<string, number>;
}

/** A person that the directory does not know holds no post, and may do nothing. */
export const actorOf = async (desk: Desk, actor: Actor | string, at?: number): Promise<Actor> => {
  if (typeof actor !== 'string') return actor;
  return await desk.directory.person(desk.tenant, actor, at === undefined ? undefined : desk.book.dayOf(at)) ?? { person: actor, posts: [] };
};

/** Epoch milliseconds of a moment given from outside; nothing where it cannot be read. */
export const momentOf = (moment: MomentInput): number | undefined =>
  (typeof moment === 'string' ? parseInstant(moment) : Number.isFinite(moment) ? moment : undefined);
