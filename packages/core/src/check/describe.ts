import type { Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { vocabularyOf } from '../rules/index.ts';
import { describeActions } from './describe-actions.ts';
import { describeClocks } from './describe-clocks.ts';
import { describeClassifications, describeEndings } from './describe-conclusions.ts';
import { describeLinks, describeMoves, describeTemplates } from './describe-links.ts';
import { describeNorms, describeSubjects } from './describe-duties.ts';
import { describeGeneral, describeKinds, describePeople, describePersonal, describeRecords, describeSources, describeAsks } from './describe-people.ts';
import { describeQueries } from './describe-queries.ts';
import { chineseNumeral, type Article } from './phrases.ts';

/**
 * A method as the district's own document would put it, in chapters and articles, as Markdown: from its labels, conditions and durations,
 * with the sources quoted.
 */
export function describeMethod(method: Method, language: 'zh' | 'en'): string {
  const vocabulary = vocabularyOf(method);
  const chapters: readonly (readonly [Words, readonly Article[]])[] = [
    [{ zh: '总则', en: 'General' }, describeGeneral(method)],
    [{ zh: '来源', en: 'Sources' }, describeSources(method)],
    [{ zh: '组织与角色', en: 'Bodies and roles' }, describePeople(method)],
    [{ zh: '事项类型与环节', en: 'Kinds and steps' }, describeKinds(method, vocabulary)],
    [{ zh: '对象与名册', en: 'Subjects and registers' }, describeSubjects(method)],
    [{ zh: '分类', en: 'Classifications' }, describeClassifications(method, vocabulary)],
    [{ zh: '操作', en: 'Actions' }, describeActions(method, vocabulary)],
    [{ zh: '时限', en: 'Clocks' }, describeClocks(method, vocabulary)],
    [{ zh: '记录', en: 'Records' }, describeRecords(method)],
    [{ zh: '派单', en: 'Asks' }, describeAsks(method, vocabulary)],
    [{ zh: '答复模板', en: 'Reply templates' }, describeTemplates(method, vocabulary)],
    [{ zh: '关联', en: 'Links' }, describeLinks(method)],
    [{ zh: '履职要求', en: 'Norms' }, describeNorms(method, vocabulary)],
    [{ zh: '结果与销号条件', en: 'Endings' }, describeEndings(method, vocabulary)],
    [{ zh: '台账与指标', en: 'Ledgers and metrics' }, describeQueries(method, vocabulary)],
    [{ zh: '个人信息', en: 'Personal data' }, describePersonal(method)],
    [{ zh: '版本迁移', en: 'Moves between versions' }, describeMoves(method)],
  ];
  let article = 0;
  const written = chapters.filter(([, articles]) => articles.length > 0).map(([title, articles], i) => [
    language === 'zh' ? `## 第${chineseNumeral(i + 1)}章 ${title.zh}` : `## Chapter ${i + 1}. ${title.en}`,
    ...articles.map((each) => writeArticle(each, (article += 1), language)),
  ].join('\n\n'));
  return `# ${wordsOf(method.label)[language]}\n\n${written.join('\n\n')}\n`;
}

function writeArticle({ head, lines, source, note }: Article, number: number, language: 'zh' | 'en'): string {
  const title = language === 'zh' ? `**第${chineseNumeral(number)}条**` : `**Article ${number}**`;
  // Sentences run on; a list or a table stands below the sentence that leads to it.
  const blocks: { readonly list: boolean; readonly texts: string[] }[] = [{ list: false, texts: [] }];
  for (const text of lines.map((line) => line[language])) {
    const list = text.startsWith('|') || text.startsWith('- ');
    if (blocks.at(-1)!.list !== list) blocks.push({ list, texts: [] });
    blocks.at(-1)!.texts.push(list || /[。.；;：:]$/.test(text) ? text : `${text}${language === 'zh' ? '。' : '.'}`);
  }
  const [opening, ...below] = blocks.map(({ list, texts }) => texts.join(list ? '\n' : language === 'zh' ? '' : ' '));
  const quote = source === undefined ? [] : [`> ${language === 'zh' ? '依据：' : 'Source: '}${wordsOf(source)[language]}`];
  const remark = note === undefined ? [] : [`> ${language === 'zh' ? '说明：' : 'Note: '}${wordsOf(note)[language]}`];
  const first = [title, ...(head === undefined ? [] : [language === 'zh' ? `【${head.zh}】` : `${head.en}.`]), opening].join(language === 'zh' ? '　' : ' ').trim();
  return [first, ...below, ...(quote.length + remark.length > 0 ? [[...quote, ...remark].join('\n>\n')] : [])].join('\n\n');
}
