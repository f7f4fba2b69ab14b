import { type Calendar, DEFAULT_POLICY, type Duration, reckon } from '@bihuan/core';
import type { SettingsTable } from './settings-table.ts';

/** The server's time: the real one, or the demo's, which runs on with it from where the story ended. */
export interface ServerClock {
  now(): number;
  /** Moves a demo's clock on, by a duration of the working calendar too. */
  readonly advance?: (by: Duration) => Promise<void>;
}

export const realClock: ServerClock = { now: Date.now };

const name = 'clock.offset';

/** A clock that stood at `begins` at the first start and has run on since; how far it is off is kept in the database. */
export async function demoClock(settings: SettingsTable, begins: number, calendar: Calendar, real: () => number = Date.now): Promise<ServerClock> {
  let offset = Number(await settings.keep(name, String(begins - real())));
  const put = (value: number): Promise<void> => {
    offset = value;
    return settings.set(name, String(value));
  };
  const now = (): number => real() + offset;
  return {
    now,
    async advance(duration) {
      const at = now();
      const due = reckon(calendar, { limit: { kind: 'duration', duration }, policy: { ...DEFAULT_POLICY, moment: true }, start: { at }, holds: [], extensions: [] });
      if (due !== undefined) await put(offset + Math.max(0, due.at - at));
    },
  };
}
