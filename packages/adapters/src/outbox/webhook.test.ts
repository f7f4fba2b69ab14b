import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { actedEvent, here } from '../contract/sample-cases.ts';
import { verifySignature, webhook, type Delivery, type WebhookOptions } from './index.ts';

const secret = '居委会与平台之间共享的一段很长的密钥';
const at = 1_800_000_000_123;
const delivery: Delivery = { id: '%E6%B1%9F:c1:3', tenant: here, consumer: 'far', caseId: 'c1', seq: 3, event: actedEvent(3), at, tries: 0 };

const ends: (() => Promise<void>)[] = [];
afterEach(async () => { for (const end of ends.splice(0)) await end(); });
/** A receiver on this machine; what it got, in order. */
async function receiver(answer: (response: ServerResponse) => void) {
  const got: { readonly request: IncomingMessage; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => { body += part; }).on('end', () => { got.push({ request, body }); answer(response); });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  ends.push(() => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }));
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events` };
}
const answering = (status: number, headers: Record<string, string> = {}) => receiver((response) => { response.writeHead(status, headers).end('some text'); });
const send = async (status: number, headers?: Record<string, string>, options?: Partial<WebhookOptions>) => {
  const { url } = await answering(status, headers);
  return webhook({ url, secret, ...options })(delivery);
};

describe('a webhook', () => {
  it('gets the event as JSON, signed for this attempt, with further headers of the host’s', async () => {
    const { url, got } = await answering(204);
    expect(await webhook({ url, secret, headers: { 'x-gateway': 'west' } })(delivery)).toEqual({ ok: true });
    const [{ request, body }] = got as [typeof got[number]];
    expect([request.method, request.url, request.headers['content-type'], request.headers['x-gateway']]).toEqual(['POST', '/events', 'application/json; charset=utf-8', 'west']);
    expect(verifySignature({ headers: request.headers, body, secret, now: at + 1000 })).toEqual({ ok: true, id: delivery.id, at: Math.floor(at / 1000) * 1000 });
    expect(JSON.parse(body)).toEqual({ type: 'case.event', tenant: here, case: 'c1', seq: 3, event: actedEvent(3) });
  });

  it.each([200, 201, 202, 204])('that answers %i has it', async (status) => { expect(await send(status)).toEqual({ ok: true }); });
  it.each([401, 403, 404, 409, 500, 502])('that answers %i is told again later', async (status) => { expect(await send(status)).toEqual({ ok: false, reason: `HTTP ${status}` }); });
  it.each([400, 410, 413, 415, 422])('that answers %i would refuse it again', async (status) => { expect(await send(status)).toEqual({ ok: false, reason: `HTTP ${status}`, final: true }); });

  it.each([['30', 30_000], [new Date(at - at % 1000 + 60_000).toUTCString(), 60_000 - at % 1000], ['999999999', 86_400_000], ['soon', undefined], [new Date(at - 9000).toUTCString(), undefined]])('that says Retry-After: %s is waited for', async (header, after) => {
    expect(await send(503, { 'retry-after': header })).toEqual({ ok: false, reason: 'HTTP 503', ...(after !== undefined && { after }) });
  });

  it('is not followed elsewhere: a redirect is a failed attempt', async () => {
    const other = await answering(200);
    expect(await send(307, { location: other.url })).toEqual({ ok: false, reason: 'HTTP 307' });
    expect(other.got).toEqual([]);
  });

  it('that does not answer in time, or is not there, is a failed attempt that says so', async () => {
    const { url } = await receiver(() => {});
    expect(await webhook({ url, secret, timeout: 50 })(delivery)).toEqual({ ok: false, reason: expect.stringContaining('TimeoutError') });
    expect(await webhook({ url: 'http://127.0.0.1:1/', secret })(delivery)).toEqual({ ok: false, reason: expect.stringMatching(/ECONNREFUSED|bad port/) });
  });

  it('with a secret that is too short is a mistake of the program, found before anything is sent', () => {
    expect(() => webhook({ url: 'http://127.0.0.1/', secret: 'short' })).toThrow(RangeError);
  });
});
