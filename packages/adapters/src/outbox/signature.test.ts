import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifySignature } from './index.ts';
import { keyOf, signatureOf } from './signature.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const known = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1614265330, body: '{"test": 2432232314}' };
const headersOf = ({ id, seconds }: typeof known, signature: string) => ({ 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signature });
const now = known.seconds * 1000;
const other = 'another secret that is long enough';

it('a signature is that of the Standard Webhooks specification: its published example', () => {
  expect(signatureOf(keyOf(secret), known)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

describe('a request', () => {
  const headers = headersOf(known, signatureOf(keyOf(secret), known));
  it('is believed as it was signed, from a Headers object as from Node’s, and says which event and when', () => {
    const believed = { ok: true, id: known.id, at: now };
    expect(verifySignature({ headers, body: known.body, secret, now })).toEqual(believed);
    expect(verifySignature({ headers: new Headers(headers), body: known.body, secret, now: now + 300_000 })).toEqual(believed);
  });

  it.each([
    ['without a signature', { headers: {} }, 'missing'], ['with a time that is none', { headers: { ...headers, 'webhook-timestamp': '1e9' } }, 'missing'],
    ['by another secret', { secret: other }, 'wrong'], ['under another id', { headers: { ...headers, 'webhook-id': 'msg_2' } }, 'wrong'],
    ['at another time', { headers: { ...headers, 'webhook-timestamp': '1614265331' } }, 'wrong'], ['with a signature that is none', { headers: { ...headers, 'webhook-signature': 'v1,' } }, 'wrong'],
    ['that is too old', { now: now + 301_000 }, 'stale'], ['from the future', { now: now - 301_000 }, 'stale'], ['past a tolerance of its own', { now: now + 2000, tolerance: 1 }, 'stale'],
  ] as const)('%s is not', (_, over, why) => {
    expect(verifySignature({ headers, body: known.body, secret, now, ...over })).toEqual({ ok: false, why });
  });

  it('is believed while one secret follows another, whichever side changes first', () => {
    const both = `${signatureOf(keyOf(other), known)} ${headers['webhook-signature']}`;
    for (const secrets of [secret, other, [other, secret], ['a third secret that is long enough', other]])
      expect(verifySignature({ headers: headersOf(known, both), body: known.body, secret: secrets, now }).ok).toBe(true);
    expect(verifySignature({ headers, body: known.body, secret: [other, secret], now }).ok).toBe(true);
  });

  it('is not, whatever has been changed in it', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (body, changed) => {
    const message = { ...known, body };
    const verified = verifySignature({ headers: headersOf(message, signatureOf(keyOf(other), message)), body: changed, secret: other, now });
    expect(verified.ok).toBe(Buffer.from(body).equals(Buffer.from(changed)));
  })));
});

it('a secret that is too short is a mistake of the program', () => {
  for (const short of ['', 'secret', 'whsec_c2hvcnQ=']) expect(() => keyOf(short)).toThrow(RangeError);
});
