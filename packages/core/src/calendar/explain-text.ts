import { formatDuration } from './duration.ts';
import { formatInstant } from './instant-text.ts';
import type { Day, Due, Extension, Instant, Limit, Period, Segment } from './time.ts';
import type { Zone } from './zone.ts';

/** A sentence in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/**
 * One segment of an explanation as a sentence, for whoever has to stand by the due time.
 *
 * @example segmentText({ kind: 'make-up', day: '2025-10-11' }, zone).zh //=> '10月11日 调休上班，计入'
 */
export function segmentText(segment: Segment, zone: Zone): Sentence {
  switch (segment.kind) {
    case 'start': return segment.counted
      ? { zh: `自${fullMoment(segment.at, zone)}起算`, en: `Runs from ${moment(segment.at, zone)}` }
      : { zh: `始于${fullMoment(segment.at, zone)}，${zhDay(segment.day)}当日不计，次日起算`, en: `Starts ${moment(segment.at, zone)}; ${segment.day} itself is not counted` };
    case 'limit': return limitText(segment.limit, zone);
    case 'elapsed': return { zh: `${zhMoments(segment, zone)} 连续计时`, en: `${enMoments(segment, zone)} runs on` };
    case 'working': return { zh: `${zhMoments(segment, zone)} 工作时间，计入`, en: `${enMoments(segment, zone)} office hours, counted` };
    case 'break': return { zh: `${zhMoments(segment, zone)} 休息，不计`, en: `${enMoments(segment, zone)} break, not counted` };
    case 'days': return { zh: `${zhDays(segment.from, segment.to)} 计${segment.count}日`, en: `${enDays(segment.from, segment.to)} ${segment.count === 1 ? 'counts as 1 day' : `count as ${segment.count} days`}` };
    case 'rest': return {
      zh: `${zhDays(segment.from, segment.to)} ${segment.name ? `${segment.name.zh} 放假` : '休息日'}，不计`,
      en: `${enDays(segment.from, segment.to)} ${segment.name ? `holiday (${segment.name.en})` : 'rest'}, not counted`,
    };
    case 'make-up': return {
      zh: `${zhDay(segment.day)} ${segment.name ? `${segment.name.zh} ` : ''}调休上班，计入`,
      en: `${segment.day} worked to make up${segment.name ? ` for ${segment.name.en}` : ''}, counted`,
    };
    case 'hold': return holdText(segment, zone);
    case 'extension': return extensionText(segment.extension, segment.to, zone);
    case 'moved': return movedText(segment);
    case 'backwards': return {
      zh: `自${zhDue(segment.base, zone)}倒排${formatDuration(segment.by, 'zh')}`,
      en: `${formatDuration(segment.by, 'en')} back from ${enDue(segment.base, zone)}`,
    };
    case 'provisional': return {
      zh: `${segment.year}年放假安排尚未公布，期限为暂定`,
      en: `The holidays of ${segment.year} are not published yet: the due time is provisional`,
    };
    case 'end': return { zh: `截止：${zhDue(segment.due, zone)}`, en: `Due: ${enDue(segment.due, zone)}` };
  }
}

const PERIODS: { readonly [P in Period]: Sentence } = {
  day: { zh: '当日', en: 'the same day' },
  week: { zh: '本周末日', en: 'the end of the week' },
  month: { zh: '本月末日', en: 'the end of the month' },
  quarter: { zh: '本季度末日', en: 'the end of the quarter' },
  'half-year': { zh: '本半年末日', en: 'the end of the half-year' },
  year: { zh: '本年末日', en: 'the end of the year' },
};

function limitText(limit: Limit, zone: Zone): Sentence {
  switch (limit.kind) {
    case 'duration': return { zh: `期限为${formatDuration(limit.duration, 'zh')}`, en: `The limit is ${formatDuration(limit.duration, 'en')}` };
    case 'day': return { zh: `期限指定为${zhFullDay(limit.day)}`, en: `The limit is set to ${limit.day}` };
    case 'instant': return { zh: `期限指定为${fullMoment(limit.at, zone)}`, en: `The limit is set to ${moment(limit.at, zone)}` };
    case 'end-of': return { zh: `期限至${PERIODS[limit.period].zh}`, en: `The limit is ${PERIODS[limit.period].en}` };
    case 'none': return { zh: '不设期限，只计用时', en: 'There is no limit; the time is only measured' };
  }
}

function holdText({ from, to, days, reason }: Extract<Segment, { kind: 'hold' }>, zone: Zone): Sentence {
  const why = reason === undefined ? { zh: '', en: '' } : { zh: `（${reason}）`, en: ` (${reason})` };
  if (to === undefined) return { zh: `自${fullMoment(from, zone)}起暂停${why.zh}，尚未恢复`, en: `On hold since ${moment(from, zone)}${why.en}, not resumed yet` };
  const left = days === undefined ? { zh: '不计', en: 'not counted' } : { zh: `扣除${days}日`, en: `${days === 1 ? '1 day is' : `${days} days are`} left out` };
  return { zh: `${zhMoments({ from, to }, zone)} 暂停${why.zh}，${left.zh}`, en: `${enMoments({ from, to }, zone)} on hold${why.en}, ${left.en}` };
}

