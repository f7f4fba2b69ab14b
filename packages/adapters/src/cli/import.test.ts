import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileMethod, parseImportMap } from '@bihuan/core';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { bihuan, folderOf, gb18030, root } from './command-line.fixture.ts';
import { householdMethod, importHouseholds } from './import.fixture.ts';
import { readMethod } from './method-files.ts';

const header = '户主,人数,所在网格,标签,电话';
const table = (...rows: readonly string[]): string => [header, ...rows, ''].join('\r\n');
const good = '李家,3,第一网格,党员、老年人,+86 13900000000';

const withStore = async <T>(path: string, read: (store: ReturnType<typeof sqliteStore>) => Promise<T>): Promise<T> => {
  const store = sqliteStore(openSqlite(path));
  try {
    return await read(store);
  } finally {
    await store.close();
  }
};

describe('given a table of households as an office keeps it', () => {
  it.each<[string, string, (text: string) => string | Uint8Array]>([
    ['UTF-8', 'utf-8', (text) => text], ['UTF-8 with its mark', 'utf-8', (text) => `\uFEFF${text}`], ['GB18030, as Excel in China saves it', 'gb18030', gb18030],
    ['UTF-8 with semicolons', 'utf-8', (text) => text.replaceAll(',', ';')], ['UTF-8 with tabs', 'utf-8', (text) => text.replaceAll(',', '\t')],
  ])('when it is %s, then every row is read', async (_, encoding, write) => {
    const { code, report } = await importHouseholds(write(table(good, '张家,２,second,退役军人,')));
    expect(report).toMatchObject({ dryRun: true, rows: 2, entered: 2, refused: 0, file: { encoding }, results: [{ line: 2, unit: 'first', what: 'entered' }, { line: 3, unit: 'second', what: 'entered' }] });
    expect(code).toBe(0);
  });

  it('when some rows cannot be entered, then each says why, the others go in, and the exit code is 1', async () => {
    const { code, report } = await importHouseholds(table(good, '赵家,,第一网格,,', '钱家,两人,第三网格,团员,', good, '', '孙家,1,第二网格,,'));
    expect(report).toMatchObject({ rows: 5, entered: 2, refused: 3 });
    expect(report.results.filter(({ what }) => what === 'refused').map(({ line, issues }) => [line, issues?.map(({ code: why, column }) => [why, column])])).toEqual([
      [3, [['input.missing', '人数']]], [4, [['row.option-unknown', '标签'], ['row.unit-unknown', '所在网格'], ['input.wrong-type', '人数']]], [5, [['row.twice', undefined]]],
    ]);
    for (const { says } of report.results.flatMap(({ issues = [] }) => issues)) expect(says).toMatchObject({ zh: expect.stringMatching(/[\u4e00-\u9fff]/) as string, en: expect.stringMatching(/[a-z]/) as string });
    expect(code).toBe(1);
  });

  it('when the file is cut in the middle of a character, then what was whole is read', async () => {
    const bytes = new TextEncoder().encode(table(good).trimEnd() + '\r\n张家,2,第二网格,,"电话没有写完，网');
    const { report } = await importHouseholds(bytes.slice(0, -1));
    expect(report).toMatchObject({ rows: 2, entered: 1, refused: 1, results: [{ what: 'entered' }, { line: 3, what: 'refused', issues: [{ code: 'row.cut' }] }] });
  });

  it('when a cell holds a line break, then the lines of the rows after it are still right', async () => {
    const { report } = await importHouseholds(table('李家,3,第一网格,,"一\n二"', '张家,x,第一网格,,'));
    expect(report.results).toMatchObject([{ line: 2, what: 'entered' }, { line: 4, what: 'refused' }]);
  });

  it.each<[string, string | Uint8Array, number, RegExp]>([
    ['empty', '', 1, /文件是空的/], ['only a header', `${header}\n`, 1, /只有表头/], ['without the unit', '户主,人数\n李家,3\n', 1, /看不出各行属于哪个单位/],
    ['without what every entry needs', '户主,所在网格\n李家,第一网格\n', 1, /缺少“人数”列/], ['no text at all', Uint8Array.of(0x50, 0xff, 0xff, 0xfe, 0x00), 2, /既不是 UTF-8 也不是 GB18030/],
  ])('when it is %s, then nothing is imported and it says why', async (_, csv, exit, says) => {
    const { code, err } = await importHouseholds(csv);
    expect({ code, err }).toEqual({ code: exit, err: expect.stringMatching(says) as string });
  });

  it('when its headings are others, then a map says what is what', async () => {
    const map = { unit: 'first', with: { 'household-name': { column: '姓名' }, 'people': { column: '几口人' }, 'tags': { column: '类别', is: { 老兵: 'veteran' } } } };
    const { report } = await importHouseholds('姓名,几口人,类别\n李家,3,老兵;党员\n', ['--map', 'map.json'], { 'map.json': map });
    expect(report).toMatchObject({ entered: 1, results: [{ unit: 'first' }] });
  });

  it('when the map names what is not there, then it is refused with its place and the mend', async () => {
    const { code, err } = await importHouseholds(table(good), ['--map', 'map.json'], { 'map.json': { with: { peple: { column: '人数' } } } });
    expect(code).toBe(1);
    expect(err).toMatch(/map\.json:\d+:\d+ [^]*是否想写“people”/);
  });
});

