import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { endingIssues, isAnswered, wantsAnswer } from './endings.ts';
import { decide } from './decide.ts';
import { elapse, nextInstant } from './elapse.ts';
import { evolve, replay } from './evolve.ts';
import { explain } from './explain.ts';
import { lawMethods } from './laws-methods.fixture.ts';
import { broken } from './life-scenario.fixture.ts';
import type { CaseEvent, CaseState } from './messages.ts';
import { mutantsOf } from './mutate-method.fixture.ts';
import { formFilled } from './random-input.fixture.ts';
import { asScenario, live, moves, peopleOf } from './random-life.fixture.ts';
import type { Life, Move } from './random-life.fixture.ts';
import type { Rules } from './rules.ts';
import { scopeOf } from './scope.ts';

vi.setConfig({ testTimeout: 120_000 });

/** One seed for the whole run, printed: `LAWS_SEED=… npx vitest run` does the same again. A run that decides what lands is the same each time. */
const lawsSeed = Number(process.env['LAWS_SEED'] ?? (process.env['CI'] === undefined ? Math.floor(Math.random() * 2 ** 31) : 20_261_122));
console.info(`laws of one log: LAWS_SEED=${lawsSeed}`);

const TRIES = 12, RUNS = Number(process.env['LAWS_RUNS'] ?? 16);

const withoutVersion = ({ seq: _seq, ...event }: CaseEvent): Omit<CaseEvent, 'seq'> => event;

