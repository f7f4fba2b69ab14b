import { type Method, wordsOf } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { ListParameters } from './list-parameters.ts';
import { listHeaders } from './list-response.ts';
import { flowOf } from './method-flow.ts';
import { type ListedFact, methodWords, namedWords } from './method-words.ts';
import { plainList } from './plain-list.ts';
import { refuseWith } from './problem.ts';
import { MethodInfo } from './wire/index.ts';

const tags = ['methods'];
const list = createRoute({
  method: 'get', path: '/', tags, summary: 'Methods / 工作法', request: { query: ListParameters }, responses: { 200: jsonAnswer(z.array(MethodInfo), 'Methods'), ...refusals },
});
const read = createRoute({
  method: 'get', path: '/{id}', tags, summary: 'One method', request: { params: z.object({ id: z.string() }) }, responses: { 200: jsonAnswer(MethodInfo, 'The method'), ...refusals },
});

/** `/api/methods`: what screens need to know of a method. */
export function methodRoutes({ engine }: ApiOptions) {
  const infos = engine.methods.map(methodInfo);
  return newRouter()
    .openapi(list, (c) => {
      const { rows, offset, total } = plainList(infos, c.req.valid('query'), ['id', 'version', 'label']);
      return c.json([...rows], 200, listHeaders('methods', rows, offset, total));
    })
    .openapi(read, (c) => {
      const { id } = c.req.valid('param');
      const info = infos.findLast((each) => each.id === id);
      if (info === undefined) throw refuseWith('record.not-found', { id });
      return c.json(info, 200);
    });
}

/** Reads off a method what screens need: words, columns, filters, flow. */
export function methodInfo(method: Method): MethodInfo {
  const { vocabulary, columns, filters } = methodWords(method);
  return {
    id: method.id, version: method.version, label: wordsOf(method.label), timeZone: method.timeZone,
    list: { columns: columns.map(({ name, label, by }) => ({ name, label, by, sortable: true })), filters: filters.map(filterInfo) },
    kinds: Object.entries(method.kinds).map(([name, { label, sources, line, edits }]) => ({ name, label: wordsOf(label), sources, line, ...(edits === undefined ? {} : { edits }) })),
    steps: namedWords(vocabulary.steps),
    sources: Object.entries(method.sources).map(([name, { label, reporter = 'optional' }]) => ({ name, label: wordsOf(label), reporter })),
    endings: Object.entries(method.endings).map(([name, { label, outcome }]) => ({ name, label: wordsOf(label), outcome })),
    roles: namedWords(vocabulary.roles), levels: namedWords(vocabulary.levels), actions: namedWords(vocabulary.actions),
    subjects: Object.entries(method.subjects ?? {}).map(([name, subject]) => subjectInfo(method, name, subject)),
    norms: Object.entries(method.norms ?? {}).map(([name, norm]) => normInfo(method, name, norm)),
    links: Object.entries(method.links ?? {}).map(([name, { label, back }]) => ({ name, label: wordsOf(label), ...(back === undefined ? {} : { back: wordsOf(back) }) })),
    moves: Object.keys(method.moves ?? {}),
    ledgers: Object.entries(method.ledgers ?? {}).map(([name, { label, period, public: open, issued }]) => ({
      name, label: wordsOf(label), public: open === true, ...(period === undefined ? {} : { period }), ...(issued === undefined ? {} : { issuedBy: [...issued.by] }),
    })),
    boards: Object.entries(method.boards ?? {}).map(([name, { label }]) => ({ name, label: wordsOf(label) })),
    flow: Object.fromEntries(Object.keys(method.kinds).map((kind) => [kind, flowOf(method, kind)])),
  };
}

type SubjectSchema = NonNullable<Method['subjects']>[string];
type NormSchema = NonNullable<Method['norms']>[string];

function subjectInfo(method: Method, name: string, { label, of }: SubjectSchema): MethodInfo['subjects'][number] {
  const columns = methodWords(method).holds.get(name) ?? [];
  return {
    name, label: wordsOf(label), of: sortOfSubject(of), ...('level' in of ? { level: of.level } : {}), ...('role' in of ? { role: of.role } : {}),
    columns: columns.map(({ name: field, label: word, personal }) => ({ name: field, label: word, personal })),
    opens: Object.entries(method.actions).filter(([, { opens }]) => opens === name).map(([action, { label: word }]) => ({ name: action, label: wordsOf(word) })),
  };
}

/** A unit of a level, a post with a role, or an entry of a register. */
export const sortOfSubject = (of: SubjectSchema['of']): 'unit' | 'post' | 'register' => ('level' in of ? 'unit' : 'role' in of ? 'post' : 'register');

function normInfo(method: Method, name: string, { label, per, every, on, min, max, over }: NormSchema): MethodInfo['norms'][number] {
  const whom = 'field' in per ? method.fields[per.field]?.label : (method.subjects?.[per.each] ?? method.kinds[per.each])?.label;
  return {
    name, label: wordsOf(label), per: wordsOf(whom ?? ('field' in per ? per.field : per.each)), period: on ? 'days' : every ?? 'any', refuses: over === 'refuse',
    ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }),
  };
}

function filterInfo({ name, label, by, kind, options }: ListedFact): MethodInfo['list']['filters'][number] {
  return { name, label, by, kind: inputOf(kind), ...(options.size === 0 ? {} : { options: namedWords(options) }) };
}

const inputOf = (kind: ListedFact['kind']): MethodInfo['list']['filters'][number]['kind'] => {
  switch (kind) {
    case 'due': return 'date';
    case 'person': case 'party': case 'names': return 'text';
    case 'posts': return 'post';
    case 'units': return 'unit';
    default: return kind;
  }
};
