import { type Method, type Words, csvCell, unitFinder, wordsOf } from '@bihuan/core';
import type { readCsv } from '../tables/csv.ts';
import type { KnownPerson, People, PeopleRows } from './people-port.ts';
import { type PeopleWorld, addPerson, addPost, addUnit, badPassword } from './people-rules.ts';
import type { AnyIssue } from './problem.ts';
import { transportIssue } from './transport-issues.ts';

type Table = ReturnType<typeof readCsv>;

/** What a table can hold: units from the top down, or people with their posts. */
export type PeopleTable = 'units' | 'people';

interface Column { readonly name: string; readonly label: Words; readonly needed?: true; readonly example: Words }
const word = (zh: string, en: string): Words => ({ zh, en });
const columns: Readonly<Record<PeopleTable, readonly Column[]>> = {
  units: [
    { name: 'name', label: word('名称', 'Name'), needed: true, example: word('（例）迎春里社区', '(example) Yingchunli Community') },
    { name: 'level', label: word('层级', 'Level'), needed: true, example: word('社区', 'Community') },
    { name: 'above', label: word('上级单位', 'Unit above'), example: word('东风街道', 'Dongfeng Street') },
    { name: 'english', label: word('英文名称', 'English name'), example: word('Yingchunli Community', 'Yingchunli Community') },
    { name: 'id', label: word('标识', 'Id'), example: word('yingchunli', 'yingchunli') },
    { name: 'from', label: word('起日', 'From'), example: word('', '') },
  ],
  people: [
    { name: 'name', label: word('姓名', 'Name'), needed: true, example: word('（例）王芳', '(example) Wang Fang') },
    { name: 'role', label: word('角色', 'Role'), needed: true, example: word('', '') },
    { name: 'unit', label: word('单位', 'Unit'), needed: true, example: word('迎春里社区', 'Yingchunli Community') },
    { name: 'username', label: word('用户名', 'User name'), example: word('wang-fang', 'wang-fang') },
    { name: 'password', label: word('初始密码', 'First password'), example: word('', '') },
    { name: 'from', label: word('起日', 'From'), example: word('', '') },
  ],
};