describe('given a database', () => {
  const into = async (folder: string, csv: string, ...options: readonly string[]) => importHouseholds(csv, ['--db', 'street.sqlite', ...options], {}, folder);

  it('when it is only tried, then nothing is written, not even the file', async () => {
    using folder = folderOf({});
    expect((await into(folder.path, table(good), '--dry-run')).report).toMatchObject({ dryRun: true, entered: 1 });
    expect(existsSync(join(folder.path, 'street.sqlite'))).toBe(false);
    await into(folder.path, table(good));
    expect((await into(folder.path, table(good, '张家,2,第二网格,,'), '--dry-run')).report).toMatchObject({ dryRun: true, entered: 1, unchanged: 1, database: { before: 1, after: 1 } });
  });

  it('when the same file comes twice, then nothing comes twice; what has changed is corrected, back and forth', async () => {
    using folder = folderOf({});
    const states = async (people: number) => (await into(folder.path, table(`李家,${people},第一网格,党员、老年人,`, '张家,2,第二网格,,'))).report;
    expect(await states(3)).toMatchObject({ entered: 2, database: { after: 2 } });
    expect(await states(3)).toMatchObject({ entered: 0, unchanged: 2, database: { before: 2, after: 2 } });
    expect(await states(4)).toMatchObject({ corrected: 1, unchanged: 1, results: [{ id: 'household-000001', changed: [{ zh: '人数' }] }, {}] });
    expect(await states(3)).toMatchObject({ corrected: 1, unchanged: 1 });
    expect(await states(4)).toMatchObject({ corrected: 1, unchanged: 1 });
    const entry = await withStore(join(folder.path, 'street.sqlite'), (store) => store.read('default', 'household-000001'));
    expect(entry).toMatchObject({ version: 4, home: 'first', fields: { 'household-name': '李家', 'people': 4, 'tags': ['party', 'old'] } });
  });

  it('when no one action corrects what differs, then the row says so', async () => {
    using folder = folderOf({});
    await into(folder.path, table(good));
    expect((await into(folder.path, table('李家,3,第一网格,退役军人,'))).report).toMatchObject({ refused: 1, results: [{ issues: [{ code: 'row.differs', says: { zh: expect.stringContaining('标签') as string } }] }] });
  });

  it('when a field is personal, then neither report nor list shows it, and the entry keeps it', async () => {
    using folder = folderOf({});
    const { report } = await into(folder.path, table(good));
    expect(JSON.stringify(report)).not.toContain('13900000000');
    await withStore(join(folder.path, 'street.sqlite'), async (store) => {
      expect(JSON.stringify(await store.list('default', { of: 'subjects' }))).not.toContain('13900000000');
      const whole = await store.readWhole('default', 'household-000001');
      expect([whole?.state.fields['phone'], [...whole?.personal.values() ?? []]]).toEqual(['#personal:1.1', ['"+86 13900000000"']]);
    });
  });

  it('when the table has 2,000 rows, then all of them are entered', async () => {
    using folder = folderOf({});
    const rows = Array.from({ length: 2000 }, (_, n) => `第${n}户,${(n % 9) + 1},${n % 2 === 0 ? '第一网格' : '第二网格'},党员,${n}`);
    expect((await into(folder.path, table(...rows))).report).toMatchObject({ rows: 2000, entered: 2000, refused: 0, database: { before: 0, after: 2000 } });
    expect((await into(folder.path, table(...rows))).report).toMatchObject({ entered: 0, unchanged: 2000, database: { after: 2000 } });
  }, 60_000);
});

