import { checkCalendar } from '../calendar/check-calendar.ts';
import { isZoneName } from '../calendar/index.ts';
import { finding, type Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { conditionCycles, vocabularyOf } from '../rules/index.ts';
import { cyclesOf } from './cycles.ts';
import { KnownNames } from './known-names.ts';
import { referAction } from './refer-actions.ts';
import { referClock } from './refer-clocks.ts';
import type { Referring } from './refer-conditions.ts';
import { referNorms, referSubjects } from './refer-duties.ts';
import { referLinkSection } from './refer-links.ts';
import { metricsIn, referQueries } from './refer-queries.ts';
import { referScenarios } from './refer-scenarios.ts';
import { referPeople, referRules } from './refer-sections.ts';
import { referMoves, referTemplates } from './refer-templates.ts';

/** What a check of references has seen: the findings, and which names were used. */
export interface Referred { readonly findings: readonly Finding[]; readonly known: KnownNames }

/**
 * Every name exists, what is compared can be compared, nothing follows from itself. `file` is the resolved method as it was written:
 * an entry whose shape is broken still lends its name.
 */
export function checkReferences(method: Method, file: unknown = method): Referred {
  const out: Finding[] = [];
  const known = new KnownNames(file, out);
  const at: Referring = { known, vocabulary: vocabularyOf(method) };
  referPeople(method, at);
  referRules(method, at);
  for (const [name, action] of Object.entries(method.actions)) referAction(name, action, method, at);
  for (const [name, clock] of Object.entries(method.clocks ?? {})) referClock(name, clock, method, at);
  referSubjects(method, at);
  referLinkSection(method, at);
  referNorms(method, at);
  referTemplates(method, at);
  referQueries(method, at);
  referMoves(method, at);
  const used = new KnownNames(file, out);
  referScenarios(method.cast, method.tests, [], method, { ...at, known: used });
  out.push(...checkTime(method), ...checkCycles(method));
  return { findings: out, known };
}

const EXAMPLES: Readonly<Record<string, string>> = { 'season-malformed': '06-01', 'day-malformed': '2025-08-08' };

function checkTime({ timeZone, calendar }: Method): readonly Finding[] {
  const { base: _, ...spec } = calendar;
  const problems = checkCalendar(spec as Parameters<typeof checkCalendar>[0]).filter(({ code }) => code !== 'zone-unknown');
  return [
    ...(isZoneName(timeZone) ? [] : [finding('time-zone.unknown', ['timeZone'], { zone: timeZone })]),
    ...problems.map(({ code, path, value }) => (code === 'hours-malformed' || code === 'day-range-backwards'
      ? finding('span.backwards', ['calendar', ...path], { span: value })
      : code.endsWith('overlap') ? finding('span.overlap', ['calendar', ...path], { span: value })
      : finding('shape.wrong-form', ['calendar', ...path], { given: value, ...(EXAMPLES[code] && { example: EXAMPLES[code] }) }))),
  ];
}

/** Conditions, clocks, levels and asks that lead back to themselves. */
function checkCycles(method: Method): readonly Finding[] {
  const named = (chain: readonly string[]): string[] => [...chain, chain[0]!];
  const limits = (name: string): readonly string[] => {
    const limit = method.clocks?.[name]?.limit;
    return typeof limit === 'object' && 'of' in limit ? [limit.of] : [];
  };
  const levels = (name: string): readonly string[] => [method.levels[name]?.in, method.levels[name]?.beside].filter((level) => level !== undefined);
  const asks = (name: string): readonly string[] => {
    const of = method.asks?.[name]?.of;
    return of !== undefined && 'ask' in of ? [of.ask] : [];
  };
  const scores = (name: string): readonly string[] => {
    const score = method.metrics?.[name]?.score;
    return score === undefined ? [] : metricsIn(score).map(([metric]) => metric);
  };
  return [
    ...conditionCycles(new Map(Object.entries(method.conditions ?? {}))).map((chain) => finding('use.cycle', ['conditions', chain[0]!], { chain: named(chain) })),
    ...cyclesOf(Object.keys(method.clocks ?? {}), limits).map((chain) => finding('clock.cycle', ['clocks', chain[0]!, 'limit'], { chain: named(chain) })),
    ...cyclesOf(Object.keys(method.levels), levels).map((chain) => finding('level.cycle', ['levels', chain[0]!], { chain: named(chain) })),
    ...cyclesOf(Object.keys(method.metrics ?? {}), scores).map((chain) => finding('metric.cycle', ['metrics', chain[0]!, 'score'], { chain: named(chain) })),
    ...cyclesOf(Object.keys(method.asks ?? {}), asks).map((chain) => finding('ask.cycle', ['asks', chain[0]!, 'of'], { chain: named(chain) })),
  ];
}
