import { finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import type { NormSchema } from '../method/norm-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { Own } from '../rules/index.ts';
import { kindWords, referCondition, type Referring } from './refer-conditions.ts';

/** What has duties: a level, a role or a register of units of these levels, and the fields that describe it. */
export function referSubjects(method: Method, { known }: Referring): void {
  for (const [name, { of, holds, title }] of Object.entries(method.subjects ?? {})) {
    const path: Path = ['subjects', name];
    if (Object.hasOwn(method.kinds, name)) known.out.push(finding('name.twice', path, { name }));
    if ('level' in of) known.need('levels', of.level, [...path, 'of', 'level']);
    else if ('role' in of) known.need('roles', of.role, [...path, 'of', 'role']);
    else known.needAll('levels', of.register, [...path, 'of', 'register']);
    known.needAll('fields', holds, [...path, 'holds']);
    known.need('fields', title, [...path, 'title']);
  }
}

/** Norms: per whom, what is counted, and a way to say whose it is that makes sense there. */
export function referNorms(method: Method, at: Referring): void {
  for (const [name, norm] of Object.entries(method.norms ?? {})) {
    const path: Path = ['norms', name];
    referCounted(norm, path, at);
    if ('field' in norm.per) at.known.need('fields', norm.per.field, [...path, 'per', 'field']);
    else {
      at.known.needAny(['kinds', 'subjects'], norm.per.each, [...path, 'per', 'each']);
      referCondition(norm.per.while, [...path, 'per', 'while'], at);
    }
    referThrough(norm, method, [...path, 'through'], at);
  }
}

function referCounted({ counts }: NormSchema, path: Path, at: Referring): void {
  const here = [...path, 'counts'];
  if ('action' in counts) at.known.need('actions', counts.action, [...here, 'action']);
  else if ('record' in counts) at.known.need('records', counts.record, [...here, 'record']);
  else at.known.needAny(['kinds', 'subjects'], counts.entries, [...here, 'entries']);
  const own: Own | undefined = 'record' in counts ? { record: counts.record } : undefined;
  if (own === undefined || at.vocabulary.records.has(own.record)) referCondition(counts.where, [...here, 'where'], at, own);
}

/** Only a unit or a post can be whose something is in another's log; the value of a field is read where it stands. */
function referThrough({ label, through, per, counts }: NormSchema, method: Method, path: Path, { known }: Referring): void {
  if (through === undefined) return;
  const wrong = (zh: string, en: string): void => { known.out.push(finding('norm.through', path, { norm: wordsOf(label), why: { zh, en } })); };
  if (typeof through === 'object') {
    const inRecord = 'record' in counts ? method.records?.[counts.record]?.fields?.[through.field] : undefined;
    if (inRecord === undefined && !known.need('fields', through.field, [...path, 'field'])) return;
    const field = inRecord ?? method.fields[through.field];
    if (field !== undefined && !NAMES_SOMEBODY.has(field.kind)) known.out.push(finding('value.wrong-kind', [...path, 'field'], { expected: kindWords.post, given: `“${wordsOf(field.label).zh}”` }));
  }
  if ('field' in per) return wrong('按字段取值计数的，不写 through', 'what is counted by the value of a field has none');
  const of = method.subjects?.[per.each]?.of;
  const unitOrPost = of !== undefined && !('register' in of);
  if (through !== 'itself' && !unitOrPost) wrong('名册条目和事项只能算自己名下的', 'an entry or a case has only what stands in its own log');
  else if (through === 'home' && of !== undefined && 'role' in of) wrong('属地是单位，不是岗位', 'a home is a unit, not a post');
  else if (through === 'itself' && unitOrPost && 'entries' in counts) wrong('单位和岗位的日志里没有条目', 'no entry stands in the log of a unit or post');
}

const NAMES_SOMEBODY: ReadonlySet<string> = new Set(['post', 'posts', 'unit', 'units']);
