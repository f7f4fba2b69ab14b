import { type Actor, type CaseRow, type Filter, type ListInput, type Unit, type View, type Words, wordsOf } from '@bihuan/core';
import { createRoute } from '@hono/zod-openapi';
import { jsonAnswer, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { directoryWords } from './directory-words.ts';
import { iso, zoneOfMethod } from './iso.ts';
import { valueOf } from './problem.ts';
import { ScreenJson } from './wire/index.ts';

const read = createRoute({ method: 'get', path: '/', tags: ['reports'], summary: 'The big screen / 大屏', responses: { 200: jsonAnswer(ScreenJson, 'Counts with the lists behind them'), ...refusals } });

const tabs = ['all', 'open', 'ended', 'due-soon', 'overdue'] as const satisfies readonly View[];
const months = 12;
const mostUnits = 10;
const latest = 12;
/** Several screens and a busy hour: the figures are reckoned at most so often. */
const freshMs = 2_000;

/** `/api/screen`: the district at a glance, from the store's own counts. */
export function screenRoutes({ engine, now, realClock = Date.now }: ApiOptions) {
  let kept: { readonly at: number; readonly screen: Promise<ScreenJson> } | undefined;
  return newRouter().openapi(read, async (c) => {
    if (kept === undefined || realClock() - kept.at >= freshMs) {
      const screen = screenOf({ engine, now }, c.get('actor'));
      kept = { at: realClock(), screen };
      screen.catch(() => { kept = undefined; });
    }
    return c.json(await kept.screen, 200, { 'Cache-Control': 'no-store' });
  });
}

async function screenOf({ engine, now }: Pick<ApiOptions, 'engine' | 'now'>, actor: Actor): Promise<ScreenJson> {
  const at = now();
  const method = engine.methods.at(-1)!;
  const zone = zoneOfMethod(method);
  const list = async (input: ListInput) => valueOf(await engine.list(input, actor, at));
  const count = async (...where: readonly Filter[]): Promise<number> => (await list({ view: 'all', where, limit: 1 })).total;
  const is = (on: string, value: string): Filter => ({ on, op: 'is', value });
  const counted = async (of: Readonly<Record<string, { readonly label: Parameters<typeof wordsOf>[0] }>>, on: string): Promise<ScreenJson['kinds']> =>
    Promise.all(Object.entries(of).map(async ([name, { label }]) => ({ name, label: wordsOf(label), count: await count(is(on, name)), filter: { view: 'all', [on]: name } })));
  const between = (on: string, from: string, to: string): readonly Filter[] => [{ on, op: 'min', value: zone.instantOf(from, '00:00') }, { on, op: 'below', value: zone.instantOf(to, '00:00') }];

  const counts = valueOf(await engine.counts({}, actor, at));
  const today = iso(at, zone).slice(0, 10);
  const trend = await Promise.all(lastMonths(today).map(async ([month, next]) => {
    const [from, to] = [`${month}-01`, `${next}-01`];
    const filter = (on: string): Record<string, string> => ({ view: 'all', [`${on}_gte`]: from, [`${on}_lt`]: to });
    return { month, opened: await count(...between('opened', from, to)), ended: await count(...between('ended', from, to)), openedFilter: filter('opened'), endedFilter: filter('ended') };
  }));
  const ranked = await Promise.all(inWhichCasesLie(await engine.directory.units(engine.tenant, today)).map(async ({ id, label }) => {
    const { all, open, overdue } = valueOf(await engine.counts({ within: id }, actor, at));
    return { name: id, label, count: all, open, overdue, filter: { view: 'all', within: id } };
  }));
  const words = directoryWords(engine.directory, engine.tenant);
  const newest = async (what: 'opened' | 'ended') => (await list({ view: what === 'ended' ? 'ended' : 'all', sort: [{ by: what, order: 'desc' }], limit: latest })).rows.map((row) => ({ row, what, when: row[what]! }));
  const events = [...await newest('opened'), ...await newest('ended')].sort((a, b) => b.when - a.when).slice(0, latest);
  return {
    district: wordsOf(method.label), at: iso(at, zone), tabs: tabs.map((view) => ({ view, count: counts[view], filter: { view } })),
    kinds: await counted(method.kinds, 'kind'), sources: await counted(method.sources, 'source'), trend,
    units: ranked.filter((unit) => unit.count > 0).sort((a, b) => b.count - a.count).slice(0, mostUnits),
    latest: await Promise.all(events.map(async ({ row, what, when }) => ({ id: row.id, what, at: iso(when, zone), ...wordsFor(method, row), unit: await words.unit(row.home) }))),
    boards: Object.entries(method.boards ?? {}).map(([name, { label }]) => ({ name, label: wordsOf(label) })),
  };
}

/** What stands in a list of news: of which kind and from where, never what it is about or whose it is. */
function wordsFor(method: ApiOptions['engine']['methods'][number], { kind, source }: CaseRow): { kind: Words; source: Words | null } {
  const from = method.sources[source];
  return { kind: wordsOf(method.kinds[kind]?.label ?? kind), source: from ? wordsOf(from.label) : null };
}

/** The last twelve months up to this one, each with the next. */
function lastMonths(today: string): readonly (readonly [string, string])[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const name = (back: number): string => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
  return Array.from({ length: months }, (_, i) => [name(months - 1 - i), name(months - 2 - i)] as const);
}

/** The units that are compared: those right below the top of the tree, or the top ones where there are several. */
function inWhichCasesLie(units: readonly Unit[]): readonly Unit[] {
  const known = new Set(units.map(({ id }) => id));
  const below = (above: readonly Unit[]): readonly Unit[] => units.filter(({ parent }) => parent !== undefined && above.some(({ id }) => id === parent));
  let level: readonly Unit[] = units.filter(({ id, parent }) => (parent === undefined || !known.has(parent)) && units.some((each) => each.parent === id));
  while (level.length === 1 && below(level).length > 0) level = below(level);
  return level;
}
