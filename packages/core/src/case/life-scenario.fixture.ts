import { formatInstant } from '../calendar/index.ts';
import type { ScenarioFile } from '../method/scenario-schema.ts';
import type { RandomCast } from './random-cast.fixture.ts';
import type { Rules } from './rules.ts';

type Entry = ScenarioFile['scenarios'][string]['timeline'][number];

/** Test helper: one thing of a life as a scenario tells it. `on`: the log, by its id; `opened`: what it opened, itself or besides, by the action that did. */
export interface Told {
  readonly at: number;
  readonly as?: string | undefined;
  readonly do?: string | undefined;
  readonly on?: string | undefined;
  readonly input?: Readonly<Record<string, unknown>> | undefined;
  readonly source?: string | undefined;
  readonly home?: string | undefined;
  readonly reporter?: string | undefined;
  readonly itself?: string | undefined;
  readonly opened?: Readonly<Record<string, string>> | undefined;
  readonly issue?: { readonly ledger: string; readonly period?: string | undefined; readonly unit?: string | undefined } | undefined;
  readonly refused?: string | undefined;
}

/** A life as a scenario file that `bihuan test` takes: what a law that fails prints. Logs go by the ids that they have in it. */
export const scenarioOf = ({ method, calendar }: Rules, { cast }: RandomCast, life: readonly Told[]): ScenarioFile => ({
  method: method.id, cast, scenarios: { failing: { timeline: life.map((told): Entry => entryOf(told, formatInstant(told.at, calendar.zone))) } },
});

const entryOf = ({ as, on, itself, input, source, home, reporter, opened, issue, refused, ...told }: Told, at: string): Entry => ({
  at, ...(as !== undefined && { as }), ...(told.do !== undefined && { do: told.do }),
  ...(on !== undefined ? placeOf(on) : itself === undefined ? {} : { case: nameOf(itself) }),
  ...(source !== undefined && { source }), ...(home !== undefined && { home }), ...(reporter !== undefined && { reporter: { name: reporter } }),
  ...(input && { with: input as NonNullable<Entry['with']> }),
  ...(opened && Object.keys(opened).length > 0 && { opened: Object.fromEntries(Object.entries(opened).map(([action, id]) => [action, nameOf(id)])) }),
  ...(issue && { issue: { ledger: issue.ledger }, ...(issue.period !== undefined && { period: issue.period }), ...(issue.unit !== undefined && { unit: issue.unit }) }),
  ...(refused !== undefined && { expect: { refused } }),
});

const placeOf = (id: string): Pick<Entry, 'unit' | 'post' | 'case'> =>
  (id.startsWith('unit:') ? { unit: id.slice(5) } : id.startsWith('post:') ? { post: id.slice(5) } : { case: nameOf(id) });

/** A name begins with a letter. */
const nameOf = (id: string): string => (/^\d/.test(id) ? `c${id}` : id);

/** The law's own words, and the life that broke it. */
export const broken = (error: unknown, scenario: ScenarioFile): Error =>
  new Error(`${error instanceof Error ? error.message : String(error)}\nAs a scenario file, for "bihuan test":\n${JSON.stringify(scenario)}`, { cause: error });
