import type { CaseEntries, CaseWrite, EntriesWanted, EntrySum, KeptEntry, SumsOf } from '@bihuan/core';
import { compareText } from './find-cases.ts';

/**
 * What queries find in cases, as it was written with them.
 * 各台账、指标在事项中计入的条目。
 */
export class EntryBook {
  readonly #cases = new Map<string, { readonly method: string; readonly opened: number; readonly entries: CaseEntries | undefined }>();

  write({ caseId, state, row, entries }: CaseWrite): void {
    this.#cases.set(caseId, { method: state.method.id, opened: row.opened, entries });
  }

  entries({ query, days, place, without = [] }: EntriesWanted): readonly KeptEntry[] {
    const left = new Set(without);
    const found: { readonly opened: number; readonly entry: KeptEntry }[] = [];
    for (const [id, { opened, entries }] of this.#cases) {
      if (entries === undefined || left.has(id) || (place !== undefined && !entries.place.includes(place))) continue;
      for (const entry of entries.list) if (entry.query === query && (days === undefined || (entry.day >= days.first && entry.day <= days.last))) found.push({ opened, entry: { ...entry, case: id } });
    }
    return found.sort((a, b) => compareText(a.entry.day, b.entry.day) || a.opened - b.opened || compareText(a.entry.case, b.entry.case) || a.entry.nr - b.entry.nr).map(({ entry }) => entry);
  }

  sums({ of, ...wanted }: EntriesWanted & { readonly of: SumsOf }): readonly EntrySum[] {
    const sums = new Map<string, EntrySum>();
    for (const { group, exempt, bottom, top, hit, case: id } of this.entries(wanted)) {
      const key = JSON.stringify([group, exempt, bottom, of === 'amounts' && top]);
      const { count, hits, sum, ends = { least: top, greatest: top, case: id } } = sums.get(key) ?? { count: 0, hits: 0, sum: 0n };
      sums.set(key, {
        group, exempt, bottom, count: count + 1, hits: hits + Number(hit), sum: sum + BigInt(top),
        ...(of !== 'counts' && { ends: { least: Math.min(ends.least, top), greatest: Math.max(ends.greatest, top), case: compareText(id, ends.case) < 0 ? id : ends.case } }),
      });
    }
    return [...sums.values()];
  }

  outdated(method: string, mark: string, limit: number): readonly string[] {
    return [...this.#cases].flatMap(([id, kept]) => (kept.method === method && kept.entries?.mark !== mark ? [id] : [])).sort(compareText).slice(0, limit);
  }
}
