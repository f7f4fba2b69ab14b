import type { AwaitsFilter, CaseEvent, CaseQuery, CaseRow, CaseState, Filter, Place } from '@bihuan/core';

/** One case as it is kept. */
export interface KeptCase { state: CaseState; row: CaseRow; readonly events: CaseEvent[] }

/** The cases that a query finds, in its order; its stretch of them is cut by the caller. */
export function findCases(cases: Iterable<KeptCase>, query: CaseQuery): KeptCase[] {
  const tests = testsOf(query);
  const found: KeptCase[] = [];
  for (const kept of cases) if (tests.every((test) => test(kept))) found.push(kept);
  return found.sort(orderOf(query));
}

/** What stands behind the place at which the query goes on. */
export function behind(found: readonly KeptCase[], query: CaseQuery): readonly KeptCase[] {
  const { after, sort = [] } = query;
  if (after === undefined) return found;
  const inOrder = placesOf(sort);
  return found.filter(({ row }) => inOrder({ by: sort.map(({ by }) => reader(by)(row)), id: row.id }, after) > 0);
}

type Scalar = string | number | boolean | null;
type Test = (kept: KeptCase) => boolean;

const columns: ReadonlySet<string> = new Set<keyof CaseRow>([
  'id', 'method', 'kind', 'source', 'step', 'ending', 'outcome', 'home', 'holder',
  'opened', 'ended', 'due', 'warn', 'broken', 'next', 'version', 'search', 'subject',
]);

/** A column of the row, or else one of its values. */
const reader = (name: string): ((row: CaseRow) => Scalar) =>
  columns.has(name) ? (row) => row[name as 'id'] : (row) => (Object.hasOwn(row.values, name) ? row.values[name]! : null);

function testsOf(query: CaseQuery): readonly Test[] {
  const { of = 'cases', search, within, awaits, actedBy } = query;
  const tests: Test[] = [({ row }) => row.subject === (of === 'subjects'), ...(query.where ?? []).map(filterTest)];
  if (search) tests.push(({ row }) => contains(row.search, search));
  if (within !== undefined) tests.push(({ row }) => row.within.includes(within));
  if (awaits) tests.push(({ row }) => isAwaited(row, awaits));
  if (actedBy !== undefined) tests.push(({ events }) => events.some((event) => event.type === 'acted' && event.by.person === actedBy));
  return tests;
}

function filterTest({ on, op, value }: Filter): Test {
  const read = reader(on);
  const given = Array.isArray(value) ? value as readonly Scalar[] : [value as Scalar];
  const one = given.length === 1 ? given[0]! : null;
  const ordered = (fits: (order: number) => boolean): Test => ({ row }) => {
    const own = read(row);
    return own !== null && typeof own === typeof one && fits(compare(own, one));
  };
  switch (op) {
    case 'is': case 'in': return ({ row }) => given.includes(read(row));
    case 'not': return ({ row }) => !given.includes(read(row));
    case 'known': return ({ row }) => (read(row) !== null) === (value !== false);
    case 'min': return ordered((order) => order >= 0);
    case 'max': return ordered((order) => order <= 0);
    case 'above': return ordered((order) => order > 0);
    case 'below': return ordered((order) => order < 0);
    case 'like': return ({ row }) => {
      const own = read(row);
      return typeof own === 'string' && typeof one === 'string' && contains(own, one);
    };
  }
}

function isAwaited(row: CaseRow, { person, posts }: AwaitsFilter): boolean {
  return row.awaited.some((awaited) => awaited.person === undefined
    ? posts.some((post) => awaited.unit === post.unit && (awaited.role === undefined || awaited.role === post.role))
    : awaited.person === person);
}

function orderOf({ sort = [] }: CaseQuery): (a: KeptCase, b: KeptCase) => number {
  const readers = sort.map(({ by }) => reader(by));
  const placeOf = ({ row }: KeptCase): Place => ({ by: readers.map((read) => read(row)), id: row.id });
  const inOrder = placesOf(sort);
  return (a, b) => inOrder(placeOf(a), placeOf(b));
}

/** Which of two places comes first: missing ones last in either order, ties by id. */
const placesOf = (sort: NonNullable<CaseQuery['sort']>) => (a: Place, b: Place): number => {
  for (const [i, { order }] of sort.entries()) {
    const [x, y] = [a.by[i] ?? null, b.by[i] ?? null];
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    const which = compare(x, y);
    if (which !== 0) return order === 'asc' ? which : -which;
  }
  return compareText(a.id, b.id);
};

const ranks: Readonly<Record<string, number>> = { boolean: 0, number: 1, string: 2 };

/** Yes-no before numbers before texts, each in its own order. */
function compare(a: Scalar, b: Scalar): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return typeof a === typeof b ? Number(a) - Number(b) : ranks[typeof a]! - ranks[typeof b]!;
}

/** Texts by code point, as a database with a binary collation orders them (JavaScript's `<` puts emoji before some rare signs). */
export function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    const half = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;
    return half(x) === half(y) ? x - y : half(x) ? 1 : -1;
  }
  return a.length - b.length;
}

const contains = (text: string, part: string): boolean => lower(text).includes(lower(part));
/** Only ASCII letters lose their case, as in SQL's LIKE. */
const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
