// npm run bench:stores [-- --sizes 10000,100000] [-- --full] [-- --only sqlite,postgres,mysql] [-- --out FILE]
// 与手写 SQL 在同一次运行中逐项比较；数据库取 BIHUAN_TEST_POSTGRES、BIHUAN_TEST_MYSQL，库名自定，用后删除。
// Side by side with SQL written by hand, in one run. What is measured is what is published: the sources built by tsup.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

await build({
  entry: { stores: here('main.ts') },
  outDir: here('../dist'), format: 'esm', target: 'node20', platform: 'node', config: false, silent: true, clean: false, dts: false, sourcemap: true,
  tsconfig: here('../../tsconfig.json'), noExternal: [/^@bihuan\//, /\.json$/], external: [/^(?!@bihuan\/|\.|\/).*/],
  esbuildOptions: (options) => { options.conditions = ['bihuan-source', 'import', 'node']; },
});
const { status } = spawnSync(process.execPath, ['--expose-gc', '--enable-source-maps', here('../dist/stores.js'), ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, TZ: 'Asia/Shanghai' } });
process.exitCode = status ?? 1;
