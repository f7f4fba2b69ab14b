import { defineConfig } from 'tsup';

// 每个子路径一个入口，ESM 加类型；依赖一律不打进包里。
// One entry per subpath, ESM with types; no dependency is bundled.
const shared = {
  format: 'esm',
  target: 'node20',
  platform: 'node',
  sourcemap: true,
  clean: true,
  treeshake: false,
  skipNodeModulesBundle: true,
  silent: !process.env['CI'] && !process.env['BIHUAN_VERBOSE'],
} as const;

// JSON 直接写进产物：Node 20 载入 JSON 模块会打印警告。
// JSON goes into the output: Node 20 prints a warning when it loads a JSON module.
const json = [/\.json$/];

export default defineConfig([
  {
    ...shared,
    name: 'core',
    platform: 'neutral',
    entry: { index: 'packages/core/src/index.ts' },
    outDir: 'packages/core/dist',
    tsconfig: 'packages/core/tsconfig.json',
    dts: true,
  },
  {
    ...shared,
    name: 'adapters',
    entry: {
      'memory/index': 'packages/adapters/src/memory/index.ts',
      'sqlite/index': 'packages/adapters/src/sqlite/index.ts',
      'http/index': 'packages/adapters/src/http/index.ts',
      'contract/index': 'packages/adapters/src/contract/index.ts',
      'cli/bihuan': 'packages/adapters/src/cli/bihuan.ts', // begins with #!/usr/bin/env node
    },
    outDir: 'packages/adapters/dist',
    tsconfig: 'tsconfig.json',
    noExternal: json,
    dts: {
      entry: {
        'memory/index': 'packages/adapters/src/memory/index.ts',
        'sqlite/index': 'packages/adapters/src/sqlite/index.ts',
        'http/index': 'packages/adapters/src/http/index.ts',
        'contract/index': 'packages/adapters/src/contract/index.ts',
      },
    },
  },
  {
    ...shared,
    name: 'admin server',
    entry: { start: 'examples/admin/server/start.ts' },
    outDir: 'examples/admin/dist/server',
    tsconfig: 'tsconfig.json',
    noExternal: json,
  },
]);
