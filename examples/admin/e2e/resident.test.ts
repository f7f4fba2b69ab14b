import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, openBrowser } from './visitor.ts';

const district = 'seven-step';
const grid = `/r/${district}/grid-1`;
const phone = { width: 390, height: 844 };
const pages = resolve(import.meta.dirname, '../dist/client');
const pictures = process.env['BIHUAN_PICTURES'];

let server: RunningServer;
let browser: Browser;
let resident: Visitor;
let page: Page;
let officer: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(district), openBrowser()]);
  resident = await Visitor.at(browser, server.url, phone);
  ({ page } = resident);
  officer = await Visitor.at(browser, server.url);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const picture = async (name: string): Promise<void> => { if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true }); };
const open = (path: string) => page.goto(server.url + path);
const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
const sound = async () => {
  await fits();
  expect(await findings(resident)).toEqual([]);
};
const numberOf = async (): Promise<string> => (await page.locator('.receipt dd').first().innerText()).trim();
const casesNow = async (): Promise<number> => (await officer.ask<{ all: number }>('/api/cases/counts')).all;

/** A picture that the officer has uploaded; where the server keeps no files, what refers to one. */
async function evidence(): Promise<unknown> {
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const answer = await officer.page.context().request.post(`${server.url}/api/files`, { multipart: { file: { name: '换灯.png', mimeType: 'image/png', buffer: picture } }, headers: { Origin: server.url } });
  return answer.ok() ? answer.json() : { name: '换灯.png', size: picture.length, type: 'image/png', hash: 'a'.repeat(64) };
}

async function writeReport(content: string): Promise<void> {
  await page.getByLabel('问题描述').fill(content);
  await page.getByLabel('地点').fill('和苑一区3号楼');
  await page.getByText('公共设施', { exact: true }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('您的姓名').fill('金小满');
  await page.getByLabel('联系电话').fill('13900001111');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('我同意').click();
}

it('what the page loads is at most 80 kB, packed', () => {
  const html = readFileSync(join(pages, 'report/index.html'), 'utf8');
  const loaded = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => join(pages, path!));
  expect(loaded.length).toBeGreaterThan(1);
  const size = [html, ...loaded.filter(existsSync).map((file) => readFileSync(file))].reduce((sum, each) => sum + gzipSync(each).length, 0);
  expect(size).toBeLessThan(80_000);
});

