// A process that writes a batch like the one it is given, again and again, until it is killed or has written as often as it is told; for tests.
import type { Batch } from '@bihuan/core';
import { openStore } from './open-store.fixture.ts';

const [address = '', writes = '0', sample = ''] = process.argv.slice(2);
const batch = JSON.parse(sample) as Batch;
const [write] = batch.writes;
const store = await openStore(address);
let expected = 0;
for (let written = 0; written < Number(writes);) {
  const version = expected + write.events.length;
  const appended = await store.append({ ...batch, writes: [{
    ...write, expected, events: write.events.map((event, i) => ({ ...event, seq: expected + i + 1 })),
    state: { ...write.state, version }, row: { ...write.row, version, values: { n: version } },
  }] });
  if (appended.ok) {
    expected = version;
    written++;
    console.log(await store.next(batch.tenant, 'case'));
  } else if (appended.why === 'version') expected = appended.actual;
}
await store.close();
