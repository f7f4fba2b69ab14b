import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Demo } from '../providers/wire.ts';

/** The demo clock, or that there is none; asked again every minute. */
export function useDemo(): Demo | undefined {
  const provider = useDataProvider<BihuanProvider>();
  return useQuery({ queryKey: ['demo'], queryFn: () => provider.demo(), refetchInterval: 60_000, staleTime: 30_000, retry: false }).data;
}

/** The server's time as last heard. */
export const useNow = (): string | undefined => useDemo()?.now;
