import type { CaseStore } from '@bihuan/core';
import { type DeadLetter, deadLetters as lettersOf, sendAgain } from '../outbox/index.ts';
import type { Stuck } from '../upkeep/dead-lanes.ts';
import type { Command } from './command.ts';
import { EXIT, both, complain } from './command.ts';
import { databaseOptions, withDatabase } from './database.ts';
import { letterWords } from './dead-letters-words.ts';
import { shown, verifyWords } from './verify-words.ts';

interface Letter extends Stuck, DeadLetter {}
const PAGE = 100;

/** `bihuan dead-letters list|resend --db URL_OR_FILE`: what was given up, and having it sent again. */
export const deadLetters: Command = {
  name: 'dead-letters', takes: 'bihuan dead-letters list|resend --db URL_OR_FILE [--tenant NAME] [--consumer NAME] [--case ID]', least: 1, most: 1,
  says: { zh: '死信：列出送不出去、已停下的事件（list），或让它们重新发送（resend）', en: 'dead letters: the events that were given up (list), or have them sent again (resend)' },
  options: {
    ...databaseOptions,
    tenant: { type: 'string', of: 'NAME', says: { zh: '只看此租户', en: 'only this tenant' } },
    consumer: { type: 'string', of: 'NAME', says: { zh: '只看此接收方', en: 'only this consumer' } },
    case: { type: 'string', of: 'ID', says: { zh: '只看此事项', en: 'only this case' } },
    json: { type: 'boolean', says: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  async run(args, io) {
    const [doing] = args.files;
    if (doing !== 'list' && doing !== 'resend') return complain(io, letterWords.actionUnknown(doing!));
    return withDatabase(args, io, false, async (session, address) => {
      const [{ openStore }, { stuckConsumers }, { hasOlderTables }, { copyWords }] = await Promise.all([
        import('../upkeep/open-store.ts'), import('../upkeep/dead-lanes.ts'), import('../upkeep/copy-tables.ts'), import('./copy-words.ts')]);
      const made = await session.migrations();
      if (made.size === 0) return complain(io, verifyWords.noTables(shown(address)));
      if (hasOlderTables(session, made)) return complain(io, copyWords.older);
      const [tenant, consumer, only, schema, prefix] = ['tenant', 'consumer', 'case', 'schema', 'prefix'].map(args.value);
      const stuck = (await stuckConsumers(session)).filter((each) => (tenant ?? each.tenant) === each.tenant && (consumer ?? each.consumer) === each.consumer);
      const store = await openStore({ address, ...(schema !== undefined && { schema }), ...(prefix !== undefined && { prefix }) });
      try {
        const letters: Letter[] = [];
        for (const each of stuck) for await (const letter of allLetters(store, each)) if ((only ?? letter.caseId) === letter.caseId) letters.push({ ...each, ...letter });
        if (doing === 'list') {
          io.out(args.flag('json') ? `${JSON.stringify({ letters }, undefined, 2)}\n` : `${letters.map(lineOf).join('')}${both(letterWords.counted(letters.length))}\n`);
          return letters.length > 0 ? EXIT.failed : EXIT.well;
        }
        let sent = 0;
        // Due at its last attempt: that is past by whatever clock the host delivers.
        for (const { tenant: of, consumer: to, caseId, seq, tried } of letters) if (await sendAgain({ store, tenant: of, consumer: to, caseId, seq, now: tried ?? 0 })) sent += 1;
        const moved = letters.length - sent;
        io.out(args.flag('json') ? `${JSON.stringify({ sent, moved }, undefined, 2)}\n` : `${both(letterWords.sent(sent))}\n`);
        return moved === 0 ? EXIT.well : complain(io, letterWords.moved(moved), EXIT.failed);
      } finally {
        await store.close();
      }
    });
  },
};

async function* allLetters(store: CaseStore, { tenant, consumer }: Stuck): AsyncGenerator<DeadLetter> {
  for (let after: string | undefined; ;) {
    const page = await lettersOf({ store, tenant, consumer, limit: PAGE, ...(after !== undefined && { after }) });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.caseId;
  }
}

const lineOf = ({ tenant, consumer, caseId, seq, event, tries, tried, reason, waiting }: Letter): string =>
  `  ✗ ${tenant}  ${consumer}  ${caseId}  ${both(letterWords.stands(seq, event?.type ?? '—', tries, tried === null ? '—' : new Date(tried).toISOString(), waiting))}${reason === null ? '' : `  ${reason}`}\n`;
