export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';
export interface DecodedText { readonly text: string; readonly encoding: Encoding; readonly bom: boolean }

/**
 * UTF-8 with or without its mark; if the bytes are no UTF-8, GB18030, as Excel in China saves its tables. A file that is cut in the middle
 * of a character is still what it was.
 */
export const decode = (bytes: Uint8Array): DecodedText | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', bom: true };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true }), encoding, bom };
    } catch { /* not this one */ }
  }
  return undefined;
};
