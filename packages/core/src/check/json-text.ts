import type { Words } from '../issues/issue.ts';
import { finding, type Finding, type Path } from '../method/finding.ts';

/** Where something stands in a text, both counted from 1. */
export interface Place { readonly line: number; readonly column: number }

/** Reads JSON; says where it breaks off, and finds keys written twice, of which JSON itself keeps only the last. */
export function readJson(text: string): { readonly value: unknown; readonly findings: readonly Finding[] } {
  const scan = scanJson(text);
  if (scan.error !== undefined) {
    return { value: undefined, findings: [finding('json.unreadable', [], { message: scan.error.message, ...placeOf(text, scan.error.at) })] };
  }
  const findings = scan.twice.map(({ path, at }) => finding('json.duplicate-key', path, { key: String(path.at(-1)), ...placeOf(text, at) }));
  return { value: JSON.parse(text.replace(/^\uFEFF/, '')), findings };
}

/** Where the value at a path begins: for an editor that marks a finding. Undefined when there is none. */
export function locate(text: string, path: Path): Place | undefined {
  const wanted = JSON.stringify(path.map(String));
  const at = scanJson(text, (here, offset) => JSON.stringify(here.map(String)) === wanted && offset).found;
  return at === undefined ? undefined : placeOf(text, at);
}

/** From where to where the value at a path stands, as offsets into a text that can be read. */
export function spanOf(text: string, path: Path): Span | undefined {
  const wanted = JSON.stringify(path.map(String));
  let found: Span | undefined;
  scanJson(text, undefined, (here, from, to) => { if (found === undefined && JSON.stringify(here.map(String)) === wanted) found = { from, to }; });
  return found;
}

/** A stretch of a text, its end not counted in. */
export interface Span { readonly from: number; readonly to: number }

// --- the scanner ---

interface Scan {
  error?: { readonly message: Words; readonly at: number };
  readonly twice: { readonly path: Path; readonly at: number }[];
  found?: number;
}

class Broken extends Error {
  constructor(readonly words: Words, readonly at: number) { super(words.en); }
}

/** Goes through a text by the grammar of RFC 8259 without building anything. `visit` may answer an offset to remember; `passed` is told of each value that was read. */
function scanJson(text: string, visit?: (path: Path, offset: number) => number | false, passed?: (path: Path, from: number, to: number) => void): Scan {
  const scan: Scan = { twice: [] };
  const path: (string | number)[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;

  const space = (): void => { while (at < text.length && ' \t\r\n'.includes(text[at]!)) at++; };
  const fail = (zh: string, en: string): never => { throw new Broken({ zh, en }, at); };
  const shown = (): string => (at >= text.length ? '' : text[at]!);
  const expect = (char: string): void => {
    if (text[at] === char) { at++; return; }
    fail(at >= text.length ? `文件在此中断，缺少 ${char}` : `应为 ${char}，却是 ${shown()}`, at >= text.length ? `the file breaks off, ${char} is missing` : `expected ${char}, found ${shown()}`);
  };

  const string = (): string => {
    STRING.lastIndex = at;
    const [found] = STRING.exec(text) ?? fail('文字没有写完（缺少引号，或有未转义的字符）', 'a text is not closed, or holds a character that must be escaped');
    at += found!.length;
    return found!;
  };

  const members = (close: string, one: () => void): void => {
    at++;
    space();
    if (text[at] === close) { at++; return; }
    for (;;) {
      space();
      if (text[at] === close) fail(`${close} 之前多了一个逗号`, `a comma too many before ${close}`);
      one();
      space();
      if (text[at] === close) { at++; return; }
      if (text[at] === '，' || text[at] === '、') fail(`逗号须用英文的 , ，却是 ${shown()}`, `a comma must be the plain one, found ${shown()}`);
      if (text[at] !== ',') fail(at >= text.length ? `文件在此中断，缺少 ${close}` : `缺少逗号或 ${close}`, at >= text.length ? `the file breaks off, ${close} is missing` : `a comma or ${close} is missing`);
      at++;
    }
  };

  const object = (): void => {
    const seen = new Set<string>();
    members('}', () => {
      const start = at;
      if (text[at] !== '"') fail(`键须写在英文双引号里，却是 ${shown()}`, `a key must stand in double quotes, found ${shown()}`);
      const written = string();
      const key = written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
      path.push(key);
      if (seen.has(key)) scan.twice.push({ path: [...path], at: start });
      seen.add(key);
      space();
      expect(':');
      value();
      path.pop();
    });
  };

  const array = (): void => {
    let i = 0;
    members(']', () => {
      path.push(i++);
      value();
      path.pop();
    });
  };

  const value = (): void => {
    space();
    const from = at;
    const here = visit?.(path, at);
    if (typeof here === 'number') scan.found = here;
    const char = text[at];
    if (char === '{') object();
    else if (char === '[') array();
    else if (char === '"') string();
    else scalar();
    passed?.(path, from, at);
  };

  const scalar = (): void => {
    SCALAR.lastIndex = at;
    const found = SCALAR.exec(text)?.[0];
    if (found === undefined) return fail(at >= text.length ? '文件在此中断，缺少一个值' : `这里读不懂：${shown()}`, at >= text.length ? 'the file breaks off, a value is missing' : `cannot be read: ${shown()}`);
    at += found.length;
  };

  try {
    value();
    space();
    if (at < text.length) fail(`结束之后还有 ${shown()}`, `something follows the end: ${shown()}`);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    scan.error = { message: error.words, at: error.at };
  }
  return scan;
}

// eslint-disable-next-line no-control-regex -- JSON forbids control characters in a text
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;

function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
