import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useDataProvider, useStore } from 'react-admin';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { SavedQuery } from '../providers/wire.ts';

interface Columns { readonly hidden: readonly string[]; readonly ranks: readonly number[] | null }

/** Which columns a person sees is kept by the server, so that it is there on every machine, and nobody finds another's. */
export function useKeptColumns(storeKey: string): { readonly hidden: readonly string[] } {
  const provider = useDataProvider<BihuanProvider>();
  const [hidden, setHidden] = useStore<readonly string[]>(storeKey, none);
  const [ranks, setRanks] = useStore<readonly number[] | null>(`${storeKey}_columnRanks`, null);
  const kept = useRef<{ readonly id: string | undefined; readonly text: string }>(undefined);
  const { data } = useQuery({ queryKey: ['columns', storeKey], queryFn: () => provider.savedQueries(storeKey), staleTime: Infinity });

  useEffect(() => {
    if (!data || kept.current) return;
    const [found] = data;
    const value = (found?.value ?? { hidden: [], ranks: null }) as unknown as Columns;
    kept.current = { id: found?.id, text: JSON.stringify(value) };
    setHidden(value.hidden);
    setRanks(value.ranks);
  }, [data, setHidden, setRanks]);

  useEffect(() => {
    const value: Columns = { hidden, ranks };
    const text = JSON.stringify(value);
    if (!kept.current || kept.current.text === text) return undefined;
    const timer = setTimeout(() => {
      const before = kept.current;
      kept.current = { id: before?.id, text };
      void provider.saveQuery({ label: 'columns', resource: storeKey, value: { ...value } }, before?.id).then(({ id }: SavedQuery) => { kept.current = { id, text: kept.current?.text ?? text }; });
    }, 400);
    return () => clearTimeout(timer);
  }, [hidden, ranks, provider, storeKey]);
  return { hidden };
}

const none: readonly string[] = [];
