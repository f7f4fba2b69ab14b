import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { BihuanProvider, LogRef } from '../providers/data-provider.ts';
import type { CaseLine, Explanation, Subject, TimelineLine } from '../providers/wire.ts';

/** What the page of a case or subject shows: its row, what the engine explains of it to this person, and its timeline. */
export function useLog<Row extends CaseLine | Subject>(log: LogRef) {
  const provider = useDataProvider<BihuanProvider>();
  const resource = log.subject ? 'subjects' : 'cases';
  const row = useQuery<Row>({ queryKey: [resource, log.id, 'row'], queryFn: async () => (await provider.getOne(resource, { id: log.id })).data as Row, retry: false });
  const explained = useQuery<Explanation>({ queryKey: [resource, log.id, 'explain'], queryFn: () => provider.explain(log), retry: false });
  const timeline = useQuery<TimelineLine[]>({ queryKey: [resource, log.id, 'timeline'], queryFn: () => provider.timeline(log), retry: false });
  return { row, explained, timeline };
}
