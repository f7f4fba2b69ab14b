import { finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import type { Cast, Scenario, TimelineEntry } from '../method/scenario-schema.ts';
import type { Referring } from './refer-conditions.ts';
import { referCondition } from './refer-conditions.ts';
import { referTimeline } from './refer-timeline.ts';

/** Units, posts and what happens to them: in a method's own tests, and in a scenario file. */
export function referScenarios(cast: Cast | undefined, scenarios: Readonly<Record<string, Scenario>> | undefined, path: Path, method: Method, at: Referring): void {
  if (cast !== undefined) referCast(cast, cast.units, [...path, 'cast'], at);
  for (const [name, scenario] of Object.entries(scenarios ?? {})) {
    const here = [...path, path.length === 0 && scenarios === method.tests ? 'tests' : 'scenarios', name];
    const units = { ...cast?.units, ...scenario.cast?.units };
    if (scenario.cast !== undefined) referCast(scenario.cast, units, [...here, 'cast'], at);
    const posts = { ...cast?.posts, ...scenario.cast?.posts };
    scenario.timeline.forEach((entry, i) => referEntry(entry, [...here, 'timeline', i], { units, posts }, method, at));
    referTimeline(scenario.timeline, [...here, 'timeline'], { units, posts }, method, at.known);
  }
}

/** `all`: what a scenario adds to the cast of its file may stand in the units of that. */
function referCast({ units, posts }: Cast, all: Cast['units'], path: Path, { known }: Referring): void {
  for (const [name, unit] of Object.entries(units)) {
    known.need('levels', unit.level, [...path, 'units', name, 'level']);
    if (unit.under !== undefined) known.oneOf(UNIT, unit.under, Object.keys(all), [...path, 'units', name, 'under']);
  }
  for (const [name, post] of Object.entries(posts)) {
    known.need('roles', post.role, [...path, 'posts', name, 'role']);
    known.oneOf(UNIT, post.unit, Object.keys(all), [...path, 'posts', name, 'unit']);
  }
}

function referEntry(entry: TimelineEntry, path: Path, cast: Cast, method: Method, at: Referring): void {
  const { known } = at;
  if (entry.as !== undefined) known.oneOf(POST, entry.as, Object.keys(cast.posts), [...path, 'as']);
  if (entry.home !== undefined) known.oneOf(UNIT, entry.home, Object.keys(cast.units), [...path, 'home']);
  if (entry.do !== undefined) known.need('actions', entry.do, [...path, 'do']);
  if (entry.source !== undefined) known.need('sources', entry.source, [...path, 'source']);
  if (entry.kind !== undefined) known.needAny(['kinds', 'subjects'], entry.kind, [...path, 'kind']);
  if (entry.unit !== undefined) known.oneOf(UNIT, entry.unit, Object.keys(cast.units), [...path, 'unit']);
  if (entry.post !== undefined) known.oneOf(POST, entry.post, Object.keys(cast.posts), [...path, 'post']);
  known.needKeys('actions', entry.opened, [...path, 'opened']);
  known.need('ledgers', entry.issue?.ledger, [...path, 'issue', 'ledger']);
  known.needKeys('norms', entry.norms, [...path, 'norms']);
  known.needKeys('norms', entry.missed, [...path, 'missed']);
  known.needKeys('metrics', entry.ranks, [...path, 'ranks']);
  known.needKeys('metrics', entry.metrics, [...path, 'metrics']);
  known.needKeys('metrics', entry.targets, [...path, 'targets']);
  known.needKeys('ledgers', entry.ledgers, [...path, 'ledgers']);
  if (entry.expect === undefined) return;
  entry.expect.holds?.forEach((condition, i) => referCondition(condition, [...path, 'expect', 'holds', i], at));
  known.needAll('actions', entry.expect.allowed, [...path, 'expect', 'allowed']);
  known.needAll('actions', entry.expect.notAllowed, [...path, 'expect', 'notAllowed']);
  for (const [ending, requirements] of Object.entries(entry.expect.missing ?? {})) {
    if (!known.need('endings', ending, [...path, 'expect', 'missing', ending])) continue;
    const keys = Object.keys(method.endings[ending]?.requires ?? {});
    requirements.forEach((name, i) => known.oneOf({ zh: '要求', en: 'requirement' }, name, [...keys, 'answered'], [...path, 'expect', 'missing', ending, i]));
  }
  if (entry.as === undefined && entry.do !== undefined) known.out.push(finding('shape.missing-key', path, { key: 'as' }));
}

const POST = { zh: '岗位', en: 'post of the cast' };
const UNIT = { zh: '单位', en: 'unit of the cast' };
