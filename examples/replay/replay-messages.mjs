// npm run replay:messages：回放真实留言并核对数字。构建是新的就用它，否则直接运行源码：核对的总是眼前的代码。
// Replays the real messages and compares the figures: by the build if it is fresh, else by the sources, so that what is checked is the code at hand.
import { spawnSync } from 'node:child_process';
import { execPath, exit } from 'node:process';
import { isFresh } from '../../scripts/freshness.mjs';
import '../../scripts/run.mjs'; // works from the root

const cli = isFresh() ? ['packages/adapters/dist/cli/bihuan.js'] : ['--import', 'tsx', '--conditions=bihuan-source', 'packages/adapters/src/cli/bihuan.ts'];
const { status } = spawnSync(execPath, [
  ...cli, 'replay', 'examples/replay/answer-in-time.json', '../shared/data/messages-answered.csv', '--map', 'examples/replay/messages.map.json',
  '--expect', 'examples/replay/messages.expected.json', '--json',
], { stdio: 'inherit' });
exit(status ?? 2);
