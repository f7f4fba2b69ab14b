import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, fill, openBrowser } from './visitor.ts';

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

const total = async () => Number(/共 (\d+) 条/.exec(await visitor.page.locator('.MuiTablePagination-displayedRows').innerText())?.[1]);
const all = async () => { await visitor.page.locator('[data-view="all"]').click(); await visitor.settled(); };

it('columns are kept by the server: the same person finds them on another machine, another person does not', async () => {
  await visitor.as('guo-zhiqiang');
  await visitor.page.getByRole('button', { name: '列设置' }).click();
  await visitor.page.getByRole('switch', { name: '任务来源' }).uncheck();
  await visitor.page.keyboard.press('Escape');
  await expect.poll(async () => (await visitor.ask<unknown[]>(`/api/saved-queries?filter=${encodeURIComponent('{"resource":"columns_1330"}')}`)).length).toBe(1);
  const elsewhere = await Visitor.at(browser, server.url);
  await elsewhere.as('guo-zhiqiang');
  await elsewhere.page.getByRole('columnheader', { name: '任务来源' }).waitFor({ state: 'detached' });
  await elsewhere.as('han-mei');
  await elsewhere.page.getByRole('columnheader', { name: '任务来源' }).waitFor();
  await elsewhere.noComplaints();
  await visitor.noComplaints();
});

it('the tree narrows the list to a unit and what is below it', async () => {
  await visitor.as('guo-zhiqiang');
  await all();
  const tree = visitor.page.getByRole('navigation', { name: '按单位查看' });
  await tree.getByRole('button', { name: '育才社区' }).click();
  await expect.poll(total).toBeLessThan(160);
  await visitor.settled();
  expect(await total()).toBeGreaterThan(0);
  for (const row of await visitor.page.locator('tbody tr').allInnerTexts()) expect(row).toContain('育才社区');
  await tree.getByRole('button', { name: '全部单位' }).click();
  await visitor.settled();
  await expect.poll(total).toBe(160);
  expect(await findings(visitor)).toEqual([]);
});

it('a query is kept under a name and found again', async () => {
  await visitor.as('guo-zhiqiang');
  await all();
  await expect.poll(total).toBe(160);
  const searched = visitor.page.waitForResponse((response) => /\/api\/cases\?/.test(response.url()) && decodeURIComponent(response.url()).includes('暖气'));
  await visitor.page.getByRole('searchbox').fill('暖气');
  await searched;
  await expect.poll(total).toBeLessThan(160);
  await visitor.settled();
  const found = await total();
  await visitor.page.getByRole('button', { name: '常用查询' }).click();
  await visitor.page.getByRole('button', { name: '保存当前查询' }).click();
  await visitor.page.getByRole('dialog').getByLabel('名称').fill('供暖');
  await visitor.page.getByRole('button', { name: '保存', exact: true }).click();
  await visitor.dialog().waitFor({ state: 'detached' });
  const elsewhere = await Visitor.at(browser, server.url);
  await elsewhere.as('guo-zhiqiang');
  await elsewhere.page.getByRole('button', { name: '常用查询' }).click();
  await elsewhere.page.getByRole('button', { name: '供暖', exact: true }).click();
  await expect.poll(() => elsewhere.page.locator('.MuiTablePagination-displayedRows').innerText()).toContain(`共 ${found} 条`);
  await elsewhere.page.getByRole('button', { name: '常用查询' }).click();
  expect(await findings(elsewhere)).toEqual([]);
  await elsewhere.page.getByRole('button', { name: '删除常用查询“供暖”' }).click();
  await elsewhere.page.getByText('还没有常用查询').waitFor();
  await elsewhere.noComplaints();
});

it('is exported as it is shown', async () => {
  const [download] = await Promise.all([visitor.page.waitForEvent('download'), visitor.page.getByRole('link', { name: '导出 Excel' }).click()]);
  expect(download.suggestedFilename()).toMatch(/事项列表.*\.xlsx$/);
  expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK');
  await visitor.noComplaints();
});

it('several cases are acted on at once: each says whether it was done, or why not', async () => {
  await visitor.as('wang-fang');
  const made: string[] = [];
  for (const order of ['B1', 'B2']) made.push((await visitor.tell<{ id: string }>('/api/cases', { source: 'hotline', home: 'zhenhua', reporter: { name: '周先生', phone: '13900000000' }, fields: { content: '批量路灯不亮', place: '南街', 'order-no': order } })).id);
  const other = (await visitor.tell<{ id: string }>('/api/cases', { source: 'survey', home: 'zhenhua', fields: { content: '批量井盖缺失', place: '南街' } })).id;
  await visitor.go(`/cases?filter=${encodeURIComponent(JSON.stringify({ view: 'all', q: '批量' }))}`);
  await visitor.page.getByRole('checkbox', { name: '全选' }).or(visitor.page.locator('thead input[type=checkbox]')).first().check();
  await visitor.page.getByRole('button', { name: '批量办理' }).click();
  await visitor.settled();
  await visitor.dialog().getByRole('combobox', { name: '选择操作' }).click();
  expect(await findings(visitor)).toEqual([]);
  await visitor.page.getByRole('option', { name: /致电诉求人（2 \/ 3 项可办）/ }).click();
  expect(await visitor.dialog().innerText()).toContain('其中 1 项现在不能进行此操作');
  await fill(visitor.dialog(), { 了解到的情况: '已逐户问清' });
  await visitor.submit();
  await visitor.dialog().getByText('已办成 2 / 3 项').waitFor();
  expect(await visitor.dialog().locator('[data-result=done]').allInnerTexts()).toHaveLength(2);
  expect(await visitor.dialog().locator('[data-result=refused]').innerText()).toMatch(new RegExp(`${other}[\\s\\S]*没有办成[\\s\\S]*不能执行`));
  expect(await findings(visitor)).toEqual([]);
  await visitor.dialog().getByRole('button', { name: '完成' }).click();
  await visitor.dialog().waitFor({ state: 'detached' });
  await visitor.go(`/cases/${made[1]}/show`);
  expect(await visitor.section('记录').innerText()).toContain('已逐户问清');
  await visitor.noComplaints();
});
