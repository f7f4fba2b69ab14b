import { expect, it } from 'vitest';
import { metresBetween, parsePoint } from './point.ts';

it.each([
  ['30.5728,104.0668', { latitude: 30.5728, longitude: 104.0668 }], ['30.5728, 104.0668', { latitude: 30.5728, longitude: 104.0668 }], ['-90,180', { latitude: -90, longitude: 180 }],
])('%s is a place', (text, point) => expect(parsePoint(text)).toEqual(point));

it.each(['', '30.5728', '30.5728 104.0668', '91,0', '0,181', '北纬30度', '30.5728,104.0668,5', '1e3,0'])('%s is none', (text) => expect(parsePoint(text)).toBeUndefined());

// One degree along a meridian is a 360th of the circumference: 2π × 6,371,008.8 m ÷ 360 = 111,195.08 m.
it('one degree north is 111,195 metres', () => expect(metresBetween({ latitude: 30, longitude: 104 }, { latitude: 31, longitude: 104 })).toBeCloseTo(111_195.08, 1));
// At 60° north a degree east is half as long: cos 60° = 1/2.
it('one degree east at 60° north is half of that', () => expect(metresBetween({ latitude: 60, longitude: 10 }, { latitude: 60, longitude: 10.001 })).toBeCloseTo(55.598, 2));
it('a place lies nowhere from itself', () => expect(metresBetween({ latitude: 30, longitude: 104 }, { latitude: 30, longitude: 104 })).toBe(0));
