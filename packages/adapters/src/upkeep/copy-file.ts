import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { copiedTables, fits, isCopied, rowsOf, type CopiedRow, type CopiedTable } from './copy-tables.ts';
import type { Session } from './session.ts';

/** The last line of a copy: what it has to hold. */
export interface Manifest { readonly end: 'bihuan-backup'; readonly tenants: readonly string[]; readonly rows: Readonly<Record<string, number>>; readonly digest: string }
const FIRST = { bihuan: 'backup', format: 1 } as const;

/** Writes a copy: a first line, a line for each row, a manifest with the counts and a digest over all lines before it. A file that is there is not touched. */
export async function writeCopy(session: Session, tenants: readonly string[], path: string, progress: (done: number) => void): Promise<Manifest> {
  const [file, digest] = [await open(path, 'wx', 0o600), createHash('sha256')];
  try {
    let [text, done] = ['', 0];
    const say = async (line: unknown): Promise<void> => {
      text += `${JSON.stringify(line).replace(/[\u2028\u2029]/g, (sign) => (sign === '\u2028' ? '\\u2028' : '\\u2029'))}\n`; // these end a line too, for some who read
      if (text.length < 1 << 18) return;
      digest.update(text);
      await file.write(text);
      text = '';
    };
    await say({ ...FIRST, from: session.dialect.name });
    const rows: Record<string, number> = Object.fromEntries(copiedTables.map((table) => [table, 0]));
    for (const tenant of tenants) for (const table of copiedTables) for await (const row of rowsOf(session, table, tenant)) {
      await say([table, row]);
      rows[table]!++;
      if (++done % 500 === 0) progress(done);
    }
    digest.update(text);
    await file.write(text);
    const manifest: Manifest = { end: 'bihuan-backup', tenants, rows, digest: digest.digest('hex') };
    await file.write(`${JSON.stringify(manifest)}\n`);
    await file.sync();
    return manifest;
  } finally {
    await file.close();
  }
}

/** The rows of a copy, line by line; ends with its manifest, or with nothing where the copy is not whole: cut, changed, or no copy at all. */
export async function* readCopy(path: string): AsyncGenerator<readonly [CopiedTable, CopiedRow], Manifest | undefined> {
  const digest = createHash('sha256');
  const rows: Record<string, number> = Object.fromEntries(copiedTables.map((table) => [table, 0]));
  const tenants = new Set<string>();
  let [manifest, first] = [undefined as Manifest | undefined, true];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const value = readLine(line);
    if (manifest !== undefined || value === undefined) return undefined;
    if (!first && !Array.isArray(value)) {
      manifest = value as Manifest;
      continue;
    }
    digest.update(`${line}\n`);
    if (first) {
      if ((value as Partial<typeof FIRST>).bihuan !== FIRST.bihuan || (value as Partial<typeof FIRST>).format !== FIRST.format) return undefined;
      first = false;
      continue;
    }
    const [table, row] = value as readonly unknown[];
    if (typeof table !== 'string' || !isCopied(table) || !fits(table, row)) return undefined;
    rows[table]!++;
    tenants.add(row[0] as string);
    yield [table, row];
  }
  const whole = manifest?.end === 'bihuan-backup' && manifest.digest === digest.digest('hex') && copiedTables.every((table) => manifest.rows[table] === rows[table]) && [...tenants].every((tenant) => manifest.tenants.includes(tenant));
  return whole ? manifest : undefined;
}

const readLine = (line: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch { return undefined; }
};
