import { language } from './look.ts';
import type { ProblemDocument } from './wire.ts';

/** The server has said no: its sentence, the fields that it names, and when to try again. */
export class Refused extends Error {
  constructor(readonly status: number, message: string, readonly errors: Readonly<Record<string, string>>, readonly retryAfter: number) { super(message); }
}

/** There was no answer: the line is lost, or the server is busy. What was sent is sent again. */
export class Unreached extends Error {}

const longest = 30_000;

/** Asks a district's API. */
export async function ask<T>(district: string, path: string, { body, headers = {} }: { readonly body?: object; readonly headers?: Readonly<Record<string, string>> } = {}): Promise<T> {
  const given = new AbortController();
  const timer = setTimeout(() => given.abort(), longest);
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(`/api/districts/${encodeURIComponent(district)}${path}`, {
      method: body === undefined ? 'GET' : 'POST', signal: given.signal, cache: 'no-store',
      headers: { 'Accept-Language': language(), ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    text = await answer.text();
  } catch {
    throw new Unreached();
  } finally {
    clearTimeout(timer);
  }
  if (answer.status >= 500) throw new Unreached();
  const said = text === '' ? {} : JSON.parse(text) as object;
  if (answer.ok) return said as T;
  const { message = '', errors = {} } = said as Partial<ProblemDocument>;
  throw new Refused(answer.status, message, errors as Readonly<Record<string, string>>, Number(answer.headers.get('Retry-After') ?? 0));
}
