// 检查真正要发布的压缩包：publint、attw，再装进一个空项目里载入每个子路径。
// Checks the tarballs that would be published: publint, attw, then every subpath loaded in an empty project.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { exit } from 'node:process';
import './run.mjs';

// Inside node_modules, so that the dependencies are found; the packages themselves are found first in its own node_modules.
const place = 'node_modules/.cache/bihuan/packed';
rmSync(place, { recursive: true, force: true });
mkdirSync(`${place}/node_modules/@bihuan`, { recursive: true });

let imports = '';
for (const name of ['core', 'adapters']) {
  const { exports } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
  const tarball = `${place}/${JSON.parse(quietly('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', place, `--workspace=@bihuan/${name}`]))[0].filename}`;
  quietly('publint', ['run', tarball, '--strict']);
  quietly('attw', [tarball, '--profile', 'esm-only', '--quiet', ...(name === 'core' ? ['--exclude-entrypoints', './methods/*'] : [])]);
  mkdirSync(`${place}/node_modules/@bihuan/${name}`);
  quietly('tar', ['-xzf', tarball, '--strip-components=1', '-C', `${place}/node_modules/@bihuan/${name}`]);
  const code = Object.keys(exports).filter((path) => typeof exports[path] === 'object');
  for (const path of code) imports += `export * as ${name}${imports.length} from '@bihuan/${name}${path.slice(1)}';\n`;
  console.log(`✓ @bihuan/${name}: publint, attw, ${code.length} × import`);
}
writeFileSync(`${place}/consumer.mjs`, imports);
writeFileSync(`${place}/consumer.mts`, imports);
quietly('node', [`${place}/consumer.mjs`]);
quietly('tsc', ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', 'node', `${place}/consumer.mts`]);
console.log('✓ 空项目可载入并通过类型检查 · loads and type-checks in an empty project');

/** @param {string} command @param {string[]} args */
function quietly(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return stdout;
  console.error(`✗ ${[command, ...args].join(' ')}\n${stdout}${stderr}`);
  return exit(1);
}
