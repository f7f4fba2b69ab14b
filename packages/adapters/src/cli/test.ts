import { relative, resolve } from 'node:path';
import { compileMethod, createEngine, directoryOfCast, embeddedDirectory, playScenario, wordsOf } from '@bihuan/core';
import type { Method, ScenarioResult } from '@bihuan/core';
import { memoryStore } from '../memory/index.ts';
import type { Command, Io } from './command.ts';
import { EXIT, both, complain } from './command.ts';
import { findPlays } from './scenario-files.ts';
import type { Play, WantedFact } from './scenario-files.ts';
import { sentences } from './sentences.ts';

interface Played extends Pick<Play, 'file' | 'name'> { readonly method: string; readonly shows: readonly string[]; readonly result: ScenarioResult }

/** `bihuan test FILE-or-FOLDER…`: plays every scenario from its first entry, then says which facts were shown. */
export const test: Command = {
  name: 'test', takes: 'bihuan test FILE|FOLDER…', least: 1,
  says: { zh: '试演：把工作法的情景从头演一遍，哪里不合逐条说明；再列出说明了哪些事实', en: 'play every scenario of a method, say what differs, then which facts were shown' },
  options: { json: { type: 'boolean', says: { zh: '以 JSON 输出', en: 'print JSON' } } },
  async run({ files, flag }, io) {
    const { plays, facts: wanted, problems } = await findPlays(files.map((file) => resolve(io.cwd, file)));
    for (const problem of problems) complain(io, problem);
    if (plays.length === 0) return problems.length > 0 ? EXIT.unable : complain(io, sentences.noScenarios);
    const show = !flag('json');
    const all: Played[] = [];
    for (const [i, play] of plays.entries()) {
      const result = await playOne(play, (done, of) => io.progress(sentences.playing, i + done / of, plays.length));
      const played = { file: play.file, name: play.name, method: play.method.id, shows: play.scenario.shows ?? [], result };
      all.push(played);
      if (show) sayScenario(io, play, played);
    }
    const facts = factsOf(all, wanted);
    if (show) sayFacts(io, all, facts, wanted);
    else io.out(`${JSON.stringify(asJson(all, facts, io.cwd), undefined, 2)}\n`);
    return problems.length > 0 ? EXIT.unable : all.every(({ result }) => result.ok) && [...facts.values()].every(isShown) ? EXIT.well : EXIT.failed;
  },
};

/** Each on a store of its own: nothing that one scenario leaves behind is there for the next. */
const playOne = async ({ method, cast, scenario }: Play, progress: (done: number, of: number) => void): Promise<ScenarioResult> => {
  const engine = createEngine({ methods: [method], store: memoryStore(), directory: embeddedDirectory(directoryOfCast(cast)) });
  return playScenario(engine, scenario, { rules: rulesOf(method), onEntry: progress });
};

const compiled = new WeakMap<Method, ReturnType<typeof compileMethod>>();
const rulesOf = (method: Method): ReturnType<typeof compileMethod> => {
  let rules = compiled.get(method);
  if (rules === undefined) compiled.set(method, rules = compileMethod(method));
  return rules;
};

const sayScenario = (io: Io, { method, scenario }: Play, { name, result }: Played): void => {
  const label = scenario.label === undefined ? '' : `  ${both(wordsOf(scenario.label))}`;
  io.out(`${result.ok ? '✓' : '✗'} ${method.id}/${name}${label}\n`);
  for (const { entry, at, says } of result.failures) io.out(`    ${both(sentences.entry(entry + 1, at))}\n      ${says.zh}\n      ${says.en}\n`);
};

/**
 * Every fact, with the scenarios that show it; shown is what one shows and each of them plays without a failure. A number that several
 * methods use is each one's own, and called by both: `my-street/1`.
 */
const factsOf = (all: readonly Played[], wanted: readonly WantedFact[]): ReadonlyMap<string, readonly Played[]> => {
  const users = new Map<string, Set<string>>();
  const uses = (fact: string, method: string): void => { users.set(fact, (users.get(fact) ?? new Set()).add(method)); };
  for (const { fact, method } of wanted) uses(fact, method);
  const listed = new Set(users.keys());
  for (const { shows, method } of all) for (const fact of shows) if (!listed.has(fact)) uses(fact, method);
  const called = (fact: string, method: string): string => (users.get(fact)!.size > 1 ? `${method}/${fact}` : fact);
  const facts = new Map<string, Played[]>(wanted.map(({ fact, method }) => [called(fact, method), []]));
  for (const played of all) for (const fact of played.shows) facts.set(called(fact, played.method), [...(facts.get(called(fact, played.method)) ?? []), played]);
  return new Map([...facts].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })));
};

const isShown = (by: readonly Played[]): boolean => by.length > 0 && by.every(({ result }) => result.ok);

const sayFacts = (io: Io, all: readonly Played[], facts: ReadonlyMap<string, readonly Played[]>, wanted: readonly WantedFact[]): void => {
  if (facts.size > 0) io.out('\n');
  for (const [fact, by] of facts) io.out(`${isShown(by) ? '✓' : '✗'} ${fact}  ${by.length === 0 ? both(sentences.shownByNone(wanted.find((one) => one.fact === fact || `${one.method}/${one.fact}` === fact)!.text)) : by.map(({ name, result }) => (result.ok ? name : `✗ ${name}`)).join(', ')}\n`);
  const failed = all.filter(({ result }) => !result.ok).length;
  io.out(`\n${both(sentences.played(all.length, failed, facts.size, [...facts.values()].filter((by) => !isShown(by)).length))}\n`);
};

const asJson = (all: readonly Played[], facts: ReadonlyMap<string, readonly Played[]>, cwd: string): object => ({
  scenarios: all.map(({ file, method, name, result }) => ({ file: relative(cwd, file), method, name, ...result })),
  facts: Object.fromEntries([...facts].map(([fact, by]) => [fact, { ok: isShown(by), scenarios: by.map(({ name }) => name) }])),
});
