/** Puts values into a sentence. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
