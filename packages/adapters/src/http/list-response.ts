/**
 * The headers of a list's answer as ra-data-simple-rest wants it, beside 200 and an array: `Content-Range: cases 0-24/319` also
 * when it is empty or past the end; `X-Total-Count` says the total too. It is never 206 or 416, whatever `Range` header comes along.
 */
export function listHeaders(resource: string, rows: readonly unknown[], offset: number, total: number): Record<string, string> {
  const stretch = rows.length === 0 ? '*' : `${offset}-${offset + rows.length - 1}`;
  return { 'Content-Range': `${resource} ${stretch}/${total}`, 'X-Total-Count': String(total), 'Cache-Control': 'no-store' };
}
