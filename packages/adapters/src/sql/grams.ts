/**
 * The pairs of signs that stand side by side in a text, each as a word of seven letters and digits: what the databases’ own text indexes can hold of a text
 * that is written without spaces. Within a tenant two pairs have one word only where they are the same, without regard to ASCII case. Other tenants have other
 * words for it, so that nobody reads through theirs.
 */
export function gramsOf(tenant: string, text: string): readonly string[] {
  const folded = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const own = sumOf(tenant);
  const words = new Set<string>();
  for (let i = 0; i + 1 < folded.length; i++) words.add(wordOf(folded.charCodeAt(i) << 16 | folded.charCodeAt(i + 1), own));
  return [...words];
}

/** FNV-1a over UTF-16 units. */
function sumOf(tenant: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < tenant.length; i++) sum = Math.imul(sum ^ tenant.charCodeAt(i), 0x01000193);
  return sum;
}

/** Can be taken back, so no two pairs of a tenant meet. Longer than the words that databases leave out as too common or too short. */
const wordOf = (pair: number, own: number): string => ((Math.imul(pair, 0x9e3779b1) ^ own) >>> 0).toString(36).padStart(7, '0');
