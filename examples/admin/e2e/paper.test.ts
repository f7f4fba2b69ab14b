import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './findings.ts';
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

const sheet = () => visitor.page.locator('[data-paper]');
/** In points, as a PDF says it: A4 is 210 by 297 mm. */
const sizeOf = (pdf: Buffer) => /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString('latin1'))!.slice(1).map((points) => Math.round(Number(points) * 25.4 / 72));

it('a case is printed as a work order on A4: where it is from, what runs, what is missing, who signs', async () => {
  await visitor.as('guo-zhiqiang', '/cases/000137/show');
  await visitor.page.getByRole('button', { name: '打印' }).click();
  await visitor.page.getByRole('menuitem', { name: '交办单' }).click();
  await sheet().waitFor();
  await visitor.settled();
  const text = await sheet().innerText();
  for (const part of ['交办单', '编号 000137', '属地', '时限', '的办结要求', '交办人（签字）', '打印于']) expect(text).toContain(part);
  expect(await findings(visitor)).toEqual([]);
  const pdf = await visitor.page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(sizeOf(pdf)).toEqual([210, 297]);
  await visitor.noComplaints();
});

it('an ended one is printed as a closing sheet with its records and how it came about; personal data only once it was revealed there', async () => {
  const [ended] = await visitor.ask<{ id: string }[]>(`/api/cases?filter=${encodeURIComponent(JSON.stringify({ ending: 'solved', source: 'hotline' }))}&range=[0,0]`);
  await visitor.go(`/cases/${ended!.id}/print?form=closing`);
  const text = await sheet().innerText();
  for (const part of ['办结单', '记录', '答复诉求人', '办理经过', '审核人（签字）', '个人信息已遮盖']) expect(text).toContain(part);
  expect(text).not.toContain('查看个人信息');
  await visitor.page.getByRole('button', { name: '查看个人信息' }).click();
  await visitor.dialog().getByRole('button', { name: '查看', exact: true }).click();
  await visitor.dialog().waitFor({ state: 'detached' });
  await visitor.settled();
  const clear = await sheet().innerText();
  expect(clear).not.toContain('个人信息已遮盖');
  expect(clear, 'the look is on record, on paper too').toContain('查看个人信息');
  await visitor.noComplaints();
});

it('stays black on white in the dark, fits a phone, and speaks English', async () => {
  await visitor.page.evaluate(() => { localStorage.setItem('RaStorebihuan.theme', JSON.stringify('dark')); });
  await visitor.page.setViewportSize({ width: 390, height: 844 });
  await visitor.page.reload();
  await visitor.settled();
  expect(await findings(visitor)).toEqual([]);
  expect(await sheet().evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color])).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await visitor.page.getByRole('button', { name: 'English', exact: true }).click();
  await sheet().getByText('Closing sheet').waitFor();
  await visitor.noComplaints();
});
