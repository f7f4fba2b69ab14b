/** What is known of a case: ten fields. */
export interface Fields {
  readonly title: string;
  readonly channel: 'hotline' | 'survey' | 'superior' | 'app';
  readonly category: 'gas' | 'heating' | 'fire' | 'noise' | 'inquiry' | 'road' | 'elevator' | 'other';
  readonly level: 'grid' | 'community' | 'street' | 'district';
  readonly urgency: number;
  readonly amount: number;
  readonly reporters: number;
  readonly age: number;
  readonly repeated: boolean;
  readonly vulnerable: boolean;
}

export const CHANNELS = ['hotline', 'survey', 'superior', 'app'] as const;
export const CATEGORIES = ['gas', 'heating', 'fire', 'noise', 'inquiry', 'road', 'elevator', 'other'] as const;
export const LEVELS = ['grid', 'community', 'street', 'district'] as const;

const titles = [
  '楼道堆放杂物', '家中暖气不热', '疑似燃气泄漏', '配电箱漏电', '电梯停运两天', '夜间施工噪声', '咨询老旧小区改造政策', '路面坑洼', '院墙有坍塌危险', '路灯不亮',
  '下水道反味', '车位被占', '电梯有异响', '垃圾清运不及时', '树枝遮挡窗户', '水管爆裂',
];

/** A thousand different cases, the same in every run. */
export const cases: readonly Fields[] = Array.from({ length: 1000 }, (_, n) => {
  const pick = <T>(list: readonly T[], salt: number): T => list[random(n, salt) % list.length]!;
  return {
    title: `${pick(titles, 1)}（${n}号）`, channel: pick(CHANNELS, 2), category: pick(CATEGORIES, 3), level: pick(LEVELS, 4),
    urgency: 1 + random(n, 5) % 5, amount: random(n, 6) % 150_000, reporters: 1 + random(n, 7) % 14, age: random(n, 8) % 90,
    repeated: random(n, 9) % 2 === 0, vulnerable: random(n, 10) % 8 === 0,
  };
});

function random(n: number, salt: number): number {
  let x = Math.imul(n * 16 + salt, 0x9e3779b1) ^ 0x5bd1e995;
  x = Math.imul(x ^ (x >>> 15), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
