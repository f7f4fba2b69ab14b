import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from './command.ts';
import { EXIT, both, complain } from './command.ts';
import { copyWords } from './copy-words.ts';
import { databaseOptions, withDatabase } from './database.ts';
import { sentences } from './sentences.ts';
import { findingWords, verifyWords } from './verify-words.ts';
import type { CopiedRow, CopiedTable } from '../upkeep/copy-tables.ts';

const [ROWS, SIGNS] = [100, 1 << 20];

/** `bihuan restore FILE --db URL_OR_FILE`: a whole copy into a database that holds nothing of its tenants; all of it or nothing. */
export const restore: Command = {
  name: 'restore', takes: 'bihuan restore FILE --db URL_OR_FILE', least: 1, most: 1,
  says: { zh: '恢复：先查副本是否完整，再写入没有这些租户的数据库并核对；要么全部写入，要么什么也不写', en: 'a copy that is whole into a database that holds nothing of its tenants, then verified: all of it or nothing' },
  options: databaseOptions,
  async run(args, io) {
    const path = resolve(io.cwd, args.files[0]!);
    if (!existsSync(path)) return complain(io, sentences.fileMissing(path));
    const { readCopy } = await import('../upkeep/copy-file.ts');
    /** Goes through the copy once; nothing where it is not whole. */
    const read = async (each: (table: CopiedTable, row: CopiedRow) => Promise<void> | void) => {
      const copy = readCopy(path);
      let step = await copy.next();
      for (; !step.done; step = await copy.next()) await each(...step.value);
      return step.value;
    };
    let of = 0;
    const manifest = await read(() => { of++; });
    if (manifest === undefined) return complain(io, copyWords.notWhole(path), EXIT.failed);
    return withDatabase(args, io, true, async (session) => {
      const [{ tenantsIn, verifyTables }, { copiedTables, writeRows }] = await Promise.all([import('../upkeep/verify-tables.ts'), import('../upkeep/copy-tables.ts')]);
      let exit: number = EXIT.failed;
      await session.together('write', async () => {
        const there = (await tenantsIn(session, copiedTables)).filter((tenant) => manifest.tenants.includes(tenant));
        if (there.length > 0) {
          complain(io, copyWords.dataThere(there));
          return false;
        }
        let [waiting, table, signs, done] = [[] as CopiedRow[], undefined as CopiedTable | undefined, 0, 0];
        const write = async () => {
          if (table) await writeRows(session, table, waiting);
          done += waiting.length;
          [waiting, signs] = [[], 0];
          io.progress(copyWords.restoring, done, of);
        };
        const again = await read(async (next, row) => {
          if (next !== table || waiting.length >= ROWS || signs > SIGNS) await write();
          table = next;
          waiting.push(row);
          for (const cell of row) signs += typeof cell === 'string' ? cell.length : 0;
        });
        await write();
        if (again?.digest !== manifest.digest) {
          complain(io, copyWords.notWhole(path));
          return false;
        }
        const { cases, events, findings } = await verifyTables(session, manifest.tenants, (at, all) => io.progress(verifyWords.verifying, at, all));
        for (const each of findings) complain(io, { zh: `${each.tenant}  ${each.caseId}  ${findingWords(each).zh}`, en: findingWords(each).en });
        if (findings.length > 0 || cases !== manifest.rows['heads'] || events !== manifest.rows['events']) {
          complain(io, copyWords.undone);
          return false;
        }
        exit = EXIT.well;
        return true;
      });
      if (exit === EXIT.well) io.out(`${both(copyWords.restored(manifest.tenants.length, manifest.rows))}\n`);
      return exit;
    });
  },
};
