import { existsSync } from 'node:fs';
import { type Browser, type Locator, type Page, chromium } from 'playwright-core';
import { expect } from 'vitest';

const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN'];

/** The browser of $CHROMIUM, or Debian's; without one the tests fail. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('没有找到 Chromium · Chromium was not found: apt-get install chromium fonts-noto-cjk, or set CHROMIUM');
  return chromium.launch({ executablePath, args });
}

/** Answers that belong to the story: nobody is signed in yet, a refusal, a stale version. The browser prints them as errors. */
const expectedStatus = /the server responded with a status of (401|403|409|422|503)/;

/** A person in front of a page of the admin. Whatever the console complains of, and every request to another host, is kept. */
export class Visitor {
  readonly complaints: string[] = [];
  /** Calls that have no answer yet, and when the last one ended. */
  private readonly pending = new Set<unknown>();
  private quietSince = 0;
  private constructor(readonly page: Page, private readonly url: string) {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !expectedStatus.test(message.text())) this.complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => { this.complaints.push(`thrown: ${error.message}`); });
    page.on('request', (request) => { if (request.resourceType() !== 'eventsource') this.pending.add(request); });
    for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', (request) => { this.pending.delete(request); this.quietSince = Date.now(); });
    page.on('request', (request) => { if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) this.complaints.push(`elsewhere: ${request.url()}`); });
  }

  static async at(browser: Browser, url: string, viewport = { width: 1440, height: 900 }): Promise<Visitor> {
    const context = await browser.newContext({ locale: 'zh-CN', viewport, acceptDownloads: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return new Visitor(page, url);
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.url}/#${path}`);
    await this.settled();
  }

  /** Signs in to a district as a person of its demo, whoever was here before, and opens a page. */
  async as(person: string, path = '/cases', district = '1330'): Promise<void> {
    await this.page.goto('about:blank');
    const answer = await this.page.context().request.post(`${this.url}/api/districts/${encodeURIComponent(district)}/session`, { data: { username: person, password: 'bihuan-demo' } });
    expect(answer.status()).toBe(200);
    await this.go(path);
  }

  /** What the API answers to this person, beside the page. */
  async ask<T>(path: string): Promise<T> {
    const answer = await this.page.context().request.get(this.url + path);
    expect([path, answer.status()]).toEqual([path, 200]);
    return await answer.json() as T;
  }
  /** Changes something beside the page; it has to be done. */
  async tell<T>(path: string, data: object): Promise<T> {
    const answer = await this.page.context().request.post(this.url + path, { data, headers: { Origin: this.url } });
    expect([path, answer.ok(), answer.ok() ? '' : await answer.text()]).toEqual([path, true, '']);
    return await answer.json() as T;
  }

  /** Nothing has been fetched for a moment, and what was fetched is drawn. */
  async settled(): Promise<void> {
    const begun = Date.now();
    await expect.poll(() => this.pending.size === 0 && Date.now() - Math.max(this.quietSince, begun) > 200, { timeout: 10_000, interval: 20 }).toBe(true);
    await expect.poll(() => this.page.locator('main [role=status]').count(), { timeout: 10_000 }).toBe(0);
  }

  h1(): Promise<string> { return this.page.locator('h1').innerText(); }
  section(title: string): Locator { return this.page.getByRole('region', { name: title, exact: true }); }
  dialog(): Locator { return this.page.getByRole('dialog'); }

  /** Takes an action on the case that is open: the button, the form, and that it was done. */
  async act(action: string, input: Inputs = {}): Promise<void> {
    await this.openForm(action);
    await fill(this.dialog(), input);
    await this.submit();
    await this.dialog().waitFor({ state: 'detached' });
    await this.settled();
  }
  async openForm(action: string): Promise<void> {
    await this.section('现在可以做').getByRole('button', { name: action, exact: true }).click();
    await this.dialog().waitFor();
  }
  async submit(): Promise<void> { await this.dialog().getByRole('button', { name: '提交', exact: true }).click(); }

  /** What the page says of an action that cannot be taken now. */
  async refusalOf(action: string): Promise<string> {
    await this.page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
    return this.page.locator('[data-refused]').filter({ has: this.page.getByText(action, { exact: true }) }).innerText();
  }
  async mayDo(action: string): Promise<boolean> {
    return this.section('现在可以做').getByRole('button', { name: action, exact: true }).isVisible();
  }
  /** The lines of 销号还差 that are not met. */
  async missing(): Promise<string[]> {
    return (await this.section('销号还差').locator('> div > div').first().locator('[data-met=false] p:first-child').allInnerTexts()).map((line) => line.replace(/^还差\s*/, ''));
  }
  async noComplaints(): Promise<void> { expect(this.complaints).toEqual([]); }
}

/** What goes into a form, by the input's label: text, a day, a choice by its words, a person after “@”, several choices as a list, yes or no. */
export type Inputs = Readonly<Record<string, string | readonly string[] | boolean>>;

export async function fill(form: Locator, inputs: Inputs): Promise<void> {
  for (const [label, value] of Object.entries(inputs)) {
    if (typeof value === 'boolean') await form.getByRole('radiogroup', { name: label }).getByLabel(value ? '是' : '否').check();
    else if (typeof value !== 'string') for (const choice of value) await form.getByRole('group', { name: label }).getByLabel(choice, { exact: true }).check();
    else if (value.startsWith('@')) await pick(form, label, value.slice(1));
    else await type(form, label, value);
  }
}

async function pick(form: Locator, label: string, who: string): Promise<void> {
  const box = form.getByRole('combobox', { name: label });
  if (await box.inputValue() === who) return;
  await box.fill(who);
  await form.page().getByRole('option', { name: who }).first().click();
}

async function type(form: Locator, label: string, value: string): Promise<void> {
  const input = form.getByLabel(label).first();
  if (await input.getAttribute('role') !== 'combobox') return input.fill(value);
  await input.click();
  await form.page().getByRole('option', { name: value, exact: true }).click();
}