describe('a resident with a telephone', () => {
  let id: string;

  it('comes by a code and is told what is missing', async () => {
    await open(grid);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('h1').innerText()).toContain('和苑1号网格');
    await sound();
    await picture('resident-report');
    await page.getByRole('button', { name: '下一步' }).click();
    expect(await page.getByRole('alert').innerText()).toBe('请填写“问题描述”');
  });

  it('loses nothing that was typed when the page is closed', async () => {
    await page.getByLabel('问题描述').fill('三号楼前路灯不亮');
    await page.reload();
    expect(await page.getByLabel('问题描述').inputValue()).toBe('三号楼前路灯不亮');
  });

  it('writes on without a line; the report waits, and is sent once when the line is back', { timeout: 60_000 }, async () => {
    await officer.as('jin-yue', '/desk', district);
    const before = await casesNow();
    await writeReport('三号楼前路灯不亮');
    await sound();
    await picture('resident-check');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('网络断开，这件上报已保存在手机里').waitFor();
    await sound();
    await picture('resident-offline');
    await page.evaluate(() => dispatchEvent(new Event('online'))); // it says so too early
    expect(await casesNow()).toBe(before);
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: '办理进度' }).waitFor();
    id = await numberOf();
    expect(await casesNow()).toBe(before + 1);
  });

  it('sees the steps and what was promised', async () => {
    await page.getByRole('heading', { name: '问题派单' }).waitFor();
    expect(await page.locator('.due li').count()).toBeGreaterThan(0);
    expect(await page.locator('main').innerText()).not.toMatch(/金小满|13900001111/);
    await sound();
    await picture('resident-progress');
  });

  it('an officer acts, the resident sees the answer, and rates', { timeout: 60_000 }, async () => {
    const chief = (await officer.ask<{ id: string; person: string; role: string; unit: string }[]>('/api/posts?filter=%7B%22role%22%3A%22grid-member%22%7D')).find(({ unit }) => unit === 'grid-1')!;
    const act = async (person: string, action: string, input: object) => {
      await officer.as(person, '/desk', district);
      await officer.tell(`/api/cases/${id}/actions/${action}`, { input });
    };
    await act('wei-guoqiang', 'dispatch', { 'to-member': chief.id });
    await act(chief.person, 'accept', {});
    await act(chief.person, 'verify', { heard: '说明了位置', seen: '情况属实', nature: 'personal' });
    await act(chief.person, 'report-result', { outcome: '已换灯', evidence: [await evidence()] });
    await act(chief.person, 'tell-result', { said: '路灯已经换好，谢谢您反映' });
    await act('wei-guoqiang', 'close', {});
    await page.getByRole('button', { name: '刷新' }).click();
    await page.getByText('路灯已经换好，谢谢您反映').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('马丽');
    await page.getByRole('button', { name: '回访' }).click();
    await page.getByText('是', { exact: true }).click();
    await sound();
    await picture('resident-rating');
    await page.getByRole('button', { name: '提交 · 回访' }).click();
    await page.getByText('“回访”已完成').waitFor();
    const { records } = await officer.ask<{ records: { name: string }[] }>(`/api/cases/${id}/explain`);
    expect(records.map(({ name }) => name)).toContain('call-back');
  });

  it('finds it again on another telephone by number and code, and not without', async () => {
    const code = await page.locator('.code').innerText();
    const other = await Visitor.at(browser, server.url, phone);
    await other.page.goto(`${server.url}${grid}#/mine`);
    await other.page.getByLabel('受理编号').fill(id);
    await other.page.getByLabel('查询码').fill(code.replace(/^./, (first) => (first === 'X' ? 'Y' : 'X')));
    await other.page.getByRole('button', { name: '查询' }).click();
    await other.page.getByText('没有找到：请核对受理编号和查询码').waitFor();
    await other.page.getByLabel('查询码').fill(code.toLowerCase());
    await other.page.getByRole('button', { name: '查询' }).click();
    await other.page.getByRole('heading', { name: '办理进度' }).waitFor();
    await other.page.getByText('路灯已经换好').waitFor();
  });

  it('reads large print: 18 points and more, and touches 60 pixels and more', async () => {
    await open(grid);
    await page.getByRole('button', { name: '大字版' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const small = await page.evaluate(() => [...document.querySelectorAll('main *')].filter((each) => each.childNodes.length > 0 && [...each.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent!.trim() !== '') && !each.closest('.trap') && Number.parseFloat(getComputedStyle(each).fontSize) < 24).map(({ outerHTML }) => outerHTML));
    expect(small).toEqual([]);
    const narrow = await page.evaluate(() => [...document.querySelectorAll('button, nav a, footer a, .options label, textarea, input:not([type=radio]):not([type=checkbox])')].filter((each) => !each.closest('.trap') && each.getBoundingClientRect().height < 60).map(({ outerHTML }) => outerHTML));
    expect(narrow).toEqual([]);
    await sound();
    await picture('resident-large');
    await page.getByRole('button', { name: '标准版' }).click();
  });

  it('reads English, all of it', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Next' }).waitFor();
    const chinese = (await page.locator('main form').innerText()).match(/[\u4e00-\u9fff]+/g) ?? [];
    expect(chinese).toEqual([]);
    await sound();
    await picture('resident-english');
    await page.getByRole('button', { name: '中文' }).click();
  });

  it('may report for somebody else', async () => {
    await open(grid);
    await page.getByLabel('问题描述').fill('邻居老人要换灯泡');
    await page.getByLabel('地点').fill('和苑一区5号楼');
    await page.getByText('民生保障', { exact: true }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('我在替别人上报').click();
    await page.getByLabel('当事人姓名').fill('覃大爷');
    await page.getByLabel('代办人姓名').fill('小周');
    await sound();
    await picture('resident-behalf');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('我同意').click();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '办理进度' }).waitFor();
  });

  it('is told in a sentence when it is too much, and what was typed stays', { timeout: 60_000 }, async () => {
    for (const letter of 'ABCDEFGHJKMNPQRSTVWX') {
      await officer.page.context().request.post(`${server.url}/api/districts/${district}/intake/reports`, { data: { unit: 'grid-2', source: 'qr', fields: {}, code: letter.repeat(20) } });
    }
    await open(grid);
    await writeReport('井盖松动');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(/提交过于频繁，请 \d+ 分钟后再试/).waitFor();
    await picture('resident-limit');
  });

  it('is told whom to call where a code leads nowhere', async () => {
    await open(`/r/${district}/nowhere`);
    await page.getByText('这个二维码不对应可以上报的网格').waitFor();
    expect(await page.locator('footer a').innerText()).toBe('12345');
    await sound();
  });

  it('without a complaint', async () => {
    expect(resident.complaints.filter((each) => !/429|404|ERR_INTERNET_DISCONNECTED/.test(each))).toEqual([]);
  });
});

describe('the office', () => {
  it('prints a card for each grid', async () => {
    await officer.as('jin-yue', '/qr', district);
    await officer.page.locator('[data-qr]').first().waitFor();
    expect(await officer.page.locator('[data-qr]').count()).toBe(4);
    expect(await officer.page.locator('[data-qr=grid-1]').innerText()).toContain(`${server.url}${grid}`);
    expect(await findings(officer)).toEqual([]);
    if (pictures) await officer.page.screenshot({ path: join(pictures, 'resident-qr.png'), fullPage: true });
    await officer.noComplaints();
  });
});
