import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { endingIssues, isAnswered, wantsAnswer } from '../../../core/src/case/endings.ts';
import { evolve, replay } from '../../../core/src/case/evolve.ts';
import { lawMethods } from '../../../core/src/case/laws-methods.fixture.ts';
import { broken } from '../../../core/src/case/life-scenario.fixture.ts';
import { mutantsOf, type Mutant } from '../../../core/src/case/mutate-method.fixture.ts';
import { formFilled } from '../../../core/src/case/random-input.fixture.ts';
import { moves } from '../../../core/src/case/random-life.fixture.ts';
import { scopeOf } from '../../../core/src/case/scope.ts';
import { ScenarioFile, playScenario, type Actor, type Batch, type CaseEvent, type CaseState, type Issue } from '@bihuan/core';
import { ask, liveStreet, logsOf, peopleOver, tenant, worldOf, type Asked, type Attempt, type Life, type World } from './random-street.fixture.ts';
import { isTellable, streetScenario } from './street-scenario.fixture.ts';

vi.setConfig({ testTimeout: 240_000 });

/** One seed for the whole run, printed: `LAWS_SEED=… npx vitest run` does the same again. A run that decides what lands is the same each time. */
const lawsSeed = Number(process.env['LAWS_SEED'] ?? (process.env['CI'] === undefined ? Math.floor(Math.random() * 2 ** 31) : 20_261_122));
console.info(`laws of a street: LAWS_SEED=${lawsSeed}`);

