import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { MethodSchema } from '../method/method-schema.ts';
import { endingIssues, isAnswered } from './endings.ts';
import { decide } from './decide.ts';
import { elapse, nextInstant } from './elapse.ts';
import { evolve, replay } from './evolve.ts';
import { explain } from './explain.ts';
import type { CaseEvent, CaseState } from './messages.ts';
import { asScenario, formFilled, live, moves, mutations, peopleOf } from './random-life.fixture.ts';
import type { Life, Move } from './random-life.fixture.ts';
import type { Rules } from './rules.ts';

vi.setConfig({ testTimeout: 120_000 });

const shipped = ['1330'].map((id) => MethodSchema.parse(JSON.parse(readFileSync(new URL(`../../methods/${id}.json`, import.meta.url), 'utf8'))));
const subjects = shipped.flatMap((method) => mutations(method).map(({ name, rules }) => ({ name: `${method.id}, ${name}`, rules })));

/** Checks a law on random lives; a life that breaks it is printed as a scenario that can be played. */
const holdsFor = (rules: Rules, law: (life: Life, steps: readonly Move[]) => void, runs = 25): void => {
  fc.assert(fc.property(moves(), (steps) => {
    const life = live(rules, steps);
    if (!life) return;
    try {
      law(life, steps);
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\nAs a scenario file, for "bihuan test":\n${JSON.stringify(asScenario(life, rules))}`, { cause: error });
    }
  }), { numRuns: runs });
};

const withoutVersion = ({ seq: _seq, ...event }: CaseEvent): Omit<CaseEvent, 'seq'> => event;

describe.each(subjects)('$name', ({ rules }) => {
  const { facts, actors } = peopleOf(rules.method);

  it('law 1: replaying the events gives the state that was stored', () => {
    holdsFor(rules, ({ state, events }) => {
      expect(replay(JSON.parse(JSON.stringify(events)) as CaseEvent[])).toEqual(JSON.parse(JSON.stringify(state)));
      expect(events.map((event) => event.seq)).toEqual(events.map((_, n) => n + 1));
    });
  });

  it('law 2: no ending whose requirements are unmet, and each has an answer or a reason', () => {
    holdsFor(rules, ({ events, attempts }) => {
      let state: CaseState | undefined;
      for (const event of events) {
        state = evolve(state, event);
        const ended = event.changes.find((change) => change.type === 'ended');
        if (!ended || event.type !== 'acted') continue;
        const by = attempts.find((attempt) => attempt.events.includes(event))!.command.by;
        // What the ending itself let go (asks, clocks) is put back: requirements were read before that.
        const moment = { ...state, asks: state.asks.map((ask) => (ask.reply?.as === 'withdrawn' && ask.reply.at === event.at ? (({ reply: _gone, ...open }) => open)(ask) : ask)) };
        expect(endingIssues(rules, rules.endings.get(ended.ending)!, { state: moment, at: event.recorded, actor: by })).toEqual([]);
        expect(isAnswered(rules, state)).toBe(true);
      }
    });
  });

  it('law 3: a refused command changes nothing but what was due anyway', () => {
    holdsFor(rules, ({ attempts }) => {
      for (const { command, before, due, issues } of attempts) {
        if (issues.length === 0 || before === undefined) continue;
        expect(due).toEqual(elapse(rules, before, command.at, facts).events);
      }
    });
  });

  it('law 4: one tick or a thousand leave the same events, also with commands between', () => {
    fc.assert(fc.property(moves(10), fc.array(fc.nat(60 * 24 * 30), { minLength: 1, maxLength: 8 }), (steps, cuts) => {
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
        for (const at of cuts.map((cut) => command.at - cut * 1000).filter((one) => state && one >= state.last).sort((a, b) => a - b)) {
          const step = elapse(rules, state!, at, facts);
          again.push(...step.events);
          state = step.state;
        }
        if (state) {
          const step = elapse(rules, state, command.at, facts);
          again.push(...step.events);
          state = step.state;
        }
        const decision = decide(rules, state, command, facts);
        for (const event of decision.ok ? decision.value : []) { again.push(event); state = evolve(state, event); }
      }
      expect(again).toEqual(life.events);
    }), { numRuns: 25 });
  });

  it('law 9: whatever explain allows is not refused at the same instant, and the reverse', () => {
    holdsFor(rules, ({ state, end }, steps) => {
      const seed = steps[0]!.seed;
      const now = elapse(rules, state, end, facts).state;
      for (const actor of actors.slice(seed % 3, seed % 3 + 5)) {
        for (const action of explain(rules, now, actor, end, facts).actions) {
          const decision = decide(rules, now, { type: 'act', action: action.name, input: formFilled(action.form, seed, end, rules), by: actor, at: end }, facts);
          const codes = decision.ok ? [] : decision.issues.filter((issue) => issue.path[0] !== 'checks').map((issue) => issue.code);
          // What hangs on the very inputs is decided when they are given.
          const decidable = codes.filter((code) => !code.startsWith('input.') && code !== 'ending.requirement' && code !== 'classification.no-rule' && code !== 'record.unknown');
          if (action.allowed) expect({ action: action.name, refused: decidable }).toEqual({ action: action.name, refused: [] });
          else expect({ action: action.name, refused: !decision.ok }).toEqual({ action: action.name, refused: true });
        }
      }
    }, 10);
  });

  it('whatever still happens by itself has its instant, and nothing happens before it', () => {
    holdsFor(rules, ({ state, end }) => {
      const next = nextInstant(state);
      if (next === undefined) expect(elapse(rules, state, end + 10 * 365 * 86_400_000, facts).events).toEqual([]);
      else expect(elapse(rules, state, next - 1, facts).events.map(withoutVersion)).toEqual([]);
    });
  });
});
