import type { CaseEvent, CaseStore } from '@bihuan/core';

/** One event on its way to one consumer. It may come twice, under the same `id`; never before the ones of its case that went before. */
export interface Delivery {
  /** The same at every attempt: consumer's name apart, tenant, case and number of the event. */
  readonly id: string;
  readonly tenant: string;
  readonly consumer: string;
  readonly caseId: string;
  readonly seq: number;
  readonly event: CaseEvent;
  /** When this attempt began, and how many were in vain before. */
  readonly at: number;
  readonly tries: number;
}

/** What came of an attempt. `after`: not again for so many milliseconds. `final`: it would be refused again, so that it is a dead letter at once. */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly reason: string; readonly after?: number; readonly final?: boolean };

/** Tells a consumer. Nothing to say means that it has been told; what it throws is a failed attempt. It has to come to an end within half the lease. */
export type Send = (delivery: Delivery) => Promise<Sent | void>;

/** What delivering needs of a store. */
export type OutboxStore = Pick<CaseStore, 'takeLanes' | 'moveLane' | 'deadLanes' | 'history' | 'personal'>;

/** Names one event among all: without colons in its parts, and in signs that a header may have. */
export const idOf = (...parts: readonly [tenant: string, caseId: string, seq: number]): string => parts.map(encodeURIComponent).join(':');
