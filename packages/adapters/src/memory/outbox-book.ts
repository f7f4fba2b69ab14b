import type { CaseWrite, Lane, Outbox } from '@bihuan/core';
import { compareText } from './find-cases.ts';

/**
 * What consumers are still to be told, in memory: one lane for each case and consumer.
 * 还要告诉各接收方的事件。
 */
export class OutboxBook {
  readonly #lanes: ReadonlyMap<string, Map<string, Lane>>;

  constructor(consumers: readonly string[]) {
    this.#lanes = new Map(consumers.map((consumer) => [consumer, new Map()]));
  }

  add({ caseId, events: [first, ...more] }: CaseWrite): void {
    if (!first) return;
    const last = more.at(-1)?.seq ?? first.seq;
    for (const lanes of this.#lanes.values())
      lanes.set(caseId, { ...lanes.get(caseId) ?? { caseId, seq: first.seq, tries: 0, tried: null, reason: null, next: first.recorded }, last });
  }

  take(consumer: string, { now, until, limit }: Parameters<Outbox['takeLanes']>[2]): readonly Lane[] {
    const lanes = this.#lanes.get(consumer);
    const free = [...lanes?.values() ?? []].filter(({ next }) => next !== null && next <= now);
    const taken = free.sort((a, b) => a.next! - b.next! || compareText(a.caseId, b.caseId)).slice(0, limit).map((lane) => ({ ...lane, next: until }));
    for (const lane of taken) lanes!.set(lane.caseId, lane);
    return taken;
  }

  move(consumer: string, { caseId, seq, next }: Parameters<Outbox['moveLane']>[2], to: Parameters<Outbox['moveLane']>[3]): boolean {
    const lanes = this.#lanes.get(consumer);
    const lane = lanes?.get(caseId);
    if (!lane || lane.seq !== seq || lane.next !== next) return false;
    if (to.seq > lane.last) lanes!.delete(caseId);
    else lanes!.set(caseId, { caseId, last: lane.last, seq: to.seq, tries: to.tries, tried: to.tried, reason: to.reason, next: to.next });
    return true;
  }

  dead(consumer: string, { after = '', limit }: Parameters<Outbox['deadLanes']>[2]): readonly Lane[] {
    const standing = [...this.#lanes.get(consumer)?.values() ?? []].filter(({ caseId, next }) => next === null && compareText(caseId, after) > 0);
    return standing.sort((a, b) => compareText(a.caseId, b.caseId)).slice(0, limit);
  }
}
