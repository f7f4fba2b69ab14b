import { dayOf } from '../calendar/index.ts';
import type { Day, Instant } from '../calendar/index.ts';
import { titleOf } from '../case/explain-links.ts';
import type { CaseState, Facts, Post } from '../case/messages.ts';
import { scopeOf } from '../case/scope.ts';
import { emptyLog } from '../case/subject-log.ts';
import type { Words } from '../issues/issue.ts';
import type { NormRule, NormRules } from './norm-rules.ts';
import type { ListedUnit } from './unit-levels.ts';
import { memberId } from './whose.ts';

/** The days from and until which a unit or a post is there, both included. */
export interface Standing { readonly from?: Day; readonly until?: Day }

/** Of whom something may be required: units and posts as a directory lists them, and the logs that there are, of them and of entries and cases. */
export interface Population {
  readonly units: readonly (ListedUnit & Standing)[];
  readonly posts: readonly (Post & Standing)[];
  readonly states: readonly CaseState[];
}

/** One of whom a norm requires something: by the name of its counters, the unit it belongs to, and the days on which it is there. */
export interface Member extends Standing { readonly of: string; readonly unit: string; readonly label?: Words }

/** Everybody of whom the norm requires something at that moment. A unit or post without a log is judged on an empty one. */
export const membersOf = (norms: NormRules, norm: NormRule, { units, posts, states }: Population, at: Instant, facts?: Facts): readonly Member[] => {
  const { member } = norm;
  const { rules } = norms;
  const applies = (state: CaseState): boolean => norm.while(scopeOf(state, at, facts));
  if (member.of === 'value') return valueMembers(norms, member.field, { units, posts, states });
  if (member.of === 'log') {
    return states.filter((state) => state.kind === member.each && applies(state)).map((state) => ({ of: state.id, unit: state.home, ...standingOf(norms, state), ...labelOf(norms, state) }));
  }
  const logs = new Map(states.filter(({ kind }) => kind === member.each).map((state) => [state.id, state]));
  const appliesTo = (id: string, home: string, level: string): boolean =>
    applies(logs.get(id) ?? emptyLog(member.each, id, home, { home: level, holder: level }, { id: rules.method.id, version: rules.method.version }));
  if (member.of === 'level') {
    return units.filter((unit) => unit.level === member.level && appliesTo(memberId.unit(unit.id), unit.id, unit.level)).map(unitMember);
  }
  const levels = new Map(units.map(({ id, level }) => [id, level]));
  return posts.filter((post) => post.role === member.role && appliesTo(memberId.post(post.id), post.unit, levels.get(post.unit) ?? '')).map(postMember);
};

const unitMember = (unit: ListedUnit & Standing): Member => ({ of: memberId.unit(unit.id), unit: unit.id, ...daysOf(unit), ...(unit.label && { label: unit.label }) });

const postMember = (post: Post & Standing): Member =>
  ({ of: memberId.post(post.id), unit: post.unit, ...daysOf(post), ...(post.name !== undefined && { label: { zh: post.name, en: post.name } }) });

const daysOf = ({ from, until }: Standing): Standing => ({ ...(from !== undefined && { from }), ...(until !== undefined && { until }) });

/** The values that a field may have: its options, units of its level, posts with its role; of any other kind, those that it has somewhere. */
const valueMembers = ({ rules }: NormRules, field: string, { units, posts, states }: Population): readonly Member[] => {
  const declared = rules.method.fields[field];
  const named = (value: string, unit = '', rest: Partial<Member> = {}): Member => ({ of: memberId.value(value), unit, ...rest });
  const words = rules.vocabulary.fields.get(field)?.options;
  if (declared && 'options' in declared) return Object.keys(declared.options).map((value) => named(value, '', words?.get(value) && { label: words.get(value)! }));
  if (declared && (declared.kind === 'unit' || declared.kind === 'units')) {
    return units.filter(({ level }) => declared.level === undefined || level === declared.level).map((unit) => ({ ...unitMember(unit), of: memberId.value(unit.id) }));
  }
  if (declared && (declared.kind === 'post' || declared.kind === 'posts')) {
    return posts.filter(({ role }) => declared.role === undefined || role === declared.role).map((post) => ({ ...postMember(post), of: memberId.value(post.id) }));
  }
  const seen = new Set(states.flatMap(({ fields }) => { const value = fields[field]; return value === undefined || typeof value === 'object' ? [] : [String(value)]; }));
  return [...seen].sort().map((value) => named(value));
};

/** What an entry is called by; never what is personal. */
const labelOf = ({ rules }: NormRules, state: CaseState): { readonly label?: Words } => {
  const title = rules.method.subjects?.[state.kind]?.title === undefined ? undefined : titleOf(rules, state);
  return title === undefined ? {} : { label: { zh: title, en: title } };
};

/** An entry or a case is there from the day on which it was opened until the day before it ended. */
const standingOf = ({ rules: { calendar: { numbered } } }: NormRules, { opened, ended }: CaseState): Standing =>
  ({ from: dayOf(numbered.dayAt(opened)), ...(ended && { until: dayOf(numbered.dayAt(ended.at) - 1) }) });

/** Is it there on this day? */
export const standsOn = ({ from, until }: Standing, day: Day): boolean => (from === undefined || from <= day) && (until === undefined || day <= until);
