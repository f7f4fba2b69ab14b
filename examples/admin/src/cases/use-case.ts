import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { CaseLine, Explanation, TimelineLine } from '../providers/wire.ts';

/** The three things a case's page shows: its row, what the engine explains of it to this person, and its timeline. */
export function useCase(id: string) {
  const provider = useDataProvider<BihuanProvider>();
  const row = useQuery<CaseLine>({ queryKey: ['cases', id, 'row'], queryFn: async () => (await provider.getOne('cases', { id })).data as CaseLine, retry: false });
  const explained = useQuery<Explanation>({ queryKey: ['cases', id, 'explain'], queryFn: () => provider.explain(id), retry: false });
  const timeline = useQuery<TimelineLine[]>({ queryKey: ['cases', id, 'timeline'], queryFn: () => provider.timeline(id), retry: false });
  return { row, explained, timeline };
}
