/**
 * The candidate that was probably meant, by edit distance; undefined when none is near, or when the word is right.
 *
 * @example nearest('hndling', ['handling', 'listed']) //=> 'handling'
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const plain = plainOf(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(plain.length / 3)) + 0.5;
  for (const candidate of candidates) {
    if (candidate === word) return undefined;
    const other = plainOf(candidate);
    if (Math.abs(other.length - plain.length) > least) continue;
    const distance = plain === other ? 0 : editDistance(plain, other);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Insertions, deletions, changes and swaps of neighbours that make one word of the other. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** Case, hyphens and underscores are the commonest slips and count for nothing. */
const plainOf = (word: string): string => word.toLowerCase().replace(/[-_\s]/g, '');
