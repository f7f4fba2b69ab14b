import type { Words } from '../issues/issue.ts';
import type { Own, Vocabulary } from '../rules/index.ts';

/** Whose own values `{ "field": … }` reads, as a sentence calls it. */
export const labelOfOwner = (own: Own, vocabulary: Vocabulary): Words => {
  const label = 'record' in own ? vocabulary.records.get(own.record)?.label : 'ask' in own ? vocabulary.asks.get(own.ask)?.label
    : 'clock' in own ? vocabulary.clocks.get(own.clock)?.label : vocabulary.norms.get(own.norm);
  const [name] = Object.values(own);
  return label ?? { zh: String(name), en: String(name) };
};
