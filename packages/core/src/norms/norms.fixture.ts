import { evolve } from '../case/evolve.ts';
import type { CaseEvent, CaseState, Change, Facts, Post, Signature, Value } from '../case/messages.ts';
import { moment, rulesOf } from '../case/small-method.fixture.ts';
import { countsOf } from './count.ts';
import type { Count } from './count.ts';
import { compileNorms } from './norm-rules.ts';
import type { NormRule, NormRules } from './norm-rules.ts';
import { unitFactsOf } from './unit-levels.ts';

/** Test helper: a district with grids, registers and member units, and the duties that methods.md speaks of, as small norms. */
const each = (name: string, condition?: object) => ({ each: name, ...(condition && { while: condition }) });
const by = (role: string) => ({ label: role, by: [role] });

const language = {
  levels: { grid: { label: '网格', in: 'community' }, 'micro-grid': { label: '微网格', in: 'grid' }, member: { label: '成员单位', beside: 'street' } },
  roles: { 'grid-worker': { label: '网格员', at: ['grid'] }, visitor: { label: '微网格员', at: ['micro-grid'] }, cadre: { label: '干部', at: ['community'] }, envoy: { label: '兼职委员', at: ['member'] } },
  subjects: {
    community: { label: '社区', of: { level: 'community' } }, street: { label: '街道', of: { level: 'street' } }, grid: { label: '网格', of: { level: 'grid' } },
    'micro-grid': { label: '微网格', of: { level: 'micro-grid' } }, member: { label: '成员单位', of: { level: 'member' } },
    visitor: { label: '微网格员', of: { role: 'visitor' } }, cadre: { label: '干部', of: { role: 'cadre' } },
    household: { label: '住户', of: { register: ['micro-grid'] }, title: 'name' }, workplace: { label: '生产经营单位', of: { register: ['community'] } },
  },
  fields: {
    name: { label: '名称', kind: 'text' }, contact: { label: '联系干部', kind: 'post', role: 'cadre' }, team: { label: '同行干部', kind: 'posts', role: 'cadre' },
    grade: { label: '等级', kind: 'choice', options: { a: '一级', b: '二级', c: '三级' } }, lead: { label: '领办单位', kind: 'unit', level: 'member' },
  },
  records: {
    patrol: { label: '巡查', fields: { found: { label: '发现问题数', kind: 'number' } } }, talk: { label: '说事' }, visit: { label: '走访', fields: { team: { label: '同行干部', kind: 'posts' } } },
    meeting: { label: '联席会议' }, inspection: { label: '检查', fields: { depth: { label: '方式', kind: 'choice', options: { full: '全面', brief: '抽查' } } } },
  },
  actions: {
    patrol: { ...by('grid-worker'), on: 'grid', leaves: { patrol: {} } }, talk: { ...by('cadre'), on: 'community', leaves: { talk: {} } }, meet: { ...by('leader'), on: 'street', leaves: { meeting: {} } },
    visit: { ...by('visitor'), on: 'household', leaves: { visit: {} } }, inspect: { ...by('cadre'), on: 'workplace', leaves: { inspection: {} } },
    claim: { ...by('envoy'), takes: { lead: { optional: true } } }, extend: by('clerk'),
  },
};

/** The district with these norms. */
export const normsOf = (norms: Readonly<Record<string, object>>, patch: object = {}): NormRules =>
  compileNorms(rulesOf({ ...language, ...patch, norms: Object.fromEntries(Object.entries(norms).map(([name, norm]) => [name, { label: name, ...norm }])) }));

export const only = (norms: NormRules): NormRule => [...norms.all.values()][0]!;

/** The facts of methods.md that are norms, each as small as it can be said. */
export const duties = {
  'patrol-daily': { per: each('grid'), counts: { record: 'patrol' }, every: 'day', min: 1 }, 'survey-weekly': { per: each('grid'), counts: { record: 'patrol' }, every: 'week', min: 1 },
  'clear-monthly': { per: each('grid'), counts: { record: 'patrol' }, every: 'month', min: 1 },
  'fours': { per: each('community'), counts: { record: 'talk' }, on: { monthDays: [4, 14, 24] }, min: 1 }, 'half-monthly': { per: each('community'), counts: { record: 'talk' }, on: { monthDays: [15], last: true, restDay: 'before' }, min: 1 },
  'contacts': { per: each('cadre'), counts: { entries: 'household' }, through: { field: 'contact' }, min: 5, max: 10 }, 'size': { per: each('micro-grid'), counts: { entries: 'household' }, min: 70, max: 80 },
  'visit-daily': { per: each('visitor'), counts: { record: 'visit' }, every: 'day', min: 1 }, 'visit-weekly': { per: each('cadre'), counts: { record: 'visit' }, through: { field: 'team' }, every: 'week', min: 1 },
  'claims': { per: each('member'), counts: { action: 'claim' }, through: 'actor', every: 'quarter', min: 1, max: 3, over: 'refuse' }, 'meeting': { per: each('street'), counts: { record: 'meeting' }, every: 'quarter', min: 1 },
  'inspect-a': { per: each('workplace', { field: 'grade', is: 'a' }), counts: { record: 'inspection' }, every: 'month', min: 1 }, 'inspect-b': { per: each('workplace', { field: 'grade', is: 'b' }), counts: { record: 'inspection' }, every: 'quarter', min: 1 },
  'inspect-c': { per: each('workplace', { field: 'grade', is: 'c' }), counts: { record: 'inspection' }, every: 'half-year', min: 1 },
} as const;

