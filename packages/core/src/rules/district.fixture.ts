import type { Method } from '../method/method-schema.ts';
import type { FactTime } from './fact.ts';
import type { Reading, Scope } from './reading.ts';
import { vocabularyOf } from './vocabulary.ts';

/** A small district: enough words for every kind of fact. */
export const method: Method = {
  id: 'small', version: '1.0.0', label: '小区工作法', timeZone: 'Asia/Shanghai', calendar: { base: 'cn' },
  levels: { street: { label: '街道' }, community: { label: '社区', in: 'street' } },
  roles: { clerk: { label: '工作人员', at: ['community'] }, committee: { label: { zh: '党工委', en: 'Party committee' }, at: ['street'] } },
  sources: { hotline: { label: '12345热线' }, survey: { label: '摸排' } },
  kinds: { matter: { label: '事项', sources: ['hotline', 'survey'], line: ['received', 'handling'] } },
  fields: {
    title: { label: { zh: '标题', en: 'Title' }, kind: 'text' },
    category: { label: { zh: '类别', en: 'Category' }, kind: 'choice', options: { gas: '燃气', heat: '供暖', noise: '噪声' } },
    amount: { label: { zh: '金额', en: 'Amount' }, kind: 'number', min: 0 },
    repeated: { label: { zh: '重复反映', en: 'Repeated' }, kind: 'yes-no' },
    'close-by': { label: { zh: '销号时限', en: 'Close by' }, kind: 'date' },
    seen: { label: { zh: '现场时间', en: 'Seen' }, kind: 'moment' },
    parties: { label: { zh: '参加方', en: 'Parties' }, kind: 'choices', options: { residents: '党员群众', property: '物业' } },
    helpers: { label: { zh: '协办人', en: 'Helpers' }, kind: 'posts', role: 'clerk' },
    departments: { label: { zh: '协办单位', en: 'Departments' }, kind: 'units' },
    guests: { label: { zh: '到场人员', en: 'Guests' }, kind: 'names' },
  },
  classifications: {
    class: { label: { zh: '问题类别', en: 'Class' }, by: 'person', answers: { hard: { zh: '问题挂牌', en: 'Problem listed' }, urgent: '结果倒排' } },
    treatment: {
      label: '解决方法', by: 'table', hit: 'unique', outputs: { way: { zh: '方法', en: 'Way' } },
      rules: { hard: { when: { answer: 'class', is: 'hard' }, then: { way: { zh: '党群会诊', en: 'Joint consultation' } } } },
    },
  },
  conditions: {
    hard: { answer: 'class', is: 'hard' },
    large: { any: [{ field: 'amount', min: 1000 }, { use: 'hard' }] },
    'in-circle': { not: { use: 'in-circle' } },
  },
  steps: { received: { label: '登记' }, handling: { label: '办理' } },
  actions: { report: { label: '登记', by: ['clerk'] }, redo: { label: '退回重办', by: ['committee'] }, 'report-result': { label: '报结果', by: ['clerk'] } },
  records: {
    consultation: { label: { zh: '党群会诊', en: 'consultation' }, fields: {
      agreed: { label: { zh: '结论', en: 'conclusion' }, kind: 'choice', options: { yes: '同意', no: '不同意' } }, people: { label: { zh: '人数', en: 'people' }, kind: 'number' }, invited: { label: { zh: '应到人数', en: 'invited' }, kind: 'number' } } },
  },
  asks: { lead: { label: { zh: '主办', en: 'lead' }, of: { post: 'clerk' }, replies: { done: { label: '办完' } } } },
  clocks: {
    close: { label: { zh: '销号时限', en: 'closing' }, starts: { action: 'report' }, stops: { ending: 'solved' }, limit: '5 working days' },
    notice: { label: '公示', starts: { action: 'report' }, stops: { ending: 'solved' }, limit: '5 days', binds: 'minimum' },
  },
  links: { duplicate: { label: { zh: '重复件', en: 'duplicate' }, back: '主件', from: 'matter', to: 'matter' } },
  subjects: { household: { label: '住户', of: { register: ['community'] } } },
  norms: { visits: { label: '每周走访', per: { each: 'household' }, counts: { record: 'consultation' }, every: 'week', min: 1 } },
  endings: { solved: { label: '销号', outcome: 'solved' } },
};

export const vocabulary = vocabularyOf(method);

const HOUR = 3_600_000;

/** The moment of a local minute in Shanghai. */
export const moment = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

const local = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

/** Time in Shanghai; durations in whole days only. */
export const time: FactTime = {
  dayOf: (at) => local(at).slice(0, 10),
  formatMoment: local,
  add: (value, duration, sign) => {
    const ms = sign * Number.parseInt(duration, 10) * 24 * HOUR;
    return typeof value === 'number' ? value + ms : new Date(Date.parse(value) + ms).toISOString().slice(0, 10);
  },
};

const opened = moment('2024-06-03 09:00');

/** A case as it was just opened, with what a test says of it. */
export const aCase = (known: Partial<Reading> = {}): Reading => ({
  id: 'c-1', kind: 'matter', source: 'hotline', step: 'received', home: 'u-1', holder: 'u-0', levels: { home: 'community', holder: 'street' }, opened,
  fields: {}, answers: {}, records: [], asks: [], clocks: {}, links: [], done: {}, ...known,
});

/** Where a condition is read: that case, at ten in the morning of the day it was opened, unless a test says otherwise. */
export const scopeOf = (known: Partial<Reading> = {}, rest: Partial<Omit<Scope, 'state'>> = {}): Scope => ({ state: aCase(known), at: moment('2024-06-03 10:00'), ...rest });

/** A record left on a day at noon. */
export const consulted = (day: string, values: Reading['records'][number]['values'] = {}, rest: Partial<Reading['records'][number]> = {}): Reading['records'][number] =>
  ({ name: 'consultation', at: moment(`${day} 12:00`), values, ...rest });

/** A clock that started on a day at noon. */
export const clockOf = (day: string, phase: string, rest: Partial<Reading['clocks'][string]> = {}): Reading['clocks'][string] =>
  ({ name: 'close', phase, start: { at: moment(`${day} 12:00`) }, ...rest });

/** A link made on a day at noon, in which this case is the one that names the other. */
export const linkTo = (id: string, day = '2024-06-01'): Reading['links'][number] => ({ link: 'duplicate', side: 'from', case: id, at: moment(`${day} 12:00`) });

/** How linked cases are read: those that there are. */
export const among = (...cases: readonly Reading[]): NonNullable<Scope['linked']> => (id) => cases.find((each) => each.id === id);
