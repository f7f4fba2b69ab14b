/**
 * The HTTP API over an engine: a Hono app in the dialect of ra-data-simple-rest, and what goes over the wire as zod schemas
 * and types of the same name.
 * 引擎之上的 HTTP 接口（Hono）：ra-data-simple-rest 的写法；传输内容为 zod 模式与同名类型。
 * @module
 */
export { createApi, type Api } from './create-api.ts';
export { createDistricts, type District, type DistrictsOptions } from './districts.ts';
export { publicLedgers } from './publications.ts';
export type { ApiEnv, ApiOptions, DemoPort, Failure, SignInOptions } from './api-options.ts';
export type { Allowance, IntakeLimits, IntakeOptions, IntakePort, KeptReport } from './intake-options.ts';
export { memoryIntake } from './intake-options.ts';
export type { AuditEntry, AuditPort, ChainPortion, LogPage, LogQuery, LoginEntry, LoginResult } from './audit-port.ts';
export type { Decided, Done, KnownPerson, People, PeoplePort, PeopleRows } from './people-port.ts';
export type { ScreenJson, AuditLine, ChainCheck, LogCheck, LoginLine, PeopleImport, PeopleInfo, PersonRecord } from './wire/index.ts';
export type { ImportReportJson } from './register-import.ts';
export { changeBus, type ChangeBus } from './change-bus.ts';
export type { Account, Attempts, Session, SessionPort } from './session-port.ts';
export { memorySessions } from './memory-sessions.ts';
export type { KeptQuery, SavedQueryPort } from './saved-query-port.ts';
export { memorySavedQueries } from './saved-query-port.ts';
export type { MethodDraft, MethodFile, PublishedVersion, StudioPort } from './studio-port.ts';
export { hashPassword, verifyPassword } from './password.ts';
export { methodInfo } from './methods.ts';
export { flowOf } from './method-flow.ts';
export { ledgerToXlsx } from '../spreadsheet/index.ts';
export {
  ActionCall, CaseCounts, CaseDetail, CaseRecord, ClockAdvance, ClockNow, DemoInfo, DemoLogin, DistrictInfo, DraftReport, DutyJson, DutyWay, ExplainedActionJson, FileJson,
  ExplainedClockJson, ExplainedEndingJson, ExplainedLinkJson, ExplanationJson, Flow, FormInputJson, IntakeInfo, IntakePlace, IntakeProgress, IntakeReceipt, IntakeReport, IntakeSimilar, IntakeUnit, IntakeWay, IsoInstant, IssueCall, IssuedListJson, LedgerTableJson, LightName,
  LineageJson, ListColumn, ListFilter, Login, MethodInfo, MetricValueJson, MoveCall, MoveResultJson, Named, NewCase, NewEntry, NormInfo, NormTableJson, OpeningJson,
  PostRecord, ProblemDocument, ProblemIssue, PublicationJson, SavedQuery, SavedQueryBody, SessionInfo, SessionPost, SimilarJson, StudioDraft, StudioDraftCall, StudioDraftSaved, StudioInfo, StudioPublished,
  StudioText, StudioTrial, StudioVersion, SubjectDetail, SubjectInfo,
  SubjectRecord, TimelineLineJson, UnitRecord, Words,
} from './wire/index.ts';
