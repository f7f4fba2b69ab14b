import { createHmac, timingSafeEqual } from 'node:crypto';

/** What is signed: the id and the time of the attempt with the body, so that nothing can be sent again later under another name. */
export interface Signed { readonly id: string; readonly seconds: number; readonly body: string }

/** Why a request is not believed. `missing`: not signed; `stale`: too old, or from the future; `wrong`: not by this secret, or not this body. */
export type Verified = { readonly ok: true; readonly id: string; readonly at: number } | { readonly ok: false; readonly why: 'missing' | 'stale' | 'wrong' };

export interface VerifyOptions {
  /** The request's, of a `Request` or of Node's own server. */
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As it came, before it is parsed. */
  readonly body: string;
  /** The secret; several, while one follows another. */
  readonly secret: string | readonly string[];
  /** In milliseconds. */
  readonly now: number;
  /** By how many seconds the sender's clock may differ, the way included. Default 300. */
  readonly tolerance?: number;
}

/** The headers of the Standard Webhooks specification: id, time in seconds, signatures. */
export const headerNames = { id: 'webhook-id', time: 'webhook-timestamp', signature: 'webhook-signature' } as const;

/**
 * The key of a secret: `whsec_` and base64, or a text of its own.
 * @throws {RangeError} when it has less than 24 bytes
 */
export function keyOf(secret: string): Buffer {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
  if (key.length < 24) throw new RangeError('A webhook secret needs at least 24 bytes / 签名密钥至少 24 字节');
  return key;
}

/** HMAC-SHA256, as the specification writes it: `v1,` and base64. */
export const signatureOf = (key: Buffer, { id, seconds, body }: Signed): string => `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;

/**
 * Whether a request comes from whoever knows the secret, unchanged and just now. For receivers; those in other languages find it in any library for Standard Webhooks.
 * 供接收方核验：是知道密钥的一方刚刚发来的、没有被改过。
 */
export function verifySignature({ headers, body, secret, now, tolerance = 300 }: VerifyOptions): Verified {
  const [id, time, given] = [headerNames.id, headerNames.time, headerNames.signature].map((name) => headerOf(headers, name));
  if (!id || !time || !given || !/^\d{1,12}$/.test(time)) return { ok: false, why: 'missing' };
  const seconds = Number(time);
  const [keys, signatures] = [[secret].flat().map(keyOf), given.split(' ')];
  const known = keys.some((key) => signatures.some((signature) => same(signature, signatureOf(key, { id, seconds, body }))));
  if (!known) return { ok: false, why: 'wrong' };
  return Math.abs(now / 1000 - seconds) > tolerance ? { ok: false, why: 'stale' } : { ok: true, id, at: seconds * 1000 };
}

const headerOf = (headers: VerifyOptions['headers'], name: string): string | undefined => {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
};

/** In a time that tells nothing of where they differ. */
const same = (a: string, b: string): boolean => {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.length === two.length && timingSafeEqual(one, two);
};
