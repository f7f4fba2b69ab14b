import { describe, expect, it } from 'vitest';
import { dutyState, wanted } from './duty-state.ts';

describe('how a count stands to what is wanted', () => {
  it.each([
    [{ count: 1, min: 1, met: true, over: false }, 'met'], [{ count: 0, min: 1, met: false, over: false }, 'wanting'],
    [{ count: 0, min: 1, met: false, over: true }, 'missed'], [{ count: 4, min: 1, max: 3, met: false, over: false }, 'tooMany'],
  ] as const)('%o is %s', (state, word) => expect(dutyState(state).word).toBe(word));
  it.each([[{ min: 1 }, '≥ 1'], [{ min: 1, max: 3 }, '1–3'], [{ min: 0, max: 10 }, '≤ 10'], [{ min: 2, max: 2 }, '2']])('%o is written %s', (norm, text) => expect(wanted(norm)).toBe(text));
});
