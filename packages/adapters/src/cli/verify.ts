import type { Command } from './command.ts';
import { EXIT, both, complain } from './command.ts';
import { databaseOptions, withDatabase } from './database.ts';
import { findingWords, shown, verifyWords } from './verify-words.ts';

/** `bihuan verify --db URL_OR_FILE`: whether the events are those that were written, and state and row what they come to. */
export const verify: Command = {
  name: 'verify', takes: 'bihuan verify --db URL_OR_FILE [--tenant NAME]', least: 0, most: 0,
  says: { zh: '核对：事件有没有被改、被删、被插、被换次序、被截尾，状态和列表行是否等于事件重演的结果', en: 'whether an event was changed, removed, inserted or reordered or the tail cut, and whether state and row are what the events come to' },
  options: {
    ...databaseOptions,
    tenant: { type: 'string', of: 'NAME', says: { zh: '只核对此租户，默认全部', en: 'only this tenant; default all' } },
    json: { type: 'boolean', says: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  run: (args, io) => withDatabase(args, io, false, async (session, address) => {
    const { tenantsIn, verifyTables } = await import('../upkeep/verify-tables.ts');
    if ((await session.migrations()).size === 0) return complain(io, verifyWords.noTables(shown(address)));
    let exit: number = EXIT.well;
    await session.together('read', async () => {
      const [only, all] = [args.value('tenant'), await tenantsIn(session)];
      if (only !== undefined && !all.includes(only)) {
        exit = complain(io, verifyWords.noTenant(only));
        return false;
      }
      const verified = await verifyTables(session, only === undefined ? all : [only], (done, of) => io.progress(verifyWords.verifying, done, of));
      const { tenants, cases, events, findings } = verified;
      if (findings.length > 0) exit = EXIT.failed;
      if (args.flag('json')) io.out(`${JSON.stringify({ ...verified, findings: findings.map((each) => ({ ...each, says: findingWords(each) })) }, undefined, 2)}\n`);
      else {
        for (const each of findings) io.out(`  ✗ ${each.tenant}  ${each.caseId}  ${both(findingWords(each))}\n`);
        io.out(`${findings.length > 0 ? '✗' : '✓'} ${shown(address)}  ${both(verifyWords.looked(tenants.length, cases, events, findings.length))}\n`);
      }
      return false;
    });
    return exit;
  }),
};
