import type { MoveResultJson, Named, StudioInfo as Info, StudioTrial as Trial } from '@bihuan/adapters/http';
import { ask } from '../providers/http-client.ts';

export type StudioInfo = Info;
export type StudioTrial = Trial;
export type TriedCase = MoveResultJson;
export type Unheld = Named;

const send = (method: string, body: unknown) => ({ method, body: JSON.stringify(body) });
const textAt = async (path: string): Promise<string> => (await ask<{ readonly text: string }>(`/studio${path}`)).text;

/** What the studio asks of the server. */
export const studioApi = {
  info: () => ask<StudioInfo>('/studio'),
  version: (version: string) => textAt(`/versions/${encodeURIComponent(version)}`),
  file: (id: string) => textAt(`/files/${encodeURIComponent(id)}`),
  scenarios: () => textAt('/scenarios'),
  save: (text: string, seen: number) => ask<{ readonly revision: number }>('/studio/draft', send('PUT', { text, seen })),
  drop: () => ask<object>('/studio/draft', { method: 'DELETE' }),
  trial: (text: string) => ask<StudioTrial>('/studio/try', send('POST', { text })),
  publish: (text: string) => ask<{ readonly version: string }>('/studio/publish', send('POST', { text })),
};
