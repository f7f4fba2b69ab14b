/**
 * Is a case drawn, one in so many? Always the same answer for the same case and draw, on every machine, and anybody can reckon it again:
 * FNV-1a (32 bits) of the UTF-8 of `<draw>:<case id>`, then the finisher of MurmurHash3 (without it numbers in a row would be drawn in
 * a pattern), and drawn when the remainder by `oneIn` is 0.
 */
export const isDrawn = (id: string, { named, oneIn }: { readonly named: string; readonly oneIn: number }): boolean =>
  finished(fnv1a(`${named}:${id}`)) % oneIn === 0;

const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  const take = (byte: number): void => { hash = Math.imul(hash ^ byte, 0x01000193); };
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) take(code);
    else {
      if (code < 0x800) take(0xc0 | (code >> 6));
      else {
        if (code < 0x10000) take(0xe0 | (code >> 12));
        else { take(0xf0 | (code >> 18)); take(0x80 | ((code >> 12) & 0x3f)); }
        take(0x80 | ((code >> 6) & 0x3f));
      }
      take(0x80 | (code & 0x3f));
    }
  }
  return hash >>> 0;
};

const finished = (hash: number): number => {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

export { fnv1a };
