import { describe, expectTypeOf, it } from 'vitest';
import office from '../check/fixtures/office.json' with { type: 'json' };
import { defineMethod } from './define-method.ts';
import type { MethodShape } from './method-shape.ts';
import type { Method } from './method-schema.ts';
import type { ActionOf, AnswerOf, EndingOf, InputArgs, InputOf, OpenInputOf, StepOf } from './method-types.ts';
import type { Names } from './own-names.ts';
import type { Fixed } from './shape-parts.ts';

const _json = defineMethod(office);
type J = typeof _json;

const _small = defineMethod({
  id: 'small', version: '1.0.0', label: '小', timeZone: 'Asia/Shanghai', calendar: { base: 'cn' },
  levels: { street: { label: '街道' } }, roles: { clerk: { label: '受理员', at: ['street'] } }, sources: { phone: { label: '电话' } },
  kinds: { matter: { label: '事项', sources: ['phone'], line: ['here', 'there'] } },
  fields: { what: { label: '内容', kind: 'text' }, size: { label: '大小', kind: 'number' }, tags: { label: '标签', kind: 'choices', options: { a: '甲', b: '乙' } } },
  classifications: { class: { label: '类', by: 'person', answers: { x: '某', y: '另' } }, way: { label: '方式', by: 'table', answers: { z: '式' }, rules: { all: { then: 'z' } }, order: ['all'] } },
  steps: { here: { label: '此' }, there: { label: '彼', when: { answer: 'class', is: 'x' } } },
  actions: {
    open: { label: '登记', opens: 'matter', by: ['clerk'], takes: { what: {}, size: { optional: true }, tags: {} }, answers: { class: {}, way: {} } },
    done: { label: '办结', from: ['there'], by: [{ ask: 'lead' }], leaves: { result: { set: { good: true } } }, asks: { lead: {} }, ends: 'over' },
    nod: { label: '点头', by: ['clerk'], to: 'next' },
  },
  records: { result: { label: '结果', serves: 'answer', fields: { good: { label: '好', kind: 'yes-no' }, text: { label: '文字', kind: 'text' }, on: { label: '日期', kind: 'date', optional: true } } } },
  asks: { lead: { label: '主办', of: { post: 'clerk' } } },
  endings: { over: { label: '结束', outcome: 'solved' } },
});
type S = typeof _small;

describe('a literal method', () => {
  it('knows its names', () => {
    expectTypeOf<ActionOf<S>>().toEqualTypeOf<'open' | 'done' | 'nod'>();
    expectTypeOf<StepOf<S>>().toEqualTypeOf<'here' | 'there'>();
    expectTypeOf<AnswerOf<S, 'class'>>().toEqualTypeOf<'x' | 'y'>();
  });
  it('knows the input of each action, by the kind of its fields', () => {
    expectTypeOf<InputOf<S, 'open'>>().toEqualTypeOf<{ readonly what: string; readonly tags: readonly ('a' | 'b')[]; readonly size?: number; readonly class: 'x' | 'y' }>();
    expectTypeOf<InputOf<S, 'done'>>().toEqualTypeOf<{ readonly text: string; readonly on?: string; readonly lead: string }>();
    expectTypeOf<OpenInputOf<S, 'matter'>>().toEqualTypeOf<InputOf<S, 'open'>>();
  });
  it('wants no argument where nothing must be given', () => {
    expectTypeOf<InputArgs<InputOf<S, 'nod'>>>().toEqualTypeOf<[input?: InputOf<S, 'nod'>]>();
    expectTypeOf<InputArgs<InputOf<S, 'done'>>>().toEqualTypeOf<[input: InputOf<S, 'done'>]>();
  });
});

describe('a method imported from JSON', () => {
  it('knows its names, the keys of its inputs and its choices', () => {
    expectTypeOf<EndingOf<J>>().toEqualTypeOf<'solved' | 'not-entered'>();
    expectTypeOf<keyof InputOf<J, 'admit'>>().toEqualTypeOf<'close-by' | 'class' | 'lane' | 'wording'>();
    expectTypeOf<Pick<InputOf<J, 'admit'>, 'wording'>>().toEqualTypeOf<{ readonly wording?: never }>(); // a table answers by itself
    expectTypeOf<InputOf<J, 'admit'>['class']>().toEqualTypeOf<'urgent' | 'hard' | 'new'>();
    expectTypeOf<InputOf<J, 'refuse'>>().toHaveProperty('remark');
    expectTypeOf<keyof InputOf<J, 'refuse'>>().toEqualTypeOf<'remark'>();
    expectTypeOf<InputOf<J, 'hand-over'>>().toEqualTypeOf<{ readonly lead: string }>();
    expectTypeOf<InputOf<J, 'ask-longer'>>().not.toHaveProperty('extension');
    expectTypeOf<OpenInputOf<J, 'problem'>>().toHaveProperty('order-no');
  });
  it('does not know the kind of other values', () => {
    expectTypeOf<InputOf<J, 'call'>['how']>().toExtend<string | number | boolean | readonly unknown[]>();
  });
});

const rest = {
  id: 'bad', version: '1.0.0', label: '坏', timeZone: 'Asia/Shanghai', calendar: { base: 'cn' },
  levels: { street: { label: '街道' } }, roles: { clerk: { label: '受理员', at: ['street'] } }, sources: { phone: { label: '电话' } },
  kinds: { matter: { label: '事项', sources: ['phone'], line: ['here'] } }, fields: { what: { label: '内容', kind: 'text' } },
  steps: { here: { label: '此' } }, endings: { over: { label: '结束', outcome: 'solved' } },
} as const;

describe('a wrong word in a literal', () => {
  it('does not compile', () => {
    defineMethod({ ...rest, actions: { a: { label: '甲', by: ['clerk'], to: 'here' } } });
    // @ts-expect-error -- no such step
    defineMethod({ ...rest, actions: { a: { label: '甲', by: ['clerk'], to: 'hre' } } });
    // @ts-expect-error -- no such role
    defineMethod({ ...rest, actions: { a: { label: '甲', by: ['clrk'] } } });
    // @ts-expect-error -- no such field
    defineMethod({ ...rest, actions: { a: { label: '甲', by: ['clerk'], takes: { waht: {} } } } });
    // @ts-expect-error -- no such key
    defineMethod({ ...rest, actions: { a: { label: '甲', by: ['clerk'], tkes: {} } } });
    // @ts-expect-error -- no such classification
    defineMethod({ ...rest, actions: { a: { label: '甲', by: ['clerk'], when: { answer: 'class', is: 'x' } } } });
  });
});

describe('the shape with free names', () => {
  it('is the schema, read-only', () => {
    const shape: MethodShape<Names> = {} as Fixed<Method>;
    const method: Fixed<Method> = {} as MethodShape<Names>;
    expectTypeOf(shape).not.toBeAny();
    expectTypeOf(method).not.toBeAny();
  });
});
