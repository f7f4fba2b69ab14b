import type { Delivery, Send, Sent } from './delivery.ts';
import { headerNames, keyOf, signatureOf } from './signature.ts';

export interface WebhookOptions {
  readonly url: string | URL;
  /** Shared with the receiver, at least 24 bytes: `whsec_` and base64, or a text. Several while one follows another: each signs. */
  readonly secret: string | readonly string[];
  readonly fetch?: typeof globalThis.fetch;
  /** How long to wait for the answer, in milliseconds. Default ten seconds; at most half the lease. */
  readonly timeout?: number;
  /** Further headers, for a gateway in between. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends each event to a URL as JSON, signed as Standard Webhooks says: HMAC-SHA256 over id, time and body. Any 2xx means that it has been taken in;
 * redirects are not followed. `Retry-After` is kept to; what is refused for what it is (400, 410, 413, 415, 422) is not tried again.
 * 把每个事件签名后以 JSON 发到一个网址；2xx 即为收到，其余按退避重试。
 * @throws {RangeError} at once, when a secret is too short
 */
export function webhook({ url, secret, fetch = globalThis.fetch, timeout = 10_000, headers = {} }: WebhookOptions): Send {
  const keys = [secret].flat().map(keyOf);
  return async (delivery) => {
    const body = bodyOf(delivery);
    const signed = { id: delivery.id, seconds: Math.floor(delivery.at / 1000), body };
    try {
      const answer = await fetch(url, {
        method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(timeout),
        headers: {
          ...headers, 'content-type': 'application/json; charset=utf-8',
          [headerNames.id]: signed.id, [headerNames.time]: String(signed.seconds), [headerNames.signature]: keys.map((key) => signatureOf(key, signed)).join(' '),
        },
      });
      await answer.body?.cancel();
      return sentOf(answer, delivery.at);
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  };
}

/** What a receiver reads: which event of which case, and the event as it is kept. */
export interface WebhookBody extends Pick<Delivery, 'tenant' | 'seq' | 'event'> { readonly type: 'case.event'; readonly case: string }
const bodyOf = ({ tenant, caseId, seq, event }: Delivery): string => JSON.stringify({ type: 'case.event', tenant, case: caseId, seq, event } satisfies WebhookBody);

const refusing: ReadonlySet<number> = new Set([400, 410, 413, 415, 422]);

function sentOf(answer: Response, at: number): Sent {
  if (answer.ok) return { ok: true };
  const after = waitOf(answer.headers.get('retry-after'), at);
  return { ok: false, reason: `HTTP ${answer.status}`, ...(after !== undefined && { after }), ...(refusing.has(answer.status) && { final: true }) };
}

/** Seconds, or a date; no more than a day is believed. */
function waitOf(header: string | null, at: number): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - at;
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, 86_400_000) : undefined;
}

/** The cause says more than “fetch failed”: refused, unknown host, timed out. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${'code' in cause ? String(cause.code) : cause.message}` : `${error.name}: ${error.message}`;
}
