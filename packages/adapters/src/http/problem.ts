import { type Issue, type Result, issueText } from '@bihuan/core';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { languageOf } from './request-language.ts';
import { type TransportCode, type TransportIssue, type TransportParams, isTransportIssue, transportIssue, transportText } from './transport-issues.ts';
import type { ProblemDocument, ProblemIssue } from './wire/index.ts';

export type AnyIssue = Issue | TransportIssue;

/** Thrown inside a route to answer with a problem document: the one way out of a handler besides its own answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly issues: readonly AnyIssue[], readonly status: ContentfulStatusCode = statusOf(issues), readonly headers: Readonly<Record<string, string>> = {}) {
    super(issues.map(({ code }) => code).join(', '));
  }
}

/** Refuses with one issue of the HTTP layer. */
export const refuseWith = <C extends TransportCode>(code: C, params: TransportParams[C], path: readonly (string | number)[] = []): Refusal =>
  new Refusal([transportIssue(code, params, path)]);

/** The value of a result; a refusal leaves as a problem document. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refusal(result.issues);
}

/** An issue with its sentence in both languages, as it goes over the wire. */
export const issueJson = (issue: AnyIssue): ProblemIssue => ({
  code: issue.code, path: [...issue.path], params: { ...issue.params },
  ...(isTransportIssue(issue) ? transportText(issue) : issueText(issue)),
});

/** Answers with RFC 9457 problem details, in the reader's language. */
export function problemResponse(c: Context, { issues, status, headers }: Refusal, instance?: string): Response {
  const language = languageOf(c);
  const said = issues.map(issueJson);
  const sentence = [...new Set(said.map((each) => each[language]))].join(language === 'zh' ? '；' : '; ');
  const document: ProblemDocument = {
    type: `urn:bihuan:problem:${issues[0]?.code ?? 'http.failed'}`,
    title: titles[status]?.[language] ?? sentence,
    status, detail: sentence, ...(instance === undefined ? {} : { instance: `urn:bihuan:failure:${instance}` }),
    message: sentence,
    errors: { ...fieldErrors(said, language), root: { serverError: sentence } },
    issues: said,
  };
  return c.json(document, status, { ...headers, 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': language });
}

/** The status that the gravest of the issues asks for. */
export function statusOf(issues: readonly AnyIssue[]): ContentfulStatusCode {
  const asked = issues.map(({ code }) => statusByCode[code] ?? statusByRoom[code.split('.')[0]!] ?? 422);
  return gravity.find((status) => asked.includes(status)) ?? 422;
}

const gravity = [503, 404, 401, 429, 403, 405, 409, 413, 415, 400, 422] as const satisfies readonly ContentfulStatusCode[];
type Status = (typeof gravity)[number];

const statusByRoom: Readonly<Record<string, Status>> = { query: 400, period: 400, session: 401 };
const statusByCode: Readonly<Partial<Record<AnyIssue['code'], Status>>> = {
  'action.unknown': 404, 'case.unknown': 404, 'district.unknown': 404, 'intake.unknown': 404, 'intake.no-unit': 404, 'intake.too-many': 429, 'method.unknown': 404, 'record.not-found': 404, 'http.unknown-route': 404, 'query.unknown-name': 404,
  'action.not-yours': 403, 'ledger.not-yours': 403, 'move.not-yours': 403, 'ledger.issued-already': 409, 'subject.unknown': 404, 'actor.unknown': 403, 'http.cross-site': 403,
  'studio.none': 404, 'studio.draft-changed': 409,
  'store.version-conflict': 409, 'key.reused': 409, 'case.exists': 409, 'store.busy': 503, 'store.failed': 503, 'http.loading': 503,
  'file.too-large': 413, 'file.type-not-allowed': 415, 'file.type-contradicted': 415, 'file.too-many': 429,
  'case.no-delete': 405, 'case.no-edit': 405, 'session.locked': 429, 'session.not-administrator': 403, 'people.unknown': 404,
  'http.bad-json': 400, 'http.bad-query': 400, 'http.too-large': 413, 'http.wrong-type': 415,
  'command.time-unreadable': 400,
};

const titles: Readonly<Record<number, Readonly<Record<'zh' | 'en', string>>>> = {
  400: { zh: '请求有误', en: 'Bad request' }, 401: { zh: '未登录', en: 'Not signed in' }, 403: { zh: '没有权限', en: 'Not allowed' },
  404: { zh: '没有找到', en: 'Not found' }, 405: { zh: '不支持该操作', en: 'Not possible' }, 409: { zh: '数据已变化', en: 'Conflict' },
  413: { zh: '内容过大', en: 'Too large' }, 415: { zh: '内容类型不支持', en: 'Unsupported media type' }, 422: { zh: '不能办理', en: 'Refused' },
  429: { zh: '暂时锁定', en: 'Locked for a while' }, 500: { zh: '系统出错', en: 'Failure' }, 503: { zh: '暂时繁忙', en: 'Busy' },
};

/** One sentence for each field that has any: the issue names its input, or its path ends with it. */
function fieldErrors(said: readonly ProblemIssue[], language: 'zh' | 'en'): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { code, path, params, ...words } of said) {
    const input = params['input'] ?? path.findLast((part) => typeof part === 'string');
    if (typeof input !== 'string' || input === 'root') continue;
    errors[input] = errors[input] === undefined ? words[language] : `${errors[input]}；${words[language]}`;
    void code;
  }
  return errors;
}
