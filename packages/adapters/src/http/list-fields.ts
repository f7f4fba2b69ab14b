import type { Method } from '@bihuan/core';
import { type ListedFact, methodWords } from './method-words.ts';

/** What a row's name holds, so that a filter's value is read as the same: `due` is a day or a moment. */
export type ColumnType = 'text' | 'number' | 'yes-no' | 'moment' | 'due' | 'light';

/** A name that lists can be filtered and sorted on, and the name by which the store knows it. */
export interface ListField { readonly on: string; readonly type: ColumnType }

const rowFields: Readonly<Record<string, ColumnType>> = {
  id: 'text', method: 'text', kind: 'text', source: 'text', step: 'text', ending: 'text', outcome: 'text', home: 'text', holder: 'text',
  opened: 'moment', ended: 'moment', due: 'moment', warn: 'moment', broken: 'yes-no', version: 'number', light: 'light',
};

/**
 * Every name that the list of cases understands: the row's columns, the facts that rows carry (fields that are not personal,
 * answers, whatever the method's list shows or filters by), and the methods' own names for their columns and filters.
 */
export function listFields(methods: readonly Method[]): ReadonlyMap<string, ListField> {
  const fields = new Map<string, ListField>(Object.entries(rowFields).map(([on, type]) => [on, { on, type }]));
  const add = (name: string, field: ListField) => { if (!fields.has(name)) fields.set(name, field); };
  for (const method of methods) {
    const { columns, filters } = methodWords(method);
    const kept = Object.entries(method.fields).filter(([, { personal }]) => personal !== true);
    for (const [name, { kind }] of kept) add(`field.${name}`, { on: `field.${name}`, type: fieldTypes[kind] ?? 'text' });
    for (const [name, { outputs }] of Object.entries(method.classifications ?? {})) {
      for (const on of outputs ? Object.keys(outputs).map((output) => `answer.${name}.${output}`) : [`answer.${name}`]) add(on, { on, type: 'text' });
    }
    for (const fact of [...columns, ...filters]) {
      const field = { on: fact.by, type: typeOf(fact) };
      add(fact.by, field);
      add(fact.by.replace(/\.(state|due|count)$/, ''), field);
    }
    for (const fact of [...filters, ...columns]) {
      add(fact.name, fields.get(fact.by)!);
      add(`cells.${fact.name}`, fields.get(fact.by)!);
    }
    for (const [name] of kept) add(name, fields.get(`field.${name}`)!);
  }
  return fields;
}

const fieldTypes: Readonly<Record<string, ColumnType>> = { number: 'number', 'yes-no': 'yes-no', moment: 'moment' };

const typeOf = ({ kind }: ListedFact): ColumnType => {
  switch (kind) {
    case 'number': case 'yes-no': case 'moment': case 'due': return kind;
    default: return 'text';
  }
};
