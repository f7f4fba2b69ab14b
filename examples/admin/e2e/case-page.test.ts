import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer as InProcess, startAdmin } from '../server/admin-server.ts';
import { readManifest } from '../server/demo-manifest.ts';
import { methodsFolder } from '../server/places.ts';
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

const [name, phone] = ['欧阳慧', '13912345678'];
const report = (by: Visitor, order: string) => by.tell<{ id: string }>('/api/cases', { source: 'hotline', home: 'zhenhua', reporter: { name, phone }, fields: { content: '下水道堵塞', place: '南街', 'order-no': order } });
const facts = () => visitor.section('事项信息');
const button = (text: string) => facts().getByRole('button', { name: text });
const timeline = () => visitor.section('办理经过').innerText();

describe('personal data on the page of a case', () => {
  let id = '';
  it('stands masked; shown in the clear after a word that it goes on record, until the page is left', async () => {
    await visitor.as('wang-fang');
    ({ id } = await report(visitor, 'P1'));
    await visitor.go(`/cases/${id}/show`);
    expect(await facts().innerText()).toMatch(/欧\*\*[\s\S]*139\*\*\*\*5678/);
    await button('查看个人信息').click();
    expect(await visitor.dialog().innerText()).toContain('办理经过');
    expect(await findings(visitor)).toEqual([]);
    await visitor.dialog().getByRole('button', { name: '查看', exact: true }).click();
    await facts().getByText(name).waitFor();
    expect(await facts().innerText()).toContain(phone);
    await visitor.settled();
    expect(await timeline()).toContain('查看个人信息');
    expect(await facts().innerText(), 'what is fetched again stays in the clear').toContain(name);
    await visitor.go('/cases');
    await visitor.go(`/cases/${id}/show`);
    expect(await visitor.page.locator('main').innerText()).not.toContain(name);
    await visitor.noComplaints();
  });
  it('is erased with a reason and a word that it is meant, and says so from then on', async () => {
    await button('删除个人信息').click();
    const erase = visitor.dialog().getByRole('button', { name: '删除个人信息' });
    expect(await erase.isEnabled()).toBe(false);
    await visitor.dialog().getByLabel('我已核对').check();
    await erase.click();
    expect(await visitor.dialog().getByText('请填写').count()).toBe(1);
    await visitor.dialog().getByLabel('理由').fill('本人申请');
    await erase.click();
    await visitor.dialog().waitFor({ state: 'detached' });
    await visitor.settled();
    expect(await facts().innerText()).toContain('（已删除）');
    expect(await button('查看个人信息').count()).toBe(0);
    expect(await timeline()).toContain('删除个人信息（本人申请）');
    await visitor.noComplaints();
  });
  it('offers it only to whom the engine lets see it', async () => {
    const other = await report(visitor, 'P2');
    await visitor.as('zhang-wei', `/cases/${other.id}/show`);
    expect(await visitor.page.locator('main').innerText()).toContain('欧**');
    const { personal } = await visitor.ask<{ personal: { mayReveal: boolean } }>(`/api/cases/${other.id}/explain`);
    expect(await button('查看个人信息').count()).toBe(personal.mayReveal ? 1 : 0);
    await visitor.noComplaints();
  });
});

describe('when it happened', () => {
  let own: InProcess;
  let late: Visitor;
  // The shipped method with one sentence more: acts may be recorded up to three days afterwards.
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bihuan-backdate-'));
    const method = JSON.parse(readFileSync(join(methodsFolder, '1330.json'), 'utf8')) as { time?: object };
    writeFileSync(join(folder, '1330.json'), JSON.stringify({ ...method, time: { ...method.time, backdate: '3 days' } }));
    own = await startAdmin(
      { port: 0, database: { kind: 'sqlite', path: join(folder, 'demo.sqlite') }, clock: 'demo', secure: false, districts: [] },
      readManifest(['1330']).map((plan) => ({ ...plan, method: relative(methodsFolder, join(folder, '1330.json')) })), () => undefined);
    await own.ready;
    late = await Visitor.at(browser, `http://127.0.0.1:${own.port}`, { width: 390, height: 844 });
  });
  afterAll(() => own?.close());

  it('is asked for where the method lets acts be recorded afterwards; too early is refused with the sentence, at the input', async () => {
    await late.as('wang-fang');
    const { id } = await report(late, 'H1');
    await late.go(`/cases/${id}/show`);
    const { now } = await late.ask<{ now: string }>('/api/demo');
    const daysAgo = (days: number) => new Date(Date.parse(now.slice(0, 16) + 'Z') - days * 86_400_000).toISOString().slice(0, 16);
    await late.openForm('致电诉求人');
    expect(await late.dialog().innerText()).toContain('最多可补录 3天以前的事');
    await fill(late.dialog(), { 了解到的情况: '已问清', 实际发生时间: daysAgo(9) });
    await late.submit();
    await expect.poll(() => late.dialog().getByLabel('实际发生时间').getAttribute('aria-invalid')).toBe('true');
    expect(await late.dialog().innerText()).toMatch(/超出可补录的范围（3天）/);
    expect(await findings(late)).toEqual([]);
    await fill(late.dialog(), { 实际发生时间: now.slice(0, 16) });
    await late.submit();
    await late.dialog().waitFor({ state: 'detached' });
    await late.noComplaints();
  });
  it('is not asked for where it does not', async () => {
    await visitor.as('wang-fang');
    const { id } = await report(visitor, 'H2');
    await visitor.go(`/cases/${id}/show`);
    await visitor.openForm('致电诉求人');
    expect(await visitor.dialog().getByLabel('实际发生时间').count()).toBe(0);
    await visitor.noComplaints();
  });
});
