import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, openBrowser } from './visitor.ts';

let server: RunningServer;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  visitor = await Visitor.at(browser, server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const counted = async (view: string) => Number(await visitor.page.locator(`[data-view="${view}"] [data-count]`).innerText());
const total = async () => Number(/共 (\d+) 条/.exec(await visitor.page.locator('.MuiTablePagination-displayedRows').innerText())?.[1]);

describe('the way in', () => {
  it('is refused with a sentence when the password is wrong', async () => {
    await visitor.go('/login');
    await visitor.page.getByRole('textbox', { name: '账号' }).fill('wang-fang');
    await visitor.page.locator('input[type=password]').fill('wrong');
    await visitor.page.getByRole('button', { name: '登录', exact: true }).click();
    await visitor.page.getByRole('alert').first().waitFor();
    expect(await visitor.page.getByRole('alert').first().innerText()).not.toBe('');
  });
  it('takes one click in the demo, and leads back to the login page after leaving', async () => {
    await visitor.page.getByRole('button', { name: /街道党工委/ }).click();
    await visitor.page.waitForURL(/#\/desk/);
    await visitor.settled();
    expect(await visitor.h1()).toBe('工作台');
    await visitor.page.getByRole('button', { name: '郭志强' }).click();
    await visitor.page.getByRole('menuitem', { name: '退出登录' }).click();
    await visitor.page.waitForURL(/#\/login/);
    await visitor.noComplaints();
  });
});

describe('the list of cases', () => {
  it('shows in each tab as many cases as the tab says', async () => {
    await visitor.as('guo-zhiqiang');
    expect(await counted('all')).toBe(160);
    for (const view of ['todo', 'due-soon', 'overdue', 'mine-done', 'all']) {
      await visitor.page.locator(`[data-view="${view}"]`).click();
      await visitor.settled();
      const expected = await counted(view);
      expect(expected, view).toBeGreaterThan(0);
      await expect.poll(total).toBe(expected);
      expect(await visitor.page.locator('tbody tr').count(), view).toBe(Math.min(expected, 25));
    }
    await visitor.noComplaints();
  });
  it('is narrowed by search and by the method’s filters, the counts with it', async () => {
    await visitor.page.getByRole('searchbox').fill('暖气');
    await expect.poll(() => counted('all')).toBeLessThan(160);
    await visitor.settled();
    const found = await total();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(160);
    await expect.poll(() => counted('all')).toBe(found);
    for (const row of await visitor.page.locator('tbody tr').allInnerTexts()) expect(row).toContain('暖气');
    await visitor.page.getByRole('searchbox').fill('');
    await expect.poll(() => counted('all')).toBe(160);
    await visitor.page.getByRole('button', { name: '筛选', exact: true }).click();
    await visitor.page.getByRole('combobox', { name: '类别' }).click();
    await visitor.page.getByRole('option', { name: '目标上墙' }).click();
    await visitor.settled();
    await expect.poll(total).toBe(29);
    await expect.poll(() => counted('all')).toBe(29);
    await visitor.page.getByRole('button', { name: '清空筛选' }).click();
    await visitor.settled();
    await expect.poll(total).toBe(160);
    await visitor.noComplaints();
  });
  it('is sorted, paged, and lets columns be hidden', async () => {
    await visitor.page.getByRole('button', { name: /上报时间/ }).click();
    await visitor.settled();
    const first = await visitor.page.locator('tbody tr').first().innerText();
    await visitor.page.getByRole('button', { name: /上报时间/ }).click();
    await visitor.settled();
    expect(await visitor.page.locator('tbody tr').first().innerText()).not.toBe(first);
    await visitor.page.getByRole('button', { name: '转到第 2 页' }).click();
    await visitor.settled();
    expect(await visitor.page.locator('.MuiTablePagination-displayedRows').innerText()).toContain('26-50');
    await visitor.page.getByRole('button', { name: '列设置' }).click();
    await visitor.page.getByRole('switch', { name: '任务来源' }).uncheck();
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('columnheader', { name: '任务来源' }).waitFor({ state: 'detached' });
    await visitor.noComplaints();
  });
  it('opens a case from the keyboard', async () => {
    const link = visitor.page.locator('tbody tr a').first();
    const id = await link.innerText();
    await link.focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.section('办理经过').waitFor();
    expect(await visitor.h1()).toContain(id);
    await visitor.noComplaints();
  });
  it('speaks English when asked to', async () => {
    await visitor.go('/cases');
    await visitor.page.getByRole('button', { name: 'English', exact: true }).click();
    await visitor.page.getByRole('heading', { name: 'Cases', exact: true }).waitFor();
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
    expect(await visitor.page.locator('main').innerText()).toMatch(/To do/);
    await visitor.page.getByRole('button', { name: '中文', exact: true }).click();
    await visitor.page.getByRole('heading', { name: '工单列表', exact: true }).waitFor();
    await visitor.noComplaints();
  });
  it('moves with the demo’s clock', async () => {
    await visitor.as('guo-zhiqiang');
    const before = await counted('overdue');
    const time = visitor.page.locator('aside time');
    const at = await time.innerText();
    await visitor.page.getByRole('button', { name: '快进 1 周' }).click();
    await visitor.page.getByText('时间已到').waitFor();
    await visitor.settled();
    expect(await time.innerText()).not.toBe(at);
    expect(await counted('overdue')).toBeGreaterThan(before);
    await visitor.noComplaints();
  });
});
