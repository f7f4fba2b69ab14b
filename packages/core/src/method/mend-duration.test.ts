import { describe, expect, it } from 'vitest';
import { mendDuration } from './mend-duration.ts';

describe('a length of time that cannot be read', () => {
  it.each([
    ['2紧急工作时', '2 working hours'], ['5 workingdays', '5 working days'], ['半小时', '30 minutes'], ['半个月', '15 days'], ['1.5小时', '90 minutes'],
    ['2小时30分', '150 minutes'], ['两小时半', '150 minutes'], ['2h30m', '150 minutes'], ['1个工作小时30分', '90 working minutes'], ['1周2天', '9 days'], ['1年6个月', '18 months'],
  ])('%s was probably %s', (text, meant) => expect(mendDuration(text)?.en).toBe(meant));
  it.each(['1天2小时', '1个月3天', '3至5个工作日', '3-5 days', '1小时20分30秒', '很快', '3'])('of %s nothing is guessed: no unit says it', (text) => expect(mendDuration(text)).toBeUndefined());
});
