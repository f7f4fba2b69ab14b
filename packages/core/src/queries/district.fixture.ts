import type { Ask, CaseRecord, CaseState, Clock } from '../case/messages.ts';
import { moment, rulesOf } from '../case/small-method.fixture.ts';
import { DEFAULT_POLICY } from '../calendar/index.ts';
import type { LedgerSchema, MetricSchema, Over } from '../method/query-schema.ts';
import type { NormPeriod } from '../norms/index.ts';
import { fromCases } from './assess.ts';
import type { World } from './assess.ts';
import type { MetricValue } from './figures.ts';
import type { Found } from './items.ts';
import { metricValue } from './metric.ts';
import { parsePeriod } from '../calendar/index.ts';

const T = { zh: '某', en: 'some' };

/** Test helper: a district with matters, households and communities that have duties, whose states are written out by hand. */
const patch = {
  fields: {
    topic: { label: T, kind: 'choice', options: { road: { zh: '道路', en: 'Road' }, water: { zh: '供水', en: 'Water' } } }, amount: { label: T, kind: 'number' },
    'close-by': { label: T, kind: 'date' }, excused: { label: T, kind: 'yes-no' }, phone: { label: T, kind: 'text', personal: true },
  },
  kinds: { need: { label: { zh: '需求', en: 'Need' }, sources: ['desk'], line: ['received'] }, service: { label: { zh: '服务', en: 'Service' }, sources: [], line: ['received'] } },
  records: { visit: { label: T, fields: { found: { label: T, kind: 'number' }, who: { label: T, kind: 'text', personal: true } } } },
  asks: { lead: { label: T, of: { post: 'worker' } } },
  clocks: { work: { label: T, starts: { action: 'note' }, stops: { action: 'finish' }, limit: '1 day' } },
  links: { answers: { label: { zh: '回应', en: 'answers' }, back: { zh: '由…回应', en: 'answered by' }, from: 'service', to: ['matter'] }, merges: { label: T, from: 'matter', to: 'need' } },
  subjects: {
    community: { label: { zh: '社区', en: 'Community' }, of: { level: 'community' } }, household: { label: { zh: '住户', en: 'Household' }, of: { register: ['community'] }, holds: ['amount'] },
  },
  norms: { meeting: { label: T, per: { each: 'community' }, counts: { record: 'visit' }, every: 'month', min: 1 } },
  conditions: { solved: { case: 'outcome', is: 'solved' } },
};
export const rules = rulesOf(patch);
/** The same district with these metrics: a score reads others by name. */
export const withMetrics = (metrics: Readonly<Record<string, object>>): typeof rules =>
  rulesOf({ ...patch, metrics: Object.fromEntries(Object.entries(metrics).map(([name, metric]) => [name, { label: T, ...metric }])) });

export const metric = (of: Partial<MetricSchema>): MetricSchema => ({ label: T, ...of });
export const ledger = (of: Partial<LedgerSchema> & Pick<LedgerSchema, 'columns'>): LedgerSchema => ({ label: T, order: Object.keys(of.columns), ...of });

/** A matter of the east, opened on Monday, 1 November 2021, at nine. */
export const caseOf = (id: string, over: Partial<CaseState> = {}): CaseState => {
  const home = over.home ?? 'east';
  return {
    id, version: 1, method: { id: 'small', version: '1.0.0' }, kind: 'matter', source: 'desk', home, holder: home, levels: { home: 'community', holder: 'community' },
    step: 'received', passed: [], fields: {}, answers: {}, records: [], asks: [], clocks: {}, links: [], done: {}, opened: moment('2021-11-01 09:00'), last: moment('2021-11-01 09:00'), ...over,
  };
};
export const solved = (at: string): Pick<CaseState, 'ended'> => ({ ended: { ending: 'solved', outcome: 'solved', at: moment(at) } });

export const visit = (id: string, at: string, over: Partial<CaseRecord> = {}): CaseRecord =>
  ({ id, name: 'visit', values: {}, at: moment(at), by: { person: 'wang', name: '王', role: 'clerk', unit: 'east' }, ...over });
export const lead = (id: string, person: string, unit: string, over: Partial<Ask> = {}): Ask =>
  ({ id, name: 'lead', to: { post: `${person}-post`, person, unit }, at: moment('2021-11-01 10:00'), ...over });
/** It ran from Monday the 1st, ten o'clock, to the same hour of Tuesday. */
export const work = (over: Partial<Clock> = {}): Clock => ({
  id: 'work', name: 'work', phase: 'running', binds: 'hard', start: { at: moment('2021-11-01 10:00') }, limit: { kind: 'none' }, policy: DEFAULT_POLICY, holds: [], extensions: [],
  due: { at: moment('2021-11-02 10:00') }, rungs: [], ...over,
});
export const held = (of: string, period: string, count: number): NormPeriod =>
  ({ norm: 'meeting', of: `unit:${of}`, unit: of, period, ends: moment('2021-12-01 00:00'), count, met: count >= 1 });

export const now = moment('2021-11-30 10:00');
export const found = (states: readonly CaseState[], more: Partial<Found> = {}): Found => ({ states, at: now, ...more });
export const worldOf = (states: readonly CaseState[], more: Partial<Found> = {}): World => (_over: Over | undefined) => found(states, more);

/** What a metric comes to over these states. */
export const valueOf = (schema: Partial<MetricSchema>, states: readonly CaseState[], period?: string, more: Partial<Found> = {}, of = rules): MetricValue =>
  metricValue(of, 'm', metric(schema), fromCases(of, worldOf(states, more)), { asOf: 'now', period: period === undefined ? undefined : parsePeriod(period) });
