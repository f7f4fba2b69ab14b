import { basename, resolve } from 'node:path';
import { createEngine, directoryOfCast, embeddedDirectory, runReplay } from '@bihuan/core';
import type { CaseState } from '@bihuan/core';
import type { Command } from './command.ts';
import { EXIT, both, complain } from './command.ts';
import { readReplayFiles } from './replay-files.ts';
import { readUntil, replayOptions } from './replay-options.ts';
import { saySummary, summarize } from './replay-summary.ts';
import { sentences } from './sentences.ts';

/** `bihuan load METHOD CSV --map MAP --db FILE`: the same as a replay, into a SQLite file that the admin can open. */
export const load: Command = {
  name: 'load', takes: 'bihuan load METHOD CSV --map MAP --db FILE', least: 2, most: 2,
  says: { zh: '载入：与回放相同，但写进 SQLite 数据库，供管理端打开（中断后可重来，重来不会重复）', en: 'as replay, but into a SQLite database that the admin opens; may be broken off and run again, nothing comes twice' },
  options: {
    ...replayOptions,
    db: { type: 'string', of: 'FILE', says: { zh: 'SQLite 数据库文件，没有则新建', en: 'the SQLite file; made if it is not there' } },
    tenant: { type: 'string', of: 'NAME', says: { zh: '租户，默认 default', en: 'the tenant; default "default"' } },
  },
  async run(args, io) {
    const path = args.value('db');
    if (path === undefined) return complain(io, sentences.optionMissing('--db FILE'));
    const files = await readReplayFiles(args, io);
    if (typeof files === 'number') return files;
    const until = readUntil(args.value('until'), files);
    if (!until.ok) return complain(io, until.issues[0]!);
    if (files.plan.commands.length === 0) {
      for (const { says } of files.problems) complain(io, says);
      return complain(io, sentences.nothingReplayed, EXIT.failed);
    }
    const { method, rules, cast, plan } = files;
    const { SqliteOpenError, openSqlite, sqliteStore } = await import('../sqlite/index.ts'); // its driver takes a while to load: only who needs it waits
    const tenant = args.value('tenant') ?? 'default';
    try {
      // Not every commit waits for the disk: a load that a power cut breaks off is simply run again.
      const store = sqliteStore(openSqlite(resolve(io.cwd, path), { synchronous: 'normal', busyTimeout: 10_000 }));
      try {
        const before = await store.count(tenant, {});
        const engine = createEngine({ methods: [method], store, tenant, directory: embeddedDirectory(directoryOfCast(cast)) });
        const run = await runReplay(engine, plan, {
          rules, key: `load:${basename(files.file.name)}`, ...(until.value !== undefined && { until: until.value }),
          onProgress: (done, of) => io.progress(sentences.loading, done, of),
        });
        const states: CaseState[] = [];
        for (const id of run.opened) states.push((await engine.case(id))!.state);
        const summary = summarize(files, run, states);
        const after = await store.count(tenant, {});
        if (args.flag('json')) io.out(`${JSON.stringify({ ...summary, database: { path, tenant, before, after } }, undefined, 2)}\n`);
        else {
          saySummary(io, summary);
          io.out(`${both(sentences.loaded(before, after))}\n`);
        }
        return summary.opened === 0 ? complain(io, sentences.nothingReplayed, EXIT.failed) : EXIT.well;
      } finally {
        await store.close();
      }
    } catch (error) {
      if (error instanceof SqliteOpenError) return complain(io, error.text);
      throw error;
    }
  },
};
