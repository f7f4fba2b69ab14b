import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ownPostgres, promote, type OwnServer } from '../faults/own-servers.fixture.ts';
import { openProxy } from '../faults/proxy.fixture.ts';
import { loadOn } from '../faults/street-load.fixture.ts';

/** How often the server that is written to is killed: each time its replica takes over, and gets a replica of its own. */
const times = Math.max(2, Math.floor(Number(process.env['BIHUAN_FAULTS'] ?? 0) / 50));

it(`PostgreSQL with a synchronous replica: the server is killed with -9 under load ${times} times, the replica takes over, the writers go on by themselves, and whatever was answered is there`, async () => {
  const servers: OwnServer[] = [];
  const own = async (options: Parameters<typeof ownPostgres>[0]) => {
    const server = await ownPostgres(options);
    servers.push(server);
    return server;
  };
  const settings = ['wal_level=replica', 'hot_standby=on', 'synchronous_standby_names=*', 'synchronous_commit=on', 'wal_keep_size=512MB'];
  const proxy = await openProxy();
  try {
    // Before there is a replica nothing could be committed: whoever waits for it is switched on afterwards.
    let primary = await own({ settings: settings.filter((setting) => !setting.startsWith('synchronous_standby')) });
    let replica = await own({ settings, copyOf: primary });
    await primary.kill('SIGINT');
    await primary.start('-c', 'synchronous_standby_names=*');
    proxy.pointTo(primary.port);
    const load = await loadOn(`postgres://root@127.0.0.1:${proxy.port}/test#bihuan`);
    const outages: number[] = [];
    try {
      for (const role of ['write', 'write', 'write', 'sweep'] as const) load.start(role);
      for (let n = 0; n < times; n++) {
        await load.more(100, 120_000);
        await setTimeout(Math.random() * 200);
        const [before, from] = [load.answered(), Date.now()];
        await primary.kill();
        promote(replica);
        proxy.pointTo(replica.port);
        proxy.cut();
        // It waits for a replica too: nothing is answered until it has one. Then whoever took over has the writers.
        const next = await own({ settings, copyOf: replica });
        while (load.answered() === before) await setTimeout(10);
        outages.push(Date.now() - from);
        [primary, replica] = [replica, next];
      }
      await load.more(100, 120_000);
    } finally {
      await load.end();
    }
    const { acknowledged, cases, events, errors } = await load.check(`${primary.url}#bihuan`);
    expect((await load.check(`${replica.url}#bihuan`).catch((error: unknown) => error)), 'the replica can be read and verified too').toMatchObject({ events });
    console.log(`PostgreSQL, synchronous replica, ${times} times taken over: ${acknowledged} answers, ${cases} cases, ${events} events, ${errors.length} errors told; until the next answer ${outages.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(', ')}`);
  } finally {
    await Promise.all(servers.map((server) => server.end()));
    await proxy.end();
  }
}, 600_000);
