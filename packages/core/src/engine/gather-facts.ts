import type { InputRule } from '../case/compile-inputs.ts';
import { nextInstant } from '../case/elapse.ts';
import type { Actor, CaseState, Facts, Post, UnitFacts } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import type { Desk } from './desk.ts';
import type { Directory } from './directory-port.ts';
import { factsRead } from './facts-read.ts';
import { readCase } from './read-case.ts';
import { sweptTo } from './swept.ts';

/** What a decision needs from outside its case, by name. */
export interface Wanted {
  readonly units: readonly string[];
  readonly inputs?: readonly InputRule[] | undefined;
  readonly given?: Readonly<Record<string, unknown>>;
  /** The case itself: what it is linked with is read too, where its method knows links. */
  readonly state?: CaseState | undefined;
  /** Who acts: what norms count may be laid to the units of the posts. */
  readonly by?: Actor | undefined;
  /** Whoever its fields and records name, so that a screen can call them by their names. */
  readonly named?: true;
  /** Further cases. */
  readonly cases?: readonly string[];
  /** Other cases with what was due by then, though nobody has swept it yet. */
  readonly at?: number;
  /** People and units as they stood on this day. */
  readonly day?: string;
}

/** Asks for it by name: the case's units with their paths, whoever the inputs name, and the cases that it belongs with. */
export const gatherFacts = async (desk: Desk, rules: Rules, wanted: Wanted): Promise<Facts> => {
  const { directory, tenant } = desk;
  const { inputs = [], given = {}, state, by, day } = wanted;
  const units: Record<string, UnitFacts> = {}, posts: Record<string, Post> = {};
  const unitIds = [...wanted.units], postIds: string[] = [], caseIds = new Set(wanted.cases);
  for (const { name, kind } of inputs) {
    const named = textsIn(given[name]);
    if (kind === 'unit' || kind === 'units') unitIds.push(...named);
    else if (kind === 'post' || kind === 'posts') postIds.push(...named);
    else if (kind === 'case' || kind === 'cases') for (const id of named) caseIds.add(id);
  }
  const reads = factsRead(rules.method);
  if (reads.actorUnits) for (const { unit } of by?.posts ?? []) unitIds.push(unit);
  for (const name of reads.named) {
    const kind = rules.method.fields[name]?.kind;
    const named = textsIn(state?.fields[name]);
    if (kind === 'unit' || kind === 'units') unitIds.push(...named);
    else if (kind === 'post' || kind === 'posts') postIds.push(...named);
  }
  if (wanted.named && state) {
    for (const [kind, ids] of namedIn(rules, state)) (kind === 'unit' || kind === 'units' ? unitIds : postIds).push(...ids);
  }
  for (const id of postIds) {
    const post = await directory.post(tenant, id, day);
    if (post === undefined) continue;
    posts[id] = post;
    if (reads.named.length > 0) unitIds.push(post.unit);
  }
  for (const id of unitIds) {
    const unit = units[id] === undefined ? await pathOfUnit(directory, tenant, id) : undefined;
    if (unit) units[id] = unit;
  }
  if (rules.method.links === undefined) return { units, posts };
  for (const link of linksToRead(reads.links, state?.links ?? [])) caseIds.add(link.case);
  const cases: Record<string, CaseState> = {};
  for (const id of caseIds) {
    const other = await readCase(desk, id);
    if (other) cases[id] = wanted.at === undefined ? other : await asItIs(desk, other, wanted.at);
  }
  return { units, posts, cases };
};

/** A case with what was due by then. Its units are asked for only when something is. */
const asItIs = async (desk: Desk, state: CaseState, at: number): Promise<CaseState> => {
  if ((nextInstant(state) ?? Infinity) > at) return state;
  const units: Record<string, UnitFacts> = {};
  for (const id of [state.home, state.holder]) {
    const unit = await pathOfUnit(desk.directory, desk.tenant, id);
    if (unit) units[id] = unit;
  }
  return sweptTo(desk, state, at, { units, posts: {} });
};

/** Posts and units that a case's fields and records name. */
const namedIn = ({ method }: Rules, { fields, records }: CaseState): (readonly [kind: string, ids: readonly string[]])[] => {
  const named = (values: CaseState['fields'], schemas: Rules['method']['fields'] | undefined): (readonly [string, readonly string[]])[] =>
    Object.entries(values).flatMap(([name, value]) => {
      const kind = schemas?.[name]?.kind;
      return kind === 'unit' || kind === 'units' || kind === 'post' || kind === 'posts' ? [[kind, textsIn(value)] as const] : [];
    });
  return [...named(fields, method.fields), ...records.flatMap((record) => named(record.values, method.records?.[record.name]?.fields))];
};

/** How many of the cases that it belongs with are read for who looks at it. */
const shown = 50;

/** Those that conditions of the method read, all of them; of the others the last, so that a screen can name them. */
const linksToRead = (read: ReadonlySet<string>, links: CaseState['links']): readonly CaseState['links'][number][] => {
  if (links.length <= shown) return links;
  const others = links.filter(({ link }) => !read.has(link)).slice(-shown);
  return [...links.filter(({ link }) => read.has(link)), ...others];
};

const textsIn = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

const pathOfUnit = async (directory: Directory, tenant: string, id: string): Promise<UnitFacts | undefined> => {
  const unit = await directory.unit(tenant, id);
  if (unit === undefined) return undefined;
  const path = [unit.id], levels = [unit.level];
  for (let above = unit.parent; above !== undefined && !path.includes(above);) {
    const next = await directory.unit(tenant, above);
    path.push(above);
    levels.push(next?.level ?? '');
    above = next?.parent;
  }
  return { level: unit.level, path, levels, label: unit.label };
};
