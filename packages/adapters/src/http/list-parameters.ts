import { issue } from '@bihuan/core';
import { z } from '@hono/zod-openapi';
import { Refusal, refuseWith } from './problem.ts';

/** The query of a list, as ra-data-simple-rest writes it: each part is JSON. `embed` is accepted and ignored: labels are inline. */
export const ListParameters = z.object({
  filter: z.string().max(100_000).optional().openapi({ example: '{"view":"todo"}' }),
  range: z.string().optional().openapi({ example: '[0,24]' }),
  sort: z.string().optional().openapi({ example: '["due","ASC"]' }),
  embed: z.string().optional(),
});
export type ListParameters = z.infer<typeof ListParameters>;

/** The most rows that one answer holds: an export asks for 1,000. */
export const mostRows = 1_000;

export interface ReadParameters {
  readonly filter: Readonly<Record<string, unknown>>;
  /** Where it starts and how many; without a range, from the start and all (`limit` undefined). */
  readonly offset: number;
  readonly limit: number | undefined;
  readonly sort: { readonly by: string; readonly order: 'asc' | 'desc' } | undefined;
}

/** Reads filter, range and sort; what is not JSON or not of the right shape is a 400. */
export function readParameters({ filter, range, sort }: ListParameters): ReadParameters {
  return { filter: readFilter(filter), ...readRange(range), sort: readSort(sort) };
}

/** Nested objects become dotted names: react-admin makes `{ answer: { class: … } }` of an input named `answer.class`. Emptied inputs are left out. */
export function flattened(filter: Readonly<Record<string, unknown>>, prefix = ''): readonly (readonly [string, unknown])[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '') return [];
    return typeof value === 'object' && !Array.isArray(value)
      ? flattened(value as Readonly<Record<string, unknown>>, `${prefix}${name}.`) : [[`${prefix}${name}`, value] as const];
  });
}

function readFilter(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined || text === '') return {};
  const value = json(text, 'filter', '{"step": "…"}');
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw refuseWith('http.bad-query', { parameter: 'filter', expected: '{"step": "…"}' }, ['filter']);
  return value as Readonly<Record<string, unknown>>;
}

function readRange(text: string | undefined): { offset: number; limit: number | undefined } {
  if (text === undefined || text === '') return { offset: 0, limit: undefined };
  const value = json(text, 'range', '[0, 24]');
  const [from, to] = Array.isArray(value) ? value as unknown[] : [];
  if (!isCount(from) || !isCount(to) || to < from) throw new Refusal([issue('query.bad-range', ['range'], { range: text })]);
  return { offset: from, limit: Math.min(to - from + 1, mostRows) };
}

function readSort(text: string | undefined): ReadParameters['sort'] {
  if (text === undefined || text === '') return undefined;
  const value = json(text, 'sort', '["opened", "DESC"]');
  const [by, order = 'ASC'] = Array.isArray(value) ? value as unknown[] : [];
  if (typeof by !== 'string' || typeof order !== 'string' || !/^(asc|desc)$/i.test(order)) {
    throw refuseWith('http.bad-query', { parameter: 'sort', expected: '["opened", "DESC"]' }, ['sort']);
  }
  return { by, order: order.toLowerCase() as 'asc' | 'desc' };
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function json(text: string, parameter: string, expected: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuseWith('http.bad-query', { parameter, expected: `JSON ${expected}` }, [parameter]);
  }
}
