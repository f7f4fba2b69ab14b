/**
 * The HTTP API over an engine: a Hono app in the dialect of ra-data-simple-rest, and what goes over the wire as zod schemas
 * and types of the same name.
 * 引擎之上的 HTTP 接口（Hono）：ra-data-simple-rest 的写法；传输内容为 zod 模式与同名类型。
 * @module
 */
export { createApi, type Api } from './create-api.ts';
export type { ApiEnv, ApiOptions, DemoPort, Failure, SignInOptions } from './api-options.ts';
export type { Account, Attempts, Session, SessionPort } from './session-port.ts';
export { memorySessions } from './memory-sessions.ts';
export type { KeptQuery, SavedQueryPort } from './saved-query-port.ts';
export { memorySavedQueries } from './saved-query-port.ts';
export { hashPassword, verifyPassword } from './password.ts';
export { methodInfo } from './methods.ts';
export { flowOf } from './method-flow.ts';
export { ledgerToXlsx } from '../spreadsheet/index.ts';
export {
  ActionCall, CaseCounts, CaseDetail, CaseRecord, ClockAdvance, ClockNow, DemoInfo, DemoLogin, ExplainedActionJson, ExplainedClockJson,
  ExplainedEndingJson, ExplanationJson, Flow, FormInputJson, IsoInstant, LedgerTableJson, LightName, ListColumn, ListFilter, Login, MethodInfo,
  MetricValueJson, Named, NewCase, OpeningJson, PostRecord, ProblemDocument, ProblemIssue, SavedQuery, SavedQueryBody, SessionInfo, SessionPost,
  TimelineLineJson, UnitRecord, Words,
} from './wire/index.ts';
