// npm run bench [-- --quick] [-- --json FILE]：本包与同类库做同样的事，逐项比较。
// npm run bench: this package beside its peers, the same work, answers compared.
//
// What is measured is what is published: the sources built by tsup, as `npm run build` does. Run straight through tsx they would carry a
// helper that names every closure when it is made, which costs more than many of the things measured here.
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'tsup';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

await build({
  entry: { main: here('main.ts'), memory: here('memory/measure.ts'), alone: here('life/alone.ts') },
  outDir: here('dist'), format: 'esm', target: 'node20', platform: 'node', config: false, silent: true, clean: true, dts: false, sourcemap: true,
  tsconfig: here('../tsconfig.json'),
  noExternal: [/^@bihuan\//, /\.json$/],
  // Also what the packages themselves depend on stays outside, as it does when they are installed.
  external: [/^(?!@bihuan\/|\.|\/).*/],
  esbuildOptions: (options) => { options.conditions = ['bihuan-source', 'import', 'node']; },
});

// Some peers reckon in the zone of the process.
const { status } = spawnSync(process.execPath, ['--expose-gc', '--enable-source-maps', here('dist/main.js'), ...process.argv.slice(2)], {
  stdio: 'inherit', env: { ...process.env, TZ: 'Asia/Shanghai', BENCH_MEMORY: pathToFileURL(here('dist/memory.js')).href },
});
process.exitCode = status ?? 1;
