import type { Due, Instant } from '../calendar/index.ts';

/** A file that the host keeps: the event holds its name, size, kind and hash. */
export interface FileRef { readonly name: string; readonly size: number; readonly type: string; readonly hash: string; readonly ref?: string }

/** A value of a field: text, number, yes-no, a day (`YYYY-MM-DD`), a choice's name, several names (choices, posts, units, people), a moment in epoch ms, files. */
export type Value = string | number | boolean | readonly string[] | readonly FileRef[];

/** Who did something, as far as conditions care: persons are compared, not posts. */
interface By { readonly person: string; readonly name?: string; readonly role?: string; readonly unit?: string }

/** What conditions can read of one case. The state of a case is one; so is a case in the middle of a decision. */
export interface Reading {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly step: string;
  readonly home: string;
  readonly holder: string;
  readonly levels: { readonly home: string; readonly holder: string };
  readonly links: readonly { readonly link: string; readonly side: 'from' | 'to'; readonly case: string; readonly at: Instant }[];
  readonly reporter?: object | undefined;
  readonly opened: Instant;
  readonly openedBy?: By | undefined;
  readonly ended?: { readonly ending: string; readonly outcome: string; readonly at: Instant } | undefined;
  readonly fields: Readonly<Record<string, Value>>;
  readonly answers: Readonly<Record<string, { readonly is?: string; readonly all?: readonly string[]; readonly outputs?: Readonly<Record<string, { readonly zh: string; readonly en: string }>> }>>;
  readonly records: readonly { readonly name: string; readonly values: Readonly<Record<string, Value>>; readonly at: Instant; readonly by?: By; readonly withdrawn?: object }[];
  readonly asks: readonly {
    readonly id: string; readonly name: string; readonly at: Instant; readonly accepted?: Instant;
    readonly to: { readonly post?: string; readonly person?: string; readonly name?: string; readonly role?: string; readonly unit?: string; readonly reporter?: true };
    readonly reply?: { readonly as: string; readonly at: Instant };
  }[];
  readonly clocks: Readonly<Record<string, {
    readonly name: string; readonly ask?: string | undefined; readonly phase: string; readonly start: { readonly at: Instant }; readonly due?: Due | undefined; readonly stopped?: Instant | undefined; readonly corrected?: true | undefined; readonly exempt?: object | undefined;
    readonly broken?: { readonly at: Instant; readonly who?: { readonly person?: string; readonly unit?: string; readonly role?: string } } | undefined;
  }>>;
  readonly done: Readonly<Record<string, { readonly count: number; readonly at: Instant; readonly by?: By; readonly everyone: readonly string[] }>>;
}

/** Where a condition is read: a case, at a moment, perhaps by somebody; inside `where` and `every`, the own values of one record, ask or clock. */
export interface Scope {
  readonly state: Reading;
  readonly at: Instant;
  readonly actor?: { readonly person: string; readonly posts: readonly { readonly role: string; readonly unit: string }[] };
  readonly own?: Readonly<Record<string, Value | undefined>>;
  /** Does a post of this unit stand over the case? Not told: only the unit that an ask names is looked at. */
  readonly standsOver?: (unit: string) => boolean;
  /** The cases that this one is linked with, by id; nothing for one that cannot be read here. */
  readonly linked?: (id: string) => Reading | undefined;
}
