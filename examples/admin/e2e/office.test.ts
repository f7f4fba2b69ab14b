import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, openBrowser } from './visitor.ts';

const phone = { width: 390, height: 844 };
const wall = { width: 1920, height: 1080 };
const pages = ['/people', '/people?tab=people', '/people?tab=import', '/audit', '/audit?log=logins'];

let server: RunningServer;
let browser: Browser;

beforeAll(async () => { [server, browser] = await Promise.all([startServer(), openBrowser()]); });
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const overflow = (visitor: Visitor) => visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const at = async (person: string, path: string, viewport?: { width: number; height: number }) => {
  const visitor = await Visitor.at(browser, server.url, viewport);
  await visitor.as(person, path);
  return visitor;
};

describe('units and people', () => {
  it('are changed by an administrator: somebody new gets a post, signs in, is switched off; every change is on record', async () => {
    const visitor = await at('admin', '/people?tab=people');
    await visitor.page.getByRole('button', { name: '新增人员' }).click();
    const dialog = visitor.dialog();
    await dialog.getByLabel('姓名').fill('钱新');
    await dialog.getByLabel('用户名').fill('qian-xin');
    await dialog.getByLabel('密码').fill('short');
    await dialog.getByRole('button', { name: '提交' }).click();
    await dialog.getByText('密码至少 10 个字符').first().waitFor();
    expect(await findings(visitor)).toEqual([]);
    await dialog.getByLabel('密码').fill('bihuan-demo-12');
    await dialog.getByRole('button', { name: '提交' }).click();
    await dialog.waitFor({ state: 'detached' });
    const row = visitor.page.locator('[data-person="qian-xin"]');
    expect(await row.innerText()).toContain('没有岗位');

    await visitor.go('/people');
    await visitor.page.locator('[data-unit="yucai"]').click();
    await visitor.page.getByRole('button', { name: '任岗' }).click();
    await dialog.getByLabel('人员').click();
    await visitor.page.getByRole('option', { name: /钱新/ }).click();
    await dialog.getByLabel('角色').click();
    await visitor.page.getByRole('option', { name: '社区/热线工作人员' }).click();
    await dialog.getByRole('button', { name: '提交' }).click();
    await dialog.waitFor({ state: 'detached' });
    await visitor.page.locator('[data-post="qian-xin.1"]').waitFor();

    await visitor.go('/people?tab=people');
    expect(await row.innerText()).toContain('以社区/热线工作人员办理');
    const session = () => visitor.page.context().request.post(`${server.url}/api/districts/1330/session`, { data: { username: 'qian-xin', password: 'bihuan-demo-12' } });
    await row.getByRole('button', { name: '停用' }).click();
    await dialog.getByRole('button', { name: '提交' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await row.innerText()).toContain('已停用');
    await visitor.go('/audit');
    expect(await visitor.page.locator('tbody tr').first().innerText()).toMatch(/停用账号\s+qian-xin/);
    expect((await session()).status()).toBe(401);
    await visitor.noComplaints();
  });

  it('are nobody else\'s business', async () => {
    const visitor = await at('wang-fang', '/people');
    expect(await visitor.page.getByText('只有本区的系统管理员可以操作').count()).toBe(1);
    expect(await visitor.page.getByRole('link', { name: '组织与人员' }).count()).toBe(0);
    await visitor.noComplaints();
  });

  it('a table of units is tried, its faults are told by line, and then it is taken', async () => {
    const visitor = await at('admin', '/people?tab=import');
    const box = visitor.section('导入单位');
    const choose = (text: string) => box.locator('input[type=file]').setInputFiles({ name: '单位.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose('名称,层级,上级单位\n临湖社区,社区,没有的街道\n');
    expect(await box.locator('[data-line="2"]').innerText()).toContain('没有叫“没有的街道”的单位');
    await choose('名称,层级,上级单位,标识\n临湖社区,社区,振华街道,linhu\n');
    await box.getByRole('button', { name: '确认导入' }).click();
    await box.locator('[data-outcome=done]').waitFor();
    await visitor.go('/people');
    await visitor.page.locator('[data-unit="linhu"]').waitFor();
    await visitor.noComplaints();
  });
});

it('the chains are checked: the log and every case are what was written', async () => {
  const visitor = await at('admin', '/audit');
  await visitor.page.getByRole('button', { name: '现在核对' }).click();
  await visitor.page.locator('[data-checked=true]').waitFor();
  expect(await visitor.section('记录链').innerText()).toMatch(/管理日志完整，共 \d+ 行[\s\S]*件事项、\d+ 条记录，全部完整/);
  await visitor.noComplaints();
});

it('a register is brought in from a table', async () => {
  const visitor = await Visitor.at(browser, server.url);
  const logins = (await visitor.ask<{ logins: { username: string }[] }[]>('/api/districts'))[0]!.logins;
  for (const { username } of logins) {
    await visitor.as(username, '/subjects/production-unit');
    if (await visitor.page.getByRole('link', { name: '导入', exact: true }).count() > 0) break;
  }
  await visitor.page.getByRole('link', { name: '导入', exact: true }).click();
  const template = await (await visitor.page.context().request.get(`${server.url}/api/registers/production-unit/template.csv?lang=zh`)).text();
  const [header, example] = template.split('\r\n');
  const row = example!.replaceAll(/（示例[^,]*）/g, '新开的面馆');
  await visitor.page.locator('input[type=file]').setInputFiles({ name: '底册.csv', mimeType: 'text/csv', buffer: Buffer.from(`${header}\n${row}\n`) });
  await visitor.page.locator('[data-outcome=tried]').waitFor();
  expect(await findings(visitor)).toEqual([]);
  await visitor.page.getByRole('button', { name: '确认导入' }).click();
  await visitor.page.locator('[data-outcome=done]').waitFor();
  await visitor.noComplaints();
});

it('the number on a tab follows what somebody else has just done, without a click', async () => {
  const [watcher, writer] = [await at('guo-zhiqiang', '/cases'), await at('wang-fang', '/cases')];
  const count = () => watcher.page.locator('[data-view=all] [data-count]').innerText();
  const before = Number(await count());
  await writer.tell('/api/cases', { source: 'survey', fields: { content: '井盖松动', place: '北街' } });
  await expect.poll(count, { timeout: 10_000 }).toBe(String(before + 1));
  await watcher.noComplaints();
});

describe('the big screen', () => {
  it('fills a wall, and every number opens exactly its list', async () => {
    const visitor = await at('guo-zhiqiang', '/screen', wall);
    await visitor.page.locator('[data-view=all]').waitFor();
    expect(await findings(visitor)).toEqual([]);
    expect(await overflow(visitor)).toBe(0);
    expect(await visitor.page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)).toBe(0);
    const numbers = visitor.page.locator('[data-count]:not([data-count="0"])');
    for (let i = 0; i < await numbers.count(); i += 5) {
      const [number, href] = [await numbers.nth(i).getAttribute('data-count'), await numbers.nth(i).getAttribute('href')];
      const filter = new URLSearchParams(href!.split('?')[1]).get('filter')!;
      const answer = await visitor.page.context().request.get(`${server.url}/api/cases?range=[0,0]&filter=${encodeURIComponent(filter)}`);
      expect([filter, answer.headers()['content-range']?.split('/')[1]]).toEqual([filter, number]);
    }
    await visitor.noComplaints();
  });

  it('is a list on a phone', async () => {
    const visitor = await at('guo-zhiqiang', '/screen', phone);
    expect([await overflow(visitor), await visitor.page.locator('svg[role=img], [_echarts_instance_]:visible').count()]).toEqual([0, 0]);
    expect(await findings(visitor)).toEqual([]);
    await visitor.noComplaints();
  });
});

describe.each(['light', 'dark'])('the pages of an office (%s)', (theme) => {
  it('have no serious finding, one h1, no sideways scroll, at a desk and on a phone, in both languages', { timeout: 120_000 }, async () => {
    const visitor = await Visitor.at(browser, server.url);
    await visitor.go('/login');
    await visitor.page.evaluate((chosen) => { localStorage.setItem('RaStorebihuan.theme', JSON.stringify(chosen)); }, theme);
    if (theme === 'dark') await visitor.page.evaluate(() => { localStorage.setItem('RaStorebihuan.locale', JSON.stringify('en')); });
    await visitor.as('admin', '/people');
    for (const path of pages) {
      for (const viewport of [phone, { width: 1440, height: 900 }]) {
        await visitor.page.setViewportSize(viewport);
        await visitor.go(path);
        expect([path, viewport.width, await overflow(visitor), await visitor.page.locator('h1').count()]).toEqual([path, viewport.width, 0, 1]);
      }
      expect(await findings(visitor), path).toEqual([]);
    }
    await visitor.noComplaints();
  });
});
