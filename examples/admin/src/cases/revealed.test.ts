import { describe, expect, it } from 'vitest';
import type { Explanation } from '../providers/wire.ts';
import { withRevealed } from './revealed.ts';

const words = (zh: string) => ({ zh, en: zh });
const seen = (phone: string, name: string) => ({
  reporter: { name }, personal: { held: true, shown: false, erased: false, mayReveal: true },
  facts: [{ name: 'phone', label: words('电话'), value: phone, text: words(phone), personal: true }],
  records: [{ id: 'r1', name: 'talk', label: words('谈话'), at: '2021-10-08T09:00:00+08:00', withdrawn: false, values: [{ label: words('情况'), text: words(name) }] }],
}) as unknown as Explanation;
const [masked, clear] = [seen('138****5678', '王**'), seen('13812345678', '王小明')];

describe('what was revealed', () => {
  it('stands in the clear wherever it stood masked', () => {
    const now = withRevealed(masked, { masked, clear });
    expect([now.facts[0]?.text.zh, now.records[0]?.values[0]?.text.zh, now.reporter?.name, now.personal.shown]).toEqual(['13812345678', '王小明', '王小明', true]);
  });
  it('is masked again where it has changed since: that value nobody was shown', () =>
    expect(withRevealed(seen('139****0000', '王**'), { masked, clear }).facts[0]?.text.zh).toBe('139****0000'));
  it('is nothing until it was asked for', () => expect(withRevealed(masked, undefined)).toBe(masked));
});
