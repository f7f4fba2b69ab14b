import { type Cast, type Scenario, type Words, compileMethod, createEngine, directoryOfCast, embeddedDirectory, findingText, parseMethod, parseScenarios, playScenario, wordsOf } from '@bihuan/core';
import { memoryStore } from '@bihuan/adapters/memory';

/** How one scenario went: what did not go as it says. */
export interface PlayedScenario { readonly name: string; readonly label: Words; readonly ok: boolean; readonly failures: readonly { readonly at: string; readonly says: Words }[]; readonly ms: number }

/** Plays the scenarios of a method, its own and those of a scenario file, each on an empty store in memory. */
export async function* playMethodScenarios(text: string, file: string): AsyncGenerator<PlayedScenario> {
  const method = parseMethod(text);
  if (!method.ok) return;
  const parsed = file === '' ? undefined : parseScenarios(file, method.value);
  if (parsed && !parsed.ok) {
    // Names that the draft no longer has: the file cannot be played as a whole.
    yield { name: 'file', label: { zh: '情景文件与草稿不合', en: 'The scenario file does not fit the draft' }, ok: false, ms: 0, failures: parsed.issues.slice(0, 20).map((found) => ({ at: found.pointer, says: findingText(found) })) };
  }
  const own = Object.entries(method.value.tests ?? {}).map(([name, scenario]) => [name, scenario, method.value.cast] as const);
  const shipped = parsed?.ok ? Object.entries(parsed.value.scenarios).map(([name, scenario]) => [name, scenario, parsed.value.cast] as const) : [];
  const rules = compileMethod(method.value);
  for (const [name, scenario, cast] of [...own, ...shipped]) yield played(name, scenario, { units: { ...cast?.units, ...scenario.cast?.units }, posts: { ...cast?.posts, ...scenario.cast?.posts } });

  async function played(name: string, scenario: Scenario, cast: Cast): Promise<PlayedScenario> {
    const begun = performance.now();
    const engine = createEngine({ methods: [rules.method], store: memoryStore(), directory: embeddedDirectory(directoryOfCast(cast)) });
    const { ok, failures } = await playScenario(engine, scenario, { rules });
    return { name, label: wordsOf(scenario.label ?? name), ok, failures: failures.map(({ at, says }) => ({ at, says })), ms: performance.now() - begun };
  }
}
