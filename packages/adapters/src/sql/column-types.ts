import { sql, type RawBuilder } from 'kysely';
import type { Dialect } from './dialect.ts';

/** A dialect's types, each as a part of a statement. */
export const typesOf = (dialect: Dialect): Record<keyof Dialect['types'], RawBuilder<unknown>> =>
  Object.fromEntries(Object.entries(dialect.types).map(([key, type]) => [key, typeof type === 'string' ? sql.raw(type) : type])) as Record<keyof Dialect['types'], RawBuilder<unknown>>;
