export { Words, Named, IsoInstant } from './words.ts';
export { ProblemDocument, ProblemIssue } from './problem-document.ts';
export { Login, SessionInfo, SessionPost } from './session-info.ts';
export { ClockAdvance, ClockNow, DemoInfo, DemoLogin } from './demo-info.ts';
export { ActionCall, CaseCounts, CaseDetail, CaseRecord, DraftReport, LightName, NewCase } from './case-record.ts';
export { ExplainedActionJson, ExplainedClockJson, ExplainedEndingJson, ExplainedLinkJson, ExplanationJson, FormInputJson, OpeningJson, TimelineLineJson } from './explanation.ts';
export { FileJson } from './file.ts';
export { PostRecord, UnitRecord } from './directory-records.ts';
export { Flow, ListColumn, ListFilter, MethodInfo, NormInfo, SubjectInfo } from './method-info.ts';
export { IssueCall, IssuedListJson, LedgerTableJson, MetricValueJson, PublicationJson } from './report.ts';
export { SavedQuery, SavedQueryBody } from './saved-query.ts';
export { DutyJson, DutyWay, LineageJson, MoveCall, MoveResultJson, NewEntry, NormTableJson, SimilarJson, SubjectDetail, SubjectRecord } from './street.ts';
export {
  IntakeCall, IntakeDraft, IntakeInfo, IntakePlace, IntakeProgress, IntakeReceipt, IntakeReport, IntakeSimilar, IntakeUnit, IntakeWay,
} from './intake.ts';
export { DistrictInfo } from './district.ts';
export { ScreenJson } from './screen.ts';
export {
  AuditLine, ChainCheck, LastDay, LogCheck, LoginLine, NewPerson, NewPost, NewUnit, PeopleImport, PeopleInfo, PersonChange, PersonRecord, PostChange, UnitName,
} from './people.ts';
export { StudioDraft, StudioDraftCall, StudioDraftSaved, StudioInfo, StudioPublished, StudioText, StudioTrial, StudioVersion } from './studio.ts';
