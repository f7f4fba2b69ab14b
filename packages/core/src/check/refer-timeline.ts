import { parseInstant, parsePeriod, isZoneName, zoneOf } from '../calendar/index.ts';
import { refusalsZh } from '../issues/refusals.zh.ts';
import { finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import type { Cast, TimelineEntry } from '../method/scenario-schema.ts';
import { nearest } from '../method/nearest.ts';
import { wordsOf } from '../method/words.ts';
import { actionInputs, type ActionInput } from './action-inputs.ts';
import { ofWhat, type KnownNames } from './known-names.ts';

/** What a timeline says can be played: times go on, cases are opened before they are acted on, inputs and refusals are those of the action. */
export function referTimeline(timeline: readonly TimelineEntry[], path: Path, cast: Cast, method: Method, known: KnownNames): void {
  referTimes(timeline, path, method, known);
  const opened = new Set<string>();
  timeline.forEach((entry, i) => {
    const here = [...path, i];
    const { refused } = entry.expect ?? {};
    if (entry.period !== undefined && parsePeriod(entry.period) === undefined && refused !== 'period.unreadable') {
      known.out.push(finding('shape.wrong-form', [...here, 'period'], { given: entry.period, example: '2021-11' }));
    }
    referCase(entry, here, opened, method, known);
    const inputs = entry.do === undefined || method.actions[entry.do] === undefined ? undefined : inputsOf(entry.do, entry, method);
    if (inputs !== undefined) referInputs(entry, [...here, 'with'], inputs, cast, method, known);
    if (refused !== undefined) known.oneOf(REFUSAL, refused, [...CODES, ...refusalsOf(entry, inputs ?? [], method)], [...here, 'expect', 'refused']);
  });
}

const REFUSAL = { zh: '拒绝代码、要求或填报项', en: 'refusal, requirement or input of this action' };
const CODES = Object.keys(refusalsZh);

/** A case goes on in time; another one may be told of later in the file. */
function referTimes(timeline: readonly TimelineEntry[], path: Path, { timeZone }: Method, { out }: KnownNames): void {
  if (!isZoneName(timeZone)) return;
  const zone = zoneOf(timeZone);
  const lasts = new Map<string, { readonly text: string; readonly at: number }>();
  timeline.forEach(({ at: text, expect, case: name = 'it', unit, post }, i) => {
    const about = `${name} ${unit} ${post}`;
    const last = lasts.get(about);
    const at = parseInstant(text, zone);
    if (at === undefined) out.push(finding('shape.wrong-form', [...path, i, 'at'], { given: text, example: '2021-10-08T09:00' }));
    else if (last !== undefined && at < last.at && expect?.refused !== 'command.time-back') out.push(finding('timeline.back', [...path, i, 'at'], { at: text, last: last.text }));
    else lasts.set(about, { text, at });
  });
}

/** A case has its name from the action that opens it, or from `opened`. */
function referCase(entry: TimelineEntry, path: Path, opened: Set<string>, method: Method, { out }: KnownNames): void {
  if (entry.do === undefined || method.actions[entry.do] === undefined) return;
  for (const each of Object.values(entry.opened ?? {})) for (const one of timesOf(each, entry.times)) opened.add(one);
  if (entry.unit !== undefined || entry.post !== undefined) return;
  const name = entry.case ?? 'it';
  if (method.actions[entry.do]!.opens !== undefined) {
    if (entry.expect?.refused === undefined) for (const each of timesOf(name, entry.times)) opened.add(each);
  } else if (timesOf(name, entry.times).some((each) => !opened.has(each))) {
    out.push(finding('timeline.not-opened', entry.case === undefined ? path : [...path, 'case'], { case: name }, nearest(name, opened)));
  }
}

const timesOf = (name: string, times: number | undefined): readonly string[] => (times === undefined ? [name] : Array.from({ length: times }, (_, i) => `${name}-${i + 1}`));

/** What an action asks for; where a case comes in, what its way in asks for too. Nothing where a part of it is not sound. */
function inputsOf(name: string, entry: TimelineEntry, method: Method): readonly ActionInput[] | undefined {
  const action = method.actions[name]!;
  if (Object.keys(action.leaves ?? {}).some((record) => method.records?.[record] === undefined)) return undefined;
  if (Object.keys(action.takes ?? {}).some((field) => method.fields[field] === undefined)) return undefined;
  const sources = action.opens === undefined ? [] : entry.source === undefined ? method.kinds[action.opens]?.sources ?? [] : [entry.source];
  const takes = Object.assign({}, action.takes, ...sources.map((source) => method.sources[source]?.takes)) as typeof action.takes;
  return actionInputs({ ...action, takes }, method);
}

function referInputs(entry: TimelineEntry, path: Path, inputs: readonly ActionInput[], cast: Cast, method: Method, known: KnownNames): void {
  const refused = entry.expect?.refused;
  for (const [name, value] of Object.entries(entry.with ?? {})) {
    if (name === refused) continue;
    const input = inputs.find((each) => each.name === name);
    if (input === undefined) {
      if (refused !== 'input.unknown') known.oneOf(ofWhat(wordsOf(method.actions[entry.do!]!.label), '填报项', 'input'), name, inputs.map((each) => each.name), [...path, name]);
      continue;
    }
    const [what, names] = input.kind === 'post' || input.kind === 'posts' ? [POST, cast.posts] as const : input.kind === 'unit' || input.kind === 'units' ? [UNIT, cast.units] as const : [];
    if (names === undefined || refused === 'input.post-unknown' || refused === 'input.unit-unknown') continue;
    [value].flat().forEach((each, i) => {
      if (typeof each === 'string' && each !== '') known.oneOf(what!, each, Object.keys(names), Array.isArray(value) ? [...path, name, i] : [...path, name]);
    });
  }
}

/** The requirements and inputs for which an action can be refused, with those of what it ends, opens and brings about. */
function refusalsOf(entry: TimelineEntry, inputs: readonly ActionInput[], method: Method): readonly string[] {
  const seen = new Set<string>();
  const names = [...inputs.map(({ name }) => name), ...Object.keys(entry.with ?? {})];
  const look = (name: string): void => {
    const action = method.actions[name];
    if (action === undefined || seen.has(name)) return;
    seen.add(name);
    names.push(...Object.keys(action.requires ?? {}), ...Object.keys(action.checks ?? {}), ...(action.ends === undefined ? [] : Object.keys(method.endings[action.ends]?.requires ?? {})));
    if (name !== entry.do) names.push(...actionInputs(action, method).map((input) => input.name));
    Object.keys(action.spawns ?? {}).forEach(look);
  };
  if (entry.do !== undefined) look(entry.do);
  return names;
}

const POST = { zh: '岗位', en: 'post of the cast' };
const UNIT = { zh: '单位', en: 'unit of the cast' };
