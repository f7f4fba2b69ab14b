import type { View, Words } from '@bihuan/core';
import { type FileParams, fileSentences } from '../files/file-issues.ts';
import { type PeopleParams, peopleSentences } from './people-issues.ts';

/** What can be refused before the engine is asked: each code with the params of its sentence. */
export interface TransportParams extends FileParams, PeopleParams {
  'http.bad-json': Record<never, never>;
  'http.bad-query': { parameter: string; expected: string };
  'http.bad-body': { at: string; expected: string };
  'http.too-large': { limit: number };
  'http.wrong-type': Record<never, never>;
  'http.unknown-route': { method: string; path: string };
  'http.cross-site': Record<never, never>;
  'http.failed': { correlation: string };
  'http.loading': Record<never, never>;
  'store.failed': { why: string; zh: string; en: string };
  'record.not-found': { id: string };
  'query.view-unknown': { view: string };
  'query.value-unreadable': { field: string; given: string };
  'session.missing': Record<never, never>;
  'session.wrong': { left: number };
  'session.locked': { minutes: number };
  'session.not-administrator': Record<never, never>;
  'case.no-delete': Record<never, never>;
  'case.no-edit': Record<never, never>;
  'demo.bad-duration': { given: string };
  'district.unknown': { id: string };
  'studio.none': Record<never, never>;
  'studio.draft-changed': { by: string };
  'studio.finding': { finding: string; zh: string; en: string };
  'studio.other-method': { given: string; own: string };
  'studio.version-not-higher': { given: string; newest: string };
  'intake.unknown': Record<never, never>;
  'intake.no-unit': Record<never, never>;
  'intake.no-source': Record<never, never>;
  'intake.too-many': { minutes: number };
  'intake.robot': Record<never, never>;
}
export type TransportCode = keyof TransportParams;

/** A refusal of the HTTP layer: like the engine's issues, a code for programs, a path for forms, params for the sentence. */
export type TransportIssue = {
  readonly [C in TransportCode]: { readonly code: C; readonly path: readonly (string | number)[]; readonly params: TransportParams[C] };
}[TransportCode];

/** Builds one, its params checked against its code. */
export const transportIssue = <C extends TransportCode>(code: C, params: TransportParams[C], path: readonly (string | number)[] = []): TransportIssue =>
  ({ code, path, params }) as unknown as TransportIssue;

/** The tabs of the list of cases. */
export const views = ['todo', 'due-soon', 'overdue', 'mine-done', 'open', 'ended', 'all'] as const satisfies readonly View[];

type Sentences = { readonly [C in TransportCode]: (params: TransportParams[C]) => Words };

