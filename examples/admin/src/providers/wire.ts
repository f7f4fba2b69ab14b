import type {
  CaseCounts, CaseRecord, DemoInfo, DistrictInfo, DutyJson, ExplainedActionJson, ExplainedClockJson, ExplainedEndingJson, ExplainedLinkJson, ExplanationJson, Flow as FlowJson,
  FormInputJson, IntakeInfo, IssuedListJson, LedgerTableJson, LightName, LineageJson, MethodInfo, MetricValueJson, MoveResultJson, NewCase, NormTableJson, OpeningJson, PostRecord,
  ProblemDocument, ProblemIssue, PublicationJson, SessionInfo, SimilarJson, SubjectRecord, TimelineLineJson, UnitRecord, Words, SavedQuery as SavedQueryJson,
} from '@bihuan/adapters/http';

// What crosses the wire, as the server's own schemas have it; the page only shortens the names. Types alone: no zod comes along.

export type { Words };
export type Light = LightName;
export type Intake = IntakeInfo;
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
export type District = DistrictInfo;
export type Subject = SubjectRecord;
export type Duty = DutyJson;
export type DutyWay = DutyJson['ways'][number];
export type NormTable = NormTableJson;
export type NormRow = NormTableJson['rows'][number];
export type Similar = SimilarJson;
export type LineageEntry = LineageJson[number];
export type ExplainedLink = ExplainedLinkJson;
export type IssuedList = IssuedListJson;
export type Publication = PublicationJson;
export type MoveResult = MoveResultJson;
export type SavedQuery = SavedQueryJson;
export type SubjectKind = MethodInfo['subjects'][number];
export type NormKind = MethodInfo['norms'][number];
