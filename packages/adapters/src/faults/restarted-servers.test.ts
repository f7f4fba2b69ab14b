import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hasMariadb, hasPostgres, missingServers, ownMariadb, ownPostgres, type OwnServer } from './own-servers.fixture.ts';
import { loadOn } from './street-load.fixture.ts';

/** How often each server is ended under load: a few times in every run, more now and then. */
const times = Math.max(2, Math.floor(Number(process.env['BIHUAN_FAULTS'] ?? 0) / 10));

const servers: readonly (readonly [name: string, open: () => Promise<OwnServer>, signal: NodeJS.Signals])[] = [
  ...(hasPostgres ? [['PostgreSQL, restarted at once (immediate)', () => ownPostgres(), 'SIGQUIT'] as const] : []), ...(hasMariadb ? [['MariaDB, killed with -9', () => ownMariadb(), 'SIGKILL'] as const] : []),
];
if (missingServers.length > 0) describe('servers', () => { it.skip(`未测试 · NOT TESTED HERE: ${missingServers.join(', ')}`); });

describe.each(servers)('%s', (name, open, signal) => {
  it(`${times} times under load and started again: the writers go on by themselves, whatever was answered is there once`, async () => {
    const server = await open();
    try {
      const load = await loadOn(`${server.url}#bihuan`);
      try {
        load.start('write');
        load.start('write');
        load.start('sweep');
        for (let n = 0; n < times; n++) {
          await load.more(30);
          await setTimeout(Math.random() * 200);
          await server.kill(signal);
          await server.start();
        }
        await load.more(30);
      } finally {
        await load.end();
      }
      const { acknowledged, cases, events, errors } = await load.check();
      expect(errors.filter((error) => !/store.(unreachable|unknown)/.test(error))).toEqual([]);
      if (process.env['BIHUAN_FAULTS']) console.log(`${name}: ${times} times, ${acknowledged} answers, ${cases} cases, ${events} events, ${errors.length} errors told`);
    } finally {
      await server.end();
    }
  }, 60_000 + times * 20_000);
});