function extensionText(extension: Extension, due: Due, zone: Zone): Sentence {
  const who = extension.who === undefined ? { zh: '', en: '' } : { zh: `经${extension.who}批准，`, en: ` by ${extension.who}` };
  if ('to' in extension) return { zh: `${who.zh}期限改至${zhFullDay(extension.to)}`, en: `Set to ${extension.to}${who.en}` };
  const by = { zh: formatDuration(extension.by, 'zh'), en: formatDuration(extension.by, 'en') };
  const until = { zh: `，至${zhDue(due, zone)}`, en: `, until ${enDue(due, zone)}` };
  switch (extension.from) {
    case 'start': return { zh: `${who.zh}期限改为自起算共${by.zh}${until.zh}`, en: `Extended${who.en} to ${by.en} in all${until.en}` };
    case 'due': return { zh: `${who.zh}自到期日起延长${by.zh}${until.zh}`, en: `Extended${who.en} by ${by.en} from the due day${until.en}` };
    case 'unshifted': return { zh: `${who.zh}自顺延前的到期日起延长${by.zh}${until.zh}`, en: `Extended${who.en} by ${by.en} from the due day before rest days moved it${until.en}` };
  }
}

function movedText({ from, to, name }: Extract<Segment, { kind: 'moved' }>): Sentence {
  const rest = name ? { zh: `休息日（${name.zh}）`, en: `a rest day (${name.en})` } : { zh: '休息日', en: 'a rest day' };
  return to > from
    ? { zh: `期限最后一日${zhDay(from)}为${rest.zh}，顺延至${zhDayAfter(from, to)}`, en: `The last day ${from} is ${rest.en}: moved on to ${to}` }
    : { zh: `节点日${zhDay(from)}为${rest.zh}，提前至${zhDayAfter(from, to)}`, en: `The milestone ${from} is ${rest.en}: moved back to ${to}` };
}

// --- days and moments ---

const zhDay = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
const zhFullDay = (day: Day): string => `${Number(day.slice(0, 4))}年${zhDay(day)}`;

/** A day as it is said after another: with its year only where that is another. */
const zhDayAfter = (before: Day, day: Day): string => (before.slice(0, 4) === day.slice(0, 4) ? zhDay(day) : zhFullDay(day));
const zhDays = (from: Day, to: Day): string => (from === to ? zhDay(from) : `${zhDay(from)}至${zhDayAfter(from, to)}`);
const enDays = (from: Day, to: Day): string => (from === to ? from : `${from} to ${to}`);

const timeIn = (at: Instant, zone: Zone): string => formatInstant(at, zone).slice(11, 16);
const dayIn = (at: Instant, zone: Zone): Day => formatInstant(at, zone).slice(0, 10);
const moment = (at: Instant, zone: Zone): string => `${dayIn(at, zone)} ${timeIn(at, zone)}`;
const fullMoment = (at: Instant, zone: Zone): string => `${zhFullDay(dayIn(at, zone))}${timeIn(at, zone)}`;

function zhMoments({ from, to }: { readonly from: Instant; readonly to: Instant }, zone: Zone): string {
  const [first, last] = [dayIn(from, zone), dayIn(to, zone)];
  return `${zhDay(first)}${timeIn(from, zone)}至${first === last ? '' : zhDayAfter(first, last)}${timeIn(to, zone)}`;
}

const enMoments = ({ from, to }: { readonly from: Instant; readonly to: Instant }, zone: Zone): string =>
  `${moment(from, zone)} to ${dayIn(from, zone) === dayIn(to, zone) ? timeIn(to, zone) : moment(to, zone)}`;

/** A due day ends at 24:00 of that day, not at 00:00 of the next. */
const dueParts = ({ at, day }: Due, zone: Zone): readonly [day: Day, time: string] =>
  day !== undefined && dayIn(at, zone) !== day ? [day, '24:00'] : [dayIn(at, zone), timeIn(at, zone)];

const provisionally = ({ provisional }: Due): Sentence => (provisional ? { zh: '（暂定）', en: ' (provisional)' } : { zh: '', en: '' });

function zhDue(due: Due, zone: Zone): string {
  const [day, time] = dueParts(due, zone);
  return `${zhFullDay(day)}${time}${provisionally(due).zh}`;
}

function enDue(due: Due, zone: Zone): string {
  const [day, time] = dueParts(due, zone);
  return `${day} ${time}${provisionally(due).en}`;
}
