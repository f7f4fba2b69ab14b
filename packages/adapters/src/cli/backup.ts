import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from './command.ts';
import { EXIT, both, complain } from './command.ts';
import { copyWords } from './copy-words.ts';
import { databaseOptions, withDatabase } from './database.ts';
import { sentences } from './sentences.ts';
import { findingWords, shown, verifyWords } from './verify-words.ts';

/** `bihuan backup --db URL_OR_FILE FILE`: every tenant as a text file that any of the databases can be restored from. */
export const backup: Command = {
  name: 'backup', takes: 'bihuan backup --db URL_OR_FILE FILE', least: 1, most: 1,
  says: { zh: '备份：所有租户的全部内容写成一个文本文件，可恢复到任何一种数据库', en: 'everything of every tenant as a text file, to be restored into any of the databases' },
  options: databaseOptions,
  run: (args, io) => withDatabase(args, io, false, async (session, address) => {
    const [{ tenantsIn, verifyTables }, { copiedTables, countRows, hasOlderTables }, { writeCopy }] = await Promise.all([
      import('../upkeep/verify-tables.ts'), import('../upkeep/copy-tables.ts'), import('../upkeep/copy-file.ts')]);
    const path = resolve(io.cwd, args.files[0]!);
    if (existsSync(path)) return complain(io, sentences.fileThere(path));
    const made = await session.migrations();
    if (made.size === 0) return complain(io, verifyWords.noTables(shown(address)));
    if (hasOlderTables(session, made)) return complain(io, copyWords.older);
    let exit: number = EXIT.well;
    await session.together('read', async () => {
      const tenants = await tenantsIn(session, copiedTables);
      const { findings } = await verifyTables(session, tenants, (done, of) => io.progress(verifyWords.verifying, done, of));
      const of = await countRows(session, tenants);
      try {
        const { rows, digest } = await writeCopy(session, tenants, path, (done) => io.progress(copyWords.copying, done, of));
        io.progress(copyWords.copying, of, of);
        io.out(`${both(copyWords.copied(path, tenants.length, rows))}\n  sha256 ${digest}\n`);
      } catch (error) {
        await rm(path, { force: true }); // half a copy is none
        throw error;
      }
      for (const each of findings) exit = complain(io, { zh: `${each.tenant}  ${each.caseId}  ${findingWords(each).zh}`, en: findingWords(each).en }, EXIT.failed);
      return false;
    });
    return exit;
  }),
};
