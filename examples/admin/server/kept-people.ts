import type { HeldPost, Unit } from '@bihuan/core';
import type { Decided, KnownPerson, People, PeoplePort, PeopleRows } from '@bihuan/adapters/http';
import type { CompiledQuery } from 'kysely';
import { auditHead, auditLine, audited } from './kept-audit.ts';
import type { ServerDatabase } from './open-database.ts';

type Database = Pick<ServerDatabase, 'queries' | 'together'>;
const most = 500;

/** The directory of a district in the server's own tables. `changed` is told after each change that was made here. */
export function keptPeople(database: Database, changed: () => void = () => {}): PeoplePort {
  return {
    read: (tenant) => readPeople(database, tenant),
    async change(tenant, by, at, decide) {
      const decided = await audited<Decided>(database, tenant, async () => {
        const people = await readPeople(database, tenant);
        const value = decide(people);
        if (!value.ok) return { refused: value };
        return { line: { by: by.person, at, ...value.done }, writes: await writesOf(database, tenant, people, value.rows), value };
      });
      if (decided.ok) changed();
      return decided;
    },
  };
}

/** Everything that is known of a district's units, posts and people. */
export async function readPeople({ queries }: Pick<ServerDatabase, 'queries'>, tenant: string): Promise<People> {
  const units = await queries.selectFrom('server_units').selectAll().where('tenant', '=', tenant).orderBy('place').orderBy('id').execute();
  const posts = await queries.selectFrom('server_posts').selectAll().where('tenant', '=', tenant).orderBy('place').orderBy('id').execute();
  const people = await queries.selectFrom('server_people').selectAll().where('tenant', '=', tenant).orderBy('place').orderBy('person').execute();
  const accounts = await queries.selectFrom('server_accounts').select(['username', 'person', 'administrator', 'off']).where('tenant', '=', tenant).execute();
  const accountOf = new Map(accounts.map(({ person, username, administrator, off }) => [person, { username, administrator: administrator === 1, off: off === 1 }]));
  return {
    units: units.map(({ id, zh, en, level, parent, starts, ends }): Unit => ({ id, label: { zh, en }, level, ...(parent !== null && { parent }), ...lasting(starts, ends) })),
    posts: posts.map(({ id, role, unit, person, starts, ends }) => ({ id, role, unit, person, ...lasting(starts, ends) })),
    people: people.map(({ person, name }): KnownPerson => ({ id: person, name, ...(accountOf.has(person) && { account: accountOf.get(person)! }) })),
  };
}

const lasting = (starts: string | null, ends: string | null): Pick<HeldPost, 'from' | 'until'> => ({ ...(starts !== null && { from: starts }), ...(ends !== null && { until: ends }) });

/** What puts these rows in place of those with the same ids. New ones stand last. */
async function writesOf({ queries }: Database, tenant: string, before: People, { units = [], posts = [], people = [] }: PeopleRows): Promise<readonly CompiledQuery[]> {
  const placeIn = (known: readonly { readonly id: string }[]) => {
    const places = new Map(known.map(({ id }, place) => [id, place]));
    let last = known.length;
    return (id: string): number => places.get(id) ?? last++;
  };
  const [unitPlace, postPlace, personPlace] = [placeIn(before.units), placeIn(before.posts), placeIn(before.people)];
  const accounts = new Set(before.people.filter(({ account }) => account !== undefined).map(({ id }) => id));
  return [
    ...parts(units).flatMap((rows) => [
      queries.deleteFrom('server_units').where('tenant', '=', tenant).where('id', 'in', rows.map(({ id }) => id)).compile(),
      queries.insertInto('server_units').values(rows.map(({ id, label, level, parent = null, from = null, until = null }) => ({ tenant, id, zh: label.zh, en: label.en, level, parent, starts: from, ends: until, place: unitPlace(id) }))).compile(),
    ]),
    ...parts(posts).flatMap((rows) => [
      queries.deleteFrom('server_posts').where('tenant', '=', tenant).where('id', 'in', rows.map(({ id }) => id)).compile(),
      queries.insertInto('server_posts').values(rows.map(({ id, role, unit, person, from = null, until = null }) => ({ tenant, id, role, unit, person, starts: from, ends: until, place: postPlace(id) }))).compile(),
    ]),
    ...parts(people).flatMap((rows) => [
      queries.deleteFrom('server_people').where('tenant', '=', tenant).where('person', 'in', rows.map(({ id }) => id)).compile(),
      queries.insertInto('server_people').values(rows.map(({ id, name }) => ({ tenant, person: id, name, place: personPlace(id) }))).compile(),
    ]),
    ...people.flatMap(({ id, account, password }) => {
      if (account === undefined) return [];
      const flags = { administrator: Number(account.administrator), off: Number(account.off) };
      if (!accounts.has(id)) return [queries.insertInto('server_accounts').values({ tenant, username: account.username, person: id, password: password ?? '', ...flags }).compile()];
      return [queries.updateTable('server_accounts').set({ ...flags, ...(password !== undefined && { password }) }).where('tenant', '=', tenant).where('person', '=', id).compile()];
    }),
  ];
}

const parts = <T>(rows: readonly T[]): readonly (readonly T[])[] => Array.from({ length: Math.ceil(rows.length / most) }, (_, i) => rows.slice(i * most, (i + 1) * most));

/** Takes over a directory at the first start of a district; one that is kept already stays as it is. */
export async function startDirectory(database: Database, tenant: string, people: People, by: string, at: number): Promise<void> {
  const head = await auditHead(database, tenant);
  if (head.seq > 0) return;
  const known = await readPeople(database, tenant); // accounts may be there already
  const accounts = new Map(known.people.map((each) => [each.id, each]));
  const rows: PeopleRows = { ...people, people: people.people.map(({ id, name }) => ({ id, name, ...accounts.get(id)?.account && { account: accounts.get(id)!.account! } })) };
  const line = auditLine(database, tenant, head, { by, at, what: 'directory.start', about: tenant, detail: { units: people.units.length, posts: people.posts.length, people: people.people.length } });
  try {
    await database.together([...line, ...await writesOf(database, tenant, known, rows)]);
  } catch (error) {
    if ((await auditHead(database, tenant)).seq === 0) throw error; // another server has just done it
  }
}
