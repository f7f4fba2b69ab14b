import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Method } from '../providers/wire.ts';

/** The method that this installation runs; it rarely changes, so it is asked for once an hour. */
export function useMethod(): { readonly method: Method | undefined; readonly error: unknown; readonly retry: () => void } {
  const provider = useDataProvider<BihuanProvider>();
  const { data, error, refetch } = useQuery({ queryKey: ['methods'], queryFn: () => provider.methods(), staleTime: 3_600_000 });
  return { method: data?.[0], error, retry: () => void refetch() };
}
