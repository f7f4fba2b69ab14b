import { finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import type { Over, Score } from '../method/query-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { Own } from '../rules/index.ts';
import { referCondition, referFact, referMoment, referNumber, type Referring } from './refer-conditions.ts';

type Metric = NonNullable<Method['metrics']>[string];

/** What is looked at: lists, ledgers, metrics, boards. */
export function referQueries(method: Method, at: Referring): void {
  const { known } = at;
  if (method.list !== undefined) {
    const { columns, order, filters } = method.list;
    for (const [name, { show }] of Object.entries(columns)) referFact(show, ['list', 'columns', name, 'show'], at);
    for (const [name, { by }] of Object.entries(filters ?? {})) referFact(by, ['list', 'filters', name, 'by'], at);
    known.order(COLUMN, order, columns, ['list', 'order'], true);
  }
  for (const [name, ledger] of Object.entries(method.ledgers ?? {})) {
    const path: Path = ['ledgers', name];
    const own = referOver(ledger.over, [...path, 'over'], at);
    referCondition(ledger.where, [...path, 'where'], at, own);
    if (ledger.dated !== undefined) referFact(ledger.dated, [...path, 'dated'], at, own);
    for (const [key, { show }] of Object.entries(ledger.columns)) referFact(show, [...path, 'columns', key, 'show'], at, own);
    ledger.sort?.forEach(({ by }, i) => referFact(by, [...path, 'sort', i, 'by'], at, own));
    known.order(COLUMN, ledger.order, ledger.columns, [...path, 'order'], true);
    known.needAll('roles', ledger.issued?.by, [...path, 'issued', 'by']);
  }
  for (const [name, metric] of Object.entries(method.metrics ?? {})) referMetric(name, metric, at);
  for (const [name, board] of Object.entries(method.boards ?? {})) known.needAll('metrics', board.metrics, ['boards', name, 'metrics']);
}

const COLUMN = { zh: '列', en: 'column' };

/** The names in what a query is over; and whose own values `{ "field": … }` reads there, if not a case's. */
function referOver(over: Over | undefined, path: Path, { known }: Referring): Own | undefined {
  if (over === undefined) return undefined;
  if ('cases' in over) [over.cases].flat().forEach((kind, i) => known.needAny(['kinds', 'subjects'], kind, [...path, 'cases', ...(Array.isArray(over.cases) ? [i] : [])]));
  else if ('each' in over) known.need('subjects', over.each, [...path, 'each']);
  else if ('records' in over) return known.need('records', over.records, [...path, 'records']) ? { record: over.records } : undefined;
  else if ('asks' in over) return known.need('asks', over.asks, [...path, 'asks']) ? { ask: over.asks } : undefined;
  else if ('clocks' in over) return known.need('clocks', over.clocks, [...path, 'clocks']) ? { clock: over.clocks } : undefined;
  else return known.need('norms', over.norm, [...path, 'norm']) ? { norm: over.norm } : undefined;
  return undefined;
}

function referMetric(name: string, metric: Metric, at: Referring): void {
  const path: Path = ['metrics', name];
  const own = referOver(metric.over, [...path, 'over'], at);
  for (const part of ['of', 'share', 'exempt'] as const) referCondition(metric[part], [...path, part], at, own);
  if (metric.dated !== undefined) referFact(metric.dated, [...path, 'dated'], at, own);
  if (metric.by !== undefined) referFact(metric.by, [...path, 'by'], at, own);
  const measured = metric.measure?.of;
  if (measured !== undefined && 'from' in measured) {
    referMoment(measured.from, [...path, 'measure', 'of', 'from'], at, own);
    referMoment(measured.to, [...path, 'measure', 'of', 'to'], at, own);
  } else if (measured !== undefined) referNumber(measured, [...path, 'measure', 'of'], at, own);
  if (metric.score !== undefined) referScore(metric.score, [...path, 'score'], at);
  const label = wordsOf(metric.label);
  const figures = (['share', 'measure', 'score'] as const).filter((part) => metric[part] !== undefined);
  if (figures.length > 1) at.known.out.push(finding('metric.two-figures', [...path, figures[1]!], { metric: label, figures }));
  if (metric.rank !== undefined && metric.by === undefined && metric.score === undefined) at.known.out.push(finding('metric.rank-alone', [...path, 'rank'], { metric: label }));
}

/** The metrics that a score is reckoned from. */
function referScore(score: Score, path: Path, at: Referring): void {
  for (const [metric, place] of metricsIn(score, path)) at.known.need('metrics', metric, place);
}

/** Every metric that a score names, with its place. */
export function metricsIn(score: Score, path: Path = []): readonly (readonly [string, Path])[] {
  if (typeof score === 'number') return [];
  if ('metric' in score) return [[score.metric, [...path, 'metric']]];
  if ('whole' in score) return metricsIn(score.whole, [...path, 'whole']);
  if ('steps' in score) return metricsIn(score.steps, [...path, 'steps']);
  return Object.entries(score).flatMap(([key, parts]) => (parts as Score[]).flatMap((part, i) => metricsIn(part, [...path, key, i])));
}
