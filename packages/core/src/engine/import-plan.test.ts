import { describe, expect, it } from 'vitest';
import { evolve } from '../case/evolve.ts';
import { decide } from '../case/decide.ts';
import type { Actor, CaseState } from '../case/messages.ts';
import { moment, rulesOf } from '../case/small-method.fixture.ts';
import { importColumns } from './import-columns.ts';
import type { ImportMap } from './import-map.ts';
import { parseImportMap } from './import-map.ts';
import { planImport } from './import-plan.ts';
import type { ImportStep, ImportWorld } from './import-plan.ts';
import { importTemplate } from './import-template.ts';
import { factsOf } from './import-units.ts';

const rules = rulesOf({
  fields: {
    'name': { label: { zh: '户名', en: 'Household' }, kind: 'text', max: 20 }, 'people': { label: { zh: '人数', en: 'People' }, kind: 'number', min: 1, max: 30 },
    'since': { label: '建档日期', kind: 'date' }, 'seen': { label: '走访时间', kind: 'moment' }, 'alone': { label: '独居', kind: 'yes-no' },
    'house': { label: '房屋', kind: 'choice', options: { own: { zh: '自有（含按揭）', en: 'Own' }, rented: { zh: '租住', en: 'Rented' } } },
    'tags': { label: { zh: '标签', en: 'Tags' }, kind: 'choices', personal: true, options: { party: '党员', old: '老年人', veteran: '退役军人' } },
    'phone': { label: '电话', kind: 'text', personal: true }, 'contact': { label: '联系人', kind: 'post', role: 'clerk' }, 'kin': { label: '家庭成员', kind: 'names' },
  },
  subjects: { household: { label: { zh: '住户', en: 'Household' }, of: { register: ['community'] }, holds: ['name', 'people', 'tags', 'phone'], title: 'name' } },
  actions: {
    enter: {
      label: '建档', opens: 'household', by: ['clerk'], takes: {
        name: {}, people: { optional: true }, since: { optional: true }, seen: { optional: true }, alone: { optional: true }, house: { optional: true }, tags: { optional: true },
        phone: { optional: true }, contact: { optional: true }, kin: { optional: true },
      },
    },
    correct: { label: '更正', on: 'household', by: ['clerk'], takes: { name: {}, people: { optional: true }, phone: { optional: true } } },
    remove: { label: '注销', on: 'household', by: ['clerk'], takes: { house: { optional: true } }, ends: 'solved' },
  },
});
const units = [
  { id: 'city', level: 'city', label: { zh: '市', en: 'City' } }, { id: 'xin', level: 'street', parent: 'city', label: { zh: '新街', en: 'Xin' } },
  { id: 'north', level: 'street', parent: 'city', label: { zh: '北街', en: 'North' } },
  { id: 'east', level: 'community', parent: 'xin', label: { zh: '东社区', en: 'East' } }, { id: 'east-2', level: 'community', parent: 'north', label: { zh: '东社区', en: 'East' } },
  { id: 'west', level: 'community', parent: 'xin', label: { zh: '西社区', en: 'West' } },
];
const posts = ['east', 'west', 'east-2'].map((unit) => ({ id: `clerk-${unit}`, role: 'clerk', unit, person: 'wang', name: unit === 'west' ? '王五' : '王芳' }));
const wang: Actor = { person: 'wang', posts };
const world: ImportWorld = { units, posts, entries: [], by: wang, at: moment('2021-11-01 09:00') };

const tableOf = (header: string, rows: readonly string[]) => ({ header: header.split(','), rows: rows.map((row, i) => ({ line: i + 2, cells: row.split(',') })) });

