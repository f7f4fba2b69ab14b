/** PostgreSQL keeps no NUL in a text: it is looked for, and found, as the sign that stands for what cannot be shown. What was written is in the events. */
export const plain = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text);
