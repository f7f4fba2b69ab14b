import { canonical, createEngine, decide, elapse, embeddedDirectory, evolve } from '@bihuan/core';
import type { CaseEvent, CaseState, CaseStore } from '@bihuan/core';
import { memoryStore } from '@bihuan/adapters/memory';
import { keep, measure } from '../harness/measure.ts';
import type { Contender, Pace, Right } from '../harness/measure.ts';
import { comparison, named, ns, percent, target, times, wrongOnes } from '../harness/report.ts';
import type { Report } from '../harness/report.ts';
import * as small from './by-hand-small.ts';
import * as whole from './by-hand-whole.ts';
import { accepted, liveOurs } from './ours.ts';
import { clearEmmett, emmett, javascriptStateMachine, robot3, xstateLive, xstatePure, xstateRestored } from './peers.ts';
import type { Machine } from './peers.ts';
import { directory, duesByHand, facts, lives, method, notAllowed, plainCommands, rules, standing, stepsAfter } from './story.ts';

const COMMANDS = 8;
let at = 0;
const nextLife = (): (typeof lives)[number] => {
  at = at + 1 === lives.length ? 0 : at + 1;
  return lives[at]!;
};
/** Whole lives: eight commands each. */
const wholeLives = (live: () => unknown): Contender['run'] => (count) => {
  const rounds = Math.max(1, Math.ceil(count / COMMANDS));
  for (let n = 0; n < rounds; n++) keep(live());
  return rounds * COMMANDS;
};

function liveByHand({ open, acts }: (typeof lives)[number], seen?: (state: CaseState, events: readonly CaseEvent[]) => void): CaseState {
  let { state, events } = whole.open(open)!;
  seen?.(state, events);
  for (const command of acts) {
    ({ state, events } = whole.act(state, command)!);
    seen?.(state, events);
  }
  return state;
}

/** After every command of every life: does the case stand where it should? At its end: are the due times those reckoned by hand? */
const checkOurs = (): Right => {
  let [right, of] = [0, 0];
  const say = (good: boolean): void => { of++; if (good) right++; };
  for (const life of lives) {
    let n = 0;
    const end = liveOurs(life, (state) => { say(standing(state) === stepsAfter[n++]); });
    for (const [clock, due] of Object.entries(duesByHand)) say(end.clocks[clock]!.due!.at === Date.parse(due));
  }
  for (const wrong of [{ ...lives[0]!.open, by: lives[0]!.acts[2]!.by }, { ...lives[0]!.open, input: {} }]) say(!decide(rules, undefined, wrong, facts).ok);
  return { right, of };
};

/** The same events and states as ours, to the letter. */
const checkByHand = (): Right => {
  let [right, of] = [0, 0];
  for (const life of lives) {
    const ours: string[] = [];
    liveOurs(life, (state, events) => { ours.push(canonical([state, events])); });
    let n = 0;
    liveByHand(life, (state, events) => { of++; if (canonical([state, events]) === ours[n++]) right++; });
  }
  return { right, of };
};

// --- the engine on the memory store ---

let kept: CaseStore = memoryStore();
// A new store for each round, behind one engine: every call goes to the one that is kept now.
const store = Object.fromEntries((Object.keys(kept) as (keyof CaseStore)[]).map((name) =>
  [name, (...args: unknown[]) => (kept[name] as (...each: unknown[]) => unknown)(...args)])) as unknown as CaseStore;
const engine = createEngine({ methods: [method], store, directory: embeddedDirectory(directory) });

const liveInEngine = async ({ open: { source, home, reporter, input, by, at: opened }, acts }: (typeof lives)[number]): Promise<string[]> => {
  const stood: string[] = [];
  const aCase = await engine.open({ source, home, reporter: reporter!, fields: input }, { by, at: opened });
  if (!aCase.ok) throw new Error('not opened');
  stood.push(standing(aCase.value.state));
  for (const command of acts) {
    const done = await engine.act(aCase.value.id, command.action, command.input, { by: command.by, at: command.at });
    if (!done.ok) throw new Error(done.issues.map(({ code }) => code).join());
    stood.push(standing(done.value.state));
  }
  return stood;
};

