import type { Result } from '@bihuan/core';
import { scenarioOf, type Told } from '../../../core/src/case/life-scenario.fixture.ts';
import type { Attempt, Life } from './random-street.fixture.ts';

/** A street's life as a scenario file that `bihuan test` takes. A case is called by its id there; what a reporter does cannot be told. */
export const streetScenario = ({ world, attempts }: Life): ReturnType<typeof scenarioOf> => scenarioOf(world.rules, world.people, attempts.map((attempt) => toldOf(attempt, world)));

const refusal = (result: Result<unknown> | undefined): string | undefined => (result && !result.ok ? result.issues[0]?.code : undefined);

const toldOf = ({ asked, result, wrote }: Attempt, { batches }: Life['world']): Told => {
  const { at } = asked;
  if (asked.do === 'tick') return { at };
  const told = { at, as: asked.by.posts[0]?.id, refused: refusal(result) };
  if (asked.do === 'issue') return { ...told, issue: { ledger: asked.ledger, period: asked.period, unit: asked.within } };
  const opened = Object.fromEntries(batches.slice(...wrote).slice(0, 1).flatMap(({ writes: [first] }) => first.events.at(-1)?.changes ?? [])
    .flatMap((change) => (change.type === 'spawned' ? [[change.action, change.id] as const] : [])));
  if (asked.do === 'act') return { ...told, do: asked.action, on: asked.id, input: asked.input, opened };
  const { input } = asked;
  return {
    ...told, do: input.action, itself: result?.ok ? (result.value as { readonly id: string }).id : 'refused', input: input.fields,
    source: input.source, home: input.home, reporter: input.reporter?.name, opened,
  };
};

/** Can a scenario say it all? What a reporter does it cannot, nor that a list is issued before what is due has been swept, nor what is done to a case that was opened by one opened besides, or by what followed. */
export const isTellable = ({ attempts, world: { batches } }: Life): boolean => {
  const named = new Set(attempts.flatMap((attempt) => {
    const { asked, result, wrote } = attempt;
    const first = batches.slice(...wrote)[0]?.writes[0];
    return [...(asked.do === 'open' && result?.ok ? [(result.value as { readonly id: string }).id] : []), ...(first?.events.at(-1)?.changes ?? []).flatMap((change) => (change.type === 'spawned' ? [change.id] : []))];
  }));
  return attempts.every(({ asked }) => asked.do === 'tick' || (asked.do !== 'issue' && asked.by.posts.length > 0 && (asked.do !== 'act' || /^(unit|post):/.test(asked.id) || named.has(asked.id))));
};
