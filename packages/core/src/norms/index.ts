/**
 * Norms (履职与限额): how many records, actions or entries, at least and at most, per whom and per period. Pure: what is counted is decided
 * here, kept by the store, and fetched by the engine.
 * @module
 */
export { compileNorms } from './norm-rules.ts';
export type { MemberRule, NormRule, NormRules, Through } from './norm-rules.ts';
export { EVER, currentPeriod, duePeriods, isPeriodic, periodOf } from './norm-periods.ts';
export type { Period } from './norm-periods.ts';
export { dueDays, isDueDay } from './calendar-days.ts';
export { countKey, countsOf, mergeCounts, withdrawsCounted } from './count.ts';
export type { Count, CountKey, Passage } from './count.ts';
export { fullIssue, neededCounts, passedBy, wouldPass } from './limits.ts';
export type { Intent } from './limits.ts';
export { membersOf, standsOn } from './members.ts';
export type { Member, Population, Standing } from './members.ts';
export { dutiesOf, isMet, judge, runningPeriods } from './judge.ts';
export type { Counters, Duty, NormPeriod } from './judge.ts';
export { entriesCount, entriesGained } from './entries.ts';
export { unitFactsOf, unitOfLevel } from './unit-levels.ts';
export type { ListedUnit } from './unit-levels.ts';
export { memberId } from './whose.ts';