describe('who imports', () => {
  const run = async (csv: string, ...options: readonly string[]) => {
    using folder = folderOf({ 'method.json': householdMethod, 'table.csv': csv });
    return await bihuan(folder.path, 'import', 'method.json', '住户', 'table.csv', '--json', ...options);
  };

  it('when several may, then one has to be named', async () => {
    expect(await run(table(good))).toMatchObject({ code: 2, err: expect.stringMatching(/由谁登记.*clerk、worker-1/) as string });
    expect(await run(table(good), '--as', 'nobody')).toMatchObject({ code: 2, err: expect.stringContaining('没有岗位“nobody”') as string });
  });

  it('when a row lies in a unit that is not theirs, then it is refused; without a unit it is their own', async () => {
    const { out } = await run(table('李家,3,第二网格,,'), '--as', 'worker-1');
    expect(JSON.parse(out)).toMatchObject({ refused: 1, results: [{ issues: [{ code: 'action.not-yours' }] }] });
    expect(JSON.parse((await run('户主,人数\n李家,3\n', '--as', 'worker-1')).out)).toMatchObject({ entered: 1, results: [{ unit: 'first' }] });
  });
});

describe('the template', () => {
  it('when it is asked for, then it has every heading and an example that is not entered by mistake', async () => {
    using folder = folderOf({ 'method.json': householdMethod });
    expect(await bihuan(folder.path, 'import', 'method.json', 'household', 'empty.csv', '--template')).toMatchObject({ code: 0 });
    const text = readFileSync(join(folder.path, 'empty.csv'), 'utf8');
    expect(text).toBe('\uFEFF所在网格,户主,人数,标签,电话\r\n第一网格,（示例，导入前删去本行）,1,党员、老年人,\r\n');
    const { report } = await importHouseholds(`${text}第二网格,张家,2,老年人,\r\n`);
    expect(report).toMatchObject({ entered: 1, refused: 1, results: [{ issues: [{ code: 'row.example' }] }, { what: 'entered', unit: 'second' }] });
    expect(await bihuan(folder.path, 'import', 'method.json', 'household', 'empty.csv', '--template')).toMatchObject({ code: 2, err: expect.stringContaining('不覆盖') as string });
  });

  it('when there is no such register, then those that there are are named', async () => {
    using folder = folderOf({ 'method.json': householdMethod });
    expect(await bihuan(folder.path, 'import', 'method.json', 'houshold', '--template')).toMatchObject({ code: 2, err: expect.stringContaining('是否想写“household”') as string });
  });
});

it.each(['docs/zh/cli.md', 'docs/en/cli.md'])('the map in %s is one of the shipped 1330', async (page) => {
  const read = await readMethod(join(root, 'packages/core/methods/1330.json'));
  const [, map] = /```json import-map\n([^]*?)```/.exec(readFileSync(join(root, page), 'utf8'))!;
  expect(read.ok && read.value.method && parseImportMap(map!, compileMethod(read.value.method), 'production-unit')).toMatchObject({ ok: true });
});
