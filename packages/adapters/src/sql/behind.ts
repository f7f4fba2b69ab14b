import { sql, type RawBuilder } from 'kysely';

type Sql = RawBuilder<unknown>;

/** One part of an order: what it goes by, which way, and where a page is to go on. */
export interface Key { readonly operand: Sql; readonly order: 'asc' | 'desc'; readonly from: Sql }

/**
 * Whatever stands behind these places, the first key before the second. Its beginning is said once more by itself: MySQL reads no index by
 * the whole of it.
 */
export function behind(keys: readonly Key[]): RawBuilder<boolean> {
  const sign = ({ order }: Key): Sql => sql.raw(order === 'asc' ? '>' : '<');
  const parts = keys.map((key, i) => sql`(${sql.join([...keys.slice(0, i).map(({ operand, from }) => sql`${operand} = ${from}`), sql`${key.operand} ${sign(key)} ${key.from}`], sql` and `)})`);
  const [first] = keys;
  return sql`(${first!.operand} ${sign(first!)}= ${first!.from} and (${sql.join(parts, sql` or `)}))`;
}
