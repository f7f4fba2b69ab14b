import { readFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

// 每个子路径一个入口，取自 package.json 的 exports；ESM 加类型；依赖一律不打进包里。
// One entry per subpath, read off the exports of package.json; ESM with types; no dependency is bundled.
const shared: Options = {
  format: 'esm',
  target: 'node20',
  platform: 'node',
  sourcemap: true,
  clean: true,
  skipNodeModulesBundle: true,
  // JSON 直接写进产物：Node 20 载入 JSON 模块会打印警告。
  // JSON goes into the output: Node 20 prints a warning when it loads a JSON module.
  noExternal: [/\.json$/],
  silent: !process.env['CI'],
};

const core = entries('core');
const adapters = entries('adapters');

export default defineConfig([
  {
    ...shared,
    name: 'core',
    platform: 'neutral',
    entry: core,
    outDir: 'packages/core/dist',
    tsconfig: 'packages/core/tsconfig.json',
    dts: { entry: core },
  },
  {
    ...shared,
    name: 'adapters',
    entry: { ...adapters, 'cli/bihuan': 'packages/adapters/src/cli/bihuan.ts' }, // its first line is #!/usr/bin/env node
    outDir: 'packages/adapters/dist',
    tsconfig: 'packages/adapters/tsconfig.json',
    dts: { entry: adapters },
  },
  {
    ...shared,
    name: 'admin server',
    entry: { start: 'examples/admin/server/start.ts' },
    outDir: 'examples/admin/dist/server',
    tsconfig: 'examples/admin/server/tsconfig.json',
  },
]);

/** Output name → source file, e.g. `memory/index` → `packages/adapters/src/memory/index.ts`. */
function entries(name: string): Record<string, string> {
  const { exports } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as { exports: Record<string, unknown> };
  return Object.fromEntries(Object.values(exports).flatMap((target) => {
    const source = (target as { 'bihuan-source'?: string })['bihuan-source'];
    return source ? [[source.replace('./src/', '').replace('.ts', ''), source.replace('./', `packages/${name}/`)]] : [];
  }));
}
