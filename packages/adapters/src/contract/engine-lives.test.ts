import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ScenarioFile, playScenario } from '@bihuan/core';
import { lawMethods } from '../../../core/src/case/laws-methods.fixture.ts';
import { mutantsOf } from '../../../core/src/case/mutate-method.fixture.ts';
import { asScenario, live, moves, type Life } from '../../../core/src/case/random-life.fixture.ts';
import { logsOf, worldOf } from './random-street.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A scenario names posts, so it cannot tell what a reporter did; what is opened besides is decided by the engine alone. */
const isTellable = ({ attempts, events }: Life): boolean =>
  attempts.every(({ command }) => command.by.posts.length > 0) && !events.some(({ changes }) => changes.some(({ type }) => type === 'spawned'));

describe('a life that the pure kernel lived goes the same way through the engine', () => {
  it.each(lawMethods)('$id', async ({ id, json }) => {
    const [shipped] = mutantsOf(id, json, 1, 1).mutants;
    await fc.assert(fc.asyncProperty(moves(16), async (steps) => {
      const life = live(shipped!.rules, steps);
      if (!life || !isTellable(life)) return;
      const file = ScenarioFile.parse(JSON.parse(JSON.stringify(asScenario(life, shipped!.rules))));
      const world = worldOf(shipped!);
      const played = await playScenario(world.engine, file.scenarios['failing']!, { rules: shipped!.rules });
      expect(played.failures).toEqual([]);
      const [log] = (await logsOf(world)).filter(({ kind }) => kind === life.state.kind);
      // As it is read: its personal data is kept beside the log.
      const { state } = (await world.engine.case(log!.id))!;
      expect(JSON.parse(JSON.stringify({ ...state, id: life.state.id }))).toEqual(JSON.parse(JSON.stringify(life.state)));
    }), { numRuns: 12 });
  });
});
