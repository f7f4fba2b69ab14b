import type { Method } from '../method/method-schema.ts';
import type { CaseState, Reporter, Value } from './messages.ts';

/**
 * A personal value as it is shown to whoever has not asked to see it: the first and the last of a number (`138****5678`), a surname (`王**`),
 * the beginning of a longer text. What is neither text nor names shows nothing.
 */
export const masked = (value: Value): Value => {
  if (typeof value === 'string') return maskedText(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.map(maskedText);
  return '***';
};

const maskedText = (text: string): string => {
  if (/^\+?[\d\s-]{7,}[\dXx]$/.test(text)) return `${text.slice(0, 3)}****${text.slice(-4)}`;
  const letters = [...text];
  return letters.length <= 4 ? `${letters[0] ?? ''}**` : `${letters.slice(0, 3).join('')}****`;
};

/** A case as it is shown: its personal values masked, all else as it is. */
export const maskCase = ({ fields, records }: Pick<Method, 'fields' | 'records'>, state: CaseState): CaseState => ({
  ...state,
  reporter: state.reporter && mapped(state.reporter as Readonly<Record<string, string>>, () => true) as Reporter,
  fields: mapped(state.fields, (name) => fields[name]?.personal === true),
  records: state.records.map((record) => ({ ...record, values: mapped(record.values, (name) => records?.[record.name]?.fields?.[name]?.personal === true) })),
});

const mapped = (values: Readonly<Record<string, Value>>, isPersonal: (name: string) => boolean): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isPersonal(name) ? masked(value) : value]));
