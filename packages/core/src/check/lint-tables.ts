import { zoneOf } from '../calendar/index.ts';
import type { Words } from '../issues/issue.ts';
import { finding, type Finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { tableCoverage, vocabularyOf, type Combination, type FactTime } from '../rules/index.ts';

/** Decision tables: rules that an earlier one hides, cases that no rule answers, rules that overlap where only one may hold. */
export function lintTables(method: Method): readonly Finding[] {
  const vocabulary = vocabularyOf(method);
  const time = civilTime(method.timeZone);
  return Object.entries(method.classifications ?? {}).flatMap(([name, classification]): readonly Finding[] => {
    if (classification.rules === undefined) return [];
    const path: Path = ['classifications', name];
    const label = wordsOf(classification.label);
    const { hidden, gaps, overlaps, undecided } = tableCoverage(classification, vocabulary, time);
    // What is only open while something is not known yet is no gap: a table answers where an action says so.
    const gap = classification.hit === 'collect' ? undefined : gaps.find(({ unknown }) => !unknown);
    return [
      ...hidden.map(({ rule, by }) => finding('rule.hidden', [...path, 'rules', rule], { rule, by })),
      ...overlaps.map(({ rules, at }) => finding('rule.overlap', [...path, 'rules', rules[1]], { rules, example: exampleOf(at) })),
      ...(gap === undefined ? [] : [finding('classification.gap', path, { classification: label, example: exampleOf(gap) })]),
      ...(undecided === undefined ? [] : [finding('classification.cannot-tell', path, { classification: label })]),
    ];
  });
}

const exampleOf = ({ facts }: Combination): Words =>
  facts.length === 0 ? { zh: '任何情形', en: 'any case' } : { zh: facts.map(({ says }) => says.zh).join('，'), en: facts.map(({ says }) => says.en).join(', ') };

/** Enough of time to compare days: what is moved by a duration cannot be listed, and is never asked for here. */
const civilTime = (timeZone: string): FactTime => {
  const zone = zoneOf(timeZone);
  return { dayOf: (at) => zone.localDayOf(at), formatMoment: (at) => zone.localDayOf(at), add: (value) => value };
};
