import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createEngine, directoryOfCast, embeddedDirectory, importRegister, importTemplate, parseInstant } from '@bihuan/core';
import type { Actor, CaseStore, Directory, ImportReport } from '@bihuan/core';
import { memoryStore } from '../memory/index.ts';
import type { Args, Command, Io } from './command.ts';
import { EXIT, complain } from './command.ts';
import { writeText } from './files.ts';
import { readImportFiles, readRegister } from './import-files.ts';
import type { ImportFiles, RegisterFiles } from './import-files.ts';
import { sayImport } from './import-summary.ts';
import { sentences } from './sentences.ts';

/** `bihuan import METHOD SUBJECT CSV`: enters a table into a register, by its own opening action. */
export const importCommand: Command = {
  name: 'import', takes: 'bihuan import METHOD SUBJECT CSV [--db FILE]', least: 2, most: 3,
  says: { zh: '导入名册：把表里的住户、楼院、单位等逐行登记；再导一次不会重复，改了的更正', en: 'enter a table into a register row by row; a second time nothing comes twice, and what has changed is corrected' },
  options: {
    'template': { type: 'boolean', says: { zh: '写出空表（表头和一行示例），不导入', en: 'write the empty table: the header and one example row' } },
    'dry-run': { type: 'boolean', says: { zh: '只说每行会怎样，什么也不写', en: 'only say what would become of each row' } },
    'db': { type: 'string', of: 'FILE', says: { zh: 'SQLite 数据库文件，没有则新建；不写则只试导', en: 'the SQLite file, made if it is not there; without it the import is only tried' } },
    'map': { type: 'string', of: 'MAP', says: { zh: '对照表：列名与工作法的名称不同时用', en: 'which column is what (JSON), where headings are not the words of the method' } },
    'as': { type: 'string', of: 'POST', says: { zh: '由哪个岗位登记；只有一人可登记时可不写', en: 'the post that enters; needed where several may' } },
    'cast': { type: 'string', of: 'FILE', says: { zh: '人物与组织取自此情景文件，默认用工作法自带的', en: 'units and posts from this scenario file; default the method\'s own' } },
    'at': { type: 'string', of: 'TIME', says: { zh: '登记时间，默认现在', en: 'when it is entered; default now' } },
    'tenant': { type: 'string', of: 'NAME', says: { zh: '租户，默认 default', en: 'the tenant; default "default"' } },
    'lang': { type: 'string', of: 'LANG', says: { zh: '空表的语言：zh（默认）或 en', en: 'language of the template: zh (default) or en' } },
    'json': { type: 'boolean', says: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  async run(args, io) {
    const register = await readRegister(args, io);
    if (typeof register === 'number') return register;
    if (args.flag('template')) return writeTemplate(args, io, register);
    if (args.files.length < 3) return complain(io, sentences.filesMissing(importCommand.takes));
    const files = await readImportFiles(args, io, register);
    if (typeof files === 'number') return files;
    const { zone } = register.rules.calendar;
    const when = args.value('at');
    const at = when === undefined ? Date.now() : parseInstant(when, zone) ?? parseInstant(`${when}T09:00`, zone);
    if (at === undefined) return complain(io, sentences.untilUnreadable(when!));
    const directory = embeddedDirectory(directoryOfCast(register.cast));
    const tenant = args.value('tenant') ?? 'default';
    const by = await actorFor(args, io, register, directory, tenant);
    if (typeof by === 'number') return by;

    const path = args.value('db');
    const dryRun = args.flag('dry-run') || path === undefined;
    const tried = async (store: CaseStore): Promise<number> => {
      const engine = createEngine({ methods: [register.method], store, tenant, directory });
      const before = await store.count(tenant, { of: 'subjects' });
      const report = await importRegister(engine, {
        subject: register.subject, table: files.table, by, at, dryRun, ...(files.map && { map: files.map }), onProgress: (done, of) => io.progress(sentences.importing, done, of),
      });
      return answer(args, io, files, report, path === undefined ? undefined : { path, tenant, before, after: await store.count(tenant, { of: 'subjects' }) });
    };
    // Of a database that is not there yet nothing can be read, and a trial makes none.
    if (path === undefined || (dryRun && !existsSync(resolve(io.cwd, path)))) return tried(memoryStore());
    const { SqliteOpenError, openSqlite, sqliteStore } = await import('../sqlite/index.ts'); // its driver takes a while to load: only who needs it waits
    try {
      const store = sqliteStore(openSqlite(resolve(io.cwd, path), { synchronous: 'normal', busyTimeout: 10_000 }));
      try {
        return await tried(store);
      } finally {
        await store.close();
      }
    } catch (error) {
      if (error instanceof SqliteOpenError) return complain(io, error.text);
      throw error;
    }
  },
};

/** Some rows refused: the rest is in, and the exit code says that it was not all. */
const answer = (args: Args, io: Io, { file }: ImportFiles, report: ImportReport, database: object | undefined): number => {
  if (args.flag('json')) io.out(`${JSON.stringify({ ...report, file, ...(database && { database }) }, undefined, 2)}\n`);
  else sayImport(io, file, report);
  for (const { says } of report.problems) complain(io, says);
  if (report.problems.length > 0 || report.refused === report.rows) return complain(io, sentences.nothingImported, EXIT.failed);
  return report.refused > 0 ? EXIT.failed : EXIT.well;
};

const writeTemplate = async (args: Args, io: Io, { rules, subject, cast }: RegisterFiles): Promise<number> => {
  const lang = args.value('lang') ?? 'zh';
  if (lang !== 'zh' && lang !== 'en') return complain(io, sentences.languageUnknown(lang));
  const text = importTemplate(rules, subject, directoryOfCast(cast).units, lang);
  const out = args.files[2];
  if (out === undefined) {
    io.out(text);
    return EXIT.well;
  }
  if (existsSync(resolve(io.cwd, out))) return complain(io, sentences.fileThere(out));
  const written = await writeText(resolve(io.cwd, out), text);
  return written.ok ? complain(io, sentences.written(out), EXIT.well) : complain(io, written.issues[0]!);
};

/** Who enters: the post that is named, or the only one whose role may. */
const actorFor = async (args: Args, io: Io, { rules, subject, cast }: RegisterFiles, directory: Directory, tenant: string): Promise<Actor | number> => {
  const roles = [...rules.actions.values()].filter(({ schema }) => schema.opens === subject).flatMap(({ by }) => by.flatMap((doer) => (typeof doer === 'string' ? [doer] : 'role' in doer ? [doer.role] : [])));
  const may = Object.entries(cast.posts).filter(([, { role }]) => roles.includes(role)).map(([name]) => name);
  const named = args.value('as');
  const name = named ?? (may.length === 1 ? may[0]! : undefined);
  if (name === undefined) return complain(io, sentences.whoImports(may));
  const post = await directory.post(tenant, name);
  const actor = post && await directory.person(tenant, post.person);
  return actor ?? complain(io, sentences.postUnknown(name, may));
};
