// Processes at work on one store, what they were answered, and what must be true of the store whatever happened to them; for tests.
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, expect } from 'vitest';
import type { CaseEvent } from '@bihuan/core';
import { openStore } from '../contract/open-store.fixture.ts';
import { openSession } from '../upkeep/session.ts';
import { tenantsIn, verifyTables } from '../upkeep/verify-tables.ts';
import { clockFrom, engineAt, quota } from './busy-street.fixture.ts';

/** One process at work. */
export interface Worker { readonly child: ChildProcess; readonly ready: Promise<void>; readonly ended: Promise<number | null> }

/** What is at work on one store. */
export interface Load {
  start(role: 'write' | 'sweep', at?: string): Worker;
  /** What has been answered so far. */
  answered(): number;
  /** Waits until so many more have been answered. */
  more(n: number, within?: number): Promise<void>;
  /** Kills whoever is still at work. */
  end(): Promise<void>;
}

export interface Checked { readonly acknowledged: number; readonly cases: number; readonly events: number; readonly errors: readonly string[] }
export interface StreetLoad extends Load {
  /** Every answer is there, once; nothing is there twice; no quota is passed; verify finds nothing. At this address, which may be another node's. */
  check(address?: string): Promise<Checked>;
}

/** The working process as one file: it starts five times as fast, and hundreds are started. */
const program = join(import.meta.dirname, `../../../../node_modules/.cache/bihuan/street-process-${process.pid}.mjs`);
const built = build({
  entryPoints: [join(import.meta.dirname, 'street-process.fixture.ts')], outfile: program, bundle: true, format: 'esm', platform: 'node', conditions: ['bihuan-source'], external: ['libsql', 'mysql2', 'pg'],
});
afterAll(() => rmSync(program, { force: true }));

/** A case that everybody writes to, at the address `file` or `url#schema`, and nobody at work yet. */
export async function loadOn(address: string): Promise<StreetLoad> {
  await built;
  const began = Date.now();
  const store = await openStore(address);
  const opened = await engineAt(store).open({ source: 'desk', home: 'xin', id: 'shared', fields: { content: 'shared' } }, { by: 'wang', at: clockFrom(began)() });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  await store.close();

  const workers = new Set<Worker>();
  const lines: string[] = [];
  const fallen: string[] = [];
  let started = 0;
  const answered = () => lines.filter((line) => /^(open|claim|note):/.test(line)).length;
  return {
    answered,
    start(role, at = address) {
      const child = spawn(process.execPath, [program, role, at, `w${++started}`, String(began)], { stdio: ['ignore', 'pipe', 'pipe'] });
      let [rest, errors] = ['', ''];
      let isReady = (): void => {};
      const ready = new Promise<void>((resolve) => { isReady = resolve; });
      child.stdout.on('data', (part: Buffer) => {
        const parts = (rest + part.toString()).split('\n');
        rest = parts.pop()!;
        lines.push(...parts);
        isReady();
      });
      child.stderr.on('data', (part: Buffer) => { errors += part.toString(); });
      const worker: Worker = { child, ready, ended: new Promise((resolve) => {
        child.once('close', (code) => {
          workers.delete(worker);
          if (code !== null) fallen.push(`${role} ended with ${code}: ${errors}`); // nobody ends by himself
          isReady();
          resolve(code);
        });
      }) };
      workers.add(worker);
      return worker;
    },
    async more(n, within = 60_000) {
      const [wanted, until] = [answered() + n, Date.now() + within];
      while (answered() < wanted) {
        if (fallen.length > 0) throw new Error(fallen.join('\n'));
        if (Date.now() > until) throw new Error(`${n} more answers were awaited for ${within} ms; ${wanted - answered()} are missing; said last: ${lines.slice(-5).join('; ')}`);
        await setTimeout(10);
      }
    },
    async end() {
      for (const { child } of workers) child.kill('SIGKILL');
      await Promise.all([...workers].map(({ ended }) => ended));
    },
    async check(at = address) {
      expect(fallen, 'no process has fallen').toEqual([]);
      return checked(at, lines);
    },
  };
}

async function checked(address: string, lines: readonly string[]): Promise<Checked> {
  const [url = '', schema] = address.split('#');
  const session = await openSession({ address: url, ...(schema !== undefined && { schema }) });
  const verified = await verifyTables(session, await tenantsIn(session)).finally(() => session.close());
  expect(verified.findings).toEqual([]);

  const store = await openStore(address);
  const street = engineAt(store);
  const { rows } = await store.list(street.tenant, {});
  const logs = new Map<string, readonly CaseEvent[]>();
  for (const { id } of rows) logs.set(id, await store.history(street.tenant, id));
  const written = new Map<string, number>(); // what is in the logs, by what it says and where
  for (const [id, log] of logs) {
    for (const event of log) {
      if (event.type !== 'acted' || id === 'shared' && event.action === 'report') continue;
      const said = event.action === 'claim' ? `claim ${id}` : `${/"((?:open|note):[\w-]+)"/.exec(JSON.stringify(event.changes))![1]} ${id}`;
      written.set(said, (written.get(said) ?? 0) + 1);
    }
  }
  expect([...written].filter(([, times]) => times > 1), 'nothing is there twice').toEqual([]);
  const contents = [...written.keys()].filter((said) => said.startsWith('open:')).map((said) => said.split(' ')[0]);
  expect(contents.length, 'no report has become two cases').toBe(new Set(contents).size);
  const acknowledged = lines.filter((line) => /^(open|claim|note):/.test(line));
  expect(acknowledged.filter((line) => !written.has(line.replace(/^claim:\S+/, 'claim'))), 'whatever was answered is there').toEqual([]);

  const claimed = [...written.keys()].filter((said) => said.startsWith('claim')).length;
  const counted = [...(await store.counts(street.tenant, 'claims', '2021')).values()].reduce((sum, n) => sum + n, 0);
  expect(counted, 'what the counter says is what was claimed').toBe(claimed);
  expect(claimed).toBeLessThanOrEqual(quota);
  await store.close();
  return { acknowledged: acknowledged.length, cases: verified.cases, events: verified.events, errors: lines.filter((line) => line.startsWith('error')) };
}
