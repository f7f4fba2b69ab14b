import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bihuan, folderOf, root } from './command-line.fixture.ts';

/** The facts of the six sources, by number. */
const numbered = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${prefix}-${String(n + 1).padStart(2, '0')}`);
const facts = [...numbered('1330', 14), ...numbered('133', 10), ...numbered('7', 7), ...numbered('0371', 6), ...numbered('dgw', 12), ...numbered('360', 8)];
const folder = join(root, 'packages/core/methods');

describe('the methods that ship', () => {
  it('show all 57 facts of their sources, by JSON alone', async () => {
    const { code, out } = await bihuan(root, 'test', '--json', folder);
    const played = JSON.parse(out) as { facts: Record<string, { ok: boolean; scenarios: string[] }>; scenarios: { name: string; failures: unknown[] }[] };
    expect(played.scenarios.filter(({ failures }) => failures.length > 0)).toEqual([]);
    expect(Object.keys(played.facts).sort()).toEqual(facts.toSorted());
    expect(Object.entries(played.facts).filter(([, { ok, scenarios }]) => !ok || scenarios.length === 0)).toEqual([]);
    expect([facts.length, code]).toEqual([57, 0]);
  }, 120_000);

  it.each(['1330', '133', 'seven-step', '0371', 'large-committee', 'three-sixty'])('%s is checked without a finding', async (id) => {
    const { code, out } = await bihuan(root, 'check', join(folder, `${id}.json`));
    expect([code, out]).toEqual([0, expect.stringContaining('没有发现问题')]);
  });
});

it('a fact that no scenario shows fails the test, and is named', async () => {
  using files = folderOf({
    'empty.json': { extends: '1330@1.0.0', id: 'empty', version: '1.0.0', label: '某街道' },
    'empty.scenarios.json': {
      method: 'empty', facts: { 'E-01': { zh: '登记', en: 'registered' }, 'E-02': { zh: '没有人演的事实', en: 'what nobody plays' } },
      cast: { units: { s: { label: '街道', level: 'street' } }, posts: { clerk: { person: 'a', role: 'clerk', unit: 's' } } },
      scenarios: { one: { shows: ['E-01'], timeline: [{ at: '2021-10-08T09:00', as: 'clerk', do: 'report', source: 'survey', home: 's', with: { content: '路灯' }, expect: { holds: [{ case: 'step', is: 'screening' }] } }] } },
    },
  });
  const { code, out } = await bihuan(files.path, 'test', 'empty.scenarios.json');
  expect(code).toBe(1);
  expect(out).toMatch(/✓ E-01 {2}one\n✗ E-02 {2}没有情景说明：没有人演的事实/);
});

it('one district’s scenario does not show another’s fact of the same number', async () => {
  const scenario = (shows: readonly string[]) => ({ shows, timeline: [{ at: '2021-10-08T09:00', as: 'clerk', do: 'report', source: 'survey', home: 's', with: { content: '路灯' } }] });
  const cast = { units: { s: { label: '街道', level: 'street' } }, posts: { clerk: { person: 'a', role: 'clerk', unit: 's' } } };
  const file = (method: string, shows: readonly string[]) => ({ method, facts: { 1: { zh: '登记', en: 'registered' } }, cast, scenarios: { one: scenario(shows) } });
  using files = folderOf({
    'east.json': { extends: '1330@1.0.0', id: 'east', version: '1.0.0', label: '东街道' }, 'east.scenarios.json': file('east', ['1']),
    'west.json': { extends: '1330@1.0.0', id: 'west', version: '1.0.0', label: '西街道' }, 'west.scenarios.json': file('west', []),
  });
  const { code, out } = await bihuan(files.path, 'test', '.');
  expect([code, out]).toEqual([1, expect.stringMatching(/✓ east\/1 {2}one\n✗ west\/1 {2}没有情景说明/)]);
});
