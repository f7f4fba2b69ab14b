import type { Explanation, Words } from '../providers/wire.ts';

/** What somebody was shown in the clear, with what stood there before: a value that has changed since is masked again. */
export interface Revealed { readonly masked: Explanation; readonly clear: Explanation }

/** The case as it stands now, with what was revealed in the clear. */
export function withRevealed(now: Explanation, revealed: Revealed | undefined): Explanation {
  if (!revealed) return now;
  const { masked, clear } = revealed;
  const before = textsOf(masked);
  const seen = textsOf(clear);
  const unmask = (place: string, text: Words): Words => (before.get(place)?.zh === text.zh ? seen.get(place) ?? text : text);
  return {
    ...now,
    facts: now.facts.map((fact) => ({ ...fact, text: unmask(factAt(fact.name), fact.text) })),
    records: now.records.map((record) => ({ ...record, values: record.values.map((value, i) => ({ ...value, text: unmask(recordAt(record.id, i), value.text) })) })),
    ...(clear.reporter && JSON.stringify(now.reporter) === JSON.stringify(masked.reporter) ? { reporter: clear.reporter } : {}),
    personal: { ...now.personal, shown: true },
  };
}

const factAt = (name: string): string => `fact ${name}`;
const recordAt = (id: string, i: number): string => `record ${id} ${i}`;

const textsOf = ({ facts, records }: Explanation): ReadonlyMap<string, Words> => new Map([
  ...facts.map(({ name, text }) => [factAt(name), text] as const),
  ...records.flatMap(({ id, values }) => values.map(({ text }, i) => [recordAt(id, i), text] as const)),
]);