// --- peers, and the limit for their work ---

const checkMachine = (make: () => Machine): (() => Right) => () => {
  const machine = make();
  let right = 0;
  plainCommands.forEach((command, n) => { machine.send(command); if (machine.standing() === stepsAfter[n]) right++; });
  for (const command of notAllowed) { const other = make(); other.send(command); if (other.standing() === 'new') right++; }
  return { right, of: COMMANDS + notAllowed.length };
};
const machineLife = (make: () => Machine): Contender['run'] => wholeLives(() => {
  const machine = make();
  for (const command of plainCommands) machine.send(command);
  return machine;
});
const smallMachine = (evolveOne: typeof small.evolve) => (): Machine => {
  let state = small.freshState();
  return { send: (command) => { const event = small.decide(state, command); if (event) state = evolveOne(state, event); return event; }, standing: () => state.step };
};

const less = 'less work: role, one field, the step';
const contenders: readonly Contender[] = [
  {
    name: 'limit: the whole of it by hand', role: 'limit', note: 'the same events, states and clocks, for these steps only', check: checkByHand,
    run: wholeLives(() => liveByHand(nextLife())),
  },
  { name: 'bihuan: elapse, decide, evolve', role: 'ours', note: 'roles, requirements, every clock, audit event', check: checkOurs, run: wholeLives(() => liveOurs(nextLife())) },
  {
    name: 'bihuan: engine on memoryStore', role: 'ours', note: 'reads, decides, appends, row for the lists',
    before: () => { kept = memoryStore(); },
    check: async () => {
      const stood = await liveInEngine(nextLife());
      return { right: stood.filter((step, n) => step === stepsAfter[n]).length, of: COMMANDS };
    },
    run: async (count) => {
      const rounds = Math.max(1, Math.ceil(count / COMMANDS));
      for (let n = 0; n < rounds; n++) keep(await liveInEngine(nextLife()));
      return rounds * COMMANDS;
    },
  },
  {
    name: 'emmett, in-memory store', role: 'peer', note: `${less}; an event, appended`, before: clearEmmett,
    check: async () => {
      const one = emmett();
      let right = 0;
      for (const [n, command] of plainCommands.entries()) { await one.send(command); if (one.standing() === stepsAfter[n]) right++; }
      for (const command of notAllowed) { const other = emmett(); await other.send(command); if (other.standing() === 'new') right++; }
      return { right, of: COMMANDS + notAllowed.length };
    },
    run: async (count) => {
      const rounds = Math.max(1, Math.ceil(count / COMMANDS));
      for (let n = 0; n < rounds; n++) { const one = emmett(); for (const command of plainCommands) await one.send(command); keep(one); }
      return rounds * COMMANDS;
    },
  },
  { name: 'xstate, pure transition', role: 'peer', note: `${less}; no event`, check: checkMachine(xstatePure), run: machineLife(xstatePure) },
  { name: 'xstate, restore + send + persist', role: 'peer', note: `${less}; no event`, check: checkMachine(xstateRestored), run: machineLife(xstateRestored) },
  { name: 'xstate, live actor', role: 'peer', note: `${less}; no event`, check: checkMachine(xstateLive), run: machineLife(xstateLive) },
  { name: 'javascript-state-machine', role: 'peer', note: `${less}; no event`, check: checkMachine(javascriptStateMachine), run: machineLife(javascriptStateMachine) },
  { name: 'robot3', role: 'peer', note: `${less}; no event`, check: checkMachine(robot3), run: machineLife(robot3) },
  {
    name: 'by hand, only what peers do', role: 'reference', note: 'role, one field, the step, one event; in place', check: checkMachine(smallMachine(small.evolve)),
    run: wholeLives(() => { let state = small.freshState(); for (const command of plainCommands) { const event = small.decide(state, command); keep(event); state = small.evolve(state, event!); } return state; }),
  },
  {
    name: 'by hand, only what peers do, copying', role: 'reference', check: checkMachine(smallMachine(small.evolveCopying)),
    run: wholeLives(() => { let state = small.freshState(); for (const command of plainCommands) { const event = small.decide(state, command); keep(event); state = small.evolveCopying(state, event!); } return state; }),
  },
];

