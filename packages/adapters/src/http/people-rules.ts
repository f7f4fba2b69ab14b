import { type HeldPost, type Method, type Unit, type Words, lasts, wordsOf } from '@bihuan/core';
import type { Decided, Done, KnownPerson, People, PeopleRows } from './people-port.ts';
import { type TransportIssue, transportIssue } from './transport-issues.ts';

/** How short a password may be. */
export const leastPassword = 10;

/** What the method says of units and posts, and the day on which a change is made. */
export interface PeopleWorld { readonly method: Method; readonly today: string }

type Post = People['posts'][number];
export interface UnitInput { readonly id: string; readonly label: Words; readonly level: string; readonly parent?: string | undefined; readonly from?: string | undefined }
export interface PostInput { readonly person: string; readonly role: string; readonly unit: string; readonly from?: string | undefined }

const refused = (...issues: readonly TransportIssue[]): Decided => ({ ok: false, issues });
const decided = (rows: PeopleRows, what: string, about: string, detail: Done['detail'] = {}): Decided => ({ ok: true, rows, done: { what, about, detail } });
const from = (day: string | undefined): { from?: string } => (day === undefined ? {} : { from: day });

/** A unit is set up, below a unit of the level above its own. */
export function addUnit({ units }: People, { id, label, level, parent, from: since }: UnitInput, { method, today }: PeopleWorld): Decided {
  const found: TransportIssue[] = [...badId(id), ...badDay(since)];
  if (units.some((unit) => unit.id === id)) found.push(transportIssue('people.exists', { id }, ['id']));
  found.push(...misplaced(units, level, parent, since ?? today, method));
  if (found.length > 0) return refused(...found);
  return decided({ units: [{ id, label, level, ...(parent !== undefined && { parent }), ...from(since) }] }, 'unit.add', id, { label: label.zh, level, parent: parent ?? null, from: since ?? null });
}

function misplaced(units: readonly Unit[], level: string, parent: string | undefined, day: string, method: Method): TransportIssue[] {
  const known = method.levels[level];
  if (known === undefined) return [transportIssue('people.level-unknown', { given: level }, ['level'])];
  const beside = known.beside === undefined ? undefined : method.levels[known.beside]?.in;
  const above = [known.in, known.beside, beside].filter((each) => each !== undefined);
  const unit = parent === undefined ? undefined : units.find(({ id }) => id === parent);
  if (parent !== undefined && unit === undefined) return [transportIssue('people.unknown', { id: parent }, ['parent'])];
  // The topmost unit of the district may stand at any level: a street that uses this by itself knows no district above it.
  if (unit === undefined) return known.beside !== undefined || !units.some((each) => above.includes(each.level)) ? [] : [transportIssue('people.parent-wrong', { level: wordsOf(known.label), above: above.map((each) => wordOf(method, each)) }, ['parent'])];
  if (!above.includes(unit.level)) return [transportIssue('people.parent-wrong', { level: wordsOf(known.label), above: above.map((each) => wordOf(method, each)) }, ['parent'])];
  return lasts(unit, day) ? [] : [transportIssue('people.unit-closed', { unit: unit.label }, ['parent'])];
}

/** A unit gets another name. */
export function renameUnit({ units }: People, id: string, label: Words): Decided {
  const unit = units.find((each) => each.id === id);
  if (unit === undefined) return refused(transportIssue('people.unknown', { id }));
  return decided({ units: [{ ...unit, label }] }, 'unit.rename', id, { before: unit.label.zh, after: label.zh });
}

