import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, fill, openBrowser } from './visitor.ts';

let server: RunningServer;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('1330'), openBrowser()]);
  visitor = await Visitor.at(browser, server.url);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const tab = (name: string): Locator => visitor.page.getByRole('tab', { name, exact: true });
const part = (name: string) => visitor.page.getByRole('navigation', { name: '编辑哪一部分' }).getByRole('button', { name, exact: true }).click();
const kept = () => expect.poll(() => visitor.page.locator('[data-kept]').getAttribute('data-kept'), { timeout: 10_000 }).toBe('saved');
const errors = () => visitor.page.locator('[data-findings]').getAttribute('data-findings');
/** Who reports what comes in by the hotline. */
const clerk = async (): Promise<string> =>
  (await visitor.ask<{ logins: { username: string; role: { zh: string } }[] }[]>('/api/districts'))[0]!.logins.find(({ role }) => role.zh === '社区/热线工作人员')!.username;
/** Where SHOTS names a folder, what is on screen goes there. */
const shot = async (name: string) => { if (process.env['SHOTS']) await visitor.page.screenshot({ path: `${process.env['SHOTS']}/studio-${name}.png` }); };

it('is not there for who is no administrator', async () => {
  await visitor.as(await clerk(), '/studio');
  expect(await visitor.page.locator('main').innerText()).toContain('管理员');
  expect(await visitor.page.getByRole('link', { name: '工作法设计' }).count()).toBe(0);
});

it('an administrator begins a draft, changes a limit and a form without a line of code, and it is kept', async () => {
  await visitor.as('admin', '/desk');
  await visitor.page.getByRole('link', { name: '工作法设计' }).click();
  await visitor.page.getByRole('button', { name: '开始', exact: true }).click();
  await tab('表单').waitFor();
  await part('时限');
  const limit = visitor.section('第一时间致电诉求人的时限');
  await limit.getByLabel('时长', { exact: true }).fill('15');
  await shot('limits');
  await part('字段');
  await visitor.page.getByRole('button', { name: '添加字段' }).click();
  const field = visitor.section('新字段');
  await field.getByLabel('种类').click();
  await visitor.page.getByRole('option', { name: '数字', exact: true }).click();
  await field.getByLabel('名称（中文）').fill('涉及户数');
  await part('表单与操作人');
  await visitor.page.getByRole('combobox', { name: '涉及户数' }).click();
  await visitor.page.getByRole('option', { name: '选填' }).click();
  await shot('forms');
  await kept();
  expect(await errors()).toBe('0');
  await visitor.go('/studio');
  await part('时限');
  expect(await visitor.section('第一时间致电诉求人的时限').getByLabel('时长', { exact: true }).inputValue()).toBe('15');
});

it('what is wrong is shown at its line, and mended with one click', async () => {
  await tab('JSON').click();
  const editor = visitor.page.getByRole('textbox', { name: '工作法 JSON' });
  await editor.click();
  await visitor.page.keyboard.press('Control+f');
  await visitor.page.locator('.cm-search input[name=search]').pressSequentially('"by": ["leading-group"]');
  await visitor.page.keyboard.press('Enter');
  await visitor.page.keyboard.press('Escape');
  await editor.focus();
  await visitor.page.keyboard.insertText('"by": ["leading-grup"]');
  await expect.poll(errors, { timeout: 10_000 }).not.toBe('0');
  await visitor.page.locator('[data-findings] summary').click();
  await expect.poll(() => visitor.page.locator('.cm-lint-marker-error').count()).toBeGreaterThan(0);
  await shot('json');
  await visitor.page.getByRole('button', { name: '改为“leading-group”' }).first().click();
  await expect.poll(errors, { timeout: 10_000 }).toBe('0');
  await kept();
});

