import type { Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import type { Over, Score } from '../method/query-schema.ts';
import { wordsOf } from '../method/words.ts';
import { conditionText, nameOfFact, type Own, type Vocabulary } from '../rules/index.ts';
import { kindLabel, labelIn, listed, quoted, say, type Article } from './phrases.ts';

type Metric = NonNullable<Method['metrics']>[string];

/** 台账与指标. */
export function describeQueries(method: Method, vocabulary: Vocabulary): readonly Article[] {
  const ledgers = Object.values(method.ledgers ?? {}).map((ledger): Article => {
    const own = ownOf(ledger.over);
    return {
      head: wordsOf(ledger.label),
      lines: [
        ...(ledger.over === undefined ? [] : [say('列{0}', 'Over {0}', overText(ledger.over, method))]),
        ...(ledger.where === undefined ? [] : [ledger.over === undefined ? say('列入{0}的事项', 'Cases where {0}', conditionText(ledger.where, vocabulary)) : say('其中{0}的', 'Those where {0}', conditionText(ledger.where, vocabulary, own))]),
        say('各栏依次为{0}', 'Columns: {0}', listed(ledger.order.map((column) => labelIn(ledger.columns, column)))),
        ...(ledger.sort === undefined ? [] : [say('按{0}排列', 'Sorted by {0}', listed(ledger.sort.map(({ by, order }) => (order === 'desc' ? say('{0}（倒序）', '{0} (descending)', nameOfFact(by, vocabulary, own)) : nameOfFact(by, vocabulary, own)))))]),
        ...(ledger.dated === undefined ? [] : [say('以{0}归期{1}', 'Dated by {0} {1}', nameOfFact(ledger.dated, vocabulary, own), listed(period(ledger.period).map((each) => say('，{0}', '{0}', each))))]),
        ...(ledger.public ? [{ zh: '对外公开，不得含个人信息', en: 'It is public and holds no personal data' }] : []),
        ...(ledger.issued === undefined ? [] : [say('由{0}发布，发布后不再变动', 'Issued by {0}: its rows are fixed then', listed(ledger.issued.by.map((role) => labelIn(method.roles, role))))]),
      ], source: ledger.source, note: ledger.note,
    };
  });
  return [...ledgers, ...Object.values(method.metrics ?? {}).map((metric) => metricArticle(metric, method, vocabulary))];
}

function metricArticle(metric: Metric, method: Method, vocabulary: Vocabulary): Article {
  const own = ownOf(metric.over);
  return {
    head: wordsOf(metric.label),
    lines: [
      ...(metric.score !== undefined ? [say('得分为{0}', 'The score is {0}', scoreText(metric.score, method))] : scope(metric, method, vocabulary, own)),
      ...(metric.share === undefined ? [] : [say('其中{0}的占比', 'The share where {0}', conditionText(metric.share, vocabulary, own))]),
      ...(metric.measure === undefined ? [] : [measureText(metric.measure, vocabulary, own)]),
      ...(metric.exempt === undefined ? [] : [say('剔除{0}的，剔除前的数并列', 'Left out where {0}; the raw figure stands beside it', conditionText(metric.exempt, vocabulary, own))]),
      ...(metric.by === undefined ? [] : [say('按{0}分列', 'Broken down by {0}', nameOfFact(metric.by, vocabulary, own))]),
      ...(metric.rank === undefined ? [] : [metric.rank === 'highest' ? { zh: '分组排名，高者在前', en: 'Ranked, the highest first' } : { zh: '分组排名，低者在前', en: 'Ranked, the lowest first' }]),
      ...(metric.dated === undefined ? [] : [say('以{0}归期', 'Dated by {0}', nameOfFact(metric.dated, vocabulary, own))]), ...period(metric.period),
      ...(metric.wanted === undefined ? [] : [metric.wanted === 'rising' ? { zh: '越高越好', en: 'The higher, the better' } : { zh: '越低越好', en: 'The lower, the better' }]),
      ...(metric.target?.min === undefined ? [] : [{ zh: `目标不低于${amount(metric.target.min, metric.share)}`, en: `Target: at least ${amount(metric.target.min, metric.share)}` }]),
      ...(metric.target?.max === undefined ? [] : [{ zh: `目标不高于${amount(metric.target.max, metric.share)}`, en: `Target: at most ${amount(metric.target.max, metric.share)}` }]),
    ], source: metric.source, note: metric.note,
  };
}

function scope({ over, of }: Metric, method: Method, vocabulary: Vocabulary, own: Own | undefined): readonly Words[] {
  if (over === undefined) return [of === undefined ? { zh: '统计全部事项', en: 'Of all cases' } : say('统计{0}的事项', 'Of cases where {0}', conditionText(of, vocabulary))];
  const what = overText(over, method);
  return [of === undefined ? say('统计{0}', 'Of {0}', what) : say('统计{1}的{0}', 'Of {0} where {1}', what, conditionText(of, vocabulary, own))];
}

const PERIODS: Readonly<Record<string, Words>> = {
  day: { zh: '按日', en: 'by day' }, week: { zh: '按周', en: 'by week' }, month: { zh: '按月', en: 'by month' }, quarter: { zh: '按季', en: 'by quarter' },
  'half-year': { zh: '按半年', en: 'by half-year' }, year: { zh: '按年', en: 'by year' },
};
const period = (name: string | undefined): readonly Words[] => (name === undefined ? [] : [PERIODS[name]!]);
const amount = (value: number, share: unknown): string => (share === undefined ? String(value) : `${Math.round(value * 1000) / 10}%`);

/** What a query is over, as a sentence calls it. */
function overText(over: Over, method: Method): Words {
  if ('cases' in over) return listed([over.cases].flat().map((kind) => quoted(kindLabel(kind, method))));
  if ('each' in over) return say('每个{0}', 'each {0}', quoted(labelIn(method.subjects, over.each)));
  if ('records' in over) return say('每条{0}记录', 'each {0}', quoted(labelIn(method.records, over.records)));
  if ('asks' in over) return say('每件{0}', 'each {0}', quoted(labelIn(method.asks, over.asks)));
  return 'clocks' in over ? say('每个{0}时限', 'each clock {0}', quoted(labelIn(method.clocks, over.clocks))) : say('{0}的每个对象每个周期', 'each period of {0}', quoted(labelIn(method.norms, over.norm)));
}

const ownOf = (over: Over | undefined): Own | undefined => (over === undefined ? undefined
  : 'records' in over ? { record: over.records } : 'asks' in over ? { ask: over.asks } : 'clocks' in over ? { clock: over.clocks } : 'norm' in over ? { norm: over.norm } : undefined);

const AS: { readonly [A in NonNullable<Metric['measure']>['as']]: Words } = {
  sum: { zh: '合计', en: 'The sum' }, average: { zh: '平均', en: 'The average' }, median: { zh: '中位数', en: 'The median' }, least: { zh: '最小', en: 'The least' }, greatest: { zh: '最大', en: 'The greatest' },
};
const UNITS: Readonly<Record<string, Words>> = {
  minutes: { zh: '分钟', en: 'minutes' }, hours: { zh: '小时', en: 'hours' }, days: { zh: '天', en: 'days' }, 'working-hours': { zh: '工作小时', en: 'working hours' }, 'working-days': { zh: '工作日', en: 'working days' },
};

function measureText({ of, as }: NonNullable<Metric['measure']>, vocabulary: Vocabulary, own: Own | undefined): Words {
  if (!('from' in of)) return say('{1}的{0}', '{0} of {1}', AS[as], nameOfFact(of, vocabulary, own));
  return say('从{1}到{2}用时的{0}（{3}）', '{0} of the time from {1} to {2}, in {3}', AS[as], nameOfFact(of.from, vocabulary, own), nameOfFact(of.to, vocabulary, own), UNITS[of.in]!);
}

/** A score as arithmetic is written. */
function scoreText(score: Score, method: Method): Words {
  const text = (part: Score): Words => scoreText(part, method);
  const joined = (parts: readonly Score[], sign: string): Words => say('（{0}）', '({0})', listed(parts.map(text), ` ${sign} `, ` ${sign} `));
  if (typeof score === 'number') return { zh: String(score), en: String(score) };
  if ('metric' in score) return quoted(labelIn(method.metrics, score.metric));
  if ('sum' in score) return joined(score.sum, '+');
  if ('product' in score) return joined(score.product, '×');
  if ('difference' in score) return joined(score.difference, '−');
  if ('quotient' in score) return joined(score.quotient, '÷');
  if ('least' in score) return say('{0}中最小的', 'the least of {0}', listed(score.least.map(text)));
  if ('greatest' in score) return say('{0}中最大的', 'the greatest of {0}', listed(score.greatest.map(text)));
  if ('whole' in score) return say('{0}取整', 'the whole part of {0}', text(score.whole));
  const steps = listed(score.table.map(({ min, is }) => (min === undefined ? { zh: `其他得${is}`, en: `otherwise ${is}` } : { zh: `不低于${min}得${is}`, en: `from ${min}: ${is}` })));
  return say('按{0}分档（{1}）', '{0} by steps ({1})', text(score.steps), steps);
}
