/**
 * Bihuan (闭环): a district's way of working as one JSON file. The pure core: methods, clocks, closure.
 * @module
 */
export { accept, issue, refuse } from './issues/issue.ts';
export type { Issue, IssueCode, IssueParams, Result, Words } from './issues/issue.ts';
export { issueText } from './issues/issue-text.ts';

export { InvalidMethodError, loadMethod } from './check/load-method.ts';
export { checkMethod, parseMethod } from './check/parse-method.ts';
export type { Finding, ParseOptions, ParsedMethod } from './check/parse-method.ts';
export { defineMethod } from './method/define-method.ts';
export type {
  ActionOf, AnswerOf, AskOf, BoardOf, ClassificationOf, ClockOf, EndingOf, FieldOf, InputOf, KindOf, LedgerOf, LooseMethod, MetricOf, OpenInputOf, RecordOf, RoleOf, SourceOf, StepOf,
} from './method/method-types.ts';
export { MethodSchema } from './method/method-schema.ts';
export type { Method } from './method/method-schema.ts';
export { ScenarioFile } from './method/scenario-schema.ts';
export type { Cast, Scenario, TimelineEntry } from './method/scenario-schema.ts';
export type { Text } from './method/names.ts';
export type { Condition, Fact } from './method/condition-schema.ts';
export { findingText } from './method/finding.ts';
export type { Bases } from './method/extends.ts';
export { locate, readJson, spanOf } from './check/json-text.ts';
export { editJson, writeJson } from './check/edit-json.ts';
export { compareMethods } from './check/compare-methods.ts';
export type { Difference } from './check/compare-methods.ts';
export { parseScenarios } from './check/parse-scenarios.ts';
export { describeMethod } from './check/describe.ts';
export { flowOf, flowText } from './check/flow.ts';
export { methodJsonSchema, scenariosJsonSchema } from './method/json-schema.ts';
export { nearest } from './method/nearest.ts';
export { wordsOf } from './method/words.ts';

export {
  DEFAULT_POLICY, compileCalendar, explain as explainClock, formatDuration, formatInstant, parseDay, parseDuration, parseInstant,
  parsePeriod, previousPeriod, reckon, reckonBackwards, segmentText, stateCouncilArrangement, zoneOf,
} from './calendar/index.ts';
export type { Calendar, CalendarSpec, Day, Due, Duration, Extension, Hold, Instant, Limit, Period, Reckoning, Segment, TimePolicy, Zone } from './calendar/index.ts';

export { compileCondition, compileFact, compileTable, conditionText, formatFact, kindOfFact, shapeOfFact, vocabularyOf } from './rules/index.ts';
export type { RuleTrace, Scope, TableOutcome, Value } from './rules/index.ts';

export { decide } from './case/decide.ts';
export { elapse, nextInstant } from './case/elapse.ts';
export { evolve, replay } from './case/evolve.ts';
export { explain } from './case/explain.ts';
export { maskCase, masked } from './case/mask.ts';
export { maskValues, unseal } from './case/personal.ts';
export type { PersonalValues } from './case/personal.ts';
export { timeline } from './case/timeline.ts';
export { compileMethod } from './case/rules.ts';
export { factText, textOf } from './case/fact-words.ts';
export type { Rules } from './case/rules.ts';
export type {
  ChecklistItem, ExplainedAction, ExplainedClock, ExplainedEnding, ExplainedLink, ExplainedStep, Explanation, FormInput, Light, TimelineLine,
} from './case/explanation.ts';
export type {
  ActCommand, Actor, Addressee, Answer, Ask, CaseCommand, CaseEvent, CaseLink, CaseRecord, CaseState, Change, Clock, Facts, FileRef, OpenCommand, Post, Reporter, Signature,
} from './case/messages.ts';

export { createEngine } from './engine/create-engine.ts';
export { playScenario } from './engine/play-scenario.ts';
export type { ScenarioFailure, ScenarioResult } from './engine/play-scenario.ts';
export { canonical } from './engine/digest.ts';
export { directoryOfCast, embeddedDirectory, lasts } from './engine/embedded-directory.ts';
export type { DirectoryContents } from './engine/embedded-directory.ts';
export { factName } from './engine/project.ts';
export type { Directory, HeldPost, Lasting, Unit } from './engine/directory-port.ts';
export { subjectId } from './case/subject-log.ts';
export { titleOf } from './case/explain-links.ts';
export type { Duty, IssuedList, MoveResult, NormRow, NormTable, Similar } from './engine/street-types.ts';
export type { LineageNode } from './queries/lineage.ts';
export type { Figure, LedgerRow, MetricGroup } from './queries/figures.ts';
export type {
  ActionInput, CaseHandle, CommandContext, Engine, EngineOf, EngineOptions, LedgerOptions, LedgerTable, ListInput, MetricOptions, MetricValue, MomentInput, OpenInput, Opening, ReprojectReport, TickOptions, TickReport, View,
} from './engine/engine-types.ts';
export type {
  Appended, AwaitedRow, AwaitsFilter, Batch, CaseQuery, CaseRow, CaseStore, CaseWrite, Count, Filter, FollowUp, KeyEntry, NormPeriod, PersonalRow, Place,
} from './engine/store-port.ts';
export type { Lane, Outbox } from './engine/outbox-port.ts';
export type { CaseEntries, EntriesWanted, Entry, EntryBook, EntrySum, KeptEntry, SumsOf } from './engine/entries-port.ts';

export { parseReplayMap } from './engine/replay-map.ts';
export type { ReplayMap } from './engine/replay-map.ts';
export { planReplay, tableIssues } from './engine/replay-plan.ts';
export type { ReplayPlan, ReplayRefusal, ReplayRow, ReplayTable } from './engine/replay-plan.ts';
export type { ReplayIssue } from './engine/replay-issues.ts';
export { runReplay } from './engine/replay-run.ts';
export type { ReplayRun } from './engine/replay-run.ts';
export { parseImportMap } from './engine/import-map.ts';
export type { ImportMap } from './engine/import-map.ts';
export { findRegister, importRegister } from './engine/import-run.ts';
export type { ImportOptions, ImportReport, ImportedRow } from './engine/import-run.ts';
export { csvCell, importTemplate } from './engine/import-template.ts';
export { unitFinder } from './engine/import-units.ts';
export { replayReport } from './engine/replay-report.ts';
export type { ClockReport, ReplayReport } from './engine/replay-report.ts';
