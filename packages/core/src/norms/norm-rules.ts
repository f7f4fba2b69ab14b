import type { Rules } from '../case/rules.ts';
import type { Words } from '../issues/issue.ts';
import type { NormSchema } from '../method/norm-schema.ts';
import { wordsOf } from '../method/words.ts';
import { compileCondition } from '../rules/index.ts';
import type { Predicate } from '../rules/index.ts';

/** Whom a norm is about: units of a level, posts with a role, entries of a register or cases of a kind (logs), or each value of a field. */
export type MemberRule =
  | { readonly of: 'level'; readonly each: string; readonly level: string }
  | { readonly of: 'role'; readonly each: string; readonly role: string }
  | { readonly of: 'log'; readonly each: string }
  | { readonly of: 'value'; readonly field: string };

/** How an occurrence is laid to a member: the log it stands in, the unit where that is at home, who did it, or whom a field names. */
export type Through = 'itself' | 'home' | 'actor' | { readonly field: string };

/** A norm, compiled: its conditions are closures, its defaults are filled in. */
export interface NormRule {
  readonly name: string;
  readonly label: Words;
  readonly schema: NormSchema;
  readonly member: MemberRule;
  readonly through: Through;
  /** Does it require something of this member? Read in the member's own log. */
  readonly while: Predicate;
  /** Is this occurrence counted? Read in the log in which it stands; of a record, inside are the record's own values. */
  readonly where: Predicate;
  readonly min: number;
  readonly max: number;
  /** What would pass `max` is refused. */
  readonly refuses: boolean;
}

/** The norms of a method, found by what they count. */
export interface NormRules {
  readonly rules: Rules;
  readonly all: ReadonlyMap<string, NormRule>;
  readonly byAction: ReadonlyMap<string, readonly NormRule[]>;
  readonly byRecord: ReadonlyMap<string, readonly NormRule[]>;
  /** Norms about how many open cases or entries there are: by kind or register. They have no counters. */
  readonly byEntries: ReadonlyMap<string, readonly NormRule[]>;
}

/** Compiles the norms of a method; the same rules give the same norms, built once. */
export const compileNorms = (rules: Rules): NormRules => {
  const known = compiled.get(rules);
  if (known) return known;
  const all = new Map<string, NormRule>();
  const byAction = new Map<string, NormRule[]>(), byRecord = new Map<string, NormRule[]>(), byEntries = new Map<string, NormRule[]>();
  for (const [name, schema] of Object.entries(rules.method.norms ?? {})) {
    const norm = compileNorm(rules, name, schema);
    all.set(name, norm);
    const { counts } = schema;
    if ('action' in counts) put(byAction, counts.action, norm);
    else if ('record' in counts) put(byRecord, counts.record, norm);
    else put(byEntries, counts.entries, norm);
  }
  const norms = { rules, all, byAction, byRecord, byEntries };
  compiled.set(rules, norms);
  return norms;
};

const compiled = new WeakMap<Rules, NormRules>();

const compileNorm = (rules: Rules, name: string, schema: NormSchema): NormRule => {
  const { counts, per } = schema;
  const member = memberRule(rules, schema);
  return {
    name, schema, member, label: wordsOf(schema.label),
    through: schema.through ?? (member.of === 'level' ? 'home' : member.of === 'role' ? 'actor' : 'itself'),
    while: rules.condition('each' in per ? per.while : undefined),
    where: counts.where === undefined || !('record' in counts)
      ? rules.condition(counts.where)
      : compileCondition(counts.where, rules.vocabulary, rules.time, { record: counts.record }),
    min: schema.min ?? 0,
    max: schema.max ?? Number.POSITIVE_INFINITY,
    refuses: schema.over === 'refuse' && schema.max !== undefined,
  };
};

const memberRule = ({ method }: Rules, { per }: NormSchema): MemberRule => {
  if ('field' in per) return { of: 'value', field: per.field };
  const of = method.subjects?.[per.each]?.of;
  if (of === undefined || 'register' in of) return { of: 'log', each: per.each };
  return 'level' in of ? { of: 'level', each: per.each, level: of.level } : { of: 'role', each: per.each, role: of.role };
};

const put = (map: Map<string, NormRule[]>, key: string, norm: NormRule): void => {
  const there = map.get(key);
  if (there) there.push(norm);
  else map.set(key, [norm]);
};
