import type { Actor, HeldPost, Unit } from '@bihuan/core';
import type { AnyIssue } from './problem.ts';

/** Somebody who works in the district, and how they sign in; without an account nobody signs in as them. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly account?: { readonly username: string; readonly administrator: boolean; readonly off: boolean };
}

/** Units, posts and people of a tenant with their whole history. A post carries no name: the person does. */
export interface People {
  readonly units: readonly Unit[];
  readonly posts: readonly Omit<HeldPost, 'name'>[];
  readonly people: readonly KnownPerson[];
}

/** What is written: whole rows in place of those with the same id. `password` as `hashPassword` gives it. */
export interface PeopleRows {
  readonly units?: People['units'];
  readonly posts?: People['posts'];
  readonly people?: readonly (KnownPerson & { readonly password?: string })[];
}

/** What was done, for the audit log: a code, whom or what it is about, and what it came to. Never a password. */
export interface Done {
  readonly what: string;
  readonly about: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** A change that was decided on, or why there is none. */
export type Decided = { readonly ok: true; readonly rows: PeopleRows; readonly done: Done } | { readonly ok: false; readonly issues: readonly AnyIssue[] };

/** Where the units, posts and people of an office without a directory of its own are kept. */
export interface PeoplePort {
  read(tenant: string): Promise<People>;
  /** Writes what is decided over the people as they are, with its line in the audit log, or nothing; decides anew where somebody else was faster. */
  change(tenant: string, by: Actor, at: number, decide: (people: People) => Decided): Promise<Decided>;
}
