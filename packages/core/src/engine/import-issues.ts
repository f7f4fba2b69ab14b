import type { Words } from '../issues/issue.ts';
import type { ReplayIssue } from './replay-issues.ts';

/** What can stand in the way of importing a register, besides what a replay knows: the first group is about the table, the second about a row. */
interface ImportParams {
  'import.register-unknown': { name: string; mend?: string; known: readonly Words[] };
  'import.no-opening': { register: Words };
  'import.opening-several': { register: Words; actions: readonly string[] };
  'import.unit-column': { levels: readonly Words[]; has: readonly string[] };
  'import.columns-missing': { columns: readonly { label: Words; mend?: string }[]; has: readonly string[] };
  'import.columns-same': { columns: readonly string[]; label: Words };

  'row.example': Record<never, never>;
  'row.unit-blank': { levels: readonly Words[] };
  'row.unit-unknown': { given: string; under?: string; mend?: string };
  'row.unit-ambiguous': { given: string; several: readonly string[] };
  'row.post-unclear': { given: string; several: readonly string[]; mend?: string };
  'row.option-unknown': { given: string; options: readonly Words[]; mend?: string };
  'row.cell-error': { given: string };
  'row.cell-rounded': Record<never, never>;
  'row.twice': { line: number };
  'row.entries-several': { ids: readonly string[] };
  'row.differs': { id: string; labels: readonly Words[] };
}
export type ImportCode = keyof ImportParams;

export const importIssue = <C extends ImportCode>(code: C, params: ImportParams[C]): ReplayIssue => ({ code, says: sentences[code](params) });

/** Of a field that holds personal data the report names line and column, never what stands there. */
export const withheld = '＊＊＊';

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const listed = (words: readonly Words[]): Words => ({ zh: words.map(({ zh }) => `“${short(zh)}”`).join('、'), en: words.map(({ en }) => `"${short(en)}"`).join(', ') });
const texts = (names: readonly string[]): Words => listed(names.map((name) => ({ zh: name, en: name })));
const mended = (mend: string | undefined): Words => (mend === undefined ? { zh: '', en: '' } : { zh: `，是否想写“${mend}”？`, en: `; did you mean "${mend}"?` });

const sentences: { readonly [C in ImportCode]: (params: ImportParams[C]) => Words } = {
  'import.register-unknown': ({ name, mend, known }) => ({
    zh: `没有名册“${name}”${mended(mend).zh || `；名册有：${listed(known).zh || '无'}`}`, en: `There is no register "${name}"${mended(mend).en || `; registers: ${listed(known).en || 'none'}`}`,
  }),
  'import.no-opening': ({ register }) => ({ zh: `没有登记“${register.zh}”的操作`, en: `No action enters anything into "${register.en}"` }),
  'import.opening-several': ({ register, actions }) => ({
    zh: `“${register.zh}”有几个登记操作：${actions.join('、')}；请在对照表里写 "do"`, en: `Several actions enter into "${register.en}": ${actions.join(', ')}; name one in the map as "do"`,
  }),
  'import.unit-column': ({ levels, has }) => ({
    zh: `看不出各行属于哪个单位：请加一列“所在${levels.map(({ zh }) => zh).join('／')}”；表头有：${texts(has).zh}`,
    en: `It does not say to which unit a row belongs: add a column "${levels.map(({ en }) => en).join(' / ')}"; the header has: ${texts(has).en}`,
  }),
  'import.columns-missing': ({ columns, has }) => ({
    zh: `缺少${columns.map(({ label, mend }) => `“${label.zh}”列${mend === undefined ? '' : `（是否为“${mend}”？）`}`).join('、')}；表头有：${texts(has).zh}`,
    en: `Missing ${columns.map(({ label, mend }) => `column "${label.en}"${mend === undefined ? '' : ` (did you mean "${mend}"?)`}`).join(', ')}; the header has: ${texts(has).en}`,
  }),
  'import.columns-same': ({ columns, label }) => ({ zh: `${texts(columns).zh}都像是“${label.zh}”，请只留一列`, en: `${texts(columns).en} all seem to be "${label.en}": keep one` }),

  'row.example': () => ({ zh: '这是模板的示例行，不登记', en: 'This is the example row of the template: it is not entered' }),
  'row.unit-blank': ({ levels }) => ({ zh: `没有写所在${levels.map(({ zh }) => zh).join('／')}`, en: `It does not say which ${levels.map(({ en }) => en).join(' / ')} it belongs to` }),
  'row.unit-unknown': ({ given, under, mend }) => ({
    zh: `${under === undefined ? '' : `“${under}”下`}没有单位“${short(given)}”${mended(mend).zh}`, en: `There is no unit "${short(given)}"${under === undefined ? '' : ` in "${under}"`}${mended(mend).en}`,
  }),
  'row.unit-ambiguous': ({ given, several }) => ({
    zh: `“${short(given)}”不止一个，请写全：${texts(several).zh}`, en: `There are several "${short(given)}": write which, ${texts(several).en}`,
  }),
  'row.post-unclear': ({ given, several, mend }) => (several.length > 0
    ? { zh: `“${short(given)}”不止一个岗位，请写编号：${several.join('、')}`, en: `"${short(given)}" holds several posts: write the id, ${several.join(', ')}` }
    : { zh: `没有岗位“${short(given)}”${mended(mend).zh}`, en: `There is no post "${short(given)}"${mended(mend).en}` }),
  'row.option-unknown': ({ given, options, mend }) => ({
    zh: `没有“${short(given)}”这个选项${mended(mend).zh || `；可选：${listed(options).zh}`}`, en: `"${short(given)}" is none of the options${mended(mend).en || `: ${listed(options).en}`}`,
  }),
  'row.cell-error': ({ given }) => ({ zh: `“${given}”是表格软件的出错标记，不是内容`, en: `"${given}" is an error of the spreadsheet, no content` }),
  'row.cell-rounded': () => ({
    zh: '号码被表格软件改成了科学计数法，后几位已丢失；请把这一列设为“文本”后重新填写', en: 'The spreadsheet has made a rounded figure of a number: set the column to "text" and fill it in again',
  }),
  'row.twice': ({ line }) => ({ zh: `与第 ${line} 行重复：同一单位、同一名称`, en: `The same as line ${line}: same unit, same name` }),
  'row.entries-several': ({ ids }) => ({ zh: `名册里同一单位、同一名称的有几条：${ids.join('、')}；请先理清`, en: `The register has several of this name in this unit: ${ids.join(', ')}; sort these out first` }),
  'row.differs': ({ id, labels }) => ({
    zh: `已在册（${id}），但${listed(labels).zh}不同，而没有唯一的更正操作可用`, en: `It is there already (${id}), but ${listed(labels).en} differ and no one action corrects that`,
  }),
};