// --- where it goes: each part alone, on states kept from a life ---

const moments = (() => {
  const [{ open, acts }] = lives as unknown as [(typeof lives)[number]];
  const found: { before: CaseState; ready: CaseState; command: (typeof acts)[number]; due: readonly CaseEvent[]; events: readonly CaseEvent[] }[] = [];
  let state = accepted(decide(rules, undefined, open, facts)).reduce<CaseState | undefined>(evolve, undefined)!;
  for (const command of acts) {
    const due = elapse(rules, state, command.at, facts);
    const events = accepted(decide(rules, due.state, command, facts));
    found.push({ before: state, ready: due.state, command, due: due.events, events });
    state = events.reduce<CaseState | undefined>(evolve, due.state)!;
  }
  return found;
})();
const openOnly = lives[0]!.open;
const openEvents = accepted(decide(rules, undefined, openOnly, facts));

const parts: readonly Contender[] = [
  { name: 'elapse', role: 'part', run: wholeLives(() => { let last: unknown; for (const { before, command } of moments) last = elapse(rules, before, command.at, facts); return last; }) },
  {
    name: 'decide', role: 'part',
    run: wholeLives(() => { keep(decide(rules, undefined, openOnly, facts)); for (const { ready, command } of moments) keep(decide(rules, ready, command, facts)); return undefined; }),
  },
  {
    name: 'evolve', role: 'part',
    run: wholeLives(() => { for (const event of openEvents) keep(evolve(undefined, event)); for (const { ready, events } of moments) for (const event of events) keep(evolve(ready, event)); return undefined; }),
  },
  ...['open', ...moments.map(({ command }) => command.action)].map((action, n): Contender => ({
    name: `decide: ${action}`, role: 'part',
    run: (count) => {
      for (let k = 0; k < count; k++) keep(n === 0 ? decide(rules, undefined, openOnly, facts) : decide(rules, moments[n - 1]!.ready, moments[n - 1]!.command, facts));
      return count;
    },
  })),
];

export const life = async (pace: Pace): Promise<Report> => {
  // Many functions take part in one command: the engine needs longer until all of them are compiled.
  const rows = await measure(contenders, { ...pace, warmMs: Math.max(400, pace.warmMs) });
  const partRows = await measure(parts, { ...pace, rounds: Math.min(5, pace.rounds) });
  const ours = named(rows, 'bihuan: elapse, decide, evolve');
  const inEngine = named(rows, 'bihuan: engine on memoryStore');
  const limit = named(rows, 'limit: the whole of it by hand');
  const itsPeer = named(rows, 'emmett, in-memory store');
  return {
    title: 'One case\'s whole life: eight commands of 1330, from the call to the end (ns a command)',
    tables: [
      comparison(rows, 'ns a command'),
      `Where it goes (ns a command; the last eight: one decision each)\n${partRows.map(({ name, ns: each }) => `${name.padEnd(24)}${ns(each).padStart(8)}`).join('\n')}`,
      `Ours costs ${times(ours.ns / limit.ns)} the hand-written whole (${percent(limit.ns / ours.ns)} of the limit).`,
    ],
    rows: { life: rows, parts: partRows },
    targets: [
      target('one command: elapse, decide, evolve', '≤ 1,200 ns', `${ns(ours.ns)} ns`, ours.ns <= 1200),
      target('one command: elapse, decide, evolve', '≥ 10 × emmett', times(itsPeer.ns / ours.ns), itsPeer.ns / ours.ns >= 10),
      target('one command through the engine on memoryStore', '≤ 1,200 ns', `${ns(inEngine.ns)} ns`, inEngine.ns <= 1200),
      target('one command through the engine on memoryStore', '≥ 10 × emmett', times(itsPeer.ns / inEngine.ns), itsPeer.ns / inEngine.ns >= 10),
    ],
    wrong: wrongOnes('life', rows),
  };
};
