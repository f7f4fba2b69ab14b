import { type Calendar, DEFAULT_POLICY, type Duration, reckon } from '@bihuan/core';
import type { SettingsTable } from './server-tables.ts';

/** The server's time: the real one, or the demo's, which runs on with it from where the story ended. */
export interface ServerClock {
  now(): number;
  /** Moves a demo's clock on, by a duration of the working calendar too. */
  readonly advance?: (by: Duration) => void;
}

export const realClock: ServerClock = { now: Date.now };

const name = 'clock.offset';

/** A clock that stood at `begins` at the first start and has run on since; how far it is off is kept in the database. */
export function demoClock(settings: SettingsTable, begins: number, calendar: Calendar, real: () => number = Date.now): ServerClock {
  let offset = Number(settings.get(name) ?? NaN);
  const put = (value: number): void => {
    offset = value;
    settings.set(name, String(value));
  };
  if (Number.isNaN(offset)) put(begins - real());
  const now = (): number => real() + offset;
  return {
    now,
    advance(duration) {
      const at = now();
      const due = reckon(calendar, { limit: { kind: 'duration', duration }, policy: { ...DEFAULT_POLICY, moment: true }, start: { at }, holds: [], extensions: [] });
      if (due !== undefined) put(offset + Math.max(0, due.at - at));
    },
  };
}
