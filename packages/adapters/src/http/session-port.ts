/** Who may sign in to a tenant: a name and the person whom the directory knows by that id. The password is kept as `hashPassword` gives it. */
export interface Account {
  readonly username: string;
  readonly person: string;
  readonly password: string;
  /** May change people, posts and methods of the tenant; it is no post and opens no case. */
  readonly administrator?: boolean;
  /** Switched off: kept, but nobody signs in with it. */
  readonly off?: boolean;
}

/** A sign-in to one tenant; of another it opens nothing. `id` is a digest of what the cookie holds, so that reading the store gives nobody a session. Times are epoch ms of the real clock. */
export interface Session { readonly id: string; readonly tenant: string; readonly username: string; readonly person: string; readonly started: number; readonly seen: number }

/** Failed attempts in a row for one name of a tenant. */
export interface Attempts { readonly count: number; readonly last: number }

/** Where accounts and sessions are kept. Ending a session here ends it everywhere at once. */
export interface SessionPort {
  account(tenant: string, username: string): Promise<Account | undefined>;
  start(session: Session): Promise<void>;
  find(id: string): Promise<Session | undefined>;
  touch(id: string, seen: number): Promise<void>;
  end(id: string): Promise<void>;
  /** Ends all sessions of a person. */
  endAll(tenant: string, person: string): Promise<void>;
  attempts(tenant: string, username: string): Promise<Attempts>;
  /** Counts one more failure; `anew` when the earlier ones are too old to count. */
  fail(tenant: string, username: string, at: number, anew: boolean): Promise<void>;
  clear(tenant: string, username: string): Promise<void>;
}
