import { formatDuration, parseDuration, type Duration } from '../calendar/index.ts';
import type { Words } from '../issues/issue.ts';
import { finding, type Finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';

type Clock = NonNullable<Method['clocks']>[string];
type Rung = NonNullable<Clock['ladder']>[string];

/** Warnings before the start, rungs after the end, and extensions longer than what they extend. */
export function lintLadders(method: Method): readonly Finding[] {
  const ladders = Object.entries(method.clocks ?? {}).flatMap(([name, clock]) =>
    Object.entries(clock.ladder ?? {}).flatMap(([rung, each]) => lintRung(method, name, clock, rung, each)));
  return [...ladders, ...extensions(method)];
}

function lintRung(method: Method, name: string, clock: Clock, key: string, rung: Rung): readonly Finding[] {
  const path: Path = ['clocks', name, 'ladder', key];
  const word = rung.label === undefined ? key : wordsOf(rung.label).zh;
  if (clock.limit === 'none') return [finding('rung.no-due', path, { rung: word })];
  const found: Finding[] = [];
  for (const ask of Object.keys(rung.asks ?? {})) {
    const schema = method.asks?.[ask];
    // What comes by itself has nobody who could choose a post or a unit, or claim for themselves.
    if (schema && ('post' in schema.of || 'unit' in schema.of || 'actor' in schema.of)) found.push(finding('rung.asks-nobody', [...path, 'asks', ask], { rung: word, ask: wordsOf(schema.label) }));
  }
  if (typeof rung.at === 'object' && 'before' in rung.at) {
    const before = parseDuration(rung.at.before);
    const limit = limitsOf(clock.limit, method).find((each) => before !== undefined && isLonger(before, each));
    if (before !== undefined && limit !== undefined) found.push(finding('rung.before-start', [...path, 'at', 'before'], { rung: word, before: spoken(before), limit: spoken(limit) }));
  }
  for (const [other, earlier] of Object.entries(clock.ladder ?? {})) {
    if (earlier.ends === undefined || earlier.when !== undefined || !standsAfter(rung, earlier)) continue;
    if (method.endings[earlier.ends]?.keeps?.clocks?.includes(name)) continue;
    found.push(finding('rung.after-ending', path, { rung: word, earlier: earlier.label === undefined ? other : wordsOf(earlier.label).zh }));
  }
  return found;
}

function extensions(method: Method): readonly Finding[] {
  return Object.entries(method.actions).flatMap(([name, action]) => Object.entries(action.clocks ?? {}).flatMap(([clock, effect]): readonly Finding[] => {
    if (!('extend' in effect) || typeof effect.extend !== 'string' || effect.from === 'start') return [];
    const by = parseDuration(effect.extend);
    const limits = limitsOf(method.clocks?.[clock]?.limit ?? 'none', method);
    const limit = by === undefined ? undefined : limits.length > 0 && limits.every((each) => isLonger(by, each)) ? limits[0] : undefined;
    return by && limit ? [finding('extension.too-long', ['actions', name, 'clocks', clock, 'extend'], { by: spoken(by), limit: spoken(limit) })] : [];
  }));
}

// --- lengths of time ---

const spoken = (duration: Duration): Words => ({ zh: formatDuration(duration, 'zh'), en: formatDuration(duration, 'en') });

/** The durations that a limit may be. */
function limitsOf(limit: Clock['limit'], method: Method): readonly Duration[] {
  if (typeof limit === 'string') {
    const duration = parseDuration(limit);
    return duration === undefined ? [] : [duration];
  }
  if ('parameter' in limit) return limitsOf(method.parameters?.[limit.parameter]?.value ?? 'none', method);
  if (!('answer' in limit)) return [];
  return [...Object.values(limit.is), ...(limit.otherwise === undefined ? [] : [limit.otherwise])].flatMap((each) => limitsOf(each, method));
}

const DAY = 1440;
/** The least and the most minutes of the calendar that a duration can take: rest days and holidays stretch working time. */
function minutes({ amount, unit }: Duration): readonly [number, number] {
  switch (unit) {
    case 'minutes': return [amount, amount];
    case 'hours': return [amount * 60, amount * 60];
    case 'days': return [amount * DAY, (amount + 1) * DAY];
    case 'weeks': return [amount * 7 * DAY, (amount * 7 + 1) * DAY];
    case 'months': return [amount * 28 * DAY, (amount * 31 + 1) * DAY];
    case 'years': return [amount * 365 * DAY, (amount * 366 + 1) * DAY];
    case 'working-minutes': return [amount, stretched(amount / 480)];
    case 'working-hours': return [amount * 60, stretched(amount / 8)];
    case 'working-days': return [amount * DAY, stretched(amount)];
  }
}
/** Five days of seven are worked, and the longest holiday takes nine. */
const stretched = (workingDays: number): number => (Math.ceil(workingDays) * 1.5 + 10) * DAY;

/** Is a length of time certainly longer than another? */
const isLonger = (a: Duration, b: Duration): boolean => (a.unit === b.unit ? a.amount > b.amount : minutes(a)[0] > minutes(b)[1]);

/** Does a rung certainly come after another? */
function standsAfter(later: Rung, earlier: Rung): boolean {
  const [a, b] = [later.at, earlier.at];
  if (later === earlier) return false;
  const side = (at: Rung['at']): number => (at === 'due' ? 0 : 'before' in at ? -1 : 1);
  if (side(a) !== side(b)) return side(a) > side(b);
  if (a === 'due' || b === 'due') return false;
  const length = (at: Exclude<Rung['at'], 'due'>): Duration | undefined => parseDuration('before' in at ? at.before : at.after);
  const [x, y] = [length(a), length(b)];
  return x !== undefined && y !== undefined && (side(a) < 0 ? isLonger(y, x) : isLonger(x, y));
}