/** Given a table, what becomes of its rows. */
const plan = (header: string, rows: readonly string[], { map, ...more }: Partial<ImportWorld> & { map?: ImportMap } = {}): readonly ImportStep[] => {
  const table = tableOf(header, rows);
  const columns = importColumns(rules, 'household', table, map);
  if (!columns.ok) throw new Error(columns.issues.map(({ says }) => says.zh).join());
  return planImport(rules, 'household', columns.value, table, { ...world, ...more });
};
const entryOf = (id: string, input: Readonly<Record<string, unknown>>, home = 'west'): CaseState => {
  const opened = decide(rules, undefined, { type: 'open', id, kind: 'household', source: '', home, input, by: wang, at: moment('2021-10-08 09:00') }, factsOf(units, posts));
  return (opened.ok ? opened.value : []).reduce<CaseState | undefined>(evolve, undefined)!;
};
const issuesOf = (step: ImportStep | undefined) => (step?.what === 'refused' ? step.issues.map(({ code, column }) => [code, column]) : step?.what);
const saysOf = (step: ImportStep | undefined): string => (step?.what === 'refused' ? step.issues.map(({ says }) => `${says.zh} ${says.en}`).join() : '');

describe('given a table of households by the labels of the method', () => {
  it('when every cell can be read, then the row becomes what a form would have given', () => {
    const [step] = plan('户名 *,所在社区,人数,建档日期(如 2021-10-08),走访时间,独居,房屋,标签,电话,联系人,家庭成员', [
      '李家, 西社区 ,３,2021年10月8日,2021/10/9 9:05,否,自有,党员、老年人,+86 13900000000,王五,李一;李二',
    ]);
    expect(step).toMatchObject({
      what: 'enter', unit: 'west', title: '李家',
      input: {
        name: '李家', people: 3, since: '2021-10-08', seen: moment('2021-10-09 09:05'), alone: false, house: 'own', tags: ['party', 'old'], phone: '+86 13900000000', contact: 'clerk-west', kin: ['李一', '李二'],
      },
    });
  });

  it.each<[string, string, string, string, RegExp]>([
    ['a number that is none', '人数', '三个', 'input.wrong-type', /应为数字/],
    ['a number out of range', '人数', '99', 'input.out-of-range', /不超过 30/],
    ['a day that is none', '建档日期', '2021-13-01', 'input.wrong-type', /应为日期/],
    ['a time that is none', '走访时间', '上午', 'input.wrong-type', /应为时间/],
    ['neither yes nor no', '独居', '也许', 'input.wrong-type', /是或否/],
    ['an option mistyped', '房屋', '租往', 'row.option-unknown', /是否想写“租住”？.*did you mean "租住"/],
    ['a tag that is none', '标签', '党员；团员', 'row.option-unknown', /可选：“党员”/],
    ['a post that is not there', '联系人', '王六', 'row.post-unclear', /是否想写“王/],
    ['a name that several posts have', '联系人', '王芳', 'row.post-unclear', /clerk-east、clerk-east-2/],
    ['an error of the spreadsheet', '户名', '#REF!', 'row.cell-error', /出错标记/],
    ['a number that a spreadsheet has rounded', '电话', '1.39E+10', 'row.cell-rounded', /科学计数法/],
    ['nothing where something must be', '户名', ' ', 'input.missing', /请填写“户名”/],
    ['more than fits', '户名', '一'.repeat(21), 'input.out-of-range', /不超过 20/],
  ])('when there is %s, then that row is refused, once, with its column and reason', (_, column, cell, code, says) => {
    const cells: Record<string, string> = { 户名: '李家', 所在社区: '西社区', [column]: cell };
    const [step, other] = plan(Object.keys(cells).join(','), [Object.values(cells).join(','), Object.keys(cells).map((name) => ({ 户名: '张家', 所在社区: 'west' })[name] ?? '').join(',')]);
    expect(issuesOf(step)).toEqual([[code, column]]);
    expect(saysOf(step)).toMatch(says);
    expect(other?.what).toBe('enter');
  });

  it('when several cells are wrong, then each is named', () => {
    expect(issuesOf(plan('户名,所在社区,人数,独居', ['李家,西社区,x,也'])[0])).toEqual([['input.wrong-type', '人数'], ['input.wrong-type', '独居']]);
  });

  it('when a cell begins like a formula, then it is text like any other', () => {
    expect(plan('户名,所在社区', ['=1+1,西社区', '@SUM(A1),西社区', '-李家,西社区'])).toMatchObject([{ input: { name: '=1+1' } }, { input: { name: '@SUM(A1)' } }, { input: { name: '-李家' } }]);
  });

  it('when it holds personal data, then no report repeats it', () => {
    const [bad, good] = plan('户名,所在社区,标签', ['李家,西社区,团员', '张家,西社区,党员']);
    expect(saysOf(bad)).not.toContain('团员');
    expect(good).toMatchObject({ what: 'enter', title: '张家' });
  });

  it('when a row was left as the template has it, then it is passed over', () => {
    const [header, example] = importTemplate(rules, 'household', units).replace('\uFEFF', '').split('\r\n');
    expect(header).toBe('所在社区,户名,人数,建档日期,走访时间,独居,房屋,标签,电话,联系人,家庭成员');
    expect(issuesOf(plan(header!, [example!])[0])).toEqual([['row.example', undefined]]);
  });
});

