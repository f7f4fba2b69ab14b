import { resolve } from 'node:path';
import { createEngine, directoryOfCast, embeddedDirectory, readJson, runReplay } from '@bihuan/core';
import type { CaseState, Words } from '@bihuan/core';
import { memoryStore } from '../memory/index.ts';
import type { Command, Io } from './command.ts';
import { EXIT, complain } from './command.ts';
import { readText } from './files.ts';
import { readReplayFiles } from './replay-files.ts';
import { readUntil, replayOptions } from './replay-options.ts';
import { saySummary, summarize } from './replay-summary.ts';
import { sentences } from './sentences.ts';

/** `bihuan replay METHOD CSV --map MAP`: what would have come of a table of past matters under a method. */
export const replay: Command = {
  name: 'replay', takes: 'bihuan replay METHOD CSV --map MAP', least: 2, most: 2,
  says: { zh: '回放：把一张已经发生的事的表按工作法走一遍，数出分类、按时与超时', en: 'play a table of past matters by a method: how they are classified, which clocks they kept' },
  options: {
    ...replayOptions,
    expect: { type: 'string', of: 'FILE', says: { zh: '与此文件里的数字核对，不同则退出码为 1', en: 'compare with the figures in this file; exit code 1 if one differs' } },
  },
  async run(args, io) {
    const files = await readReplayFiles(args, io);
    if (typeof files === 'number') return files;
    const until = readUntil(args.value('until'), files);
    if (!until.ok) return complain(io, until.issues[0]!);
    const { method, rules, cast, plan } = files;
    const engine = createEngine({ methods: [method], store: memoryStore(), directory: embeddedDirectory(directoryOfCast(cast)) });
    const run = await runReplay(engine, plan, {
      rules, ...(until.value !== undefined && { until: until.value }), onProgress: (done, of) => io.progress(sentences.replaying, done, of),
    });
    const states: CaseState[] = [];
    for (const id of run.opened) states.push((await engine.case(id))!.state);
    const summary = summarize(files, run, states);
    if (args.flag('json')) io.out(`${JSON.stringify(summary, undefined, 2)}\n`);
    else saySummary(io, summary);

    for (const { says } of files.problems) complain(io, says);
    if (summary.opened === 0) return complain(io, sentences.nothingReplayed, EXIT.failed);
    const expected = args.value('expect');
    return expected === undefined ? EXIT.well : compare(io, expected, summary);
  },
};

const compare = async (io: Io, file: string, summary: object): Promise<number> => {
  const read = await readText(resolve(io.cwd, file));
  if (!read.ok) return complain(io, read.issues[0]!);
  const { value, findings } = readJson(read.value.text);
  if (value === undefined || findings.length > 0) return complain(io, sentences.fileUnreadable(file, 'JSON'));
  const wrong = differences(value, JSON.parse(JSON.stringify(summary)), '');
  for (const says of wrong) complain(io, says);
  if (wrong.length === 0) complain(io, sentences.figuresAgree(file));
  return wrong.length === 0 ? EXIT.well : EXIT.failed;
};

/** Where the figures are not what was expected; what the file does not mention is not compared. */
const differences = (wanted: unknown, got: unknown, path: string): Words[] => {
  if (typeof wanted === 'object' && wanted !== null && typeof got === 'object' && got !== null) {
    return Object.entries(wanted).flatMap(([key, value]) => differences(value, (got as Record<string, unknown>)[key], `${path}/${key}`));
  }
  return wanted === got ? [] : [sentences.figureDiffers(path, JSON.stringify(wanted), JSON.stringify(got) ?? '—')];
};
