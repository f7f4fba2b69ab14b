import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { places } from '../server/databases.fixture.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, openBrowser } from './visitor.ts';

let browser: Browser;
beforeAll(async () => { browser = await openBrowser(); });
afterAll(() => browser?.close());

describe.each(places.filter(([name]) => name !== 'sqlite'))('the admin on %s', (_, empty) => {
  let server: RunningServer;
  beforeAll(async () => {
    const { address } = await empty();
    if (address.kind !== 'sqlite') server = await startServer('1330', address.url);
  });
  afterAll(() => server?.stop());

  it('has its list and its ledger, and a case goes on by a button', async () => {
    const visitor = await Visitor.at(browser, server.url);
    await visitor.as('wang-fang');
    await visitor.page.getByRole('tab', { name: /^全部/ }).click();
    await visitor.settled();
    expect(await visitor.page.locator('tbody tr').count()).toBeGreaterThan(5);
    const made = await visitor.tell<{ id: string }>('/api/cases', { source: 'hotline', home: 'zhenhua', reporter: { name: '周先生', phone: '139' }, fields: { content: '下水道堵塞', place: '南街', 'order-no': 'T1' } });
    await visitor.go(`/cases/${made.id}/show`);
    await visitor.act('致电诉求人', { 了解到的情况: '已问清' });
    expect(await visitor.page.getByText('已问清').first().isVisible()).toBe(true);
    await visitor.go('/ledgers/worksheet');
    expect(await visitor.page.locator('tbody tr').count()).toBeGreaterThan(5);
    await visitor.noComplaints();
  });
});
