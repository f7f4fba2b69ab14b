import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, openBrowser } from './visitor.ts';

const pages = [
  ['the desk', '/desk'], ['the list', '/cases'], ['a case', '/cases/000137/show'], ['reporting', '/report'], ['the worksheet', '/ledgers/worksheet?period=2021'],
  ['the board', '/boards/overview?asOf=2021-11-06'], ['a board of rates', '/boards/hotline?period=2021-10'], ['the method', '/method'],
] as const;

let server: RunningServer;
let browser: Browser;

beforeAll(async () => { [server, browser] = await Promise.all([startServer(), openBrowser()]); });
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const overflow = (visitor: Visitor) => visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('every page', () => {
  it.each(['light', 'dark'])('has no serious finding of axe, one h1, no sideways scroll (%s)', async (theme) => {
    const visitor = await Visitor.at(browser, server.url);
    await visitor.go('/login');
    expect(await findings(visitor)).toEqual([]);
    await visitor.page.evaluate((chosen) => { localStorage.setItem('RaStorebihuan.theme', JSON.stringify(chosen)); }, theme);
    await visitor.as('wang-fang');
    for (const [name, path] of pages) {
      await visitor.go(path);
      expect(await visitor.page.locator('h1').count(), name).toBe(1);
      expect(await findings(visitor), name).toEqual([]);
      expect(await overflow(visitor), name).toBe(0);
    }
    await visitor.noComplaints();
  });

  it('fits a phone of 390 px; the list becomes cards, the worksheet scrolls in its box', async () => {
    const visitor = await Visitor.at(browser, server.url, { width: 390, height: 844 });
    await visitor.go('/login');
    expect(await overflow(visitor)).toBe(0);
    await visitor.as('guo-zhiqiang');
    for (const [name, path] of pages) {
      await visitor.go(path);
      expect(await overflow(visitor), name).toBe(0);
      expect(await findings(visitor), name).toEqual([]);
    }
    await visitor.go('/cases');
    expect(await visitor.page.locator('table').count()).toBe(0);
    await visitor.page.getByRole('list', { name: '事项卡片' }).getByRole('link').first().click();
    await visitor.section('办理经过').waitFor();
    await visitor.go('/ledgers/worksheet?period=2021');
    const box = visitor.page.getByRole('region', { name: /工作表，可左右滚动/ });
    expect(await box.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
    await visitor.page.getByRole('button', { name: '打开菜单' }).click();
    await visitor.page.getByRole('link', { name: '登记事项' }).click();
    await visitor.page.getByRole('heading', { name: '登记事项', level: 1 }).waitFor();
    await visitor.noComplaints();
  });

  it('grows with the chosen size of letters and still fits', async () => {
    const visitor = await Visitor.at(browser, server.url, { width: 390, height: 844 });
    await visitor.as('guo-zhiqiang');
    await visitor.page.getByRole('button', { name: /字号/ }).click();
    await visitor.page.getByRole('menuitemradio', { name: '特大' }).click();
    await visitor.page.keyboard.press('Escape');
    expect(await visitor.page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('22px');
    for (const [name, path] of pages) {
      await visitor.go(path);
      expect(await overflow(visitor), name).toBe(0);
    }
    await visitor.noComplaints();
  });

  it('opens a dialog, the flow and the menus without a finding', async () => {
    const visitor = await Visitor.at(browser, server.url);
    await visitor.as('guo-zhiqiang', '/cases/000137/show');
    await visitor.openForm('党群会诊');
    expect(await findings(visitor), 'dialog').toEqual([]);
    await visitor.page.keyboard.press('Escape');
    await visitor.dialog().waitFor({ state: 'detached' });
    await visitor.page.getByRole('button', { name: '查看流程图' }).click();
    await visitor.page.locator('.react-flow__node').first().waitFor();
    await visitor.page.waitForTimeout(500);
    expect(await findings(visitor), 'flow').toEqual([]);
    await visitor.noComplaints();
  });
});
