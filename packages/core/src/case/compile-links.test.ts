import { describe, expect, it } from 'vitest';
import { compileSpawns } from './compile-links.ts';
import { decide } from './decide.ts';
import { T, facts, moment, opened, people, rulesOf } from './small-method.fixture.ts';

describe('the way by which a further case comes in', () => {
  const { method, vocabulary, condition } = rulesOf({ sources: { meeting: { label: T } }, kinds: { matter: { sources: ['desk', 'meeting'] } } });
  const [opening] = Object.entries(method.actions).find(([, { opens }]) => opens === 'matter')!;
  const sourceOf = (spawn: object): string | undefined => compileSpawns(method, { [opening]: spawn }, vocabulary, condition)[0]!.source;

  it('is the first of its kind', () => expect(sourceOf({})).toBe('desk'));
  it('unless the method names another', () => expect(sourceOf({ source: 'meeting' })).toBe('meeting'));

  it('is none for a kind that comes in by no source, whatever the first case came in by: what that source wants is not asked for', () => {
    const rules = rulesOf({
      sources: { desk: { reporter: 'required', takes: { number: {} } } }, fields: { number: { label: T, kind: 'text' } },
      kinds: { project: { label: T, sources: [], line: ['received'] } },
      actions: { start: { label: T, opens: 'project', by: ['clerk'] }, plan: { label: T, by: ['clerk'], spawns: { start: {} } } },
    });
    const { state } = opened(rules, undefined, { input: { number: '1' }, reporter: { name: '王' } });
    const decision = decide(rules, state, { type: 'act', action: 'plan', input: {}, by: people.wang, at: moment('2021-11-01 10:00') }, { ...facts, ids: ['new'] });
    expect(decision).toMatchObject({ ok: true, value: [{ changes: [{ type: 'spawned', id: 'new', kind: 'project', source: '' }] }] });
  });
});