/** A unit is closed after its last day, when nothing stands below it and nobody holds a post in it any more. */
export function closeUnit({ units, posts }: People, id: string, until: string): Decided {
  const unit = units.find((each) => each.id === id);
  if (unit === undefined) return refused(transportIssue('people.unknown', { id }));
  const found = wrongEnd(unit, until);
  const longer = (each: { until?: string }) => each.until === undefined || each.until > until;
  const [held, below] = [posts.filter((post) => post.unit === id && longer(post)).length, units.filter((each) => each.parent === id && longer(each)).length];
  if (held + below > 0) found.push(transportIssue('people.unit-in-use', { unit: unit.label, posts: held, units: below }));
  return found.length > 0 ? refused(...found) : decided({ units: [{ ...unit, until }] }, 'unit.close', id, { label: unit.label.zh, until });
}

/** Somebody gets a post: a role that is held at the unit's level, in a unit that is there on its first day. */
export function addPost(people: People, { person, role, unit, from: since }: PostInput, world: PeopleWorld): Decided {
  const found = [...badDay(since), ...(people.people.some(({ id }) => id === person) ? [] : [transportIssue('people.unknown', { id: person }, ['person'])]), ...unfit(people, { person, role, unit }, since ?? world.today, world)];
  if (found.length > 0) return refused(...found);
  const id = nextPostId(people.posts, person);
  return decided({ posts: [{ id, role, unit, person, ...from(since) }] }, 'post.add', id, { person, role, unit, from: since ?? null });
}

/** From a day on a post is another: the one before ends the day before and keeps its id, so that what was done by it stays told of it. */
export function changePost(people: People, id: string, { role, unit, from: since }: Omit<PostInput, 'person' | 'from'> & { readonly from: string }, world: PeopleWorld): Decided {
  const post = people.posts.find((each) => each.id === id);
  if (post === undefined) return refused(transportIssue('people.unknown', { id }));
  const last = dayBefore(since);
  const found = [...badDay(since), ...(last === undefined ? [] : wrongEnd(post, last)), ...unfit({ ...people, posts: people.posts.filter((each) => each !== post) }, { person: post.person, role, unit }, since, world)];
  if (found.length > 0) return refused(...found);
  const next = nextPostId(people.posts, post.person);
  return decided({ posts: [{ ...post, until: last! }, { id: next, role, unit, person: post.person, from: since }] }, 'post.change', id, { person: post.person, role, unit, from: since, next });
}

/** A post ends after its last day. */
export function endPost({ posts }: People, id: string, until: string): Decided {
  const post = posts.find((each) => each.id === id);
  if (post === undefined) return refused(transportIssue('people.unknown', { id }));
  const found = wrongEnd(post, until);
  return found.length > 0 ? refused(...found) : decided({ posts: [{ ...post, until }] }, 'post.end', id, { person: post.person, role: post.role, unit: post.unit, until });
}

function unfit({ units, posts }: People, { person, role, unit: id }: Omit<PostInput, 'from'>, day: string, { method }: PeopleWorld): TransportIssue[] {
  const [known, unit] = [method.roles[role], units.find((each) => each.id === id)];
  if (known === undefined) return [transportIssue('people.role-unknown', { given: role }, ['role'])];
  if (unit === undefined) return [transportIssue('people.unknown', { id }, ['unit'])];
  if (!lasts(unit, day)) return [transportIssue('people.unit-closed', { unit: unit.label }, ['unit'])];
  if (!known.at.includes(unit.level)) {
    return [transportIssue('people.role-not-at', { role: wordsOf(known.label), level: wordOf(method, unit.level), at: known.at.map((level) => wordOf(method, level)) }, ['role'])];
  }
  const same = posts.some((post) => post.person === person && post.role === role && post.unit === id && (post.until === undefined || post.until >= day));
  return same ? [transportIssue('people.held-already', { role: wordsOf(known.label), unit: unit.label }, ['unit'])] : [];
}

export interface PersonInput { readonly id: string; readonly name: string; readonly username?: string | undefined; readonly administrator?: boolean | undefined }

