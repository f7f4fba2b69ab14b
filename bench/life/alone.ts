// node --cpu-prof bench/dist/alone.js [seconds]: nothing but our own part of the eight commands, for a profile.
import { performance } from 'node:perf_hooks';
import { liveOurs } from './ours.ts';
import { lives } from './story.ts';

const seconds = Number(process.argv[2] ?? 5);
const used = (): number => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const began = performance.now();
while (performance.now() - began < 1000) for (const life of lives) liveOurs(life);
const before = used();
let commands = 0;
for (const start = performance.now(); performance.now() - start < seconds * 1000;) {
  for (const life of lives) liveOurs(life);
  commands += lives.length * 8;
}
console.log(`${Math.round((used() - before) * 1e6 / commands)} ns of processor time a command, ${commands} commands`);
