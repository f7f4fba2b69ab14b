import type { CaseEvent, Lane } from '@bihuan/core';
import type { OutboxStore } from './delivery.ts';

/** Where dead letters lie. */
export interface Letterbox { readonly store: OutboxStore; readonly tenant?: string; readonly consumer: string }
/** Which one: `seq` as it was seen, so that nobody acts on another. */
export interface LetterChoice extends Letterbox { readonly caseId: string; readonly seq: number; readonly now: number }

/** An event that was given up. What comes after it in its case waits. */
export interface DeadLetter {
  readonly caseId: string;
  readonly seq: number;
  /** Nothing where the event is kept no longer. */
  readonly event: CaseEvent | undefined;
  readonly tries: number;
  /** When it was last tried, and what came of it. */
  readonly tried: number | null;
  readonly reason: string | null;
  /** How many further events of the case wait behind it. */
  readonly waiting: number;
}

/**
 * The events that were given up, by case, each with what came of its last attempt.
 * 送不出去、已停下的事件，按事项排列，附最后一次的原因。
 */
export async function deadLetters({ store, tenant = 'default', consumer, after, limit = 100 }: Letterbox & { readonly after?: string; readonly limit?: number }): Promise<readonly DeadLetter[]> {
  const lanes = await store.deadLanes(tenant, consumer, { limit, ...(after !== undefined && { after }) });
  return Promise.all(lanes.map(async ({ caseId, seq, last, tries, tried, reason }): Promise<DeadLetter> => {
    const [event] = await store.history(tenant, caseId, seq - 1);
    return { caseId, seq, event, tries, tried, reason, waiting: last - seq };
  }));
}

/**
 * Has a dead letter sent again, at the next pass, and what waits behind it after it. False where it is none any more.
 * 让停下的事件在下一轮重新发送；已经不是停下的则返回 false。
 */
export const sendAgain = (choice: LetterChoice): Promise<boolean> => goOn(choice, choice.seq);

/**
 * Passes over a dead letter: the consumer never gets it, and what waits behind it is sent. False where it is none any more.
 * 跳过停下的事件：接收方再也收不到它，后面的接着送。
 */
export const passOver = (choice: LetterChoice): Promise<boolean> => goOn(choice, choice.seq + 1);

const goOn = ({ store, tenant = 'default', consumer, caseId, seq, now }: LetterChoice, at: number): Promise<boolean> =>
  store.moveLane(tenant, consumer, { caseId, seq, next: null } satisfies Pick<Lane, 'caseId' | 'seq' | 'next'>, { seq: at, tries: 0, tried: null, reason: null, next: now });
