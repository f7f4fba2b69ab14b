import { type Actor, type CaseRow, type Engine, type HeldPost, type Method, type Unit, type Words, subjectId, wordsOf } from '@bihuan/core';
import { cellsOf } from './case-cells.ts';
import { formFields } from './case-records.ts';
import { type DirectoryWords, directoryWords } from './directory-words.ts';
import { isoOrNull } from './iso.ts';
import { lightLabels, lightOf } from './light.ts';
import { type HeldFact, methodWords } from './method-words.ts';
import { sortOfSubject } from './methods.ts';
import { refuseWith, valueOf } from './problem.ts';
import type { SubjectDetail, SubjectRecord } from './wire/index.ts';

const withheld: Words = { zh: '（不公开）', en: '(withheld)' };
const nothing: Words = { zh: '', en: '' };

/** A subject before its row is read: which it is, what it is called, where it stands. */
interface Base { readonly id: string; readonly kind: string; readonly title: Words; readonly home: string }

/** The newest method that has a subject of this name. */
export const methodWithSubject = (engine: Engine, kind: string): Method | undefined => engine.methods.findLast(({ subjects }) => Object.hasOwn(subjects ?? {}, kind));

/** Names of the registers of all methods. */
export const registersOf = (engine: Engine): readonly string[] =>
  [...new Set(engine.methods.flatMap(({ subjects }) => Object.entries(subjects ?? {}).filter(([, { of }]) => 'register' in of).map(([name]) => name)))];

/** Every unit of the level, or post with the role, with its log where it has one. */
export async function membersOfSubject(engine: Engine, kind: string, method: Method, actor: Actor, now: number): Promise<SubjectRecord[]> {
  const { directory, tenant } = engine;
  const { of } = method.subjects![kind]!;
  const bases = 'level' in of ? (await directory.units(tenant)).filter(({ level }) => level === of.level).map((unit) => unitBase(kind, unit))
    : 'role' in of ? await Promise.all((await directory.posts(tenant, { role: of.role })).map((post) => postBase(engine, kind, post))) : [];
  const { rows } = valueOf(await engine.list({ of: 'subjects', where: [{ on: 'kind', op: 'is', value: kind }] }, actor, now));
  const logs = new Map(rows.map((row) => [row.id, row]));
  return subjectRecords(engine, bases.map((base) => ({ base, row: logs.get(base.id) })), now);
}

/** Rows of registers as they go over the wire. */
export const entryRecords = (engine: Engine, rows: readonly CaseRow[], now: number): Promise<SubjectRecord[]> =>
  subjectRecords(engine, rows.map((row) => ({ base: { id: row.id, kind: row.kind, title: entryTitle(engine, row), home: row.home }, row })), now);

/** One subject by its id; nothing where there is none. An issued list is a log of its own, but no subject. */
export async function subjectRecord(engine: Engine, id: string, actor: Actor, now: number): Promise<SubjectRecord | undefined> {
  const { rows: [row] } = valueOf(await engine.list({ of: 'subjects', where: [{ on: 'id', op: 'is', value: id }], limit: 1 }, actor, now));
  if (row !== undefined && methodWithSubject(engine, row.kind) === undefined) return undefined;
  const base = await memberBase(engine, id);
  if (base !== undefined) return (await subjectRecords(engine, [{ base, row }], now))[0];
  return row === undefined ? undefined : (await entryRecords(engine, [row], now))[0];
}

/** One subject for forms; 404 when there is none. */
export async function subjectDetail(engine: Engine, id: string, actor: Actor, now: number): Promise<SubjectDetail> {
  const record = await subjectRecord(engine, id, actor, now);
  if (record === undefined) throw refuseWith('record.not-found', { id });
  const aCase = await engine.case(id);
  return { ...record, fields: aCase === undefined ? {} : formFields(aCase.state, methodWithSubject(engine, record.kind)!) };
}

const unitBase = (kind: string, { id, label }: Unit): Base => ({ id: subjectId.unit(id), kind, title: label, home: id });

async function postBase({ directory, tenant }: Engine, kind: string, { id, person, name, unit }: HeldPost): Promise<Base> {
  const called = name ?? (await directory.person(tenant, person))?.name ?? person;
  return { id: subjectId.post(id), kind, title: { zh: called, en: called }, home: unit };
}

/** The unit or post that an id names, where a method has it as a subject. */
async function memberBase(engine: Engine, id: string): Promise<Base | undefined> {
  const { directory, tenant } = engine;
  const [, what, name] = /^(unit|post):(.+)$/.exec(id) ?? [];
  if (name === undefined) return undefined;
  const [unit, post] = what === 'unit' ? [await directory.unit(tenant, name), undefined] : [undefined, await directory.post(tenant, name)];
  for (const method of [...engine.methods].reverse()) {
    for (const [kind, { of }] of Object.entries(method.subjects ?? {})) {
      if (unit && 'level' in of && of.level === unit.level) return unitBase(kind, unit);
      if (post && 'role' in of && of.role === post.role) return postBase(engine, kind, post);
    }
  }
  return undefined;
}

/** An entry is called by its subject's title; where that is personal or not given, by its number. */
function entryTitle(engine: Engine, row: CaseRow): Words {
  const title = methodWithSubject(engine, row.kind)?.subjects?.[row.kind]?.title;
  const value = title === undefined ? undefined : row.values[`field.${title}`];
  return typeof value === 'string' && value !== '' ? { zh: value, en: value } : { zh: row.id, en: row.id };
}

async function subjectRecords(engine: Engine, found: readonly { readonly base: Base; readonly row: CaseRow | undefined }[], now: number): Promise<SubjectRecord[]> {
  const people = directoryWords(engine.directory, engine.tenant);
  return Promise.all(found.map(({ base, row }) => subjectJson(engine, base, row, people, now)));
}

async function subjectJson(engine: Engine, { id, kind, title, home }: Base, row: CaseRow | undefined, people: DirectoryWords, now: number): Promise<SubjectRecord> {
  const method = methodWithSubject(engine, kind)!;
  const words = methodWords(method);
  const subject = method.subjects![kind]!;
  const columns = words.holds.get(kind) ?? [];
  const cells = row === undefined ? {} : await cellsOf(row, words, people, columns);
  const light = row === undefined ? 'none' : lightOf(row, now);
  return {
    id, kind, of: sortOfSubject(subject.of), title, home, light,
    opened: isoOrNull(row?.opened ?? null, words.zone), ended: isoOrNull(row?.ended ?? null, words.zone), due: isoOrNull(row?.due ?? null, words.zone), version: row?.version ?? 0,
    labels: {
      kind: wordsOf(subject.label), home: await people.unit(home), light: lightLabels[light],
      ending: row?.ending ? wordsOf(method.endings[row.ending]?.label ?? row.ending) : null,
    },
    cells: Object.fromEntries(columns.map((column) => [column.name, cellShown(column, cells)])),
  };
}

const cellShown = ({ name, personal }: HeldFact, cells: Readonly<Record<string, Words>>): Words => (personal ? withheld : cells[name] ?? nothing);