const sentences: Sentences = {
  ...fileSentences,
  ...peopleSentences,
  'http.bad-json': () => ({ zh: '请求内容不是有效的 JSON', en: 'The request body is not valid JSON' }),
  'http.bad-query': ({ parameter, expected }) => ({ zh: `参数 ${parameter} 无法读取，应为 ${expected}`, en: `Cannot read "${parameter}": expected ${expected}` }),
  'http.bad-body': ({ at, expected }) => ({ zh: `“${at}”填写不正确，应为 ${expected}`, en: `"${at}" is not right: expected ${expected}` }),
  'http.too-large': ({ limit }) => ({ zh: `请求内容过大，最多 ${limit} 字节`, en: `The request is too large: at most ${limit} bytes` }),
  'http.wrong-type': () => ({ zh: '请求内容须为 JSON（Content-Type: application/json）', en: 'The request body must be JSON (Content-Type: application/json)' }),
  'http.unknown-route': ({ method, path }) => ({ zh: `没有这个接口：${method} ${path}`, en: `There is nothing here: ${method} ${path}` }),
  'http.cross-site': () => ({ zh: '不接受来自其他网站的请求', en: 'Requests from other sites are not accepted' }),
  'http.failed': ({ correlation }) => ({ zh: `系统出错，请稍后再试；故障编号 ${correlation}`, en: `Something went wrong, please try again later. Reference ${correlation}` }),
  'http.loading': () => ({ zh: '数据正在载入，请稍候', en: 'Data is being loaded, please wait' }),
  'store.failed': ({ zh, en }) => ({ zh, en }),
  'record.not-found': ({ id }) => ({ zh: `没有找到“${id}”`, en: `"${id}" was not found` }),
  'query.view-unknown': ({ view }) => ({ zh: `没有“${view}”这个列表，可用：${views.join('、')}`, en: `There is no view "${view}": use ${views.join(', ')}` }),
  'query.value-unreadable': ({ field, given }) => ({ zh: `“${field}”的筛选值“${given}”无法读取`, en: `Cannot read the value "${given}" for "${field}"` }),
  'session.missing': () => ({ zh: '请先登录', en: 'Please sign in' }),
  'session.wrong': ({ left }) => ({
    zh: `用户名或密码不正确${left <= 2 ? `，还可再试 ${left} 次` : ''}`, en: `Wrong user name or password${left <= 2 ? `; ${left} more ${left === 1 ? 'try' : 'tries'}` : ''}`,
  }),
  'session.locked': ({ minutes }) => ({ zh: `登录失败次数过多，请 ${minutes} 分钟后再试`, en: `Too many failed attempts: try again in ${minutes} minute${minutes === 1 ? '' : 's'}` }),
  'session.not-administrator': () => ({ zh: '只有本区的系统管理员可以操作', en: 'Only an administrator of the district may do this' }),
  'case.no-delete': () => ({ zh: '事项不能删除，请用“作废”并写明原因', en: 'Cases cannot be deleted: void it and give the reason' }),
  'case.no-edit': () => ({ zh: '这类事项没有规定更正操作，不能直接修改', en: 'The method has no action to correct this kind of case' }),
  'district.unknown': ({ id }) => ({ zh: `没有“${id}”这个区`, en: `There is no district "${id}"` }),
  'intake.unknown': () => ({ zh: '没有找到：请核对受理编号和查询码', en: 'Not found: please check the number and the code' }),
  'intake.no-unit': () => ({ zh: '这个二维码不对应可以上报的网格，请重新选择或拨打电话', en: 'This code leads to no grid that takes reports: choose one, or call' }),
  'intake.no-source': () => ({ zh: '这里不能这样上报，请拨打电话', en: 'This cannot be reported here: please call' }),
  'intake.too-many': ({ minutes }) => ({ zh: `提交过于频繁，请 ${minutes} 分钟后再试；急事请拨打电话`, en: `Too many at once: try again in ${minutes} minute${minutes === 1 ? '' : 's'}, or call if it is urgent` }),
  'intake.robot': () => ({ zh: '提交内容不像由人填写，没有接收；请拨打电话', en: 'This does not look as if a person had filled it in, and was not taken: please call' }),
  'studio.none': () => ({ zh: '本服务没有工作法设计室', en: 'This server has no method studio' }),
  'studio.draft-changed': ({ by }) => ({ zh: `草稿刚被${by === '' ? '他人' : `“${by}”`}改过，请先载入最新的草稿`, en: `The draft has just been changed by ${by === '' ? 'somebody else' : by}: load it first` }),
  'studio.finding': ({ zh, en }) => ({ zh, en }),
  'studio.other-method': ({ given, own }) => ({ zh: `这里只能发布“${own}”的新版本，草稿的标识却是“${given}”`, en: `Only versions of "${own}" can be published here, the draft calls itself "${given}"` }),
  'studio.version-not-higher': ({ given, newest }) => ({ zh: `版本号须高于 ${newest}，现为 ${given}`, en: `The version must be higher than ${newest}, not ${given}` }),
  'demo.bad-duration': ({ given }) => ({ zh: `时长“${given}”无法读取或超过一年，例如“1 day”“3个工作日”`, en: `Cannot read the duration "${given}", or it is more than a year: write "1 day" or "3 working days"` }),
};

export const isTransportIssue = (issue: { readonly code: string }): issue is TransportIssue => Object.hasOwn(sentences, issue.code);

/** The sentence of a refusal of the HTTP layer, in both languages. */
export const transportText = (issue: TransportIssue): Words => (sentences[issue.code] as (params: unknown) => Words)(issue.params);
