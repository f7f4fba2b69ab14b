/** What a person keeps to find again; `value` is the screen's own. */
export interface KeptQuery {
  readonly id: string;
  readonly label: string;
  readonly resource: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly created: number;
}

/** Where saved queries are kept, each person's apart. */
export interface SavedQueryPort {
  list(person: string): Promise<readonly KeptQuery[]>;
  /** Keeps one; one with the same id is replaced. */
  put(person: string, query: KeptQuery): Promise<void>;
  remove(person: string, id: string): Promise<void>;
}

/** Saved queries in memory: for tests. */
export function memorySavedQueries(): SavedQueryPort {
  const people = new Map<string, Map<string, KeptQuery>>();
  const of = (person: string) => {
    let queries = people.get(person);
    if (queries === undefined) people.set(person, queries = new Map());
    return queries;
  };
  return {
    list: async (person) => [...of(person).values()],
    async put(person, query) { of(person).set(query.id, query); },
    async remove(person, id) { of(person).delete(id); },
  };
}