const TRIES = 16, RUNS = Number(process.env['LAWS_RUNS'] ?? 18), DAY = 86_400_000;
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe.each(lawMethods)('$id', ({ id, json }) => {
  const { mutants } = mutantsOf(id, json, lawsSeed + 1, TRIES);
  // Every law draws by the same seed, and so looks at the same lives: each is lived once.
  const lives = new Map<string, Promise<Life>>();
  const lived = (which: number, mutant: Mutant, steps: Parameters<typeof liveStreet>[1]): Promise<Life> => {
    const key = `${which} ${JSON.stringify(steps)}`;
    const life = lives.get(key) ?? liveStreet(mutant, steps);
    lives.set(key, life);
    return life;
  };
  afterAll(() => lives.clear());

  const holds = async (law: (life: Life, mutant: Mutant, cuts: readonly number[]) => Promise<void>, runs = RUNS): Promise<void> => {
    await fc.assert(fc.asyncProperty(fc.nat(mutants.length - 1), moves(60, 20), fc.array(fc.nat(60 * 24 * 30), { minLength: 1, maxLength: 6 }), async (which, steps, cuts) => {
      const mutant = mutants[which]!;
      const life = await lived(which, mutant, steps);
      try {
        await law(life, mutant, cuts);
      } catch (error) {
        throw broken(new Error(`${mutant.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error }), streetScenario(life));
      }
    }), { numRuns: Math.ceil(runs), seed: lawsSeed, interruptAfterTimeLimit: 30_000 });
  };

  it('a life prints a scenario that can be run, and goes the same way', () => holds(async (life, { rules, method }) => {
    const scenario = ScenarioFile.parse(plain(streetScenario(life)));
    if (!isTellable(life)) return;
    const again = worldOf({ name: '', rules, method });
    expect((await playScenario(again.engine, scenario.scenarios['failing']!, { rules })).failures).toEqual([]);
    expect(await eventsOf(again)).toEqual(await eventsOf(life.world));
  }, RUNS / 2));

  it('law 1: replaying the events gives the state that was stored: of cases, of what they open, of subjects, of issued lists', () => holds(async ({ world }) => {
    for (const state of await logsOf(world)) {
      const events = await world.engine.history(state.id);
      expect(replay(plain(events))).toEqual(plain(state));
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1));
    }
  }));

  it('law 2: no ending whose requirements are unmet, with linked cases as they were, and each has an answer or a reason', () => holds(async ({ world }) => {
    const then = new Map<string, CaseState>();
    for (const batch of world.batches) {
      for (const { caseId, events } of batch.writes) {
        let state = then.get(caseId);
        for (const event of events) {
          expectEnded(world, state, event, batch, then);
          state = evolve(state, event);
        }
      }
      for (const { caseId, state } of batch.writes) then.set(caseId, state);
    }
  }));

  it('law 3: a refused command changes nothing but what was due anyway', () => holds(async ({ world, attempts }) => {
    for (const { asked, result, wrote } of attempts) {
      if (!result || result.ok) continue;
      const [first, ...followed] = world.batches.slice(...wrote);
      if (first) expect(first.writes.flatMap(({ caseId, events }) => events.map(({ type, recorded }) => [caseId, type, recorded <= asked.at]))).toEqual(first.writes[0].events.map(() => [asked.do === 'act' ? asked.id : '', 'elapsed', true]));
      expect(first?.counts ?? []).toEqual([]);
      expect(followed.filter(({ key }) => !first?.follows?.some((follow) => follow.id === key?.key))).toEqual([]);
    }
  }));

  it('law 3: the same command with the same key acts once, with other contents it is refused', () => holds(async ({ attempts, world: before }, mutant) => {
    const world = worldOf(mutant);
    for (const [n, { asked, result }] of attempts.entries()) {
      const once = await ask(world, asked, `k${n}`);
      expect(outcomeOf(once)).toEqual(outcomeOf(result));
      if (asked.do === 'tick') continue;
      const written = world.batches.length;
      expect(outcomeOf(await ask(world, { ...asked, at: asked.at + n }, `k${n}`))).toEqual(outcomeOf(once));
      expect(outcomeOf(await ask(world, otherwise(asked), `k${n}`))).toEqual(['key.reused']);
      expect(world.batches.length).toBe(written);
    }
    expect(await eventsOf(world)).toEqual(await eventsOf(before));
  }, RUNS / 3));

  it('law 4: one tick or a thousand leave the same events and the same closed periods, also with commands between', () => holds(async ({ attempts, end }, mutant, cuts) => {
    const commands = attempts.map(({ asked }) => asked).filter((asked) => asked.do !== 'tick');
    const [once, often] = [worldOf(mutant), worldOf(mutant)];
    for (const asked of commands) await ask(once, asked);
    await once.engine.tick(end + 60 * DAY);
    let last = 0;
    for (const asked of commands) {
      for (const at of cuts.map((cut) => asked.at - cut * 60_000).filter((at) => last > 0 && at >= last).sort((a, b) => a - b)) await often.engine.tick(at);
      await ask(often, asked);
      last = asked.at;
    }
    for (const at of [...cuts.map((cut) => end + cut * 60_000).sort((a, b) => a - b), end + 60 * DAY]) await often.engine.tick(at);
    expect(await eventsOf(often)).toEqual(await eventsOf(once));
    expect(await closedOf(often)).toEqual(await closedOf(once));
  }, RUNS / 3));

  it('law 6: a quota is never passed, whatever was tried, and counters are the sum of what was written', () => holds(async ({ world }) => {
    const sums = new Map<string, number>();
    for (const { norm, of, period, add, max } of world.batches.flatMap(({ counts = [] }) => counts)) {
      const key = JSON.stringify([norm, period, of]);
      sums.set(key, (sums.get(key) ?? 0) + add);
      if (max !== undefined && add > 0) expect(sums.get(key), key).toBeLessThanOrEqual(max);
    }
    for (const [key, sum] of sums) {
      const [norm, period, of] = JSON.parse(key) as [string, string, string];
      expect((await world.store.counts(tenant, norm, period)).get(of) ?? 0, key).toBe(sum);
    }
  }));

  it('law 6: of those who write at once each is told what became of it, and no quota is passed', () => holds(async ({ attempts }, mutant) => {
    const world = worldOf(mutant);
    const commands = attempts.map(({ asked }) => asked);
    for (let from = 0; from < commands.length; from += 3) {
      const three = commands.slice(from, from + 3).map((asked) => ({ ...asked, at: commands[Math.min(from + 2, commands.length - 1)]!.at }));
      await Promise.all([...three, ...three].map((asked) => ask(world, asked)));
    }
    const max = new Map(world.batches.flatMap(({ counts = [] }) => counts).flatMap((count) => (count.max === undefined ? [] : [[JSON.stringify([count.norm, count.period, count.of]), count.max] as const])));
    for (const [key, most] of max) {
      const [norm, period, of] = JSON.parse(key) as [string, string, string];
      expect((await world.store.counts(tenant, norm, period)).get(of) ?? 0, key).toBeLessThanOrEqual(most);
    }
    for (const state of await logsOf(world)) expect(replay(plain(await world.engine.history(state.id)))).toEqual(plain(state));
  }, RUNS / 3));

  it('law 9: what was explained as allowed was done, what was not was refused', () => holds(async ({ world, attempts }) => {
    for (const { asked, result, allowed } of attempts) if (allowed !== undefined && asked.do === 'act') expectAsExplained(world, asked.action, allowed, result);
  }));

  it('law 9: at the end of a life, whatever explain allows to anybody is not refused at the same instant, and the reverse', () => holds(async (life) => {
    const { world, end } = life;
    const logs = (await logsOf(world)).filter(({ kind }) => kind !== 'list');
    const fresh = Object.keys(world.people.units).slice(0, 3).map((unit) => `unit:${unit}`);
    for (const [n, self] of [...logs.map((log) => log.id).slice(-6), ...fresh].entries()) {
      const state = logs.find((log) => log.id === self);
      for (const by of peopleOver(world, state).filter((_, k) => (k + n) % 4 === 0)) {
        for (const action of (await world.engine.explain(self, by, end))?.actions ?? []) {
          const input = formFilled(action.form, n + action.form.length, { rules: world.rules, people: world.people, at: end, logs, self });
          if (input === undefined && action.allowed) continue;
          expectAsExplained(world, action.name, action.allowed, await world.dry.act(self, action.name, input ?? {}, { by, at: end }));
        }
      }
    }
  }, RUNS / 3));
});

const outcomeOf = (result: Attempt['result']): unknown =>
  (result === undefined ? [] : result.ok ? (result.value as { readonly id: string }).id : result.issues.map(({ code }) => code));

/** The same command with other contents. */
const otherwise = (asked: Asked): Asked => {
  if (asked.do === 'open') return { ...asked, input: { ...asked.input, fields: { ...asked.input.fields, more: '更多' } } };
  if (asked.do === 'act') return { ...asked, input: { ...asked.input, more: '更多' } };
  return asked.do === 'issue' ? { ...asked, within: `${asked.within}+` } : asked;
};

const eventsOf = async (world: World): Promise<Readonly<Record<string, readonly CaseEvent[]>>> =>
  plain(Object.fromEntries(await Promise.all((await logsOf(world)).map(async ({ id }) => [id, await world.engine.history(id)] as const))));

const closedOf = async ({ rules, store }: World): Promise<unknown> =>
  plain(await Promise.all(Object.keys(rules.method.norms ?? {}).map((norm) => store.closedPeriods(tenant, { norm }))));

const expectEnded = (world: World, before: CaseState | undefined, event: CaseEvent, batch: Batch, then: ReadonlyMap<string, CaseState>): void => {
  const place = event.changes.findIndex((change) => change.type === 'ended');
  if (place < 0) return;
  const { rules } = world;
  const ending = rules.endings.get((event.changes[place] as Extract<CaseEvent['changes'][number], { type: 'ended' }>).ending)!;
  // Requirements are read after what the action recorded, before the ending lets anything go.
  const moment = evolve(before, { ...event, changes: event.changes.slice(0, place) });
  const beside = Object.fromEntries(batch.writes.slice(1).map(({ caseId, state }) => [caseId, state]));
  const facts = { units: world.people.units, posts: world.people.posts, cases: { ...Object.fromEntries(then), ...beside } };
  const issues = endingIssues(rules, ending, scopeOf(moment, event.recorded, facts, actorOf(world, event, batch)));
  // What comes by itself leaves its reason itself.
  expect(issues.filter(({ code }) => event.type === 'acted' || code !== 'ending.unanswered')).toEqual([]);
  if (event.type === 'acted' && wantsAnswer(ending)) expect(isAnswered(rules, evolve(before, event))).toBe(true);
};

const actorOf = ({ people }: World, event: CaseEvent, { key }: Batch): Actor | undefined => {
  if (!('by' in event)) return undefined;
  const { person } = event.by;
  return key === undefined ? people.actors.find((actor) => actor.person === person) ?? { person, posts: [] } : { person, posts: [] };
};

const expectAsExplained = ({ rules }: World, action: string, allowed: boolean, result: Attempt['result']): void => {
  const issues = result && !result.ok ? result.issues : [];
  if (!allowed) expect({ action, refused: issues.length > 0 }).toEqual({ action, refused: true });
  else expect({ action, refused: issues.filter((one) => !hangsOnInput(one, rules.method.norms)).map(({ code, path }) => `${code} ${path.join('/')}`) }).toEqual({ action, refused: [] });
};

/** What is decided by the very inputs is decided when they are given: what is checked of them, what they classify as, what an ending asks of them, whom they count for. */
const hangsOnInput = ({ code, path }: Issue, norms: World['rules']['method']['norms']): boolean => {
  // A further case is opened with what was filled in here.
  if (path.includes('checks') || (path[0] === 'spawns' && code.startsWith('input.')) || code === 'ending.requirement' || code === 'ending.unanswered' || code === 'classification.no-rule') return true;
  if (code !== 'norm.full') return false;
  const norm = norms?.[String(path[1])];
  return norm !== undefined && ('field' in norm.per || typeof norm.through === 'object' || norm.counts.where !== undefined || 'entries' in norm.counts);
};
