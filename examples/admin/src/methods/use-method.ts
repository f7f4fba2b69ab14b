import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Method } from '../providers/wire.ts';

/** The method of the district that one is signed in to; it rarely changes, so it is asked for once an hour. */
export function useMethod(): { readonly method: Method | undefined; readonly error: unknown; readonly retry: () => void } {
  const provider = useDataProvider<BihuanProvider>();
  const { data, error, refetch } = useQuery({ queryKey: ['methods'], queryFn: () => provider.methods(), staleTime: 3_600_000 });
  return { method: data?.at(-1), error, retry: () => void refetch() };
}
