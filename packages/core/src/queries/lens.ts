import { periodWords } from '../calendar/index.ts';
import { titleOf } from '../case/explain-links.ts';
import { namesIn } from '../case/fact-words.ts';
import type { Names } from '../case/fact-words.ts';
import type { Rules } from '../case/rules.ts';
import type { Words } from '../issues/issue.ts';
import type { Condition, Fact } from '../method/condition-schema.ts';
import type { Over } from '../method/query-schema.ts';
import { formatValue } from '../rules/fact-text.ts';
import { compileCondition, compileFact, shapeOfFact } from '../rules/index.ts';
import type { FactReader, FactShape, FactValue, Own, Predicate } from '../rules/index.ts';
import type { Scope } from '../rules/reading.ts';

/** How facts and conditions are read of what a query is over: `{ field }` of a record, ask, clock or norm period is its own. */
export interface Lens {
  condition(written: Condition | undefined): Predicate;
  read(fact: Fact): FactReader;
  shape(fact: Fact): Pick<FactShape, 'kind' | 'options'> | undefined;
  /** A value as people read it; a dash where there is none. */
  words(fact: Fact, scope: Scope): Words;
  /** What a group is called: cases by their titles. */
  group(fact: Fact, scope: Scope): Words;
  /** The same of a group's value alone, where no case has to be asked: a choice, a unit. */
  plainGroup(fact: Fact, value: string): Words | undefined;
}

/** The lens for what a query is over. */
export const lensOf = (rules: Rules, over: Over | undefined, names: Names = {}): Lens => {
  const { vocabulary, time } = rules;
  const own = ownOf(over);
  const shape: Lens['shape'] = (fact) => shapeOfFact(fact, vocabulary, own) ?? (own && 'clock' in own && 'field' in fact && fact.field === 'exempt' ? { kind: 'yes-no' } : undefined);
  const words: Lens['words'] = (fact, scope) => {
    const value = compileFact(fact, vocabulary, own)(scope);
    if (value === undefined) return { zh: '—', en: '—' };
    const directory = both(namesIn(scope.state), names);
    if (own && 'norm' in own && 'field' in fact && fact.field === 'of') return whoseWords(value, directory);
    if (own && 'norm' in own && 'field' in fact && fact.field === 'period') return periodWords(String(value));
    const { kind, options } = shape(fact) ?? {};
    return formatValue(value, kind, options, vocabulary, { time, directory });
  };
  return {
    shape, words,
    group: (fact, scope) => {
      const title = 'case' in fact && fact.case === 'id' ? titleOf(rules, scope.state) : undefined;
      return title === undefined ? words(fact, scope) : { zh: title, en: title };
    },
    plainGroup: (fact, value) => {
      const { kind, options } = shape(fact) ?? {};
      if (kind !== 'choice' && kind !== 'unit') return undefined;
      return value === '' ? { zh: '—', en: '—' } : formatValue(value, kind, options, vocabulary, { time, directory: names });
    },
    condition: (written) => (own === undefined || written === undefined ? rules.condition(written) : compileCondition(written, vocabulary, time, own)),
    read: (fact) => compileFact(fact, vocabulary, own),
  };
};

const ownOf = (over: Over | undefined): Own | undefined => {
  if (over === undefined || 'cases' in over || 'each' in over) return undefined;
  if ('records' in over) return { record: over.records };
  if ('asks' in over) return { ask: over.asks };
  return 'clocks' in over ? { clock: over.clocks } : { norm: over.norm };
};

const both = (known: Names, listed: Names): Names => ({
  person: (id) => known.person?.(id) ?? listed.person?.(id), post: (id) => known.post?.(id) ?? listed.post?.(id), unit: (id) => known.unit?.(id) ?? listed.unit?.(id),
});

/** Whom a norm is about, by name: `unit:east`, `post:p1`, `value:dog`, or a case. */
const whoseWords = (of: FactValue, names: Names): Words => {
  const [, what, id] = /^(unit|post|value):(.*)$/s.exec(String(of)) ?? [];
  const word = what === undefined ? String(of) : (what === 'unit' ? names.unit?.(id!) : what === 'post' ? names.post?.(id!) : undefined) ?? id!;
  return { zh: word, en: word };
};
