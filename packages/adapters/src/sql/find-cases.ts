import type { CaseQuery, CaseRow } from '@bihuan/core';
import type { RawBuilder } from 'kysely';
import type { Clause } from './case-clauses.ts';
import type { Statements } from './queries.ts';
import { asked, casesOf, countCases, countFromTallies, few, selectCases, sizeOf, type Asked } from './select-cases.ts';
import type { Rows, SqlRunner } from './statement.ts';

/** The reading of many cases. */
export interface CaseFinder {
  list(tenant: string, query: CaseQuery): Promise<{ readonly rows: readonly CaseRow[]; readonly total: number }>;
  count(tenant: string, query: CaseQuery): Promise<number>;
  ids(tenant: string, query: CaseQuery): Promise<readonly string[]>;
}

/**
 * Finds cases by what costs least: where one condition is met by few, these are looked up and sorted; otherwise the list of the unit is
 * walked in its order until the page is full. How many there are comes from the tallies where they can tell.
 */
export function caseFinder(statements: Statements, runner: () => SqlRunner): CaseFinder {
  const { dialect } = statements;
  const read = (queries: readonly RawBuilder<unknown>[]): Promise<readonly Rows[]> => runner().read(queries.map((query) => statements.build(query)));
  const numberIn = (rows: Rows | undefined): number => Number(rows![0]!['n']);

  /** The condition that fewest cases meet, if they are few. */
  const gatherable = async ({ clauses }: Asked): Promise<Clause | undefined> => {
    const candidates = clauses.filter(({ lookUp }) => lookUp);
    if (candidates.length === 0) return undefined;
    const sizes = (await read(candidates.map(({ lookUp }) => sizeOf(lookUp!)))).map(numberIn);
    const least = Math.min(...sizes);
    return least <= few ? candidates[sizes.indexOf(least)] : undefined;
  };
  /** Of many everywhere, those are counted that a look-up finds; of many in a unit, the unit's. */
  const drivingOf = ({ query, clauses }: Asked): Clause | undefined => (query.within === undefined ? clauses.find(({ lookUp }) => lookUp) : undefined);
  return {
    async list(tenant, query) {
      const of = asked(dialect, tenant, query);
      const gather = await gatherable(of);
      const tally = countFromTallies(of);
      const [found = [], total = gather && !query.after ? found : undefined] = await read([selectCases(of, gather), ...(tally ? [tally] : [])]);
      const rows = casesOf(found);
      const complete = !query.offset && !query.after && (query.limit === undefined || rows.length < query.limit);
      return { rows, total: complete ? rows.length : total?.length ? numberIn(total) : numberIn((await read([countCases(of, gather ?? drivingOf(of))]))[0]) };
    },
    async count(tenant, query) {
      const of = asked(dialect, tenant, query);
      return numberIn((await read([countFromTallies(of) ?? countCases(of, await gatherable(of) ?? drivingOf(of))]))[0]);
    },
    async ids(tenant, query) {
      const of = asked(dialect, tenant, query);
      return (await read([selectCases(of, await gatherable(of), ['id'])]))[0]!.map(({ id }) => id as string);
    },
  };
}
