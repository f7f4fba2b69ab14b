import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/chromium.mjs';

// 浏览器测试：npm run test:e2e。一次只开一个浏览器，地址在 CHROMIUM 里。
// Browser tests: npm run test:e2e. One browser at a time; its path is in CHROMIUM.
export default defineConfig({
  ssr: { resolve: { conditions: ['bihuan-source', 'module', 'node', 'development|production'] } },
  test: {
    include: ['examples/**/e2e/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    env: { CHROMIUM: findChromium() ?? '' },
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'node_modules/.cache/bihuan/e2e.json' },
  },
});
