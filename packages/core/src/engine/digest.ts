import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** A digest of a command's contents: the same contents, in whatever order their keys were given, have the same. */
export const commandDigest = (contents: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(contents))));

/** Without what is personal: no hash of it is kept, by which it could be guessed. */
export const digestible = (input: Readonly<Record<string, unknown>>, personal: ReadonlySet<string>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !personal.has(name)));

/** Canonical JSON text: keys sorted, nothing undefined. */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
};
