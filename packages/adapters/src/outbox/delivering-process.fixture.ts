// A process that delivers what there is, again and again, until it is killed or told to end: each event is a line in a file, which stands for what the world has been told; for tests.
import { appendFileSync, existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { openStore } from '../contract/open-store.fixture.ts';
import { here } from '../contract/sample-cases.ts';
import { deliver } from './index.ts';

const [address = '', file = '', end = ''] = process.argv.slice(2);
const store = await openStore(address, ['far']);
while (!existsSync(end)) {
  await deliver({ store, tenant: here, consumer: 'far', now: Date.now, batch: 3, lease: 6000, wait: () => 5, send: async ({ caseId, seq }) => {
    await setTimeout(2);
    appendFileSync(file, `${process.pid} ${caseId} ${seq}\n`);
  } });
  await setTimeout(10);
}
await store.close();
