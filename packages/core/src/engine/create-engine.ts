import type { CaseState } from '../case/messages.ts';
import { timeline } from '../case/timeline.ts';
import { loadMethod } from '../check/load-method.ts';
import { accept } from '../issues/issue.ts';
import type { Result } from '../issues/issue.ts';
import type { LooseMethod } from '../method/method-types.ts';
import { act, open } from './commands.ts';
import { actorOf } from './desk.ts';
import type { Desk } from './desk.ts';
import { duties, normTable } from './duties.ts';
import type { CaseHandle, Engine, EngineOf, EngineOptions } from './engine-types.ts';
import { explainCase } from './explain-case.ts';
import { issueList, issuedLists } from './issue-list.ts';
import { lineageOf } from './lineage-of.ts';
import { moveCases } from './move-cases.ts';
import { openings } from './openings.ts';
import { erase, forget, holding, reveal } from './personal-data.ts';
import { queries } from './queries.ts';
import { maskedHistoryOf, readCase } from './read-case.ts';
import { reproject } from './reproject.ts';
import { rulebook } from './rulebook.ts';
import { similarTo } from './similar.ts';
import { rulesOf } from './subjects.ts';
import { inform, tick } from './tick.ts';
import { unlistedDirectory } from './unlisted-directory.ts';

/**
 * The one shell around the pure core: load → let due things happen → decide → append. Time and actor come in with each call;
 * refusals are values; only a broken store or program throws.
 *
 * @example
 * const street = createEngine({ methods: [defineMethod(method)], store: memoryStore() });
 * const opened = await street.open({ source: 'hotline', fields: { content: '地基下陷' } }, { by: clerk, at: '2021-10-08T09:00:00+08:00' });
 */
export const createEngine = <const M extends LooseMethod>(options: EngineOptions<M>): EngineOf<M> => {
  const { store, tenant = 'default' } = options;
  const directory = options.directory ?? unlistedDirectory();
  const methods = options.methods.map(loadMethod);
  const book = rulebook(methods);
  const desk: Desk = { store, tenant, directory, book, newId: options.newId ?? ((n) => String(n).padStart(6, '0')), closed: new Map() };
  const handled = (result: Result<CaseState>): Result<CaseHandle> => (result.ok ? accept(handleOf(engine, result.value)) : result);
  const asked = queries(desk);

  const engine: Engine = {
    methods, directory, tenant, get plain() { return engine; },
    open: async (input, context) => handled(await open(desk, input, context)),
    case: async (id) => {
      const state = await readCase(desk, id);
      return state && handleOf(engine, state);
    },
    act: async (id, action, input, context) => handled(await act(desk, id, action, input, context)),
    tick: (now, options = {}) => tick(desk, now, options),
    reproject: ({ limit = Infinity } = {}) => reproject(desk, limit),
    inform: (context) => inform(desk, context),
    explain: (id, actor, at) => explainCase(desk, id, actor, at),
    openings: async (actor, at) => openings(desk.book, await actorOf(desk, actor), at),
    similar: (input, at) => similarTo(desk, input, at),
    history: (id) => store.history(tenant, id),
    timeline: async (id) => {
      const state = await store.read(tenant, id);
      return state ? timeline(rulesOf(desk, state, state.last), await maskedHistoryOf(desk, id)) : [];
    },
    reveal: (id, context) => reveal(desk, id, context),
    erase: async (id, { because }, context) => handled(await erase(desk, id, because, context)),
    forget: (now, { limit = Infinity } = {}) => forget(desk, now, limit),
    holding: (value) => holding(desk, value),
    lineage: (id) => lineageOf(desk, id),
    duties: (actor, at) => duties(desk, actor, at),
    norm: (name, input) => normTable(desk, name, input),
    issue: async (name, input, context) => {
      const table = await asked.ledger(name, { ...input, at: context.at });
      return table.ok ? issueList(desk, book.withSection('ledgers', name)!, table.value, input, context) : table;
    },
    issued: async (name) => {
      const rules = book.withSection('ledgers', name);
      return rules ? issuedLists(desk, rules, name) : [];
    },
    tryMove: (input, context) => moveCases(desk, input, context, true),
    move: (input, context) => moveCases(desk, input, context, false),
    ...asked,
  };
  // Names and inputs are typed for who calls; at run time they are checked like any other input.
  return engine as unknown as EngineOf<M>;
};

const handleOf = (engine: Engine, state: CaseState): CaseHandle => ({
  id: state.id, state,
  act: (action, input, context) => engine.act(state.id, action, input, context),
  explain: async (actor, at) => (await engine.explain(state.id, actor, at))!,
  history: () => engine.history(state.id),
});
