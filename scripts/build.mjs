// npm run build：先包（tsup），再网页（vite）。安装之后也由 prepare 运行。
// npm run build: the packages (tsup), then the web pages (vite). After an install ("prepare") and before a start it leaves out the
// type declarations: only a published package needs them, and they take most of the time.
import { existsSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { run } from './run.mjs';

if (argv.includes('--after-install') && !existsSync('node_modules/.bin/tsup')) {
  console.log('没有安装开发依赖，不构建 · Development dependencies are not installed: nothing is built');
  exit(0);
}
const types = !argv.includes('--after-install') && !argv.includes('--no-types');
const started = performance.now();
for (const command of [types ? 'tsup' : 'tsup --no-dts', 'npm run --silent build --workspace=@bihuan/admin']) {
  if (run(command)) continue;
  console.error(`构建失败 · The build failed: ${command}`);
  exit(1);
}
// npm links a command only when its file is there, and at "npm ci" it is not there yet.
if (!existsSync('node_modules/.bin/bihuan')) run('npm rebuild --silent --ignore-scripts @bihuan/adapters');
console.log(`构建完成 · Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
