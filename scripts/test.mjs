// npm test：裸机上能检查的一切，便宜的在前；失败也跑完，一次看全。
// npm test: everything a bare machine can check, cheap first; goes on after a failure, to show all at once.
import { spawn } from 'node:child_process';
import { exit } from 'node:process';
import { findChromium, howToInstallChromium } from './chromium.mjs';
import { missingDatabases } from './databases.mjs';
import './run.mjs';

/** @typedef {{ name: string, run: string }} Check */
/** @type {Check[]} */
const quick = [
  { name: '内核纯净 · core without DOM or Node', run: 'tsc -p packages/core' },
  { name: '依赖方向 · rooms and cycles', run: 'npm run --silent lint:rooms' },
  { name: '类型 · types', run: 'tsc -p .' },
  { name: '规范 · lint', run: 'eslint --max-warnings 0 .' },
];
/** @type {Check[]} */
const slow = [
  { name: '单元与类型测试 · unit and type tests', run: 'vitest run' },
  { name: '构建（含类型声明）· build with type declarations', run: 'node scripts/build.mjs' },
  { name: '打包检查 · packed packages', run: 'node scripts/check-packages.mjs' },
];

/** @type {{ name: string, ok: boolean, seconds: number }[]} */
const results = [];
const queue = [...quick];
await Promise.all([quietly(), quietly()]);
for (const check of slow) await perform(check, false);

console.log('\n结果 · Results');
for (const { ok, name, seconds } of results) console.log(`  ${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
console.log('未在此运行 · Not run here');
console.log('  - 浏览器测试 · browser tests: npm run test:e2e');
if (!findChromium()) console.log(howToInstallChromium.replace(/^/gm, '    '));
for (const { name, url } of await missingDatabases()) console.log(`  - ${name} 上的存储 · the store on ${name}: ${url} 没有应答 · does not answer`);
console.log('  - 集群与接替 · clusters and replicas: npm run test:cluster');
console.log('  - 性能对比 · benchmarks: npm run bench');
exit(results.every(({ ok }) => ok) ? 0 : 1);

/** Takes quick checks one by one and keeps their output back until each is done: two such run side by side. */
async function quietly() {
  for (let check = queue.shift(); check; check = queue.shift()) await perform(check, true);
}

/** @param {Check} check @param {boolean} quiet */
async function perform({ name, run }, quiet) {
  const started = performance.now();
  if (!quiet) console.log(`\n▶ ${name}`);
  const child = spawn(run, { shell: true, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => { output += chunk; });
  const ok = await new Promise((resolve) => { child.on('close', (code) => resolve(code === 0)); });
  const seconds = (performance.now() - started) / 1000;
  results.push({ name, ok, seconds });
  if (quiet) console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)${ok ? '' : `\n${output}`}`);
}
