// 由 packages/core/src/issues/refusals.* 写出 docs/reference/refusals.md。
// Writes docs/reference/refusals.md from the sentences of the refusals: npx tsx --conditions=bihuan-source scripts/refusals-reference.mjs
import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { refusalsEn } from '../packages/core/src/issues/refusals.en.ts';
import { refusalsZh } from '../packages/core/src/issues/refusals.zh.ts';

export const refusalsTarget = new URL('../docs/reference/refusals.md', import.meta.url);

/**
 * A param that shows its own name, whichever way a sentence reads it: as a text, as words in a language, or as a list.
 * @param {string} name @returns {unknown}
 */
const shown = (name) => Object.assign([{ zh: `[${name}]`, en: `[${name}]` }], {
  zh: `[${name}]`, en: `[${name}]`, toString: () => `[${name}]`, join: () => `[${name}]`,
});
/** The params of any sentence; a mend is a sentence of its own and left out. */
const params = new Proxy({}, { get: (_, name) => (name === 'mend' ? undefined : shown(String(name))) });
/** @param {unknown} sentence @returns {string} */
const said = (sentence) => /** @type {(p: unknown) => string} */ (sentence)(params).replaceAll('|', '\\|');

/** @returns {string} every refusal as Markdown */
export function refusalsReference() {
  const rows = Object.entries(refusalsZh).map(([code, sentence]) => `| \`${code}\` | ${said(sentence)} | ${said(refusalsEn[/** @type {keyof typeof refusalsEn} */ (code)])} |`);
  return [
    '# 拒绝代码 · Refusals', '',
    '由 `packages/core/src/issues` 生成（`npx tsx --conditions=bihuan-source scripts/refusals-reference.mjs`），不要手改。方括号里的词由具体情况代入。情景里的 `expect.refused` 写代码，或要求的键，或填报项的名称：见 [编写工作法](../zh/method-language.md)。', '',
    'Generated from `packages/core/src/issues` by `npx tsx --conditions=bihuan-source scripts/refusals-reference.mjs`; not edited by hand. What stands in brackets is filled in. `expect.refused` of a scenario names a code, the key of a requirement, or an input: see [the method language](../en/method-language.md).', '',
    '| 代码 · code | 中文 | English |', '| --- | --- | --- |', ...rows, '',
  ].join('\n');
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(refusalsTarget, refusalsReference());
