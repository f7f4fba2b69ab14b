import type { Instant } from '../calendar/index.ts';
import { askReaders, clockReaders, type Binding } from './fact.ts';
import type { Reading, Scope } from './reading.ts';

/** Own values, as `{ field }` reads them inside `where` and `every`, and of what a query looks at one by one. */
export type OwnValues = NonNullable<Scope['own']>;

/** A record's own values: its fields, when and by whom it was left; a field of the same name comes first. */
export const ownOfRecord = (record: Reading['records'][number]): OwnValues =>
  ({ at: record.at, by: record.by?.person, unit: record.by?.unit, role: record.by?.role, ...record.values });

/** An ask's own values. */
export const ownOfAsk = (ask: Reading['asks'][number]): OwnValues => ({
  state: askReaders.state(ask), post: ask.to.post, person: ask.to.person, unit: ask.to.unit,
  asked: ask.at, replied: ask.reply?.at, reply: ask.reply?.as,
});

/** A clock's own values at a moment: its facts, and who had it when it broke, or else has it. */
export const ownOfClock = (clock: Reading['clocks'][string], state: Reading, at: Instant, binds: Binding): OwnValues => {
  const who = clock.broken?.who ?? askedOf(clock, state) ?? { unit: state.holder };
  return {
    state: clock.phase, late: clockReaders.late(clock, at, binds), due: clockReaders.due(clock, at, binds), started: clock.start.at, stopped: clock.stopped,
    exempt: clock.exempt !== undefined, person: who.person, unit: who.unit,
  };
};

/** Whoever was asked what the clock is of; of a clock of the case, whoever was asked first and has not replied. */
const askedOf = (clock: Reading['clocks'][string], { asks }: Reading): { readonly person?: string; readonly unit?: string } | undefined =>
  (clock.ask === undefined ? asks.find((ask) => ask.reply === undefined) : asks.find((ask) => ask.id === clock.ask))?.to;
