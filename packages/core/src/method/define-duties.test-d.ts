import { describe, expectTypeOf, it } from 'vitest';
import duties from '../check/fixtures/duties.json' with { type: 'json' };
import { defineMethod } from './define-method.ts';
import type { InputOf, LinkOf, NormOf, OpenInputOf, SubjectOf, TemplateOf } from './method-types.ts';

const _json = defineMethod(duties);
type J = typeof _json;

const base = {
  id: 'district', version: '1.0.0', label: '区', timeZone: 'Asia/Shanghai', calendar: { base: 'cn' },
  levels: { street: { label: '街道' }, grid: { label: '网格', in: 'street' } }, roles: { worker: { label: '网格员', at: ['grid'] } }, sources: { phone: { label: '电话' } },
  kinds: { need: { label: '需求', sources: ['phone'], line: ['here'] }, problem: { label: '问题', sources: [], line: ['here'] } },
  fields: { what: { label: '内容', kind: 'text' }, who: { label: '参加人', kind: 'names' }, helpers: { label: '协助岗位', kind: 'posts', role: 'worker' } },
  steps: { here: { label: '此' } },
  records: { answer: { label: '答复', serves: 'answer', fields: { text: { label: '内容', kind: 'text' }, size: { label: '大小', kind: 'number' } } } },
  asks: { lead: { label: '主办', of: { post: 'worker' } }, help: { label: '协办', of: { post: 'worker' }, many: true } },
  subjects: { grid: { label: '网格', of: { level: 'grid' } }, household: { label: '住户', of: { register: ['grid'] }, holds: ['what'], title: 'what' } },
  links: { needs: { label: '需求', from: 'problem', to: 'need' }, repeats: { label: '重复', from: 'need', to: 'need', one: true } },
  norms: { patrols: { label: '巡查', per: { each: 'grid' }, counts: { action: 'patrol' }, every: 'day', min: 1 } },
  templates: { kind: { label: '答复', version: 1, for: { record: 'answer', field: 'text' }, say: ['您好', { field: 'what' }] } },
  endings: { over: { label: '结束', outcome: 'solved' } },
} as const;

const _district = defineMethod({
  ...base,
  actions: {
    open: { label: '登记', opens: 'need', by: ['worker'], takes: { what: {}, who: {}, helpers: { optional: true } } },
    list: { label: '列入', opens: 'problem', by: ['worker'], takes: { what: {} } },
    register: { label: '登记住户', opens: 'household', by: ['worker'], takes: { what: {} } },
    patrol: { label: '巡查', on: 'grid', by: ['worker'] },
    join: { label: '并入', by: ['worker'], links: { needs: {}, repeats: { optional: true } }, spawns: { list: { link: 'needs', gives: { what: { field: 'what' } } } } },
    answer: { label: '答复', by: ['worker', { link: 'needs' }], leaves: { answer: {} }, ends: 'over' },
    call: { label: '派单', by: ['worker'], asks: { lead: {}, help: {} } },
  },
});
type D = typeof _district;

describe('a literal method with duties', () => {
  it('knows its subjects, links, norms and templates', () => {
    expectTypeOf<SubjectOf<D>>().toEqualTypeOf<'grid' | 'household'>();
    expectTypeOf<LinkOf<D>>().toEqualTypeOf<'needs' | 'repeats'>();
    expectTypeOf<NormOf<D>>().toEqualTypeOf<'patrols'>();
    expectTypeOf<TemplateOf<D>>().toEqualTypeOf<'kind'>();
  });
  it('takes lists of names, posts and units', () => {
    expectTypeOf<InputOf<D, 'open'>>().toEqualTypeOf<{ readonly what: string; readonly who: readonly string[]; readonly helpers?: readonly string[] }>();
  });
  it('links one case by its id, several by a list', () => {
    expectTypeOf<InputOf<D, 'join'>>().toEqualTypeOf<{ readonly needs: readonly string[]; readonly repeats?: string }>();
  });
  it('asks one, or several in one go', () => {
    expectTypeOf<InputOf<D, 'call'>>().toEqualTypeOf<{ readonly lead: string; readonly help: string | readonly string[] }>();
  });
  it('leaves a text blank that a template fills, and offers the choice', () => {
    expectTypeOf<InputOf<D, 'answer'>>().toEqualTypeOf<{ readonly size: number; readonly text?: string; readonly 'text-template'?: 'kind' }>();
  });
  it('opens an entry of a register, and a kind without sources, by its own action', () => {
    expectTypeOf<OpenInputOf<D, 'household'>>().toEqualTypeOf<InputOf<D, 'register'>>();
    expectTypeOf<OpenInputOf<D, 'problem'>>().toEqualTypeOf<InputOf<D, 'list'>>();
  });
});

describe('a method with duties imported from JSON', () => {
  it('knows the names and the keys of its inputs', () => {
    expectTypeOf<NormOf<J>>().toEqualTypeOf<'patrols' | 'visits' | 'claims' | 'size' | 'meetings'>();
    expectTypeOf<keyof InputOf<J, 'register'>>().toEqualTypeOf<'head' | 'address' | 'tags' | 'contact'>();
    expectTypeOf<InputOf<J, 'join'>>().toEqualTypeOf<{ readonly 'answers-need': readonly string[] }>();
    expectTypeOf<InputOf<J, 'serve'>>().toExtend<{ readonly 'text-template'?: 'elderly-reply' }>();
  });
});

const open = { label: '登记', opens: 'need', by: ['worker'], takes: { what: {} } } as const;
const patrol = { label: '巡查', on: 'grid', by: ['worker'] } as const;

describe('a wrong word in a literal', () => {
  it('does not compile', () => {
    defineMethod({ ...base, actions: { open, patrol } });
    // @ts-expect-error -- no such subject
    defineMethod({ ...base, actions: { open, patrol: { ...patrol, on: 'gird' } } });
    // @ts-expect-error -- no such link
    defineMethod({ ...base, actions: { open, patrol, join: { label: '并入', by: ['worker'], links: { need: {} } } } });
    // @ts-expect-error -- no such action to open by
    defineMethod({ ...base, actions: { open, patrol: { ...patrol, spawns: { opne: {} } } } });
    // @ts-expect-error -- no such kind on a side
    defineMethod({ ...base, actions: { open, patrol }, links: { needs: { label: '需求', from: 'problm', to: 'need' } } });
    // @ts-expect-error -- no such action is counted
    defineMethod({ ...base, actions: { open, patrol }, norms: { patrols: { label: '巡查', per: { each: 'grid' }, counts: { action: 'patrl' }, min: 1 } } });
    // @ts-expect-error -- no such metric in a score
    defineMethod({ ...base, actions: { open, patrol }, metrics: { all: { label: '全部' }, points: { label: '得分', score: { sum: [1, { metric: 'al' }] } } } });
    // @ts-expect-error -- no such link is counted
    defineMethod({ ...base, actions: { open, patrol: { ...patrol, when: { links: 'need' } } } });
  });
});
