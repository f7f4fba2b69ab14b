import type { PeriodDays } from '../calendar/index.ts';
import { masked } from '../case/mask.ts';
import type { Value } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import type { Words } from '../issues/issue.ts';
import type { LedgerSchema } from '../method/query-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { FactValue } from '../rules/index.ts';
import { orderingOf } from '../rules/value-test.ts';
import type { LedgerTable } from './figures.ts';
import { inPeriod } from './in-period.ts';
import { itemsOf } from './items.ts';
import type { Found, Item } from './items.ts';
import { lensOf } from './lens.ts';
import type { Lens } from './lens.ts';
import { isPersonal } from './personal.ts';

/** What stands in a public ledger where a value is personal. */
const WITHHELD: Words = { zh: '（不公开）', en: '(withheld)' };

/** The rows of a ledger: what it is over, put into its period by the date that it names, sorted, its columns in their order; personal data masked, and withheld where the ledger is public. */
export const ledgerTable = (rules: Rules, name: string, schema: LedgerSchema, found: Found, period?: PeriodDays): LedgerTable => {
  const lens = lensOf(rules, schema.over, found.names);
  const holds = lens.condition(schema.where);
  const columns = schema.order.map((column) => {
    const { label, show } = schema.columns[column]!;
    const personal = isPersonal(rules.method, schema.over, show);
    return { name: column, label: wordsOf(label), show, read: lens.read(show), personal, withheld: schema.public === true && personal };
  });
  const items = inPeriod(rules, lens, schema, period, itemsOf(schema.over, found).filter((item) => holds(item.scope)));
  return {
    name, label: wordsOf(schema.label), ...(period && { period: period.name }),
    columns: columns.map(({ name: column, label, personal }) => ({ name: column, label, ...(personal && { personal: true as const }) })),
    rows: sorted(rules, lens, schema.sort ?? [], items).map(({ id, key, scope }) => ({
      id, key,
      cells: columns.map(({ show, read, personal, withheld }) => (withheld ? WITHHELD : personal ? maskedWords(read(scope)) : lens.words(show, scope))),
      values: columns.map(({ read, personal }) => (personal ? null : read(scope) ?? null)),
    })),
  };
};

const maskedWords = (value: FactValue | undefined): Words => {
  if (value === undefined) return { zh: '—', en: '—' };
  const shown = masked(value as Value);
  const text = Array.isArray(shown) ? shown.join('、') : String(shown);
  return { zh: text, en: text };
};

/** A ledger as the event that issues it keeps it: its columns and rows as the people who read it saw them, personal data left out: what is issued cannot be erased. */
export const issuedRows = ({ columns, rows }: LedgerTable): { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } =>
  ({ columns: columns.map(({ label }) => label.zh), rows: rows.map(({ cells }) => cells.map(({ zh }, i) => (columns[i]!.personal ? WITHHELD.zh : zh))) });

/** By one fact after the other; a choice in the order in which the method lists it, what is not known last either way. Else by the date that puts it into its period. */
const sorted = (rules: Rules, lens: Lens, sort: NonNullable<LedgerSchema['sort']>, items: readonly Item[]): readonly Item[] => {
  if (sort.length === 0) return items;
  const keys = sort.map(({ by, order }) => ({ read: lens.read(by), compare: comparing(rules, lens.shape(by)), sign: order === 'desc' ? -1 : 1 }));
  const rows = items.map((item) => ({ item, values: keys.map(({ read }) => read(item.scope)) }));
  rows.sort((a, b) => {
    for (const [i, { compare, sign }] of keys.entries()) {
      const [left, right] = [a.values[i], b.values[i]];
      if (left === undefined && right === undefined) continue;
      if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
      const difference = compare(left, right) * sign;
      if (difference !== 0 && !Number.isNaN(difference)) return difference;
    }
    return 0;
  });
  return rows.map(({ item }) => item);
};

const comparing = (rules: Rules, shape: ReturnType<Lens['shape']>): ((a: FactValue, b: FactValue) => number) => {
  const plain = orderingOf(shape?.kind, rules.time);
  const places = [...(shape?.options?.keys() ?? [])];
  return places.length === 0 ? plain : (a, b) => {
    const [left, right] = [places.indexOf(String(a)), places.indexOf(String(b))];
    return left >= 0 && right >= 0 ? left - right : plain(a, b);
  };
};
