import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

export const root = fileURLToPath(new URL('../../../../', import.meta.url));
export const example = (name: string): string => join(root, 'examples/replay', name);

/** A folder with these files in it, for as long as a test runs. */
export const folderOf = (files: Readonly<Record<string, string | Uint8Array | object>>): { readonly path: string; [Symbol.dispose](): void } => {
  const path = mkdtempSync(join(tmpdir(), 'bihuan-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content, undefined, 2));
  }
  return { path, [Symbol.dispose]: () => { rmSync(path, { recursive: true }); } };
};

/** Runs a command line in a folder and keeps what it says. */
export const bihuan = async (cwd: string, ...argv: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> => {
  let [out, err] = ['', ''];
  const code = await run(argv, { cwd, out: (text) => { out += text; }, err: (text) => { err += text; }, progress: () => {} });
  return { code, out, err };
};

/** Writes text as GB18030: the two-byte characters, found by asking the decoder for each. */
export const gb18030 = (text: string): Uint8Array => {
  if (twoBytes.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let high = 0x81; high <= 0xfe; high++) for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) twoBytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Uint8Array.from([...text].flatMap((char) => (char.codePointAt(0)! < 0x80 ? [char.codePointAt(0)!] : [...twoBytes.get(char)!])));
};
const twoBytes = new Map<string, readonly [number, number]>();
