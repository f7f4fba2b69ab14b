import type { CaseState, Facts, Signature, Value } from '../case/messages.ts';
import { levelOf } from '../case/posts.ts';
import { subjectId } from '../case/subject-log.ts';
import type { Rules } from '../case/rules.ts';
import type { NormRule } from './norm-rules.ts';
import { unitOfLevel } from './unit-levels.ts';

/** One occurrence: the log it stands in as it is after it, who did it, and what it holds of its own (a record's values). */
export interface Occurrence {
  readonly state: CaseState;
  readonly by?: Signature | undefined;
  readonly own?: Readonly<Record<string, Value>> | undefined;
}

/** The name by which counters know a unit, a post, or a value of a field; a log goes by its own id. */
export const memberId = { ...subjectId, value: (value: string | number | boolean): string => `value:${value}` };

/**
 * Whose an occurrence is: the members that it is laid to. Mostly one; none when nobody of those the norm is about has to do with it;
 * several when a field names several.
 */
export const whose = (norm: NormRule, occurrence: Occurrence, facts: Facts, rules: Rules): readonly string[] => {
  const { member, through } = norm;
  const { state, by } = occurrence;
  if (member.of === 'value') return valuesOf(occurrence, member.field).map(memberId.value);
  if (through === 'itself') return state.kind === member.each ? [state.id] : [];
  if (typeof through === 'object') return valuesOf(occurrence, through.field).flatMap((named) => namedMember(norm, String(named), through.field, facts, rules));
  if (member.of === 'log') return [];
  if (through === 'home') {
    const unit = member.of === 'level' ? unitOfHome(member.level, state, facts) : undefined;
    return unit === undefined ? [] : [memberId.unit(unit)];
  }
  if (member.of === 'role') return by?.post !== undefined && by.role === member.role ? [memberId.post(by.post)] : [];
  return by?.unit !== undefined && levelOf(by.unit, facts) === member.level ? [memberId.unit(by.unit)] : [];
};

/** What a field says, one by one: of the record's own values, or else of the log. */
const valuesOf = ({ state, own }: Occurrence, field: string): readonly (string | number | boolean)[] => {
  const value = own?.[field] ?? state.fields[field];
  if (value === undefined) return [];
  if (typeof value !== 'object') return [value];
  return (value as readonly unknown[]).filter((one): one is string => typeof one === 'string');
};

/**
 * The unit or post that a field names; of a post that is named for a unit, its unit. A field for units of the member's level needs no look
 * at the tree; of another level, the tree says.
 */
const namedMember = (norm: NormRule, named: string, field: string, { units, posts }: Facts, rules: Rules): readonly string[] => {
  const { member } = norm;
  if (member.of === 'role') return [memberId.post(named)];
  if (member.of !== 'level') return [];
  const held = posts[named]?.unit;
  if (held !== undefined) return levelOf(held, { units }) === member.level ? [memberId.unit(held)] : [];
  const unit = declaredLevel(norm, field, rules) === member.level ? named : unitOfLevel(member.level, named, units);
  return unit === undefined ? [] : [memberId.unit(unit)];
};

const declaredLevel = ({ schema: { counts } }: NormRule, field: string, { method }: Rules): string | undefined => {
  const declared = ('record' in counts ? method.records?.[counts.record]?.fields?.[field] : undefined) ?? method.fields[field];
  return declared !== undefined && 'level' in declared ? declared.level : undefined;
};

const unitOfHome = (level: string, { home, levels }: CaseState, { units }: Facts): string | undefined =>
  unitOfLevel(level, home, units) ?? (levels.home === level ? home : undefined);
