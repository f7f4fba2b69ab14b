/** A fresh idempotency key. `crypto.randomUUID` is missing on plain http, as an intranet has it; random values are there. */
export const newSubmitKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
