// A process that works at the busy street until it is killed, or has done as much as it is told: it writes (`write`) or sweeps (`sweep`). What it has been answered is a line each; for tests.
import { setTimeout } from 'node:timers/promises';
import type { CaseHandle, Result } from '@bihuan/core';
import { openStore } from '../contract/open-store.fixture.ts';
import type { SqlStore } from '../sql/index.ts';
import { clockFrom, engineAt } from './busy-street.fixture.ts';

const [role = '', address = '', who = '', began = '0', times = 'Infinity'] = process.argv.slice(2);
/** A file at which others write without a break may be busy for longer than one waits: whoever is started by a supervisor tries again. */
async function opened(): Promise<SqlStore> {
  for (;;) {
    try { return await openStore(address); } catch (error) { if (!(error instanceof Error && 'code' in error && error.code === 'sqlite.busy')) throw error; }
  }
}
const store = await opened();
const street = engineAt(store);
const now = clockFrom(Number(began));

/** A command under a key, again and again while there is a prospect; what was answered in the end, or nothing for a quota that is full. */
async function insist(key: string, command: (context: { by: string; at: number; key: string }) => Promise<Result<CaseHandle>>): Promise<CaseHandle | undefined> {
  for (let attempt = 0; ; await setTimeout(2)) {
    try {
      const result = await command({ by: 'wang', at: now(), key: attempt === 0 ? key : `${key}+${attempt}` });
      if (result.ok) return result.value;
      const codes = result.issues.map(({ code }) => code);
      if (codes.includes('norm.full')) return undefined;
      if (codes.includes('command.time-back')) attempt += 1; // refused for good under this key: somebody has written at a later moment
      else if (!codes.includes('store.busy') && !codes.includes('store.version-conflict')) throw new Error(JSON.stringify(result.issues));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('store.'))) throw error;
      console.log(`error ${error.code}`);
    }
  }
}

console.log('ready');
if (role === 'sweep') {
  for (;; await setTimeout(20)) {
    try {
      const { events } = await street.tick(now());
      if (events > 0) console.log(`swept ${events}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('store.'))) throw error;
    }
  }
}
for (let n = 0; n < Number(times); n++) {
  const key = `${who}-${n}`;
  const reported = await insist(`open:${key}`, (context) => street.open({ source: 'desk', home: 'xin', fields: { content: `open:${key}` } }, context));
  console.log(`open:${key} ${reported!.id}`);
  if (await insist(`claim:${key}`, (context) => street.act(reported!.id, 'claim', {}, context))) console.log(`claim:${key} ${reported!.id}`);
  const noted = await insist(`note:${key}`, (context) => street.act('shared', 'note', { text: `note:${key}` }, context));
  console.log(`note:${key} ${noted!.id}`);
}
await store.close();
