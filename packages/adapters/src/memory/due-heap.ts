import { compareText } from './find-cases.ts';

/** When something happens by itself in which case. */
export interface DueEntry { readonly caseId: string; readonly at: number }

/**
 * Due times, the earliest first, in a binary heap. Entries that no longer hold are left in it and dropped when they come up:
 * so noting one costs O(log n), and asking what is due touches only what is due.
 * 到期时刻的小根堆；过时的条目在轮到时才丢弃。
 */
export class DueHeap {
  readonly #heap: DueEntry[] = [];

  add(entry: DueEntry): void {
    const heap = this.#heap;
    let i = heap.length;
    heap.push(entry);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!earlier(entry, heap[parent]!)) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = entry;
  }

  /** The first `limit` entries at or before `until` that still hold; they stay in. */
  upTo(until: number, limit: number, holds: (entry: DueEntry) => boolean): readonly DueEntry[] {
    const found: DueEntry[] = [];
    while (found.length < limit && this.#heap[0] !== undefined && this.#heap[0].at <= until) {
      const entry = this.#takeFirst();
      const last = found.at(-1);
      const twice = last !== undefined && last.caseId === entry.caseId && last.at === entry.at;
      if (!twice && holds(entry)) found.push(entry);
    }
    for (const entry of found) this.add(entry);
    return found;
  }

  #takeFirst(): DueEntry {
    const heap = this.#heap;
    const first = heap[0]!;
    const moved = heap.pop()!;
    if (heap.length === 0) return first;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && earlier(heap[child + 1]!, heap[child]!)) child++;
      if (!earlier(heap[child]!, moved)) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = moved;
    return first;
  }
}

const earlier = (a: DueEntry, b: DueEntry): boolean => a.at < b.at || (a.at === b.at && compareText(a.caseId, b.caseId) < 0);
