import type { Path } from '../method/finding.ts';
import { spanOf } from './json-text.ts';

const width = 150;

/**
 * The text with the value at a path set, or taken out where `value` is undefined. Everything else stays as it was written, so that a
 * form and a person can edit the same file.
 *
 * @example editJson('{ "a": 1 }', ['b', 'c'], 2) //=> '{ "a": 1, "b": { "c": 2 } }'
 */
export function editJson(text: string, path: Path, value: unknown): string {
  const span = spanOf(text, path);
  if (value === undefined) return span === undefined || path.length === 0 ? text : withoutMember(text, span.from, span.to);
  if (span !== undefined) return text.slice(0, span.from) + writeJson(value, indentAt(text, span.from)) + text.slice(span.to);
  const [parent, name] = [path.slice(0, -1), path.at(-1)!];
  const around = spanOf(text, parent);
  const isList = typeof name === 'number';
  if (around === undefined || text[around.from] !== (isList ? '[' : '{')) return editJson(text, parent, isList ? [value] : { [name]: value });
  return withMember(text, around.from, around.to, (indent) => (isList ? '' : `${JSON.stringify(name)}: `) + writeJson(value, indent));
}

/** JSON as people write it: what fits stands on one line, the rest is unfolded. */
export function writeJson(value: unknown, indent = ''): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const parts = (inner: string): string[] => (Array.isArray(value)
    ? value.map((each) => writeJson(each, inner))
    : Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [`${JSON.stringify(key)}: ${writeJson(each, inner)}`])));
  const deeper = `${indent}  `;
  const unfolded = parts(deeper);
  if (unfolded.length === 0) return open + close;
  const space = open === '{' ? ' ' : '';
  const line = `${open}${space}${unfolded.join(', ')}${space}${close}`;
  return !line.includes('\n') && indent.length + line.length <= width ? line : `${open}\n${unfolded.map((part) => deeper + part).join(',\n')}\n${indent}${close}`;
}

/** The member goes last, on a line of its own where the others have theirs. */
function withMember(text: string, from: number, to: number, member: (indent: string) => string): string {
  const body = text.slice(from + 1, to - 1);
  const end = from + 1 + body.trimEnd().length;
  if (body.trim() === '') return `${text.slice(0, from + 1)} ${member(indentAt(text, from))} ${text.slice(to - 1)}`;
  const [, indent] = /^[ \t]*\r?\n[\s]*?([ \t]*)\S/.exec(body) ?? [];
  return `${text.slice(0, end)},${indent === undefined ? ' ' : `\n${indent}`}${member(indent ?? indentAt(text, from))}${text.slice(end)}`;
}

/** Without the member whose value stands there, its key and one comma. */
function withoutMember(text: string, from: number, to: number): string {
  const key = /"(?:[^"\\]|\\.)*"\s*:\s*$/.exec(text.slice(0, from));
  const start = key === null ? from : key.index;
  const comma = /^\s*,[ \t]*(?:\r?\n\s*)?/.exec(text.slice(to));
  if (comma !== null) return text.slice(0, start) + text.slice(to + comma[0].length);
  return text.slice(0, start).replace(/,?\s*$/, '') + text.slice(to);
}

const indentAt = (text: string, offset: number): string => /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))![0];
