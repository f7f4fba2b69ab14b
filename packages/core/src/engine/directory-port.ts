import type { Actor, Post } from '../case/messages.ts';
import type { Words } from '../issues/issue.ts';

/** A node of the tree (区 → 街道 → 社区 → 网格) or a body beside it. */
export interface Unit { readonly id: string; readonly label: Words; readonly level: string; readonly parent?: string }

/** People and units, of the host's own system or of an embedded directory. Read for one tenant at a time. */
export interface Directory {
  unit(tenant: string, id: string): Promise<Unit | undefined>;
  units(tenant: string): Promise<readonly Unit[]>;
  post(tenant: string, id: string): Promise<Post | undefined>;
  /** Posts with a role (all, without one), optionally only those at a unit or above it. */
  posts(tenant: string, filter?: { readonly role?: string; readonly over?: string }): Promise<readonly Post[]>;
  /** A person with the posts held now. */
  person(tenant: string, id: string): Promise<Actor | undefined>;
}
