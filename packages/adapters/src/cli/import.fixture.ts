import { bihuan, folderOf } from './command-line.fixture.ts';
import type { ImportReport } from '@bihuan/core';

/** A method with a register of households: one action enters, one corrects, one grades, one removes. */
export const householdMethod = {
  id: 'households', version: '1.0.0', label: '一户一档', timeZone: 'Asia/Shanghai', calendar: { base: 'cn' },
  levels: { street: { label: '街道' }, grid: { label: { zh: '网格', en: 'Grid' }, in: 'street' } },
  roles: { worker: { label: '网格员', at: ['grid'] }, office: { label: '街道办', at: ['street'] } },
  sources: { visit: { label: '走访', reporter: 'none' } },
  kinds: { need: { label: '需求', sources: ['visit'], line: ['open'] } },
  steps: { open: { label: '办理' } },
  fields: {
    'household-name': { label: { zh: '户主', en: 'Householder' }, kind: 'text', max: 20 }, 'people': { label: '人数', kind: 'number', min: 1, max: 30 },
    'tags': { label: '标签', kind: 'choices', options: { party: '党员', old: '老年人', veteran: '退役军人' } }, 'phone': { label: '电话', kind: 'text', personal: true },
    'content': { label: '内容', kind: 'text' },
  },
  subjects: { household: { label: { zh: '住户', en: 'Household' }, of: { register: ['grid'] }, holds: ['household-name', 'people', 'tags', 'phone'], title: 'household-name' } },
  records: { answer: { label: '答复', serves: 'answer', fields: { text: { label: '答复', kind: 'text' } } }, gone: { label: '注销', fields: { why: { label: '原因', kind: 'text' } } } },
  endings: { solved: { label: '办结', outcome: 'solved' }, removed: { label: '注销', outcome: 'removed' } },
  actions: {
    'report': { label: '登记需求', opens: 'need', by: ['worker'], takes: { content: {} } },
    'finish': { label: '办结', by: ['worker'], leaves: { answer: {} }, ends: 'solved' },
    'enter': { label: '建档', opens: 'household', by: ['worker', 'office'], takes: { 'household-name': {}, 'people': {}, 'tags': { optional: true }, 'phone': { optional: true } } },
    'correct': { label: '更正', on: 'household', by: ['worker', 'office'], takes: { 'household-name': { optional: true }, 'people': { optional: true }, 'phone': { optional: true } } },
    'remove': { label: '注销', on: 'household', by: ['worker', 'office'], leaves: { gone: {} }, ends: 'removed' },
  },
  cast: {
    units: { heping: { label: '和平街道', level: 'street' }, first: { label: '第一网格', level: 'grid', under: 'heping' }, second: { label: '第二网格', level: 'grid', under: 'heping' } },
    posts: {
      'clerk': { person: 'li-li', name: '李丽', role: 'office', unit: 'heping' }, 'worker-1': { person: 'wang-wu', name: '王五', role: 'worker', unit: 'first' },
    },
  },
};

export interface Imported extends ImportReport { readonly file: { readonly encoding: string; readonly bom: boolean }; readonly database?: { readonly before: number; readonly after: number } }

/** Imports a table, given as it lies in the file, into the register of households; other files go beside it. */
export const importHouseholds = async (csv: string | Uint8Array, options: readonly string[] = [], files: Readonly<Record<string, string | object>> = {}, cwd?: string) => {
  using folder = folderOf({ 'method.json': householdMethod, 'table.csv': csv, ...files });
  const place = (name: string): string => `${folder.path}/${name}`;
  const { code, out, err } = await bihuan(cwd ?? folder.path, 'import', place('method.json'), 'household', place('table.csv'), '--as', 'clerk', '--at', '2021-11-01', '--json', ...options);
  return { code, err, report: (out === '' ? {} : JSON.parse(out)) as Imported };
};
