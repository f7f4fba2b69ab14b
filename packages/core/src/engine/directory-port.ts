import type { Actor, Post } from '../case/messages.ts';
import type { Words } from '../issues/issue.ts';

/** A stretch of days for which something held, both included; open where a side is missing. */
export interface Lasting { readonly from?: string; readonly until?: string }

/** A node of the tree (区 → 街道 → 社区 → 网格) or a body beside it. */
export interface Unit extends Lasting { readonly id: string; readonly label: Words; readonly level: string; readonly parent?: string }

/** A post, and since when and until when it was held so. */
export type HeldPost = Post & Lasting;

/**
 * People and units, of the host's own system or of an embedded directory. Read for one tenant at a time. `day`: as they stood on that local
 * day; without it, whatever is known. What keeps no history answers with what it has.
 */
export interface Directory {
  unit(tenant: string, id: string, day?: string): Promise<Unit | undefined>;
  units(tenant: string, day?: string): Promise<readonly Unit[]>;
  post(tenant: string, id: string, day?: string): Promise<HeldPost | undefined>;
  /** Posts with a role (all, without one), optionally only those at a unit or above it. */
  posts(tenant: string, filter?: { readonly role?: string; readonly over?: string; readonly day?: string }): Promise<readonly HeldPost[]>;
  /** A person with the posts held then. */
  person(tenant: string, id: string, day?: string): Promise<Actor | undefined>;
}
