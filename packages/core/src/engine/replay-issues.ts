import type { Words } from '../issues/issue.ts';

/** What can stand in the way of replaying a table: each code with what its sentence needs. The first group is about the file, the second about a row. */
interface ReplayParams {
  'csv.empty': Record<never, never>;
  'csv.header-only': Record<never, never>;
  'csv.delimiter': { wanted: string; seems: string };
  'csv.missing-columns': { columns: readonly { name: string; mend?: string }[]; has: readonly string[] };
  'csv.columns-twice': { columns: readonly string[] };

  'row.cut': Record<never, never>;
  'row.stray-quote': Record<never, never>;
  'row.cells': { expected: number; given: number };
  'row.id-blank': { column: string };
  'row.id-twice': { id: string; line: number };
  'row.date-blank': { column: string };
  'row.date-unreadable': { column: string; given: string };
  'row.date-alone': { column: string; given: string };
  'row.time-back': { column: string; given: string; earlier: string; before: string };
  'row.cell-unknown': { column: string; given: string; known: readonly string[] };
  'row.post-unknown': { post: string };
}
export type ReplayCode = keyof ReplayParams;

/** What stands in the way, with its sentence in both languages. */
export interface ReplayIssue { readonly code: string; readonly says: Words }

export const replayIssue = <C extends ReplayCode>(code: C, params: ReplayParams[C]): ReplayIssue => ({ code, says: sentences[code](params) });

const separators: Readonly<Record<string, Words>> = {
  ',': { zh: '逗号', en: 'a comma' }, ';': { zh: '分号', en: 'a semicolon' }, '\t': { zh: '制表符', en: 'a tab' }, '|': { zh: '竖线', en: 'a vertical bar' },
};
const named = (separator: string): Words => separators[separator] ?? { zh: separator, en: separator };
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const listed = (names: readonly string[]): Words => ({ zh: names.map((name) => `“${short(name)}”`).join('、'), en: names.map((name) => `"${short(name)}"`).join(', ') });

const sentences: { readonly [C in ReplayCode]: (params: ReplayParams[C]) => Words } = {
  'csv.empty': () => ({ zh: '文件是空的：连表头也没有', en: 'The file is empty: there is not even a header' }),
  'csv.header-only': () => ({ zh: '文件只有表头，没有一行数据', en: 'There is a header but not a single row' }),
  'csv.delimiter': ({ wanted, seems }) => ({
    zh: `各列之间像是用${named(seems).zh}分隔，而对照表说的是${named(wanted).zh}；请在对照表里写 "delimiter": ${JSON.stringify(seems)}`,
    en: `Columns seem to be separated by ${named(seems).en}, but the map says ${named(wanted).en}; write "delimiter": ${JSON.stringify(seems)} in the map`,
  }),
  'csv.missing-columns': ({ columns, has }) => ({
    zh: `缺少${columns.map(({ name, mend }) => `“${short(name)}”列${mend === undefined ? '' : `（是否为“${mend}”？）`}`).join('、')}；表头有：${listed(has).zh}`,
    en: `Missing ${columns.map(({ name, mend }) => `column "${short(name)}"${mend === undefined ? '' : ` (did you mean "${mend}"?)`}`).join(', ')}; the header has: ${listed(has).en}`,
  }),
  'csv.columns-twice': ({ columns }) => ({ zh: `表头里${listed(columns).zh}出现不止一次，分不清用哪一列`, en: `The header has ${listed(columns).en} more than once: which one is meant?` }),

  'row.cut': () => ({
    zh: '文件在这一行中断：引号打开后没有关上，这一行及之后的内容都读不出来', en: 'The file breaks off in this row: a quote is opened and never closed, and nothing from here on can be read',
  }),
  'row.stray-quote': () => ({ zh: '这一行的引号不成对：单元格里的引号要写成两个（""）', en: 'The quotes in this row do not match: a quote inside a cell is written twice ("")' }),
  'row.cells': ({ expected, given }) => ({ zh: `应有 ${expected} 个单元格，却有 ${given} 个`, en: `There should be ${expected} cells, but there are ${given}` }),
  'row.id-blank': ({ column }) => ({ zh: `“${column}”列没有编号`, en: `There is no id in column "${column}"` }),
  'row.id-twice': ({ id, line }) => ({ zh: `编号“${short(id)}”在第 ${line} 行已经出现过`, en: `The id "${short(id)}" has been used in line ${line}` }),
  'row.date-blank': ({ column }) => ({ zh: `“${column}”列没有时间`, en: `There is no time in column "${column}"` }),
  'row.date-unreadable': ({ column, given }) => ({
    zh: `“${column}”列的“${short(given)}”不是时间，应如 2021-10-08 09:00 或 2021-10-08T09:00:00+08:00`, en: `"${short(given)}" in column "${column}" is no time; write 2021-10-08 09:00 or 2021-10-08T09:00:00+08:00`,
  }),
  'row.date-alone': ({ column, given }) => ({
    zh: `“${column}”列的“${given}”只有日期、没有时刻；若都如此，请在对照表里写 "dates": { "timeOfDay": "09:00" }`,
    en: `"${given}" in column "${column}" is a date without a time; if all are so, write "dates": { "timeOfDay": "09:00" } in the map`,
  }),
  'row.time-back': ({ column, given, earlier, before }) => ({
    zh: `“${column}”（${given}）早于“${earlier}”（${before}）`, en: `"${column}" (${given}) is before "${earlier}" (${before})`,
  }),
  'row.cell-unknown': ({ column, given, known }) => ({
    zh: `“${column}”列的“${short(given)}”没有对应的取值，对照表里有：${listed(known).zh}`, en: `"${short(given)}" in column "${column}" means nothing in the map, which has: ${listed(known).en}`,
  }),
  'row.post-unknown': ({ post }) => ({ zh: `没有岗位“${post}”`, en: `There is no post "${post}"` }),
};