describe('given units of the same name', () => {
  it.each<[string, string, string, string]>([
    ['by id', '户名,社区编号', '李家,east-2', 'east-2'], ['by its path', '户名,所在社区', '李家,北街/东社区', 'east-2'], ['with the street in a column of its own', '户名,所在街道,所在社区', '李家,新街,东社区', 'east'],
  ])('when it is named %s, then that one is meant', (_, header, row, unit) => {
    expect(plan(header, [row])[0]).toMatchObject({ what: 'enter', unit });
  });

  it.each<[string, string, string, string, RegExp]>([
    ['a name that several have', '户名,所在社区', '李家,东社区', 'row.unit-ambiguous', /新街\/东社区/], ['a name mistyped', '户名,所在社区', '李家,西社曲', 'row.unit-unknown', /是否想写“西社区”/],
    ['a name cut short', '户名,所在社区', '李家,西', 'row.unit-unknown', /没有单位“西”/], ['half of it', '户名,所在社区', '李家,西社', 'row.unit-unknown', /是否想写“西社区”/],
    ['a unit of another street', '户名,所在街道,所在社区', '李家,北街,西社区', 'row.unit-unknown', /“北街”下没有/], ['nothing', '户名,所在社区', '李家,', 'row.unit-blank', /没有写所在社区/],
    ['a unit of another level', '户名,所在社区', '李家,新街', 'home.wrong-level', /社区/],
  ])('when it says %s, then the row is refused', (_, header, row, code, says) => {
    const [step] = plan(header, [row]);
    expect(step?.what === 'refused' && step.issues.map((one) => one.code)).toEqual([code]);
    expect(saysOf(step)).toMatch(says);
  });

  it('when nothing names a unit, then it is that of whoever imports', () => {
    expect(plan('户名', ['李家'])[0]).toMatchObject({ what: 'enter', unit: 'east' });
  });

  it('when whoever imports may not act there, then the row is refused', () => {
    const [step] = plan('户名,所在社区', ['李家,西社区'], { by: { person: 'chen', posts: [{ ...posts[0]!, person: 'chen' }] } });
    expect(issuesOf(step)).toEqual([['action.not-yours', undefined]]);
  });
});

