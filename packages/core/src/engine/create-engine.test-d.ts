import { describe, expectTypeOf, it } from 'vitest';
import json from '../../methods/1330.json' with { type: 'json' };
import { defineMethod } from '../method/define-method.ts';
import { createEngine } from './create-engine.ts';
import type { CaseHandle, CommandContext, Engine } from './engine-types.ts';
import type { CaseStore } from './store-port.ts';

declare const store: CaseStore;
declare const context: CommandContext;

describe('an engine of a method that TypeScript knows', () => {
  const method = defineMethod(json);
  const street = createEngine({ methods: [method], store });
  type Case = CaseHandle<typeof method>;

  it('completes actions, their inputs and the choices in them', () => {
    type Admit = Parameters<typeof street.act<'admit'>>[2];
    expectTypeOf<Admit['class']>().toEqualTypeOf<'urgent' | 'hard' | 'new'>();
    expectTypeOf<Admit>().toHaveProperty('close-by');
    expectTypeOf<Parameters<Case['act']>[0]>().toExtend<keyof typeof json.actions>();
  });

  it('refuses a wrong word', () => {
    // @ts-expect-error -- no such action
    void street.act('1', 'admitt', {}, context);
    // @ts-expect-error -- no such class
    void street.act('1', 'admit', { 'class': 'hrad', 'goal': '修复', 'close-by': '2021-11-30' }, context);
    // @ts-expect-error -- no such ledger
    void street.ledger('worksheets', { at: 0 });
    // @ts-expect-error -- no such source
    void street.open({ source: 'hotlin', fields: { content: '地基下陷' } }, context);
  });
});

describe('a typed engine', () => {
  it('has a plain face for what serves any method', () => {
    const street = createEngine({ methods: [defineMethod(json)], store });
    expectTypeOf(street.plain).toEqualTypeOf<Engine>();
  });
});

describe('an engine whose methods are only known when it runs', () => {
  it('takes any name, and checks it then', () => {
    expectTypeOf<Parameters<Engine['act']>[1]>().toEqualTypeOf<string>();
    expectTypeOf<Parameters<Engine['ledger']>[0]>().toEqualTypeOf<string>();
  });
});
