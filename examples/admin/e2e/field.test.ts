import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, fill, openBrowser } from './visitor.ts';

const phone = { width: 390, height: 844 };
const pictures = process.env['BIHUAN_PICTURES'];

let servers: Readonly<Record<string, RunningServer>>;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  servers = { '133': await startServer('133'), 'seven-step': await startServer('seven-step') };
}, 300_000);
afterAll(async () => {
  await browser?.close();
  for (const server of Object.values(servers ?? {})) await server.stop();
});

describe('a grid worker with a telephone', () => {
  const enter = async (person: string, where: string): Promise<Visitor> => {
    const worker = await Visitor.at(browser, servers[where]!.url, phone);
    await worker.as(person, '/field', where);
    expect(await worker.h1()).toBe('现场');
    await soundFor(worker);
    return worker;
  };
  const soundFor = async (worker: Visitor) => {
    await worker.settled();
    await worker.page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished))); // what fades in has no contrast yet
    expect(await worker.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await findings(worker)).toEqual([]);
  };
  const pictureOf = async (worker: Visitor, name: string) => { if (pictures) await worker.page.screenshot({ path: join(pictures, `${name}.png`) }); };

  it('checks in where a duty stands', { timeout: 90_000 }, async () => {
    const worker = await enter('zhou-jian', '133');
    await pictureOf(worker, 'field-duties');
    const low = await worker.page.evaluate(() => [...document.querySelectorAll('main .MuiButton-root')].filter((each) => each.getBoundingClientRect().height < 44).map(({ outerHTML }) => outerHTML));
    expect(low).toEqual([]);
    const duty = worker.page.locator('[data-duties=today] [data-duty]').first();
    const norm = await duty.getAttribute('data-duty');
    expect(await duty.innerText()).toContain('还差 1');
    await duty.getByRole('button').first().click();
    await worker.dialog().getByRole('button', { name: '提交', exact: true }).waitFor();
    await soundFor(worker);
    await pictureOf(worker, 'field-check-in');
    await fill(worker.dialog(), { 方式: '日巡查' });
    await worker.submit();
    await worker.dialog().waitFor({ state: 'detached' });
    await worker.settled();
    expect(await worker.page.locator(`[data-duties=today] [data-duty="${norm}"]`).first().innerText()).toContain('已达到');
    await worker.noComplaints();
  });

  it('acts on a case with the form of the method', { timeout: 90_000 }, async () => {
    const worker = await enter('ma-li', 'seven-step');
    await pictureOf(worker, 'field-desk');
    const first = worker.page.locator('[data-case]').first();
    const id = await first.getAttribute('data-case');
    await first.getByRole('button', { name: /^办理/ }).click();
    await first.locator('[data-action=progress]').waitFor();
    await soundFor(worker);
    await pictureOf(worker, 'field-case');
    await first.locator('[data-action=progress]').click();
    await worker.dialog().getByRole('button', { name: '提交', exact: true }).waitFor();
    await soundFor(worker);
    await pictureOf(worker, 'field-form');
    await fill(worker.dialog(), { 进展情况: '已联系物业，明天清运' });
    await worker.submit();
    await worker.dialog().waitFor({ state: 'detached' });
    await worker.settled();
    expect((await worker.ask<{ records: { name: string }[] }>(`/api/cases/${id}/explain`)).records.map(({ name }) => name)).toContain('progress');
    await worker.noComplaints();
  });
});
