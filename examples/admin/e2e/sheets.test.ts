import { readFileSync } from 'node:fs';
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

const total = async () => Number(/共 (\d+) 条/.exec(await visitor.page.locator('.MuiTablePagination-displayedRows').innerText())?.[1]);

describe('1330-10: the worksheet', () => {
  it('has its eight columns in the source’s order, and the year’s 143 rows', async () => {
    await visitor.as('guo-zhiqiang', '/ledgers/worksheet?period=2021');
    expect(await visitor.page.getByRole('columnheader').allInnerTexts()).toEqual(['序号', '任务来源', '结果目标', '主要内容', '解决措施', '处理结果', '责任人', '上报时间', '销号时限']);
    expect(await visitor.page.locator('tbody tr').count()).toBe(143);
    await visitor.noComplaints();
  });
  it('is narrowed by its period', async () => {
    await visitor.page.getByRole('combobox', { name: '周期' }).click();
    await visitor.page.getByRole('option', { name: '按季' }).click();
    await visitor.settled();
    await visitor.page.getByRole('combobox', { name: '哪一期' }).click();
    await visitor.page.getByRole('option', { name: '2021 年第 2 季度' }).click();
    await visitor.settled();
    const rows = await visitor.page.locator('tbody tr').count();
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(143);
    await visitor.noComplaints();
  });
  it('is exported as an Excel file', async () => {
    const [download] = await Promise.all([visitor.page.waitForEvent('download'), visitor.page.getByRole('link', { name: '导出 Excel' }).click()]);
    expect(download.suggestedFilename()).toMatch(/1330.*\.xlsx$/);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await visitor.noComplaints();
  });
  it('opens the case of a row', async () => {
    const row = visitor.page.locator('tbody tr').first();
    const id = await row.getAttribute('data-row');
    await row.click();
    await visitor.section('办理经过').waitFor();
    expect(await visitor.h1()).toContain(id);
    await visitor.noComplaints();
  });
});

describe('1330-11: the board', () => {
  it('shows the source’s figures as of 2021-11-06', async () => {
    await visitor.as('guo-zhiqiang', '/boards/overview?asOf=2021-11-06');
    const figure = (metric: string) => visitor.page.locator(`[data-metric="${metric}"] [data-figure]`).first().innerText();
    expect(await Promise.all(['handled', 'entered', 'done', 'open'].map(figure))).toEqual(['160', '143', '111', '32']);
    const group = (name: string) => visitor.page.locator(`[data-metric="entered"] [data-group="${name}"] [data-figure]`).innerText();
    expect(await Promise.all(['new', 'hard', 'urgent'].map(group))).toEqual(['29', '51', '63']);
    await visitor.noComplaints();
  });
  it.each([['[data-metric="entered"] [data-group="hard"]', 51], ['[data-metric="handled"]', 160], ['[data-metric="open"]', 32]])('opens from %s the list of exactly those %i cases', async (where, count) => {
    await visitor.go('/boards/overview?asOf=2021-11-06');
    await visitor.page.locator(`${where} a`).first().click();
    await visitor.page.locator('.MuiTablePagination-displayedRows').waitFor();
    await visitor.settled();
    expect(visitor.page.url().length).toBeLessThan(400);
    await expect.poll(total).toBe(count);
    expect(await visitor.page.getByText(`中的 ${count} 项`).count()).toBe(1);
    await visitor.page.getByRole('button', { name: '返回全部事项' }).click();
    await visitor.settled();
    await expect.poll(total).toBe(160);
    await visitor.noComplaints();
  });
});
