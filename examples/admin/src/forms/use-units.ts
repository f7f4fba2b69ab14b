import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Unit } from '../providers/wire.ts';

const none: readonly Unit[] = [];

/** The tree of units, fetched once an hour at most. */
export function useUnits(): { readonly units: readonly Unit[]; readonly pending: boolean } {
  const provider = useDataProvider<BihuanProvider>();
  const { data, isPending } = useQuery({ queryKey: ['units'], queryFn: () => provider.units(), staleTime: 3_600_000 });
  return { units: data ?? none, pending: isPending };
}

/** Units with their depth, every unit before the units in it. */
export function inTreeOrder(units: readonly Unit[]): readonly { readonly unit: Unit; readonly depth: number }[] {
  const known = new Set(units.map(({ id }) => id));
  const below = groups(units, parentOf(known));
  const walk = (parent: string, depth: number): { unit: Unit; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...walk(unit.id, depth + 1)]);
  return walk('', 0);
}

/** These units and all below them. */
export function atOrBelow(units: readonly Unit[], tops: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const { unit } of inTreeOrder(units)) if (tops.includes(unit.id) || (unit.parent && found.has(unit.parent))) found.add(unit.id);
  return [...found];
}

const parentOf = (known: ReadonlySet<string>) => ({ parent }: Unit): string => (parent && known.has(parent) ? parent : '');

function groups(units: readonly Unit[], keyOf: (unit: Unit) => string): Map<string, Unit[]> {
  const found = new Map<string, Unit[]>();
  for (const unit of units) found.set(keyOf(unit), [...(found.get(keyOf(unit)) ?? []), unit]);
  return found;
}
