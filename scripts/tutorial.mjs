// 把“编写一个新区的工作法”一步一步走一遍，把命令真正的输出填进页面。
// Walks through "a method for a new district", and fills in what the commands really print: npx tsx --conditions=bihuan-source scripts/tutorial.mjs
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { mergePatch } from '../packages/core/src/method/merge-patch.ts';
import { run } from '../packages/adapters/src/cli/run.ts';

const root = new URL('../', import.meta.url);
/** The pages that tell it, and the files that it ends with. */
export const tutorial = { pages: ['docs/zh/write-a-method.md', 'docs/en/write-a-method.md'], folder: 'docs/examples/liuwan', method: 'liuwan.json', scenarios: 'liuwan.scenarios.json', child: 'lianfang.json' };

/**
 * Blocks of the page, in order: `json step` is merged into the method; `json slip` only tried, for the output that follows; `json scenarios`
 * into the scenario file; `json child` is the file that extends the method; `json next` its next version. `text check|test|describe …` is
 * what the command prints of all that then; of `describe` any part.
 * @typedef {{ readonly start: number, readonly end: number, readonly info: string, readonly text: string }} Block
 */

/** @param {string} page @returns {readonly Block[]} */
export const blocksOf = (page) => [...page.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map((found) => {
  const [whole, info = '', text = ''] = found;
  const start = found.index + whole.indexOf('\n') + 1;
  return { start, end: start + text.length, info: info.trim(), text };
});

/**
 * What each output block of the page should say, and the files at its end.
 * @param {string} page
 */
export async function walk(page) {
  /** @type {Record<string, unknown>} */
  const files = {};
  /** @type {Record<string, unknown> | undefined} */
  let tried;
  const outputs = [];
  for (const block of blocksOf(page)) {
    const [language, what = '', ...options] = block.info.split(' ');
    const parsed = language === 'json' ? JSON.parse(block.text) : undefined;
    if (what === 'step') files[tutorial.method] = mergePatch(files[tutorial.method] ?? {}, parsed);
    else if (what === 'slip' || what === 'next') tried = { ...files, [tutorial.method]: mergePatch(files[tutorial.method], parsed) };
    else if (what === 'scenarios') files[tutorial.scenarios] = mergePatch(files[tutorial.scenarios] ?? {}, parsed);
    else if (what === 'scenarios-slip') tried = { ...files, [tutorial.scenarios]: mergePatch(files[tutorial.scenarios], parsed) };
    else if (what === 'child') files[tutorial.child] = parsed;
    else if (language === 'text' && ['check', 'test', 'describe'].includes(what)) {
      outputs.push({ block, text: what === 'describe' ? excerpt(await bihuan(tried ?? files, [what, ...options]), block.text) : await bihuan(tried ?? files, [what, ...options]) });
      tried = undefined;
    }
  }
  return { files, outputs };
}

/** What is shown of a long output, if it is part of it; all of it, if it is not. @param {string} output @param {string} shown */
const excerpt = (output, shown) => (shown !== '' && output.includes(shown) ? shown : output);

/** @param {Record<string, unknown>} files @param {readonly string[]} words @returns {Promise<string>} */
async function bihuan(files, [command = '', ...options]) {
  const cwd = mkdtempSync(join(tmpdir(), 'bihuan-'));
  let out = '';
  const print = (/** @type {string} */ text) => { out += text; };
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), JSON.stringify(content, undefined, 2));
    await run([command, ...(options.length === 0 ? [tutorial.method] : options)], { cwd, out: print, err: print, progress: () => {} });
  } finally {
    rmSync(cwd, { recursive: true });
  }
  return out;
}

/** JSON as one writes it by hand: what fits on a line stands on it. @param {unknown} value @param {string} [indent] @param {number} [before] @returns {string} */
export function written(value, indent = '', before = 0) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Array.isArray(value) ? value.map((each) => /** @type {const} */ (['', each])) : Object.entries(value).map(([key, each]) => /** @type {const} */ ([`${JSON.stringify(key)}: `, each]));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  const line = Array.isArray(value) ? `[${parts.map(([, each]) => written(each, '', -Infinity)).join(', ')}]` : `{ ${parts.map(([key, each]) => key + written(each, '', -Infinity)).join(', ')} }`;
  if (before === -Infinity || (indent !== '' && indent.length + before + line.length <= 160)) return line;
  return `${open}\n${parts.map(([key, each]) => `${indent}  ${key}${written(each, `${indent}  `, key.length)}`).join(',\n')}\n${indent}${close}`;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const path of tutorial.pages) {
    let page = readFileSync(new URL(path, root), 'utf8');
    for (const { block, text } of (await walk(page)).outputs.reverse()) page = page.slice(0, block.start) + text + page.slice(block.end);
    writeFileSync(new URL(path, root), page);
  }
  const { files } = await walk(readFileSync(new URL('docs/zh/write-a-method.md', root), 'utf8'));
  for (const [name, content] of Object.entries(files)) writeFileSync(new URL(`${tutorial.folder}/${name}`, root), `${written(content)}\n`);
}
