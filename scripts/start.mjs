// npm start：产物缺失或旧于源码就先构建，然后在本进程启动示例管理端。
// npm start: builds first when the build is missing or older than its sources, then starts the example admin in this process.
import { existsSync } from 'node:fs';
import { exit } from 'node:process';
import { isBuilt, isFresh } from './freshness.mjs';
import { run } from './run.mjs';

if (!isFresh()) {
  const why = isBuilt() ? '源码比产物新 · the sources are newer than the build' : '还没有构建 · there is no build yet';
  if (existsSync('node_modules/.bin/tsup')) {
    console.log(`${why}；先构建，请稍候 · building first, please wait …`);
    if (!run('node scripts/build.mjs --no-types')) exit(1);
  } else if (isBuilt()) {
    console.log(`${why}；没有开发依赖，照旧启动 · no development dependencies, starting it as it is`);
  } else {
    console.error(`${why}；请先运行 npm ci · run npm ci first`);
    exit(1);
  }
}

await import(new URL('../examples/admin/dist/server/start.js', import.meta.url).href);
