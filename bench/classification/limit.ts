import type { Fields } from './cases.ts';

/** The limit: the twelve rules as a person writes them in code. */
export function classify(c: Fields): string {
  if (c.title.includes('燃气泄漏') || c.title.includes('漏电') || c.title.includes('坍塌')) return 'danger';
  if (c.category === 'fire' && c.urgency >= 4) return 'fire';
  if ((c.category === 'gas' || c.category === 'heating') && c.repeated) return 'supply-again';
  if (c.channel === 'hotline' && c.reporters >= 10) return 'many-callers';
  if (c.amount >= 100_000 && (c.level === 'street' || c.level === 'district')) return 'project';
  if (c.vulnerable && c.urgency >= 3) return 'vulnerable';
  if (c.title.includes('电梯') && c.urgency >= 3) return 'elevator';
  if (c.category === 'noise' && !c.repeated && c.reporters < 3) return 'noise-once';
  if (c.age > 60) return 'old';
  if (c.channel === 'superior') return 'from-above';
  if (c.category === 'inquiry' && c.amount <= 20_000) return 'question';
  return 'ordinary';
}
