import type { Method } from '../providers/wire.ts';

/** Is this the id of a unit, a post or an entry of a register instead of a case's? */
export const isSubject = (id: string, method: Method | undefined): boolean =>
  /^(unit|post):/.test(id) || (method?.subjects ?? []).some(({ name, of }) => of === 'register' && new RegExp(`^${name}-\\d+$`).test(id));
