const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A secret of 100 random bits in letters that cannot be mistaken for each other: with the number it opens a report. */
export const newCode = (): string => [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => letters[byte % 32]).join('');

export const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

/** What somebody has typed of a code. */
export const typedCode = (text: string): string => text.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[^0-9A-Z]/g, '');
