/**
 * What a consumer is still to be told of one case: its events from `seq` to `last`, one after the other. There is one for each case and
 * consumer, from the command that writes the event until the last event has been delivered; the events themselves stay where they are.
 */
export interface Lane {
  readonly caseId: string;
  /** The event that is next, and the last that has been written. */
  readonly seq: number;
  readonly last: number;
  /** How often the next one has been tried in vain, when last, and what came of it. */
  readonly tries: number;
  readonly tried: number | null;
  readonly reason: string | null;
  /** When it may be taken: while somebody has it, the end of the lease. Nothing: a dead letter stands at its head, and nobody takes it. */
  readonly next: number | null;
}

/**
 * What was written and is still to be told outside, at least once and in order per case. Only consumers with whose names the store was opened
 * have anything here: without them nothing is written. Times are passed in; expected outcomes are values.
 */
export interface Outbox {
  /** Takes lanes that may be taken now, the earliest first, ties by case: until `until`, which is later than `now`, nobody else gets them. None while the store is busy. */
  takeLanes(tenant: string, consumer: string, taking: { readonly now: number; readonly until: number; readonly limit: number }): Promise<readonly Lane[]>;
  /**
   * Says how a lane goes on, if it still stands as `from` says: nobody has moved it, and nobody has taken it over after its lease. A lane that has
   * passed its last event is gone. False where it does not stand so, or while the store is busy: then nothing was written.
   */
  moveLane(tenant: string, consumer: string, from: Pick<Lane, 'caseId' | 'seq' | 'next'>, to: Pick<Lane, 'seq' | 'tries' | 'tried' | 'reason' | 'next'>): Promise<boolean>;
  /** Lanes with a dead letter at their head, by case, after a case. */
  deadLanes(tenant: string, consumer: string, stretch: { readonly after?: string; readonly limit: number }): Promise<readonly Lane[]>;
}
