/** What a person keeps to find again; `value` is the screen's own. */
export interface KeptQuery {
  readonly id: string;
  readonly label: string;
  readonly resource: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly created: number;
}

/** Where saved queries are kept, each person's of each tenant apart. */
export interface SavedQueryPort {
  list(tenant: string, person: string): Promise<readonly KeptQuery[]>;
  /** Keeps one; one with the same id is replaced. */
  put(tenant: string, person: string, query: KeptQuery): Promise<void>;
  remove(tenant: string, person: string, id: string): Promise<void>;
}

/** Saved queries in memory: for tests. */
export function memorySavedQueries(): SavedQueryPort {
  const people = new Map<string, Map<string, KeptQuery>>();
  const of = (tenant: string, person: string) => {
    const key = JSON.stringify([tenant, person]);
    let queries = people.get(key);
    if (queries === undefined) people.set(key, queries = new Map());
    return queries;
  };
  return {
    list: async (tenant, person) => [...of(tenant, person).values()],
    async put(tenant, person, query) { of(tenant, person).set(query.id, query); },
    async remove(tenant, person, id) { of(tenant, person).delete(id); },
  };
}
