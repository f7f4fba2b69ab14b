import type { FileRef } from '@bihuan/core';

/** Is it an attachment as events hold one? */
export const isFileRef = (value: unknown): value is FileRef => {
  if (typeof value !== 'object' || value === null) return false;
  const { name, size, type, hash } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof size === 'number' && typeof type === 'string' && typeof hash === 'string';
};

/** Every attachment that stands anywhere in it, in its order. */
export const refsIn = (value: unknown): readonly FileRef[] =>
  isFileRef(value) ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(refsIn) : [];
