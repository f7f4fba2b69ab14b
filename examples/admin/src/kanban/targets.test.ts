import { describe, expect, it } from 'vitest';
import type { Explanation, Flow } from '../providers/wire.ts';
import { endColumn, targetsOf } from './targets.ts';

const words = (zh: string) => ({ zh, en: zh });
const action = (name: string, ...refusals: readonly string[]) => ({ name, label: words(name), allowed: refusals.length === 0, form: [], issues: refusals.map((zh) => ({ code: 'x', path: [], ...words(zh) })) });
const flow = {
  nodes: [], mermaid: '', edges: [
    { from: 'screen', to: 'handle', action: 'admit', label: words('进入') }, { from: 'screen', to: 'handle', action: 'rush', label: words('特办') },
    { from: 'handle', to: 'check', action: 'report', label: words('上报') }, { from: 'screen', to: 'ending:void', action: 'reject', label: words('不予受理') },
  ],
  anywhere: [{ to: 'ending:merged', action: 'merge', label: words('合并') }, { to: 'check', clock: 'limit', label: words('到期') }],
} as unknown as Flow;
const standing = { step: { name: 'screen', label: words('筛选') }, actions: [action('admit', '须由街道', '还缺地点'), action('rush'), action('report', '环节不对'), action('reject', '须由街道'), action('merge', '须由街道')] } as unknown as Explanation;

describe('where a case on the board can go', () => {
  const targets = targetsOf(standing, flow);
  it('is wherever an allowed action leads from its step', () => expect(targets.get('handle')!.actions.map(({ name }) => name)).toEqual(['rush']));
  it('says why not, each reason once, where only refused actions lead', () =>
    expect([targets.get(endColumn)!.actions, targets.get(endColumn)!.reasons.map(({ zh }) => zh)]).toEqual([[], ['须由街道']]));
  it('is not where only time, or another step’s action, leads', () => expect(targets.has('check')).toBe(false));
});
