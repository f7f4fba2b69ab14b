import type { Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import type { NormSchema } from '../method/norm-schema.ts';
import { wordsOf } from '../method/words.ts';
import { conditionText, type Vocabulary } from '../rules/index.ts';
import { fieldText } from './describe-people.ts';
import { throughOf } from './norm-reach.ts';
import { keys, kindLabel, labelIn, listed, quoted, say, some, spanOf, type Article } from './phrases.ts';

/** 对象与名册: what is not a case but has duties and a log. */
export const describeSubjects = (method: Method): readonly Article[] => Object.values(method.subjects ?? {}).map(({ label, of, holds, title, source, note }) => ({
  head: wordsOf(label),
  lines: [
    'level' in of ? say('指{0}一级的每个单位', 'Every unit of level {0}', labelIn(method.levels, of.level))
    : 'role' in of ? say('指担任{0}的每个岗位', 'Every post with the role {0}', labelIn(method.roles, of.role))
    : say('为名册，条目设在{0}', 'A register, with entries in: {0}', listed(of.register.map((level) => labelIn(method.levels, level)))),
    ...some(holds ?? [], () => say('载明{0}', 'It holds {0}', listed(holds!.map((field) => (method.fields[field] === undefined ? labelIn(method.fields, field) : fieldText(method.fields[field]))))),
    ),
    ...(title === undefined ? [] : [say('以{0}称呼', 'It goes by {0}', labelIn(method.fields, title))]),
  ],
  source, note,
}));

/** 履职要求: one table, who, what, how often, at least, at most; then what a table cannot say. */
export function describeNorms(method: Method, vocabulary: Vocabulary): readonly Article[] {
  const norms = Object.values(method.norms ?? {});
  if (norms.length === 0) return [];
  return [
    { lines: [{ zh: '履职要求和限额如下：', en: 'What is required, and how much at most:' }, ...tableOf(norms, method)] },
    ...norms.flatMap((norm): readonly Article[] => {
      const lines = remarks(norm, method, vocabulary);
      return lines.length === 0 && norm.source === undefined && norm.note === undefined ? [] : [{ head: wordsOf(norm.label), lines, source: norm.source, note: norm.note }];
    }),
  ];
}

// --- the table ---

const row = (cells: readonly Words[]): Words => ({ zh: `| ${cells.map(({ zh }) => zh).join(' | ')} |`, en: `| ${cells.map(({ en }) => en).join(' | ')} |` });
const same = (text: string): Words => ({ zh: text, en: text });
const DASH = same('—');

const tableOf = (norms: readonly NormSchema[], method: Method): readonly Words[] => [
  row([{ zh: '要求', en: 'Norm' }, { zh: '谁', en: 'Who' }, { zh: '做什么', en: 'What' }, { zh: '多久', en: 'How often' }, { zh: '至少', en: 'At least' }, { zh: '至多', en: 'At most' }]),
  row(Array.from({ length: 6 }, () => same('---'))),
  ...norms.map((norm) => row([
    wordsOf(norm.label), whoText(norm, method), whatText(norm, method), oftenText(norm), norm.min === undefined ? DASH : same(String(norm.min)), norm.max === undefined ? DASH : same(String(norm.max)),
  ])),
];

const whoText = ({ per }: NormSchema, method: Method): Words =>
  'each' in per ? say('每个{0}', 'each {0}', kindLabel(per.each, method)) : say('每种{0}', 'each {0}', labelIn(method.fields, per.field));

function whatText({ counts }: NormSchema, method: Method): Words {
  if ('action' in counts) return labelIn(method.actions, counts.action);
  return 'record' in counts ? labelIn(method.records, counts.record) : say('{0}数', 'number of {0}', kindLabel(counts.entries, method));
}

const PERIODS: { readonly [P in NonNullable<NormSchema['every']>]: Words } = {
  day: { zh: '每日', en: 'daily' }, week: { zh: '每周', en: 'weekly' }, month: { zh: '每月', en: 'monthly' }, quarter: { zh: '每季', en: 'quarterly' },
  'half-year': { zh: '每半年', en: 'every half-year' }, year: { zh: '每年', en: 'yearly' },
};
const WEEKDAYS: Readonly<Record<string, Words>> = {
  mon: { zh: '周一', en: 'Monday' }, tue: { zh: '周二', en: 'Tuesday' }, wed: { zh: '周三', en: 'Wednesday' }, thu: { zh: '周四', en: 'Thursday' },
  fri: { zh: '周五', en: 'Friday' }, sat: { zh: '周六', en: 'Saturday' }, sun: { zh: '周日', en: 'Sunday' },
};

function oftenText({ every, on, restDays }: NormSchema): Words {
  if (every !== undefined) return restDays === undefined ? PERIODS[every] : say('{0}（休息日除外）', '{0}, not on rest days', PERIODS[every]);
  if (on === undefined) return { zh: '任何时刻', en: 'at any moment' };
  const days = [
    ...(on.monthDays ?? []).map((day) => ({ zh: `${day}日`, en: String(day) })),
    ...(on.weekdays ?? []).map((day) => WEEKDAYS[day]!),
    ...(on.workingDays ?? []).map((n) => (n < 0 ? { zh: `倒数第${-n}个工作日`, en: `working day ${n}` } : { zh: `第${n}个工作日`, en: `working day ${n}` })),
    ...(on.last ? [{ zh: '最后一天', en: 'the last day' }] : []),
  ];
  const inMonths = on.months === undefined ? { zh: '每月', en: 'every month' } : { zh: `${on.months.join('、')}月`, en: `month ${on.months.join(', ')}` };
  const rest = { stay: same(''), next: { zh: '（遇休息日顺延）', en: ' (the next working day, if it is a rest day)' }, before: { zh: '（遇休息日提前）', en: ' (the working day before, if it is a rest day)' }, skip: { zh: '（休息日除外）', en: ' (not on rest days)' } }[on.restDay ?? 'stay'];
  const weekly = on.monthDays === undefined && on.workingDays === undefined && on.last === undefined && on.months === undefined;
  return weekly ? say('每{0}{1}', 'every {0}{1}', listed(days), rest) : say('{0}{1}{2}', '{0}: {1}{2}', inMonths, listed(days), rest);
}

// --- what stands beside it ---

function remarks(norm: NormSchema, method: Method, vocabulary: Vocabulary): readonly Words[] {
  const { per, counts, over, effort } = norm;
  const through = throughOf(norm, method);
  return [
    ...('while' in per && per.while !== undefined ? [say('适用于{0}的', 'Where {0}', conditionText(per.while, vocabulary))] : []),
    ...(counts.where === undefined ? [] : [say('只计{0}的', 'Counted where {0}', conditionText(counts.where, vocabulary, 'record' in counts ? { record: counts.record } : undefined))]),
    ...(norm.through === undefined ? [] : [typeof through === 'object' ? say('计入{0}所指', 'Counted for whom {0} names', quoted(labelIn({ ...method.fields, ...('record' in counts ? method.records?.[counts.record]?.fields : {}) }, through.field)))
      : { itself: { zh: '计在其自身名下', en: 'Counted where it is done' }, home: { zh: '计入属地单位', en: 'Counted for the unit at home' }, actor: { zh: '计入操作人', en: 'Counted for who does it' } }[through]]),
    ...(over === 'refuse' ? [{ zh: '超过上限的不予办理', en: 'What would pass the most is refused' }] : []),
    ...some(keys(effort === undefined ? undefined : { effort }), () => say('每次约需{0}', 'Each takes about {0}', spanOf(effort!))),
  ];
}
