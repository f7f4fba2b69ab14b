/** How wide a text is in a column: a Chinese sign or a full-width one counts two. The widest line counts. */
export const textWidth = (text: string): number =>
  Math.max(0, ...text.split('\n').map((line) => [...line].reduce((width, sign) => width + (isWide(sign.codePointAt(0)!) ? 2 : 1), 0)));

const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
  || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6) || code >= 0x1f300
  || code === 0x201c || code === 0x201d || code === 0x2018 || code === 0x2019 || code === 0x2026 || code === 0x2014;
