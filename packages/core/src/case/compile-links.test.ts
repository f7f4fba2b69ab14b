import { describe, expect, it } from 'vitest';
import { compileSpawns } from './compile-links.ts';
import { T, rulesOf } from './small-method.fixture.ts';

describe('the way by which a further case comes in', () => {
  const { method, vocabulary, condition } = rulesOf({ sources: { meeting: { label: T } }, kinds: { matter: { sources: ['desk', 'meeting'] } } });
  const [opening] = Object.entries(method.actions).find(([, { opens }]) => opens === 'matter')!;
  const sourceOf = (spawn: object): string | undefined => compileSpawns(method, { [opening]: spawn }, vocabulary, condition)[0]!.source;

  it('is the first of its kind', () => expect(sourceOf({})).toBe('desk'));
  it('unless the method names another', () => expect(sourceOf({ source: 'meeting' })).toBe('meeting'));
});
