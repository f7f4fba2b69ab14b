import type {
  CaseCounts, CaseRecord, DemoInfo, ExplainedActionJson, ExplainedClockJson, ExplainedEndingJson, ExplanationJson, Flow as FlowJson, FormInputJson, LedgerTableJson,
  LightName, MethodInfo, MetricValueJson, NewCase, OpeningJson, PostRecord, ProblemDocument, ProblemIssue, SessionInfo, TimelineLineJson, UnitRecord, Words,
} from '@bihuan/adapters/http';

// What crosses the wire, as the server's own schemas have it; the page only shortens the names. Types alone: no zod comes along.

export type { Words };
export type Light = LightName;
/** The tabs' names. */
export type View = keyof CaseCounts;
export type CaseLine = CaseRecord;
export type Explanation = ExplanationJson;
export type ExplainedAction = ExplainedActionJson;
export type ExplainedClock = ExplainedClockJson;
export type ExplainedEnding = ExplainedEndingJson;
export type ChecklistItem = ExplainedEndingJson['checklist'][number];
export type ExplainedStep = ExplanationJson['line'][number];
export type FormInput = FormInputJson;
export type TimelineLine = TimelineLineJson;
export type Opening = OpeningJson;
export type Post = PostRecord;
export type Unit = UnitRecord;
export type Session = SessionInfo;
export type Demo = DemoInfo;
export type Method = MethodInfo;
export type Flow = FlowJson;
export type ListFilter = MethodInfo['list']['filters'][number];
export type Ledger = LedgerTableJson;
export type Metric = MetricValueJson;
export type Issue = ProblemIssue;
export type Problem = ProblemDocument;
export type Report = NewCase;
export type Counts = CaseCounts;
