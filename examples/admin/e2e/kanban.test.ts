import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, fill, openBrowser } from './visitor.ts';

let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let id: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  visitor = await Visitor.at(browser, server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const column = (name: string) => visitor.page.locator(`[data-column="${name}"]`);
const columnOf = () => visitor.page.locator(`[data-column]:has([data-card="${id}"])`).getAttribute('data-column');

it('by keyboard a case is picked up, told where it can go, and dropped on the step that an action leads to', async () => {
  await visitor.as('wang-fang');
  ({ id } = await visitor.tell<{ id: string }>('/api/cases', { source: 'hotline', home: 'zhenhua', reporter: { name: '周先生', phone: '13900000000' }, fields: { content: '看板路灯不亮', place: '南街', 'order-no': 'K1' } }));
  await visitor.go('/kanban');
  expect(await findings(visitor)).toEqual([]);
  const from = await columnOf();
  await visitor.page.getByRole('button', { name: `移动 ${id}` }).press('Space');
  await visitor.settled();
  expect(await column('handling').getAttribute('data-open')).toBe('false');
  expect(await column('handling').innerText()).not.toBe('');
  await visitor.page.keyboard.press('ArrowRight');
  await visitor.page.getByText(new RegExp(`${id} 在“.*”上方`)).waitFor({ state: 'attached' });
  await visitor.page.keyboard.press('Space');
  await visitor.dialog().waitFor();
  await fill(visitor.dialog(), { 了解到的情况: '已问清' });
  expect(await findings(visitor)).toEqual([]);
  await visitor.submit();
  await visitor.dialog().waitFor({ state: 'detached' });
  await visitor.settled();
  expect(await columnOf()).not.toBe(from);
  await visitor.noComplaints();
});

it('fits a phone: the board scrolls in its box', async () => {
  await visitor.page.setViewportSize({ width: 390, height: 844 });
  await visitor.go('/kanban');
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await findings(visitor)).toEqual([]);
});
