// npm run test:e2e：没有浏览器就失败，绝不悄悄跳过。
// npm run test:e2e: fails without a browser, never skips in silence.
import { argv, exit } from 'node:process';
import { findChromium, howToInstallChromium } from './chromium.mjs';
import { isFresh } from './freshness.mjs';
import { run } from './run.mjs';

if (!findChromium()) {
  console.error(howToInstallChromium);
  exit(1);
}
const built = isFresh() || run('node scripts/build.mjs');
exit(built && run(['vitest run --config vitest.e2e.config.ts', ...argv.slice(2)].join(' ')) ? 0 : 1);
