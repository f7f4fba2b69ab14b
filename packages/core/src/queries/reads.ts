import type { Condition, Fact } from '../method/condition-schema.ts';
import type { LedgerSchema, MetricSchema } from '../method/query-schema.ts';
import { mentions } from '../rules/index.ts';
import type { Mentions, Vocabulary } from '../rules/index.ts';

const known = (parts: readonly (Condition | Fact | undefined)[], vocabulary: Vocabulary): readonly Mentions[] =>
  parts.flatMap((part) => (part === undefined ? [] : [mentions(part, vocabulary)]));

/** What a ledger reads: among it the linked cases that must be at hand. */
export const ledgerReads = ({ where, dated, columns, sort }: LedgerSchema, vocabulary: Vocabulary): readonly Mentions[] =>
  known([where, dated, ...Object.values(columns).map(({ show }) => show), ...(sort ?? []).map(({ by }) => by)], vocabulary);

/** What a metric reads itself; of a score, how it is grouped. */
export const metricReads = ({ of, share, exempt, dated, by, measure }: MetricSchema, vocabulary: Vocabulary): readonly Mentions[] =>
  known([of, share, exempt, dated, by, ...(measure ? ('in' in measure.of ? [measure.of.from, measure.of.to] : [measure.of]) : [])], vocabulary);
