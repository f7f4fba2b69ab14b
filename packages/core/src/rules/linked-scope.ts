import type { Scope } from './reading.ts';

/** The same scope in a case that this one is linked with: everything is read there. Nothing when that case cannot be read. */
export const linkedScope = ({ at, actor, linked }: Scope, id: string): Scope | undefined => {
  const state = linked?.(id);
  if (linked === undefined || state === undefined) return undefined;
  return actor === undefined ? { state, at, linked } : { state, at, actor, linked };
};
