// 由 packages/core/method.schema.json 写出 docs/reference/language.md。
// Writes docs/reference/language.md from packages/core/method.schema.json: node scripts/language-reference.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * What of a JSON Schema the method's schema uses.
 * @typedef {{
 *   $ref?: string, type?: string | string[], const?: unknown, enum?: unknown[], title?: string, description?: string, examples?: unknown[],
 *   properties?: Record<string, Shape>, required?: string[], additionalProperties?: boolean | Shape, items?: Shape,
 *   anyOf?: Shape[], oneOf?: Shape[], allOf?: Shape[], minimum?: number, exclusiveMinimum?: number, maximum?: number, pattern?: string, definitions?: Record<string, Shape>,
 * }} Shape
 */

const root = new URL('../', import.meta.url);
export const target = new URL('docs/reference/language.md', root);

/** @returns {string} the reference as Markdown */
export function languageReference() {
  /** @type {Shape} */
  const schema = JSON.parse(readFileSync(new URL('packages/core/method.schema.json', root), 'utf8'));
  const definitions = Object.entries(schema.definitions ?? {}).filter(([name]) => !name.endsWith('Patch'));
  return [
    '# 语言参考 · Language reference', '',
    '由 `packages/core/method.schema.json` 生成（`node scripts/language-reference.mjs`），不要手改。怎样用见 [编写工作法](../zh/method-language.md)。', '',
    'Generated from `packages/core/method.schema.json` by `node scripts/language-reference.mjs`; not edited by hand. How to use it: [the method language](../en/method-language.md).', '',
    '写了 `extends` 的文件，每个键都可以不写，值可以是 `null`（删除）。· In a file that says `extends`, every key may be left out, and a value may be `null` (delete).', '',
    definitions.map(([name]) => link(name)).join(' · '), '',
    ...definitions.flatMap(([name, shape]) => section(name, shape)),
  ].join('\n');
}

/** @param {string} name @param {Shape} shape @returns {string[]} */
function section(name, shape) {
  const forms = shape.anyOf ?? shape.oneOf;
  const body = forms ? forms.flatMap((form, i) => formLines(form, i)) : shape.properties ? table(shape) : [`${typeOf(shape)}${patternOf(shape)}`, ''];
  return [`## ${name}`, '', ...lead(name, shape), ...body];
}

/** @param {string} name @param {Shape} shape @returns {string[]} */
function lead(name, shape) {
  const title = shape.title && shape.title !== name ? `**${shape.title}**` : '';
  const examples = shape.examples?.map((example) => code(JSON.stringify(example))).join(' ');
  const text = [title, shape.description, examples && `例 · e.g. ${examples}`].filter(Boolean).join(' — ');
  return text === '' ? [] : [text, ''];
}

/** One of several forms: those with keys as a table, the rest as a line. @param {Shape} form @param {number} i @returns {string[]} */
const formLines = (form, i) => (form.properties
  ? [`形式 · form ${i + 1}`, '', ...table(form)]
  : [`形式 · form ${i + 1}：${typeOf(form)}`, '']);

/** @param {Shape} shape @returns {string[]} */
function table({ properties = {}, required = [] }) {
  const rows = Object.entries(properties).map(([key, value]) => {
    const { description = '', examples } = described(value);
    const says = [description, examples && `例 · e.g. ${examples.map((example) => code(JSON.stringify(example))).join(' ')}`].filter(Boolean).join(' ');
    return `| \`${key}\` | ${typeOf(value)} | ${required.includes(key) ? '必填 · yes' : ''} | ${cell(says)} |`;
  });
  return ['| 键 · key | 值 · value | 必填 · required | 说明 · what it says |', '| --- | --- | --- | --- |', ...rows, ''];
}

/** A value that stands for another keeps what is said of it here. @param {Shape} shape @returns {Shape} */
const described = (shape) => (shape.description !== undefined || shape.examples !== undefined || !shape.allOf ? shape : shape.allOf[0] ?? shape);

/** @param {Shape} shape @returns {string} */
function typeOf(shape) {
  const forms = shape.anyOf ?? shape.oneOf;
  if (shape.$ref !== undefined) return link(shape.$ref.replace('#/definitions/', ''));
  if (shape.allOf) return shape.allOf.map(typeOf).join(' + ');
  if (forms) return forms.map(typeOf).join(' 或 · or ');
  if (shape.const !== undefined) return code(JSON.stringify(shape.const));
  if (shape.enum) return shape.enum.map((each) => code(JSON.stringify(each))).join(' ');
  if (shape.items) return `[ ${typeOf(shape.items)} … ]`;
  if (typeof shape.additionalProperties === 'object') return `{ 名 · name: ${typeOf(shape.additionalProperties)} }`;
  if (shape.properties) {
    const required = shape.required ?? [];
    return `{ ${Object.entries(shape.properties).map(([key, value]) => `${key}${required.includes(key) ? '' : '?'}: ${typeOf(value)}`).join(', ')} }`;
  }
  const range = [shape.exclusiveMinimum === undefined ? '' : `> ${shape.exclusiveMinimum}`, shape.minimum === undefined || shape.minimum < -1e9 ? '' : `≥ ${shape.minimum}`, shape.maximum === undefined || shape.maximum > 1e9 ? '' : `≤ ${shape.maximum}`].filter(Boolean).join(' ');
  return [Array.isArray(shape.type) ? shape.type.join(' 或 · or ') : shape.type ?? 'any', range].filter(Boolean).join(' ');
}

/** @param {Shape} shape @returns {string} */
const patternOf = ({ pattern }) => (pattern === undefined ? '' : ` ${code(pattern)}`);
/** @param {string} name */
const link = (name) => `[${name}](#${name.toLowerCase()})`;
/** @param {string} text */
const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;
/** @param {string} text */
const cell = (text) => text.replaceAll('\n', ' ').replace(/(?<!\\)\|/g, '\\|');

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, languageReference());
