import { defineConfig } from 'vitest/config';

// 没有 `module`：那样的文件只有打包工具认得，Node 载入不了。 · Not `module`: what stands under it is for bundlers, and Node cannot load it.
const conditions = ['bihuan-source', 'node', 'development|production'];
const browserConditions = ['bihuan-source', 'module', 'browser', 'development|production'];

// 单元测试与类型测试，裸机即可跑；浏览器测试见 vitest.e2e.config.ts，集群测试见 vitest.cluster.config.ts。
// Unit and type tests, for a bare machine; the browser tests have vitest.e2e.config.ts, those on clusters vitest.cluster.config.ts.
export default defineConfig({
  ssr: { resolve: { conditions } },
  resolve: { conditions: browserConditions },
  test: {
    include: ['packages/**/*.test.ts', 'examples/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/e2e/**', '**/cluster/**'],
    typecheck: { enabled: true, include: ['packages/**/*.test-d.ts'], tsconfig: './tsconfig.test-d.json' },
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'node_modules/.cache/bihuan/unit.json' },
  },
});
