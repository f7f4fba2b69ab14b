import { CommandHandler, getInMemoryEventStore } from '@event-driven-io/emmett';
import StateMachine from 'javascript-state-machine';
import { createMachine as robotMachine, guard, interpret, reduce, state as robotState, transition as robotTransition } from 'robot3';
import { assign, createActor, createMachine, initialTransition, transition } from 'xstate';
import { steps } from './story.ts';
import type { PlainCommand, Step } from './story.ts';

/** A peer with one case of its own: a command is taken or refused, and the case stands somewhere. */
export interface Machine { send(command: PlainCommand): unknown; standing(): string }

const names = ['new', 'contact', 'screening', 'scheduling', 'handling', 'accepting', 'solved'];
const from = (name: string): Step[] => steps.filter((step) => step.from === name);
const may = ({ role, field }: Step, command: PlainCommand): boolean => command.role === role && command.input[field] !== undefined && command.input[field] !== '';
type Values = Readonly<Record<string, unknown>>;
const withField = (values: Values, { field }: Step, command: PlainCommand): Values => ({ ...values, [field]: command.input[field] });

// --- xstate ---

const machine = createMachine({
  types: {} as { context: { values: Values }; events: PlainCommand },
  context: { values: {} },
  initial: 'new',
  states: Object.fromEntries(names.map((name) => [name, {
    on: Object.fromEntries(from(name).map((step) => [step.action, {
      target: step.to,
      guard: ({ event }: { event: PlainCommand }) => may(step, event),
      actions: assign({ values: ({ context, event }) => withField(context.values, step, event as PlainCommand) }),
    }])),
  }])) as never,
});
const [fresh] = initialTransition(machine);

export const xstatePure = (): Machine => {
  let snapshot = fresh;
  return {
    send: (command) => { [snapshot] = transition(machine, snapshot, command); return snapshot; },
    standing: () => String(snapshot.value),
  };
};

export const xstateLive = (): Machine => {
  const actor = createActor(machine).start();
  return { send: (command) => { actor.send(command); }, standing: () => String(actor.getSnapshot().value) };
};

export const xstateRestored = (): Machine => {
  let kept = createActor(machine).start().getPersistedSnapshot();
  return {
    send: (command) => {
      const actor = createActor(machine, { snapshot: kept }).start();
      actor.send(command);
      kept = actor.getPersistedSnapshot();
    },
    standing: () => String((kept as unknown as { value: string }).value),
  };
};

// --- robot3 ---

const robot = robotMachine('new', Object.fromEntries(names.map((name) => [name, robotState(...from(name).map((step) => robotTransition(
  step.action, step.to,
  guard((_context: { values: Values }, command: PlainCommand) => may(step, command)),
  reduce((context: { values: Values }, command: PlainCommand) => ({ ...context, values: withField(context.values, step, command) })),
)))])), () => ({ values: {} }));

export const robot3 = (): Machine => {
  const service = interpret(robot as never, () => {}) as unknown as { send(command: PlainCommand): void; machine: { current: string } };
  return { send: (command) => { service.send(command); }, standing: () => service.machine.current };
};

// --- javascript-state-machine ---

const camel = (name: string): string => name.replace(/-./g, (dash) => dash[1]!.toUpperCase());
const byTransition = new Map(steps.map((step) => [camel(step.action), step]));
const Jsm = StateMachine.factory({
  init: 'new',
  transitions: steps.map(({ action, from, to }) => ({ name: camel(action), from, to })),
  data: () => ({ values: {} }),
  methods: {
    onInvalidTransition: () => false,
    onBeforeTransition: ({ transition: name }: { transition: string }, command?: PlainCommand) => name === 'init' || may(byTransition.get(name)!, command!),
    onTransition(this: { values: Values }, { transition: name }: { transition: string }, command?: PlainCommand) {
      if (name !== 'init') this.values = withField(this.values, byTransition.get(name)!, command!);
    },
  },
});
const methodOf = new Map(steps.map(({ action }) => [action, camel(action)]));

export const javascriptStateMachine = (): Machine => {
  const fsm = new Jsm();
  return { send: (command) => (fsm[methodOf.get(command.type)!] as (command: PlainCommand) => boolean)(command), standing: () => fsm.state };
};

// --- emmett: decides, appends to its store in memory, reads the stream again for the next command ---

interface EmmettState { readonly step: string; readonly values: Values }
interface EmmettEvent { readonly type: string; readonly data: { readonly field: string; readonly value: unknown; readonly to: string; readonly at: number; readonly person: string } }
const stepOf = new Map(steps.map((step) => [`${step.from}/${step.action}`, step]));
const handle = CommandHandler<EmmettState, EmmettEvent>({
  initialState: () => ({ step: 'new', values: {} }),
  evolve: (state, { data }) => ({ step: data.to, values: { ...state.values, [data.field]: data.value } }),
});
let store = getInMemoryEventStore();
let streams = 0;
export const clearEmmett = (): void => { store = getInMemoryEventStore(); };

export const emmett = (): { send(command: PlainCommand): Promise<unknown>; standing(): string } => {
  const id = `case-${streams++}`;
  let standing = 'new';
  return {
    send: async (command) => {
      const { newState } = await handle(store, id, (state) => {
        const step = stepOf.get(`${state.step}/${command.type}`);
        if (step === undefined || !may(step, command)) return [];
        return { type: command.type, data: { field: step.field, value: command.input[step.field], to: step.to, at: command.at, person: command.person } };
      });
      standing = newState.step;
    },
    standing: () => standing,
  };
};
