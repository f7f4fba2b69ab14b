/** A list of ids that a number on a board stands for: kept in the tab, so that the address only carries its name. */
export interface IdSet { readonly ids: readonly string[]; readonly label: string }

const prefix = 'bihuan.set.';

/** Keeps a set and says by which name. The same set keeps its name, so going back and forth leaves one entry. */
export function keepIdSet(set: IdSet): string {
  const text = JSON.stringify(set);
  const name = hashOf(text);
  sessionStorage.setItem(prefix + name, text);
  return name;
}

/** The set of this name; undefined in another tab or after the browser was closed. */
export function idSet(name: string): IdSet | undefined {
  const text = sessionStorage.getItem(prefix + name);
  return text === null ? undefined : (JSON.parse(text) as IdSet);
}

// A name, not a seal: 53 bits of cyrb53 are plenty to tell the sets of one tab apart.
function hashOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