/** Somebody new; with a user name and a password they can sign in. `password` as it is kept, after `badPassword` has seen it. */
export function addPerson({ people }: People, { id, name, username = id, administrator = false }: PersonInput, password: string | undefined): Decided {
  const found = badId(id);
  if (people.some((each) => each.id === id)) found.push(transportIssue('people.exists', { id }, ['id']));
  if (people.some(({ account }) => account?.username === username)) found.push(transportIssue('people.username-taken', { username }, ['username']));
  if (found.length > 0) return refused(...found);
  const account = password === undefined ? {} : { account: { username, administrator, off: false }, password };
  return decided({ people: [{ id, name, ...account }] }, 'person.add', id, { name, username: password === undefined ? null : username, administrator });
}

export interface PersonChange { readonly name?: string | undefined; readonly administrator?: boolean | undefined; readonly off?: boolean | undefined }

/** Another name, or the account switched off or on, made an administrator's or not. Nobody is deleted. One administrator always remains. */
export function changePerson({ people }: People, id: string, change: PersonChange, password: string | undefined): Decided {
  const person = people.find((each) => each.id === id);
  if (person === undefined) return refused(transportIssue('people.unknown', { id }));
  const { name = person.name } = change;
  const before = person.account ?? (password === undefined ? undefined : { username: id, administrator: false, off: false });
  if (before === undefined && (change.administrator !== undefined || change.off !== undefined)) return refused(transportIssue('people.no-account', { name }));
  if (person.account === undefined && before !== undefined && people.some(({ account }) => account?.username === id)) return refused(transportIssue('people.username-taken', { username: id }));
  const account = before && { ...before, administrator: change.administrator ?? before.administrator, off: change.off ?? before.off };
  const serves = (each: KnownPerson['account']): boolean => each !== undefined && each.administrator && !each.off;
  if (serves(person.account) && !serves(account) && !people.some((each) => each.id !== id && serves(each.account))) return refused(transportIssue('people.last-administrator', {}));
  const detail = { ...(name !== person.name && { name }), ...(change.administrator !== undefined && { administrator: change.administrator }), ...(change.off !== undefined && { off: change.off }), ...(password !== undefined && { password: true }) };
  const what = password !== undefined ? 'person.password' : change.off === undefined ? 'person.change' : change.off ? 'person.off' : 'person.on';
  return decided({ people: [{ id, name, ...(account && { account }), ...(password !== undefined && { password }) }] }, what, id, detail);
}

/** A password that is too easily guessed. */
export const badPassword = (password: string, username: string): TransportIssue[] =>
  ([...password].length < leastPassword || password.toLowerCase().includes(username.toLowerCase()) ? [transportIssue('people.password-weak', { least: leastPassword }, ['password'])] : []);

const badId = (id: string): TransportIssue[] => (/^[a-z0-9][a-z0-9._-]{0,59}$/.test(id) ? [] : [transportIssue('people.id-bad', { given: id }, ['id'])]);

const wrongEnd = ({ from: begins, until: ends }: Pick<HeldPost, 'from' | 'until'> & { readonly id?: string }, until: string): TransportIssue[] => [
  ...badDay(until, 'until'),
  ...(ends !== undefined && ends <= until ? [transportIssue('people.ended', { on: ends }, ['until'])] : []),
  ...(begins !== undefined && until < begins ? [transportIssue('people.days-reversed', { from: begins, until }, ['until'])] : []),
];

const badDay = (day: string | undefined, field = 'from'): TransportIssue[] => (day === undefined || isDay(day) ? [] : [transportIssue('people.day-unreadable', { given: day }, [field])]);
const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
const dayBefore = (day: string): string | undefined => (isDay(day) ? new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10) : undefined);

function nextPostId(posts: readonly Post[], person: string): string {
  const taken = new Set(posts.map(({ id }) => id));
  for (let n = 1; ; n++) {
    const id = `${person}.${n}`;
    if (!taken.has(id)) return id;
  }
}

const wordOf = (method: Method, level: string): Words => wordsOf(method.levels[level]?.label ?? level);
