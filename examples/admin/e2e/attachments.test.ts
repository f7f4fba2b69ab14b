import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, openBrowser } from './visitor.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => { [server, browser] = await Promise.all([startServer('seven-step'), openBrowser()]); });
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const facts = (by: Visitor) => by.section('事项信息');
const choose = (by: Visitor, ...files: { name: string; mimeType: string; buffer: Buffer }[]) => by.dialog().locator('input[type=file][multiple]').setInputFiles(files);
const there = (by: Visitor, name: string) => by.dialog().getByText(name, { exact: true }).waitFor();

describe.each([['desktop', 1440], ['a phone', 390]] as const)('attachments on %s', (_, width) => {
  let officer: Visitor;
  const begin = async () => {
    officer = await Visitor.at(browser, server.url, { width, height: 844 });
    await officer.as('ma-li', '/cases', 'seven-step');
    const { id } = await officer.tell<{ id: string }>('/api/cases', { source: 'patrol', fields: { content: '路灯不亮', place: '东门', category: 'facility' } });
    await officer.tell(`/api/cases/${id}/actions/find`, { input: { facts: '路灯不亮' } });
    await officer.go(`/cases/${id}/show`);
    await officer.openForm('平台上报');
  };

  it('what the server does not take is refused with its sentence, and is not in the form', async () => {
    await begin();
    await choose(officer, { name: '网页.html', mimeType: 'text/html', buffer: Buffer.from('<html>') });
    await officer.dialog().getByText('“网页.html”没有上传：不接收这种文件').waitFor();
    expect(await officer.dialog().locator('[data-sending]').count()).toBe(0);
    expect(await findings(officer)).toEqual([]);
  });

  it('while one is on its way the form is not sent; a lost line is tried again', async () => {
    await officer.page.route('**/api/files', (route) => route.abort());
    await choose(officer, { name: '路灯.png', mimeType: 'image/png', buffer: png }, { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('东门第三盏') });
    await officer.dialog().getByText('路灯.png：没有信号，恢复后继续').waitFor();
    await officer.submit();
    await officer.dialog().getByText('附件还在上传，请稍候再提交').waitFor();
    await officer.page.unroute('**/api/files');
    await there(officer, '路灯.png');
    await there(officer, '说明.txt');
  });

  it('stands on the page of the case: a picture small, leading to the whole; a text by name and size, to be saved', async () => {
    await officer.submit();
    await officer.dialog().waitFor({ state: 'detached' });
    await officer.settled();
    const picture = facts(officer).getByRole('img', { name: '路灯.png' });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    const [saved] = await Promise.all([officer.page.waitForEvent('download'), facts(officer).getByRole('link', { name: '说明.txt（1 kB）' }).click()]);
    expect(saved.suggestedFilename()).toBe('说明.txt');
    expect(await officer.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await findings(officer)).toEqual([]);
    expect(officer.complaints.filter((line) => !/ERR_FAILED|415/.test(line))).toEqual([]);
  });
});