describe('given what is in the register already', () => {
  const entry = entryOf('household-000001', { name: '李家', people: 3, house: 'own' });

  it('when a row says the same, or less, then nothing changes', () => {
    expect(plan('户名,所在社区,人数,房屋', ['李家,西社区,3,', ' 李家,west,3,自有'].slice(0, 1), { entries: [entry] })).toMatchObject([{ what: 'unchanged', id: 'household-000001' }]);
  });

  it('when a row says otherwise of what one action corrects, then it is corrected by that action', () => {
    expect(plan('户名,所在社区,人数,房屋', ['李家,西社区,4,自有'], { entries: [entry] })).toMatchObject([{ what: 'correct', id: 'household-000001', action: 'correct', input: { name: '李家', people: 4 }, version: 1 }]);
  });

  it('when no action only corrects that, then it is reported with what differs', () => {
    const [step] = plan('户名,所在社区,房屋', ['李家,西社区,租住'], { entries: [entry] });
    expect(issuesOf(step)).toEqual([['row.differs', undefined]]);
    expect(saysOf(step)).toContain('房屋');
  });

  it('when the same name stands in another unit, or its entry has ended, then it is entered', () => {
    const ended = { ...entry, ended: { ending: 'solved', outcome: 'solved', at: entry.last } };
    expect(plan('户名,所在社区', ['李家,东社区'], { entries: [entry], units: units.filter(({ id }) => id !== 'east-2') })[0]?.what).toBe('enter');
    expect(plan('户名,所在社区', ['李家,西社区'], { entries: [ended] })[0]?.what).toBe('enter');
  });

  it('when the register has it twice, or the table has, then it is for people to sort out', () => {
    expect(issuesOf(plan('户名,所在社区', ['李家,西社区'], { entries: [entry, { ...entry, id: 'household-000002' }] })[0])).toEqual([['row.entries-several', undefined]]);
    expect(plan('户名,所在社区', ['张家,西社区', '张 家,西社区', '张家,西社区']).map(issuesOf)).toEqual(['enter', 'enter', [['row.twice', undefined]]]);
  });
});

describe('given headings that are not the words of the method', () => {
  const columnsOf = (header: string, map?: ImportMap) => {
    const read = importColumns(rules, 'household', tableOf(header, ['x']), map);
    return read.ok ? read.value.ignored : read.issues.map(({ code, says }) => `${code} ${says.zh}`);
  };

  it.each<[string, string, RegExp]>([
    ['missing', '户铭,所在社区', /import.columns-missing 缺少“户名”列（是否为“户铭”？）/], ['there twice', '户名,户名,所在社区', /csv.columns-twice/],
    ['there in both languages', '户名,Household,所在社区', /import.columns-same/], ['separated by another sign', '户名;所在社区', /csv.delimiter/], ['not there at all', '', /csv.empty/],
  ])('when a column is %s, then the table is refused', (_, header, says) => {
    expect(columnsOf(header)).toEqual([expect.stringMatching(says)]);
  });

  it('when a column means nothing, then it is passed over and named, with what was probably meant', () => {
    expect(columnsOf('序号,户名,所在社区,人 数,联系任')).toEqual([{ column: '序号' }, { column: '联系任', mend: '联系人' }]);
  });

  it('when a map says what is what, then the rows are read by it', () => {
    const map: ImportMap = { unit: 'west', with: { name: { column: '姓名' }, house: { column: '住房', is: { 出租屋: 'rented' } }, tags: { column: '类别', is: { 老人: 'old' }, otherwise: 'party' } } };
    expect(plan('姓名,住房,类别', ['李家,出租屋,老人、退役军人', '张家,自有,'], { map })).toMatchObject([
      { unit: 'west', input: { name: '李家', house: 'rented', tags: ['old', 'veteran'] } }, { unit: 'west', input: { name: '张家', house: 'own', tags: ['party'] } },
    ]);
  });

  it('when the map names what is not there, then every slip is found, with its mend', () => {
    const read = parseImportMap('{"do":"entr","with":{"nme":{"column":"姓名"},"house":{"column":"住房","is":{"租":"rentd"}}}}', rules, 'household');
    expect(read.ok ? [] : read.issues.map(({ instead }) => instead)).toEqual(['enter', 'name', 'rented']);
  });
});
