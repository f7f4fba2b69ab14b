import { resolve } from 'node:path';
import { createEngine, directoryOfCast, embeddedDirectory } from '@bihuan/core';
import type { Method, Words } from '@bihuan/core';
import type { Args, Command, Io } from './command.ts';
import { EXIT, both, complain } from './command.ts';
import { databaseOptions, withDatabase } from './database.ts';
import { findingLines, placeFindings } from './findings-text.ts';
import { readMethod } from './method-files.ts';
import { readCast } from './replay-files.ts';
import { sentences } from './sentences.ts';
import { shown, verifyWords } from './verify-words.ts';

/** `bihuan reproject METHOD... --db URL_OR_FILE`: makes anew what lies beside old cases, so that their ledgers and metrics are read from indexes. */
export const reproject: Command = {
  name: 'reproject', takes: 'bihuan reproject METHOD... --db URL_OR_FILE [--tenant NAME]', least: 1, most: Infinity,
  says: {
    zh: '重写投影：工作法新增或改了台账、指标后，为旧事项补写列表行和条目（不写事件，可中断后再来）',
    en: 'after ledgers or metrics of a method were added or changed: writes rows and entries of old cases anew (no event is written; may be broken off and run again)',
  },
  options: {
    ...databaseOptions,
    tenant: { type: 'string', of: 'NAME', says: { zh: '租户，默认 default', en: 'the tenant; default "default"' } },
    cast: { type: 'string', of: 'FILE', says: { zh: '组织取自此情景文件，默认用工作法自带的；自有组织目录的宿主请调用 engine.reproject', en: 'units from this scenario file; default the method’s own. Hosts with a directory of their own call engine.reproject' } },
    limit: { type: 'string', of: 'N', says: { zh: '最多重写多少件', en: 'so many cases at the most' } },
  },
  async run(args, io) {
    const methods = await readMethods(args, io);
    if (typeof methods === 'number') return methods;
    const given = args.value('limit');
    const limit = given === undefined ? Infinity : Number(given);
    if (!(limit > 0)) return complain(io, words.limit(given!));
    const cast = await readCast(args.value('cast'), io);
    if (typeof cast === 'number') return cast;
    const directory = embeddedDirectory(directoryOfCast(cast ?? methods[0]!.cast ?? { units: {}, posts: {} }));
    return withDatabase(args, io, false, async (session, address) => {
      if ((await session.migrations()).size === 0) return complain(io, verifyWords.noTables(shown(address)));
      const { openStore } = await import('../upkeep/open-store.ts');
      const [schema, prefix] = [args.value('schema'), args.value('prefix')];
      const store = await openStore({ address, ...(schema !== undefined && { schema }), ...(prefix !== undefined && { prefix }) });
      try {
        const { cases, left, more } = await createEngine({ methods, store, tenant: args.value('tenant') ?? 'default', directory }).reproject({ limit });
        io.out(`${both(words.remade(cases, more))}\n`);
        return left === 0 ? EXIT.well : complain(io, words.left(left), EXIT.failed);
      } finally {
        await store.close();
      }
    });
  },
};

/** All versions that cases run on. */
const readMethods = async ({ files }: Args, io: Io): Promise<readonly Method[] | number> => {
  const methods: Method[] = [];
  for (const file of files) {
    const path = resolve(io.cwd, file);
    const read = await readMethod(path);
    if (!read.ok) return complain(io, read.issues[0]!);
    if (read.value.method === undefined) {
      for (const each of placeFindings(path, read.value.text, read.value.findings)) if (each.severity === 'error') io.err(`${findingLines(each, io.cwd)}\n`);
      return complain(io, sentences.methodUnsound, EXIT.failed);
    }
    methods.push(read.value.method);
  }
  return methods;
};

const words = {
  limit: (given: string): Words => ({ zh: `--limit 要一个正数，不是“${given}”`, en: `--limit takes a positive number, not "${given}"` }),
  remade: (cases: number, more: boolean): Words => ({ zh: `重写 ${cases} 件${more ? '，还有余下的' : ''}`, en: `${cases} cases written anew${more ? ', more are left' : ''}` }),
  left: (n: number): Words => ({ zh: `${n} 件没有重写：没有给出其工作法版本，所在单位不在组织目录中，或正有人在写`, en: `${n} cases stay as they were: their version of the method was not given, the directory does not know their unit, or somebody was writing to them` }),
};
