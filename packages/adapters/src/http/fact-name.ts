import { type Fact, factName } from '@bihuan/core';

const rowColumns: ReadonlySet<string> = new Set(['id', 'kind', 'source', 'step', 'ending', 'outcome', 'home', 'holder', 'opened', 'ended']);

/**
 * The name under which a row has a fact: a column of its own, or one of its `values`.
 * @example nameInRow({ clock: 'close', show: 'due' }) //=> 'clock.close.due'
 */
export const nameInRow = (fact: Fact): string => ('case' in fact && rowColumns.has(fact.case) ? fact.case : factName(fact));
