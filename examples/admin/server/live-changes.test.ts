import { afterAll, describe, expect, it } from 'vitest';
import { changeBus } from '@bihuan/adapters/http';
import { places } from './databases.fixture.ts';
import { demoApi, jsonInit } from './demo-api.fixture.ts';
import { keptChanges } from './kept-changes.ts';
import { openServerDatabase } from './open-database.ts';

const closing: (() => Promise<void>)[] = [];
afterAll(async () => { for (const close of closing) await close(); });

/** The next few lines of a stream. */
async function read(reader: ReadableStreamDefaultReader<Uint8Array>, until: RegExp): Promise<string> {
  let text = '';
  while (!until.test(text)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += new TextDecoder().decode(value);
  }
  return text;
}

describe('an open page', () => {
  it('hears that something of its district has changed, and nothing else about it', async () => {
    const changes = changeBus();
    const api = await demoApi({ changes }, { story: false });
    const clerk = await api.visitor(api.district.logins[0]!.username);
    const stream = await clerk.request('/api/events');
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/event-stream')]);
    const reader = stream.body!.getReader();
    await read(reader, /event: open/);
    changes.tell('another district', 'cases');
    await clerk.request('/api/cases', jsonInit('POST', { source: 'survey', fields: { content: '不外传的内容', place: '北街' } }));
    const told = await read(reader, /change/);
    expect(told).toBe('event: change\ndata: cases\n\n');
    await clerk.request('/api/cases', jsonInit('POST', { source: 'nowhere', fields: {} })); // refused: nothing has changed
    await clerk.request('/api/saved-queries', jsonInit('POST', { label: '我的' })); // nobody else's business
    await clerk.request('/api/cases', jsonInit('POST', { source: 'survey', fields: { content: '又一件', place: '北街' } }));
    expect((await read(reader, /change/)).match(/data: /g)).toHaveLength(1);
    changes.close();
    expect((await reader.read()).done).toBe(true);
  });

  it('has to be signed in', async () => {
    const api = await demoApi({ changes: changeBus() }, { story: false });
    expect((await (await api.visitor()).request('/api/events')).status).toBe(401);
  });
});

it.each(places)('of two processes on %s each hears of the other\'s changes, and of its own once', { timeout: 30_000 }, async (_, empty) => {
  const database = await openServerDatabase((await empty()).address);
  const [here, there] = [keptChanges(database.queries, 120), keptChanges(database.queries, 120)];
  closing.push(async () => { here.close(); there.close(); await database.close(); });
  const heard: Record<string, number> = { here: 0, there: 0, west: 0 };
  const listen = (bus: typeof here, tenant: string, who: string) => bus.hear(tenant, (topic) => { if (topic !== 'closed') heard[who]! += 1; });
  listen(here, 'east', 'here');
  listen(there, 'east', 'there');
  listen(there, 'west', 'west');
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  here.tell('east', 'cases');
  await expect.poll(() => heard['there'], { timeout: 10_000 }).toBe(1);
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  expect(heard).toEqual({ here: 1, there: 1, west: 0 });
});
