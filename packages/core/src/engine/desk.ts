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
}

/** A person that the directory does not know holds no post, and may do nothing. */
export const actorOf = async (desk: Desk, actor: Actor | string): Promise<Actor> =>
  (typeof actor !== 'string' ? actor : await desk.directory.person(desk.tenant, actor) ?? { person: actor, posts: [] });

/** Epoch milliseconds of a moment given from outside; nothing where it cannot be read. */
export const momentOf = (moment: MomentInput): number | undefined =>
  (typeof moment === 'string' ? parseInstant(moment) : Number.isFinite(moment) ? moment : undefined);
