import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, fill, openBrowser } from './visitor.ts';

interface District { readonly id: string; readonly state: string; readonly logins: readonly { username: string }[]; readonly publications: readonly { name: string }[] }
interface Named { readonly name: string }
interface Method { readonly subjects: readonly (Named & { of: string })[]; readonly norms: readonly Named[]; readonly ledgers: readonly (Named & { issuedBy?: readonly string[] })[]; readonly boards: readonly Named[] }

const { districts: manifest } = JSON.parse(readFileSync(join(import.meta.dirname, '../demo.json'), 'utf8')) as { districts: readonly { method: string }[] };
const ids = manifest.map(({ method }) => method.replace(/\.json$/, ''));

const [desk, phone] = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];

let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let districts: readonly District[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(''), openBrowser()]);
  visitor = await Visitor.at(browser, server.url);
  districts = await visitor.ask<District[]>('/api/districts');
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const of = (id: string): District => districts.find((district) => district.id === id)!;

it('every district of the manifest can be entered, and is offered at the sign-in', async () => {
  expect(districts.map(({ id, state }) => [id, state])).toEqual(ids.map((id) => [id, 'ready']));
  await visitor.go('/login');
  expect(await visitor.page.getByRole('radiogroup', { name: '选择区' }).getByRole('radio').count()).toBe(ids.length);
  expect(await findings(visitor)).toEqual([]);
  await visitor.noComplaints();
});

describe.each(ids)('the district %s', (id) => {
  it('has a desk (that fits a phone too), a list, cases, registers, norms, ledgers and boards without a complaint', { timeout: 240_000 }, async () => {
    await visitor.as(of(id).logins[0]!.username, '/desk', id);
    const [method] = await visitor.ask<[Method]>('/api/methods');
    const [row] = await visitor.ask<{ id: string }[]>('/api/cases?range=[0,0]');
    const [subject] = method.subjects;
    const entry = subject && (await visitor.ask<{ id: string }[]>(`/api/subjects?filter=${encodeURIComponent(JSON.stringify({ kind: subject.name }))}&range=[0,0]`))[0];
    const pages = [
      '/desk', '/cases', `/cases/${row!.id}/show`, '/report', ...(subject ? [`/subjects/${subject.name}`] : []), ...(entry ? [`/subject/${encodeURIComponent(entry.id)}`] : []),
      ...(method.norms.length > 0 ? ['/norms'] : []), ...method.ledgers.slice(0, 1).map(({ name }) => `/ledgers/${name}`), ...method.boards.map(({ name }) => `/boards/${name}`),
    ];
    for (const path of pages) {
      await visitor.page.setViewportSize(phone);
      await visitor.go(path);
      expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBe(0);
      await visitor.page.setViewportSize(desk);
      await visitor.settled();
      expect(await visitor.page.locator('h1').count(), path).toBe(1);
      expect(await visitor.page.getByText('没有取到数据').count(), path).toBe(0);
      expect(await findings(visitor), path).toEqual([]);
    }
    await visitor.noComplaints();
  });

  it('shows what it publishes to somebody who has not signed in', { timeout: 120_000 }, async () => {
    const stranger = await Visitor.at(browser, server.url);
    for (const { name } of of(id).publications) {
      await stranger.go(`/public/${id}/${name}`);
      await stranger.page.locator('tbody tr').first().waitFor();
      expect(await stranger.page.locator('tbody a').count()).toBe(0);
      expect(await findings(stranger), name).toEqual([]);
    }
    await stranger.noComplaints();
  });

  it('shows every list that was issued, with its rows', { timeout: 120_000 }, async () => {
    const [method] = await visitor.ask<[Method]>('/api/methods');
    for (const { name } of method.ledgers.filter(({ issuedBy }) => issuedBy)) {
      const issued = await visitor.ask<{ id: string; rows: unknown[] }[]>(`/api/ledgers/${name}/issued`);
      await visitor.go(`/ledgers/${name}`);
      expect(await visitor.page.locator('[data-issued]').count(), name).toBe(issued.length);
      if (issued[0]) expect(await visitor.page.locator('[data-issued]').first().locator('tbody tr').count(), name).toBe(issued[0].rows.length);
    }
    await visitor.noComplaints();
  });
});

describe('duties', () => {
  it('133: a patrol is checked in on the desk, and the duty is met', async () => {
    await visitor.as('zhou-jian', '/desk', '133');
    const patrol = visitor.page.locator('[data-duties=today] [data-duty]').first();
    const norm = await patrol.getAttribute('data-duty');
    expect(await patrol.innerText()).toContain('还差 1');
    await patrol.getByRole('button').first().click();
    await visitor.dialog().waitFor();
    await fill(visitor.dialog(), { 方式: '日巡查' });
    await visitor.submit();
    await visitor.dialog().waitFor({ state: 'detached' });
    await visitor.settled();
    expect(await visitor.page.locator(`[data-duties=today] [data-duty="${norm}"]`).first().innerText()).toContain('已达到');
    await visitor.go(`/norms/${norm}`);
    expect(await visitor.page.locator('[data-met=true]').count()).toBeGreaterThan(0);
    await visitor.noComplaints();
  });
});

describe('quotas', () => {
  it('large-committee: a claim beyond the quarter’s quota is refused with its sentence', async () => {
    const [district, desk, member] = ['large-committee', 'lin-xiu', 'ruan-feng'];
    await visitor.as(desk, '/desk', district);
    const today = (await visitor.ask<{ now: string }>('/api/demo')).now.slice(0, 10);
    const listOf = (filter: object) => visitor.ask<{ id: string }[]>(`/api/cases?filter=${encodeURIComponent(JSON.stringify(filter))}`);
    const problems: string[] = [];
    for (const need of (await listOf({ kind: 'need', step: 'listed' })).slice(0, 3)) {
      const { id } = await visitor.tell<{ id: string }>('/api/cases', { kind: 'problem', action: 'form-problem', source: 'sorting', home: 'harbour', fields: { content: '街巷照明', answers: [need.id] } });
      await visitor.tell(`/api/cases/${id}/actions/study`, { input: { verified: '属实', plan: '整改' } });
      problems.push(id);
    }
    await visitor.as(member, '/desk', district);
    const [responsible] = await visitor.ask<{ id: string }[]>(`/api/posts?filter=${encodeURIComponent(JSON.stringify({ unit: 'u-traffic', role: 'responsible' }))}`);
    const claim = { input: { responsible: responsible!.id, 'finish-by': `${Number(today.slice(0, 4)) + 1}-01-31` } };
    for (const id of problems.slice(0, 2)) await visitor.tell(`/api/cases/${id}/actions/claim`, claim);
    await visitor.go(`/cases/${problems[2]}/show`);
    expect(await visitor.mayDo('认领')).toBe(false);
    expect(await visitor.refusalOf('认领')).toMatch(/3/);
    await visitor.noComplaints();
  });
});
