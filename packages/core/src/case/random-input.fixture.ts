import { formatInstant } from '../calendar/index.ts';
import type { FormInput } from './explanation.ts';
import type { RandomCast } from './random-cast.fixture.ts';
import type { Rules } from './rules.ts';

/** What inputs can be chosen from: people, units, and the logs that there are, by id with their kind. */
export interface Choices {
  readonly rules: Pick<Rules, 'calendar'>;
  readonly people: RandomCast;
  readonly at: number;
  readonly logs?: readonly { readonly id: string; readonly kind: string }[];
  /** The log that the form is about: it is not linked with itself. */
  readonly self?: string;
}

/** A form filled in with values that it takes; nothing where one that must be given has nothing to choose from. Now and then what may be left out is. */
export const formFilled = (form: readonly FormInput[], seed: number, choices: Choices): Record<string, unknown> | undefined => {
  const filled: Record<string, unknown> = {};
  for (const [n, input] of form.entries()) {
    const value = input.optional && (seed + n) % 3 === 0 ? undefined : valueFor(input, seed + n, choices);
    if (value !== undefined) filled[input.name] = value;
    else if (!input.optional) return undefined;
  }
  return filled;
};

/** A value that the input takes. */
export const valueFor = (input: FormInput, seed: number, { rules, people, at, logs = [], self }: Choices): unknown => {
  const { min, max } = input;
  const posts = (): string[] => Object.values(people.posts).filter((post) => input.role === undefined || post.role === input.role).map(({ id }) => id);
  const units = (): string[] => Object.keys(people.units).filter((id) => input.level === undefined || people.units[id]!.level === input.level);
  const cases = (): string[] => logs.filter(({ id, kind }) => id !== self && (input.kinds === undefined || input.kinds.includes(kind))).map(({ id }) => id);
  switch (input.kind) {
    case 'text': case 'long-text': return `文字${seed}`.slice(0, max).padEnd(min ?? 0, '字');
    case 'number': return Math.min((min ?? 0) + seed % 7, max ?? Infinity);
    case 'date': return formatInstant(at + (seed % 40 - 5) * 86_400_000, rules.calendar.zone).slice(0, 10);
    case 'moment': return at + seed % 1000;
    case 'yes-no': return seed % 2 === 0;
    case 'choice': return pickOf(input.options ?? [], seed)?.name;
    case 'choices': return someOf((input.options ?? []).map(({ name }) => name), seed);
    case 'post': return pickOf(posts(), seed);
    case 'posts': return someOf(posts(), seed);
    case 'unit': return pickOf(units(), seed);
    case 'units': return someOf(units(), seed);
    case 'point': return `30.${seed % 90},104.${seed % 90}`;
    case 'names': return ['甲', '乙', '丙'].slice(0, 1 + seed % 3);
    case 'case': return pickOf(cases(), seed);
    case 'cases': return someOf(cases(), seed);
    case 'files': return [{ name: '附件.jpg', size: 1 + seed, type: 'image/jpeg', hash: `h${seed}` }];
  }
};

export const pickOf = <T>(list: readonly T[], n: number): T | undefined => (list.length === 0 ? undefined : list[n % list.length]);

/** One or two of them; nothing where there is none. */
const someOf = (list: readonly string[], seed: number): string[] | undefined => {
  const first = pickOf(list, seed), second = seed % 4 === 0 ? pickOf(list, seed + 1) : undefined;
  return first === undefined ? undefined : [...new Set([first, ...(second === undefined ? [] : [second])])];
};
