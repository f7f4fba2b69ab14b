import { describe, expect, it } from 'vitest';
import type { Explanation } from '../providers/wire.ts';
import { inputFor, sharedActions } from './bulk.ts';

const words = (zh: string) => ({ zh, en: zh });
const text = (name: string, value?: string) => ({ name, label: words(name), kind: 'text' as const, optional: false, ...(value === undefined ? {} : { value }) });
const action = (name: string, allowed: boolean, form: readonly object[] = []) => ({ name, label: words(name), allowed, issues: [], form });
const aCase = (id: string, ...actions: readonly object[]) => ({ id, actions }) as unknown as Explanation;

describe('what can be done to several cases at once', () => {
  const [a, b, c] = [aCase('a', action('call', true), action('admit', true)), aCase('b', action('call', true), action('admit', false)), aCase('c', action('call', true))];
  it('is what one of them allows, what most allow first, each with the cases that do', () =>
    expect(sharedActions([a, b, c]).map((shared) => [shared.action.name, shared.cases.map(({ id }) => id)])).toEqual([['call', ['a', 'b', 'c']], ['admit', ['a']]]));
  it('asks once for every input; what stands differently in them is left as it is unless filled in', () => {
    const [x, y] = [aCase('x', action('fix', true, [text('place', '东街'), text('how')])), aCase('y', action('fix', true, [text('place', '西街'), text('how')]))];
    const [fix] = sharedActions([x, y]);
    expect(fix!.form.map(({ name, optional, value }) => [name, optional, value])).toEqual([['place', true, undefined], ['how', false, undefined]]);
    expect(inputFor(y.actions[0]!, { how: '已修' })).toEqual({ place: '西街', how: '已修' });
  });
});
