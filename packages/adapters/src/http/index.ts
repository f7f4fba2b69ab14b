/**
 * What goes over the wire, as zod schemas and types of the same name.
 * 接口上传输的内容：zod 模式与同名类型。
 * @module
 */
export {
  ActionCall, CaseCounts, CaseDetail, CaseRecord, ClockAdvance, ClockNow, DemoInfo, DemoLogin, ExplainedActionJson, ExplainedClockJson,
  ExplainedEndingJson, ExplanationJson, Flow, FormInputJson, IsoInstant, LedgerTableJson, LightName, ListColumn, ListFilter, Login, MethodInfo,
  MetricValueJson, Named, NewCase, OpeningJson, PostRecord, ProblemDocument, ProblemIssue, SavedQuery, SavedQueryBody, SessionInfo, SessionPost,
  TimelineLineJson, UnitRecord, Words,
} from './wire/index.ts';
