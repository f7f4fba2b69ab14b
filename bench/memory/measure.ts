import { createEngine, embeddedDirectory } from '@bihuan/core';
import { memoryStore } from '@bihuan/adapters/memory';
import { directory, lives, method } from '../life/story.ts';

/** Run as a process of its own, without any peer: prints the resident memory, bare, with the method compiled, with the cases. */
const CASES = 10_000;
const resident = (): number => {
  for (let n = 0; n < 3; n++) (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().rss;
};
const heap = (): number => process.memoryUsage().heapUsed;

const store = memoryStore();
const engine = createEngine({ methods: [method], store, directory: embeddedDirectory(directory) });
const loaded = { resident: resident(), heap: heap() };

// As they are in a street: some just called in, some at their end.
let commands = 0;
for (let n = 0; n < CASES; n++) {
  const { open, acts } = lives[n % lives.length]!;
  const aCase = await engine.open({ source: open.source, home: open.home, reporter: open.reporter!, fields: open.input }, { by: open.by, at: open.at });
  if (!aCase.ok) throw new Error('not opened');
  commands++;
  for (const { action, input, by, at } of acts.slice(0, n % (acts.length + 1))) {
    const done = await engine.act(aCase.value.id, action, input, { by, at });
    if (!done.ok) throw new Error(done.issues.map(({ code }) => code).join());
    commands++;
  }
}
const filled = { resident: resident(), heap: heap() };
const count = await store.count('default', {});
console.log(JSON.stringify({ loaded, filled, commands, count }));
