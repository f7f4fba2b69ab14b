/** Where a cursor stands in JSON that is being written: the path of what encloses it, and whether a key or a value is typed there. */
export interface JsonCursor {
  readonly path: readonly (string | number)[];
  readonly types: 'key' | 'value';
  /** Where the word that is being typed begins, its quote included. */
  readonly from: number;
}

interface Level { readonly list: boolean; key: string; index: number; awaitsValue: boolean }

/** Reads a text up to the cursor; what comes after it may be missing or wrong. */
export function cursorIn(text: string, offset: number): JsonCursor {
  const levels: Level[] = [];
  let from = offset;
  for (let at = 0; at < offset;) {
    const top = levels.at(-1);
    const char = text[at]!;
    from = offset;
    if (char === '"') {
      let end = at + 1;
      while (end < offset && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
      if (end >= offset) { from = at; break; }
      if (top && !top.list && !top.awaitsValue) top.key = text.slice(at + 1, end);
      at = end + 1;
      continue;
    }
    if (char === '{' || char === '[') levels.push({ list: char === '[', key: '', index: 0, awaitsValue: false });
    else if (char === '}' || char === ']') levels.pop();
    else if (char === ':' && top) top.awaitsValue = true;
    else if (char === ',' && top) { top.index++; top.awaitsValue = false; }
    else if (/[\w-]/.test(char)) {
      const word = /^[\w.-]+/.exec(text.slice(at, offset))![0];
      if (at + word.length >= offset) { from = at; break; }
      at += word.length;
      continue;
    }
    at++;
  }
  const top = levels.at(-1);
  const types = top === undefined || top.list || top.awaitsValue ? 'value' : 'key';
  const path = levels.map(({ list, key, index }) => (list ? index : key));
  return { path: types === 'key' ? path.slice(0, -1) : path, types, from };
}