describe.each(lawMethods)('$id', ({ id, json }) => {
  const { mutants, tried } = mutantsOf(id, json, lawsSeed, TRIES);

  /** Checks a law on random lives under the method and its mutants; a life that breaks it is printed as a scenario that can be played. */
  const holds = (law: (life: Life, rules: Rules, steps: readonly Move[]) => void, { runs = RUNS, max = 24 } = {}): void => {
    fc.assert(fc.property(fc.nat(mutants.length - 1), moves(max), (which, steps) => {
      const { name, rules } = mutants[which]!;
      const life = lived(rules, steps);
      if (!life) return;
      try {
        law(life, rules, steps);
      } catch (error) {
        throw broken(new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error }), asScenario(life, rules));
      }
    }), { numRuns: runs, seed: lawsSeed, interruptAfterTimeLimit: 20_000 });
  };
  // Every law draws by the same seed, and so looks at the same lives: each is lived once.
  const lives = new Map<Rules, Map<string, Life | undefined>>();
  const lived = (rules: Rules, steps: readonly Move[]): Life | undefined => {
    const known = lives.get(rules) ?? new Map<string, Life | undefined>();
    lives.set(rules, known);
    const key = JSON.stringify(steps);
    if (!known.has(key)) known.set(key, live(rules, steps));
    return known.get(key);
  };

  it('loads as it ships, and so do most of its mutants', () => {
    expect(mutants[0]?.name).toContain('as shipped');
    expect(mutants.length - 1).toBeGreaterThanOrEqual(tried / 3);
  });

  it('law 1: replaying the events gives the state that was stored', () => {
    holds(({ state, events }) => {
      expect(replay(JSON.parse(JSON.stringify(events)) as CaseEvent[])).toEqual(JSON.parse(JSON.stringify(state)));
      expect(events.map((event) => event.seq)).toEqual(events.map((_, n) => n + 1));
    });
  });

  it('law 2: no ending whose requirements are unmet, and each has an answer or a reason', () => {
    holds(({ events, attempts }, rules) => {
      const { facts } = peopleOf(rules);
      let state: CaseState | undefined;
      for (const event of events) {
        const before = state;
        state = evolve(state, event);
        const place = event.changes.findIndex((change) => change.type === 'ended');
        if (place < 0) continue;
        const ended = event.changes[place] as Extract<CaseEvent['changes'][number], { type: 'ended' }>;
        const ending = rules.endings.get(ended.ending)!;
        // Requirements are read after what the action recorded, before the ending lets anything go.
        const moment = evolve(before, { ...event, changes: event.changes.slice(0, place) });
        const by = attempts.find((attempt) => attempt.events.includes(event))?.command.by;
        const issues = endingIssues(rules, ending, scopeOf({ ...moment, last: event.recorded }, event.recorded, facts, by));
        // What comes by itself leaves that reason itself.
        expect(issues.filter(({ code }) => event.type === 'acted' || code !== 'ending.unanswered')).toEqual([]);
        if (event.type === 'acted' && wantsAnswer(ending)) expect(isAnswered(rules, state)).toBe(true);
      }
    });
  });

  it('law 3: a refused command changes nothing but what was due anyway', () => {
    holds(({ attempts }, rules) => {
      for (const { command, before, due, issues } of attempts) {
        if (issues.length === 0 || before === undefined) continue;
        expect(due).toEqual(elapse(rules, before, command.at, peopleOf(rules).facts).events);
      }
    });
  });

  it('law 4: one tick or a thousand leave the same events, also with commands between', () => {
    fc.assert(fc.property(fc.nat(mutants.length - 1), moves(10), fc.array(fc.nat(60 * 24 * 30), { minLength: 1, maxLength: 8 }), (which, steps, cuts) => {
      const { rules } = mutants[which]!;
      const { facts } = peopleOf(rules);
      const life = live(rules, steps);
      if (!life) return;
      const until = life.end + 90 * 86_400_000;
      const once = elapse(rules, life.state, until, facts);
      let often: CaseState = life.state;
      const events: CaseEvent[] = [];
      for (const at of [...cuts.map((cut) => life.end + cut * 60_000).sort((a, b) => a - b), until]) {
        const step = elapse(rules, often, at, facts);
        events.push(...step.events);
        often = step.state;
      }
      expect(events).toEqual(once.events);
      // The same commands with ticks in between: the ticks take nothing away and add nothing.
      const again: CaseEvent[] = [];
      let state: CaseState | undefined;
      for (const { command } of life.attempts) {
        for (const at of [...cuts.map((cut) => command.at - cut * 1000).filter((one) => state && one >= state.last).sort((a, b) => a - b), ...(state ? [command.at] : [])]) {
          const step = elapse(rules, state!, at, facts);
          again.push(...step.events);
          state = step.state;
        }
        const decision = decide(rules, state, command, facts);
        for (const event of decision.ok ? decision.value : []) { again.push(event); state = evolve(state, event); }
      }
      expect(again).toEqual(life.events);
    }), { numRuns: RUNS, seed: lawsSeed, interruptAfterTimeLimit: 20_000 });
  });

  it('law 9: whatever explain allows is not refused at the same instant, and the reverse', () => {
    holds(({ state, end }, rules, steps) => {
      const people = peopleOf(rules);
      const seed = steps[0]!.seed;
      const now = elapse(rules, state, end, people.facts).state;
      for (const actor of people.actors.filter((_, n) => (n + seed) % 5 === 0)) {
        for (const action of explain(rules, now, actor, end, people.facts).actions) {
          const input = formFilled(action.form, seed, { rules, people, at: end, self: state.id });
          const decision = decide(rules, now, { type: 'act', action: action.name, input: input ?? {}, by: actor, at: end }, people.facts);
          if (!action.allowed) expect({ action: action.name, refused: !decision.ok }).toEqual({ action: action.name, refused: true });
          else if (input) expect({ action: action.name, refused: decision.ok ? [] : decision.issues.filter((one) => !hangsOnInput(one)).map(({ code, path }) => `${code} ${path.join('/')}`) }).toEqual({ action: action.name, refused: [] });
        }
      }
    }, { runs: 8 });
  });

  it('whatever still happens by itself has its instant, and nothing happens before it', () => {
    holds(({ state, end }, rules) => {
      const { facts } = peopleOf(rules);
      const next = nextInstant(state);
      if (next === undefined) expect(elapse(rules, state, end + 10 * 365 * 86_400_000, facts).events).toEqual([]);
      else expect(elapse(rules, state, next - 1, facts).events.map(withoutVersion)).toEqual([]);
    });
  });
});

/** What is decided by the very inputs is decided when they are given: what is checked of them, what they classify as, what an ending asks of them. */
const hangsOnInput = ({ code, path }: { readonly code: string; readonly path: readonly (string | number)[] }): boolean =>
  path[0] === 'checks' || code === 'ending.requirement' || code === 'ending.unanswered' || code === 'classification.no-rule';
