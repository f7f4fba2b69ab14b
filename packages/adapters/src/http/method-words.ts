import { type Fact, type Method, type Rules, type Words, type Zone, compileMethod, shapeOfFact, wordsOf } from '@bihuan/core';
import { nameInRow } from './fact-name.ts';

type Vocabulary = Rules['vocabulary'];
type CoreKind = NonNullable<ReturnType<typeof shapeOfFact>>['kind'];

/** What a listed fact holds, as inputs and comparisons on the wire call it. */
export type FactKind = Exclude<CoreKind, 'day' | 'count' | 'choices' | 'files'> | 'date';

const wireKinds: { readonly [K in CoreKind]?: FactKind } = { day: 'date', count: 'number', choices: 'choice', files: 'text' };

/** The kind of a fact and, of a choice, its options: known from the method, without a case. */
export interface FactSort { readonly kind: FactKind; readonly options: ReadonlyMap<string, Words> }

const sortOfFact = (fact: Fact, vocabulary: Vocabulary): FactSort => {
  const shape = shapeOfFact(fact, vocabulary);
  return { kind: shape === undefined ? 'text' : wireKinds[shape.kind] ?? (shape.kind as FactKind), options: shape?.options ?? new Map() };
};

/** A column or filter of a method's list: its fact, the name it has in a row, and what it holds. */
export interface ListedFact extends FactSort {
  readonly name: string;
  readonly label: Words;
  readonly fact: Fact;
  readonly by: string;
}

/** A column of a register: what is personal is not in rows, so lists cannot show it. */
export interface HeldFact extends ListedFact { readonly personal: boolean }

/** What the HTTP layer reads off a method, once: its words, its zone, its list. */
export interface MethodWords {
  readonly method: Method;
  readonly rules: Rules;
  readonly vocabulary: Vocabulary;
  readonly zone: Zone;
  readonly columns: readonly ListedFact[];
  readonly filters: readonly ListedFact[];
  /** By subject, the fields that it holds. */
  readonly holds: ReadonlyMap<string, readonly HeldFact[]>;
}

const known = new WeakMap<Method, MethodWords>();

/** The words of a method, read once and kept as long as the method is. */
export function methodWords(method: Method): MethodWords {
  let words = known.get(method);
  if (words === undefined) known.set(method, words = readWords(method));
  return words;
}

function readWords(method: Method): MethodWords {
  const rules = compileMethod(method);
  const { vocabulary, calendar } = rules;
  const listed = (name: string, label: Words, fact: Fact): ListedFact => ({ name, label, fact, by: nameInRow(fact), ...sortOfFact(fact, vocabulary) });
  const { columns = {}, order = [], filters = {} } = method.list ?? {};
  return {
    method, rules, vocabulary, zone: calendar.zone,
    columns: order.flatMap((name) => {
      const column = columns[name];
      return column === undefined ? [] : [listed(name, wordsOf(column.label), column.show)];
    }),
    filters: Object.entries(filters).map(([name, filter]) => listed(name, wordsOf(filter.label), filter.by)),
    holds: new Map(Object.entries(method.subjects ?? {}).map(([subject, { holds = [] }]) => [subject, holds.flatMap((field) => {
      const schema = method.fields[field];
      return schema === undefined ? [] : [{ ...listed(field, wordsOf(schema.label), { field }), personal: schema.personal === true }];
    })])),
  };
}

/** Names of a method with their words, in the order of the file. */
export const namedWords = (labels: ReadonlyMap<string, Words>): { readonly name: string; readonly label: Words }[] =>
  [...labels].map(([name, label]) => ({ name, label }));
