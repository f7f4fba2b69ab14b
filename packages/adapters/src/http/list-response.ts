import type { Context, TypedResponse } from 'hono';
import type { JSONParsed } from 'hono/utils/types';

/**
 * A list's answer as ra-data-simple-rest wants it: 200 with an array, and `Content-Range: cases 0-24/319` also when it is
 * empty or past the end; `X-Total-Count` says the total too. It is never 206 or 416, whatever `Range` header comes along.
 */
export function listResponse<T>(c: Context, resource: string, rows: readonly T[], offset: number, total: number): Response & TypedResponse<JSONParsed<T[]>, 200, 'json'> {
  const stretch = rows.length === 0 ? '*' : `${offset}-${offset + rows.length - 1}`;
  const response: Response = c.json(rows as never, 200, { 'Content-Range': `${resource} ${stretch}/${total}`, 'X-Total-Count': String(total), 'Cache-Control': 'no-store' });
  return response as Response & TypedResponse<JSONParsed<T[]>, 200, 'json'>;
}