export const units = [
  { id: 'city', level: 'city' }, { id: 'xin', level: 'street', parent: 'city' }, { id: 'east', level: 'community', parent: 'xin' }, { id: 'west', level: 'community', parent: 'xin' },
  { id: 'g1', level: 'grid', parent: 'east' }, { id: 'g2', level: 'grid', parent: 'west' }, { id: 'm1', level: 'micro-grid', parent: 'g1' }, { id: 'm2', level: 'micro-grid', parent: 'g1' },
  { id: 'bank', level: 'member', parent: 'city' }, { id: 'school', level: 'member', parent: 'city' },
];
const post = (person: string, role: string, unit: string): Post => ({ id: `${person}-post`, role, unit, person });
export const posts = [
  post('sun', 'grid-worker', 'g1'), post('he', 'visitor', 'm1'), post('lu', 'visitor', 'm2'), post('zhao', 'cadre', 'east'), post('qian', 'cadre', 'east'), post('bao', 'envoy', 'bank'), post('shi', 'envoy', 'school'), post('li', 'leader', 'xin'),
];
export const facts: Facts = { units: unitFactsOf(units), posts: Object.fromEntries(posts.map((held) => [held.id, held])) };

export const signed = (person: string): Signature => {
  const held = posts.find((one) => one.person === person);
  return held ? { person, role: held.role, unit: held.unit, post: held.id } : { person };
};

interface What { readonly by?: string; readonly leaves?: Readonly<Record<string, Readonly<Record<string, Value>>>>; readonly sets?: Readonly<Record<string, Value>>; readonly withdraws?: string; readonly ends?: string; readonly recorded?: string }

/** A log as the events make it: each step says what the norms counted by it. */
export class Log {
  readonly events: CaseEvent[] = [];
  state: CaseState | undefined;
  constructor(readonly norms: NormRules, readonly kind: string, readonly home: string, readonly id: string, fields: Readonly<Record<string, Value>> = {}, at = '2024-01-02 09:00') {
    const level = facts.units[home]!.level;
    this.#append('enter', at, {}, [
      { type: 'opened', id, method: { id: 'small', version: '1.0.0' }, kind, source: '', home, holder: home, levels: { home: level, holder: level }, step: '', edition: '' }, ...fieldChanges(fields),
    ]);
  }

  /** Somebody does something; what norms count by it. */
  does(action: string, at: string, what: What = {}): readonly Count[] {
    const before = this.state, history = [...this.events];
    const records: Change[] = Object.entries(what.leaves ?? {}).map(([name, values]) => ({
      type: 'record', record: { id: `${name}#${(before?.records.filter((record) => record.name === name).length ?? 0) + 1}`, name, values, at: moment(at), ...(what.by !== undefined && { by: signed(what.by) }) },
    }));
    const event = this.#append(action, at, what, [
      ...fieldChanges(what.sets ?? {}), ...records,
      ...(what.withdraws === undefined ? [] : [{ type: 'record-withdrawn' as const, id: what.withdraws, by: signed(what.by ?? 'nobody') }]),
      ...(what.ends === undefined ? [] : [{ type: 'ended' as const, ending: what.ends, outcome: 'removed' }]),
    ]);
    return countsOf(this.norms, { before, events: [event], after: this.state!, history }, facts);
  }

  #append(action: string, at: string, what: What, changes: readonly Change[]): CaseEvent {
    const event: CaseEvent = {
      v: 1, type: 'acted', seq: this.events.length + 1, at: moment(at), recorded: moment(what.recorded ?? at), action, by: signed(what.by ?? 'nobody'), changes,
    };
    this.events.push(event);
    this.state = evolve(this.state, event);
    return event;
  }
}

const fieldChanges = (fields: Readonly<Record<string, Value>>): readonly Change[] => Object.entries(fields).map(([name, value]) => ({ type: 'field', name, value }));

/** A count as one line: `patrol-daily unit:g1 2024-07-04 +1`. */
export const line = ({ norm, of, period, add, max }: Count): string => `${norm} ${of} ${period} ${add > 0 ? '+' : ''}${add}${max === undefined ? '' : ` ≤${max}`}`;
export const lines = (counts: readonly Count[]): readonly string[] => counts.map(line);
