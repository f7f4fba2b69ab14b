// A process that waits until as many as it is told have started, then claims cases of its own, one after the other, each counting towards the one quota, until it is told that the quota is full; for tests.
import { setTimeout } from 'node:timers/promises';
import { batchOf, claimOf, followOf, here, together, writeOf } from './sample-cases.ts';
import { openStore } from './open-store.fixture.ts';

const [address = '', who = '', max = '0', processes = '1'] = process.argv.slice(2);
const store = await openStore(address);
const started = claimOf('everyone', { norm: 'started' });
while (!(await store.append(batchOf(`${who}-start`, { counts: [started] }))).ok);
while ((await store.counts(here, 'started', started.period)).get('everyone') !== Number(processes));
for (let n = 1; ; n++) {
  await setTimeout(1); // let the others have their turn: a lock that is taken again at once starves them
  const [id, twin] = [`${who}-${n}`, `${who}-${n}-twin`];
  const appended = await store.append(together([writeOf(id), writeOf(twin)], { counts: [claimOf('post:shared', { max: Number(max) })], follows: [followOf(id)] }));
  if (appended.ok) console.log(id);
  else if (appended.why === 'count') break;
  else if (appended.why !== 'busy') throw new Error(appended.why);
  else n--;
}
console.log(`full ${(await store.append(batchOf(`${who}-free`))).ok}`);
await store.close();