it('the flow is drawn, a case is played through with a clock of its own, and the scenarios say what they no longer fit', async () => {
  await tab('流程图').click();
  await visitor.page.locator('.react-flow__node').first().waitFor();
  await shot('flow');
  await tab('试算').click();
  await visitor.page.getByLabel('试算的时间').fill('2021-10-08T09:00');
  await visitor.page.getByLabel('事项从哪里来').click();
  await visitor.page.getByRole('option', { name: /12345/ }).click();
  await fill(visitor.section('登记一件'), { 姓名: '周女士', 工单编号: 'T1', 主要内容: '路灯不亮', 涉及户数: '12' });
  await visitor.page.getByRole('button', { name: '登记', exact: true }).click();
  await expect.poll(() => visitor.section('时限').innerText()).toContain('2021-10-08 09:15');
  await visitor.page.getByRole('button', { name: '+1 小时' }).click();
  await expect.poll(() => visitor.section('时限').innerText()).toContain('已超期');
  await shot('dry-run');
  await tab('情景').click();
  await visitor.page.getByRole('button', { name: '运行情景' }).click();
  await visitor.page.locator('[data-played]').waitFor({ timeout: 60_000 });
  expect(Number(await visitor.page.locator('[data-played]').getAttribute('data-played'))).toBeGreaterThan(15);
  await shot('scenarios');
});

it('published, the next case has the field and the new limit, and open cases stay', { timeout: 120_000 }, async () => {
  await tab('比较').click();
  await expect.poll(() => visitor.page.locator('[data-difference="parameters/first-contact/value"]').innerText()).toContain('15分钟');
  await shot('compare');
  await tab('发布').click();
  await visitor.page.locator('[data-impact]').waitFor();
  await shot('publish');
  await visitor.page.getByRole('button', { name: '发布 1.1.0 版' }).click();
  await visitor.page.getByRole('button', { name: '确定发布' }).click();
  await visitor.page.getByText('1.1.0 版已发布').first().waitFor();
  await visitor.as(await clerk(), '/report');
  await visitor.page.getByRole('button', { name: /12345/ }).click();
  await fill(visitor.page.locator('main form'), { 姓名: '周女士', 工单编号: 'T2', 主要内容: '楼道灯坏了', 涉及户数: '12' });
  await visitor.page.getByRole('button', { name: '登记', exact: true }).click();
  await visitor.page.waitForURL(/#\/cases\/\d+\/show/);
  await visitor.settled();
  const id = /cases\/(\d+)\//.exec(visitor.page.url())![1]!;
  const { clocks } = await visitor.ask<{ clocks: { name: string; started: string; due: { at: string } }[] }>(`/api/cases/${id}/explain`);
  const clock = clocks.find(({ name }) => name === 'first-contact')!;
  expect((Date.parse(clock.due.at) - Date.parse(clock.started)) / 60_000).toBe(15);
  expect(await visitor.section('事项信息').innerText()).toContain('涉及户数');
  const open = await visitor.ask<{ method: string }[]>(`/api/cases?filter=${encodeURIComponent('{"view":"open"}')}`);
  expect(new Set(open.map(({ method }) => method))).toEqual(new Set(['1330@1.0.0', '1330@1.1.0']));
});

it.each([['light', 1440], ['dark', 1440], ['light', 390]] as const)('reads well for everybody: %s, %i px', async (theme, width) => {
  await visitor.page.setViewportSize({ width, height: 844 });
  await visitor.as('admin', '/desk');
  await visitor.page.evaluate((value) => { localStorage.setItem('RaStorebihuan.theme', JSON.stringify(value)); }, theme);
  await visitor.as('admin', '/studio');
  if (await visitor.page.getByRole('button', { name: '开始', exact: true }).count() > 0) await visitor.page.getByRole('button', { name: '开始', exact: true }).click();
  for (const name of ['表单', 'JSON', '流程图', '试算', '情景', '比较', '发布']) {
    await tab(name).click();
    await visitor.settled();
    expect([name, await findings(visitor)]).toEqual([name, []]);
    if (theme === 'dark' || width === 390) await shot(`${theme}-${width}-${name}`);
    expect([name, await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)]).toEqual([name, 0]);
  }
  await visitor.noComplaints();
}, 120_000);
