import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Demo } from '../providers/wire.ts';

/** The demo clock of the session's district, or of the one that is named; or that there is none. Asked again every minute. */
export function useDemo(district = ''): Demo | undefined {
  const provider = useDataProvider<BihuanProvider>();
  return useQuery({ queryKey: ['demo', district], queryFn: () => provider.demo(district), refetchInterval: 60_000, staleTime: 30_000, retry: false }).data;
}

/** The server's time as last heard. */
export const useNow = (district = ''): string | undefined => useDemo(district)?.now;
