import type { FormInput } from '../providers/wire.ts';
import { offsetOf } from '../time/instant-text.ts';

export type FormValues = Readonly<Record<string, unknown>>;

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What the form opens with: what stands there now, or what the rules propose. */
export const startingValues = (form: readonly FormInput[]): FormValues =>
  Object.fromEntries(form.filter(({ value }) => !isBlank(value)).map((input) => [input.name, shown(input)]));

const shown = ({ kind, value }: FormInput): unknown => (kind === 'moment' && typeof value === 'string' ? value.slice(0, 16) : value);

/** Inputs that must be given and are not. Everything else is the server's to judge. */
export const missingIn = (form: readonly FormInput[], values: FormValues): readonly string[] =>
  form.filter(({ name, optional }) => !optional && isBlank(values[name])).map(({ name }) => name);

/** What is typed as a local moment, with the server's offset. */
export const momentOf = (local: string, now: string): string => `${local}${local.length === 16 ? ':00' : ''}${offsetOf(now)}`;

/** What goes to the server: blanks left out, numbers as numbers, a local moment with the server's offset. */
export function inputOf(form: readonly FormInput[], values: FormValues, now: string): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const { name, kind } of form) {
    const value = values[name];
    if (isBlank(value)) continue;
    if (kind === 'number') input[name] = Number(value);
    else if (kind === 'moment') input[name] = momentOf(String(value), now);
    else input[name] = typeof value === 'string' ? value.trim() : value;
  }
  return input;
}
