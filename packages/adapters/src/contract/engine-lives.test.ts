import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ScenarioFile, compileMethod, createEngine, directoryOfCast, embeddedDirectory, parseMethod, playScenario } from '@bihuan/core';
import json from '@bihuan/core/methods/1330.json' with { type: 'json' };
import { asScenario, live, moves } from '../../../core/src/case/random-life.fixture.ts';
import { memoryStore } from '../memory/index.ts';

const parsed = parseMethod(json);
if (!parsed.ok) throw new Error('1330 does not load');
const rules = compileMethod(parsed.value);

it('a life that the pure kernel lived goes the same way through the engine: a law that fails prints a scenario that can be run', async () => {
  await fc.assert(fc.asyncProperty(moves(16), async (steps) => {
    const life = live(rules, steps);
    if (!life) return;
    const file = ScenarioFile.parse(JSON.parse(JSON.stringify(asScenario(life, rules))));
    const engine = createEngine({ methods: [parsed.value], store: memoryStore(), directory: embeddedDirectory(directoryOfCast(file.cast)) });
    const played = await playScenario(engine, file.scenarios['failing']!, { rules });
    expect(played.failures).toEqual([]);
    // A unit and a post have an id of their own, the first entry of a register its number; a case is found in the list.
    const [listed] = await engine.list({}, 'nobody', life.end).then((list) => (list.ok ? list.value.rows : []));
    const own = /^(unit|post):/.test(life.state.id) ? life.state.id : `${life.state.kind}-000001`;
    const aCase = await engine.case(Object.hasOwn(rules.method.kinds, life.state.kind) ? listed!.id : own);
    expect(JSON.parse(JSON.stringify({ ...aCase!.state, id: life.state.id }))).toEqual(JSON.parse(JSON.stringify(life.state)));
  }), { numRuns: 25 });
}, 60_000);
