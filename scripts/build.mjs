// npm run build：先包（tsup），再网页（vite）。安装之后也由 prepare 运行。
// npm run build: the packages (tsup), then the web pages (vite). Also run after an install, by "prepare".
import { existsSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { run } from './run.mjs';

if (argv.includes('--after-install') && !existsSync('node_modules/.bin/tsup')) {
  console.log('没有安装开发依赖，不构建 · Development dependencies are not installed: nothing is built');
  exit(0);
}
const started = performance.now();
for (const command of ['tsup', 'npm run --silent build --workspace=@bihuan/admin']) {
  if (run(command)) continue;
  console.error(`构建失败 · The build failed: ${command}`);
  exit(1);
}
// npm links a command only when its file is there, and at "npm ci" it is not there yet.
if (!existsSync('node_modules/.bin/bihuan')) run('npm rebuild --silent --ignore-scripts @bihuan/adapters');
console.log(`构建完成 · Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