/** The empty table: its header, and an example row that an import passes over. */
export function peopleTemplate(table: PeopleTable, { roles }: Method, language: keyof Words): string {
  const role = Object.values(roles)[0];
  const rows = [columns[table].map(({ label }) => label[language]), columns[table].map(({ name, example }) => (name === 'role' && role ? wordsOf(role.label)[language] : example[language]))];
  return `\uFEFF${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** What an import would come to: the rows to be written, or what stands against them by line. Passwords are in the clear until they are hashed. */
export interface PeoplePlan {
  readonly rows: PeopleRows;
  readonly passwords: ReadonlyMap<string, string>;
  readonly added: number;
  readonly unchanged: number;
  readonly problems: readonly { readonly line: number; readonly issues: readonly AnyIssue[] }[];
}

type Cells = Readonly<Record<string, string>>;

/** Goes through a table row by row, each over what the rows before it would leave. */
export function planPeople(table: PeopleTable, { header, rows }: Table, people: People, world: PeopleWorld): PeoplePlan {
  const places = columns[table].map(({ name, label, needed }) => ({ name, label, needed, place: header.findIndex((head) => [label.zh, label.en.toLowerCase(), name].includes(head.trim().toLowerCase())) }));
  const missing = places.filter(({ needed, place }) => needed && place < 0).map(({ label }) => label);
  const empty = { rows: {}, passwords: new Map<string, string>(), added: 0, unchanged: 0 };
  if (missing.length > 0) return { ...empty, problems: [{ line: 1, issues: [transportIssue('people.column-missing', { columns: missing })] }] };
  const filled = rows.map(({ line, cells }) => ({ line, cells: Object.fromEntries(places.map(({ name, place }) => [name, (cells[place] ?? '').trim()])) as Cells })).filter(({ cells }) => !/^[（(](例|example)/.test(cells['name']!));
  if (filled.length === 0) return { ...empty, problems: [{ line: 1, issues: [transportIssue('people.empty', {})] }] };
  const draft = new Draft(people, world);
  const problems = filled.flatMap(({ line, cells }) => {
    const issues = table === 'units' ? draft.unit(cells) : draft.person(cells);
    return issues.length > 0 ? [{ line, issues }] : [];
  });
  return { rows: draft.rows(), passwords: draft.passwords, added: draft.added, unchanged: draft.unchanged, problems };
}

/** The people as the rows so far would leave them. */
class Draft {
  readonly passwords = new Map<string, string>();
  added = 0;
  unchanged = 0;
  #units: Map<string, People['units'][number]>;
  #posts: Map<string, People['posts'][number]>;
  #people: Map<string, KnownPerson>;
  readonly #new = { units: new Set<string>(), posts: new Set<string>(), people: new Set<string>() };

  constructor({ units, posts, people }: People, private readonly world: PeopleWorld) {
    this.#units = new Map(units.map((each) => [each.id, each]));
    this.#posts = new Map(posts.map((each) => [each.id, each]));
    this.#people = new Map(people.map((each) => [each.id, each]));
  }

  unit({ name, level, above, english, id, from }: Cells): readonly AnyIssue[] {
    const named = this.#nameOf(this.world.method.levels, level!);
    if (named === undefined) return [transportIssue('people.level-unknown', { given: level! }, ['level'])];
    const parent = above === '' ? undefined : this.#unitCalled(above!);
    if (parent !== undefined && typeof parent !== 'string') return parent;
    if ([...this.#units.values()].some((unit) => unit.level === named && (unit.id === id || (unit.label.zh === name && unit.parent === parent)))) return this.#same();
    const given = { id: id === '' ? this.#free('u', this.#units) : id!, label: { zh: name!, en: english || name! }, level: named, ...(parent !== undefined && { parent }), ...(from !== '' && { from: from! }) };
    return this.#take(addUnit(this.#all(), given, this.world));
  }

  person({ name, role, unit, username, password, from }: Cells): readonly AnyIssue[] {
    const named = this.#nameOf(this.world.method.roles, role!);
    if (named === undefined) return [transportIssue('people.role-unknown', { given: role! }, ['role'])];
    const where = this.#unitCalled(unit!);
    if (typeof where !== 'string') return where;
    const known = [...this.#people.values()].filter((each) => (username === '' ? each.name === name : each.id === username || each.account?.username === username));
    let id = known[0]?.id;
    if (id === undefined) {
      id = username === '' ? this.#free('p', this.#people) : username!;
      const weak = password === '' ? [] : badPassword(password!, id);
      const issues = weak.length > 0 ? weak : this.#take(addPerson(this.#all(), { id, name: name! }, password === '' ? undefined : ''), false);
      if (issues.length > 0) return issues;
      if (password !== '') this.passwords.set(id, password!);
    }
    if ([...this.#posts.values()].some((post) => post.person === id && post.role === named && post.unit === where && post.until === undefined)) return this.#same();
    return this.#take(addPost(this.#all(), { person: id, role: named, unit: where, ...(from !== '' && { from: from! }) }, this.world));
  }

  rows(): PeopleRows {
    const pick = <T>(rows: ReadonlyMap<string, T>, ids: ReadonlySet<string>): readonly T[] => [...ids].map((id) => rows.get(id)!);
    return { units: pick(this.#units, this.#new.units), posts: pick(this.#posts, this.#new.posts), people: pick(this.#people, this.#new.people) };
  }

  #all(): People { return { units: [...this.#units.values()], posts: [...this.#posts.values()], people: [...this.#people.values()] }; }

  #take(change: ReturnType<typeof addUnit>, counts = true): readonly AnyIssue[] {
    if (!change.ok) return change.issues;
    const { units = [], posts = [], people = [] } = change.rows;
    for (const each of units) { this.#units.set(each.id, each); this.#new.units.add(each.id); }
    for (const each of posts) { this.#posts.set(each.id, each); this.#new.posts.add(each.id); }
    for (const { password: _kept, ...each } of people) { this.#people.set(each.id, each); this.#new.people.add(each.id); }
    if (counts) this.added += 1;
    return [];
  }

  #same(): readonly [] {
    this.unchanged += 1;
    return [];
  }

  #unitCalled(name: string): string | readonly AnyIssue[] {
    const found = unitFinder([...this.#units.values()]).find(name);
    if (found.length === 1) return found[0]!.id;
    return [found.length === 0 ? transportIssue('people.unit-unnamed', { given: name }, ['unit']) : transportIssue('people.unit-several', { given: name }, ['unit'])];
  }

  #nameOf(of: Readonly<Record<string, { readonly label: Parameters<typeof wordsOf>[0] }>>, given: string): string | undefined {
    return Object.entries(of).find(([name, { label }]) => [name, wordsOf(label).zh, wordsOf(label).en].some((each) => each.toLowerCase() === given.toLowerCase()))?.[0];
  }

  #free(stem: string, taken: ReadonlyMap<string, unknown>): string {
    for (let n = taken.size + 1; ; n++) if (!taken.has(`${stem}${n}`)) return `${stem}${n}`;
  }
}
