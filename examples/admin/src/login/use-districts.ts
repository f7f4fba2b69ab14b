import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { District } from '../providers/wire.ts';

/** The districts of the server; asked again while any of them is still being loaded. */
export function useDistricts(): readonly District[] | undefined {
  const provider = useDataProvider<BihuanProvider>();
  return useQuery({
    queryKey: ['districts'], queryFn: () => provider.districts(),
    refetchInterval: ({ state }) => (state.data?.every((district) => district.state !== 'loading') ? false : 2_000),
  }).data;
}
