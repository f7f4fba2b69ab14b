import { DEFAULT_HOURS, WEEKDAYS, formatDuration, parseDuration } from '../calendar/index.ts';
import type { Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { listed, say, type Article } from './phrases.ts';

type Calendar = Method['calendar'];
type Hours = NonNullable<Calendar['hours']>;

/** How time is reckoned: working days and office hours, the district's own days, and what all clocks have in common. */
export const describeCalendar = ({ calendar, time }: Method): Article => ({
  lines: [
    calendar.base === 'cn' ? { zh: '工作日按国务院办公厅公布的节假日安排（含调休）计算', en: "Working days follow the State Council's yearly arrangement, make-up days included" } : { zh: '工作日按本工作法的日历计算', en: "Working days follow the method's own calendar" },
    ...(calendar.week === undefined ? [] : [say('每周工作日为{0}', 'The working days of a week are {0}', listed(calendar.week.map((day) => DAYS[day])))]),
    ...(calendar.hours === undefined ? [say('办公时间没有另写，按{0}', 'Office hours are not given: {0}', spans(DEFAULT_HOURS))] : [say('办公时间为{0}', 'Office hours are {0}', hoursText(calendar.hours))]),
    ...Object.values(calendar.seasons ?? {}).map(({ from, to, hours }) => say('{0}至{1}办公时间为{2}', 'From {0} to {1} office hours are {2}', monthDay(from), monthDay(to), hoursText(hours))),
    ...Object.entries(calendar.days ?? {}).map(([key, day]) => dayText(key, day)),
    ...(calendar.knownYears === undefined || calendar.knownYears.length === 0 ? [] : [say('{0}的安排已在本日历中列全', 'The arrangement of {0} is complete in this calendar', listed(calendar.knownYears.map((year) => ({ zh: `${year}年`, en: String(year) }))))]),
    ...policyLines(time ?? {}),
    ...(time?.quiet === undefined ? [] : [{ zh: `${time.quiet.from}至${time.quiet.to}不催办`, en: `No reminder from ${time.quiet.from} to ${time.quiet.to}` }]),
    backdateText(time?.backdate),
  ],
});

type Policies = Pick<NonNullable<Method['time']>, 'countStart' | 'moment' | 'ends' | 'restDay' | 'hold' | 'reads'>;

/** What a clock, or all of them, does otherwise than the civil code says; a clock also says where it does not follow the others. */
export function policyLines({ countStart, moment, ends, restDay, hold, reads }: Policies): readonly Words[] {
  const words: readonly (readonly [boolean, Words])[] = [
    [countStart === true, { zh: '起始日计入期间', en: 'The day on which a limit starts counts' }], [countStart === false, { zh: '起始日不计入期间', en: 'The day on which a limit starts does not count' }],
    [moment === true, { zh: '期间按时刻起止', en: 'Limits run from moment to moment' }], [moment === false, { zh: '期间按日起止', en: 'Limits run by whole days' }],
    [ends === 'office', { zh: '最后一日截至下班时', en: 'The last day ends at the close of business' }], [ends === 'midnight', { zh: '最后一日截至24时', en: 'The last day ends at midnight' }],
    [ends !== undefined && ends !== 'office' && ends !== 'midnight', { zh: `最后一日截至${ends}`, en: `The last day ends at ${ends}` }],
    [restDay === 'stay', { zh: '末日为休息日的不顺延', en: 'A last day that is a rest day does not move' }], [restDay === 'next', { zh: '末日为休息日的顺延', en: 'A last day that is a rest day moves on' }],
    [hold === 'exact', { zh: '中止的时间按时刻扣除', en: 'What is held is taken off to the minute' }], [hold === 'whole-days', { zh: '中止的时间按整日扣除', en: 'What is held is taken off in whole days' }],
    [reads === 'happened', { zh: '以发生时间为准，而非登记时间', en: 'What counts is when it happened, not when it was recorded' }], [reads === 'recorded', { zh: '以登记时间为准', en: 'What counts is when it was recorded' }],
  ];
  return words.flatMap(([holds, each]) => (holds ? [each] : []));
}

// --- the parts ---

const DAYS: { readonly [D in (typeof WEEKDAYS)[number]]: Words } = {
  mon: { zh: '周一', en: 'Monday' }, tue: { zh: '周二', en: 'Tuesday' }, wed: { zh: '周三', en: 'Wednesday' }, thu: { zh: '周四', en: 'Thursday' },
  fri: { zh: '周五', en: 'Friday' }, sat: { zh: '周六', en: 'Saturday' }, sun: { zh: '周日', en: 'Sunday' },
};
const same = (text: string): Words => ({ zh: text, en: text });
const spans = (hours: readonly string[]): Words => listed(hours.map(same));

/** One list for all days, or each weekday that has its own, the others last. */
function hoursText(hours: Hours): Words {
  if (Array.isArray(hours)) return spans(hours);
  const own = WEEKDAYS.flatMap((day) => (hours[day] === undefined ? [] : [say('{0}{1}', '{0} {1}', DAYS[day], spans(hours[day]))]));
  return listed([...own, ...(hours.default === undefined ? [] : [say('其他日子{0}', 'on other days {0}', spans(hours.default))])], '；', '; ');
}

const monthDay = (text: string): Words => ({ zh: `${Number(text.slice(0, 2))}月${Number(text.slice(3))}日`, en: text });

function dayText(key: string, { is, name, hours }: NonNullable<Calendar['days']>[string]): Words {
  const days = { zh: key.replace('/', '至'), en: key.replace('/', ' to ') };
  const named = name === undefined ? days : say('{0}（{1}）', '{0} ({1})', days, wordsOf(name));
  const what = is === 'rest' ? say('{0}休息', '{0}: rest', named) : say('{0}上班', '{0}: worked', named);
  return hours === undefined ? what : say('{0}，办公时间为{1}', '{0}, office hours {1}', what, spans(hours));
}

function backdateText(backdate: string | undefined): Words {
  const duration = backdate === undefined ? undefined : parseDuration(backdate);
  if (duration === undefined) return { zh: '事后不得补录', en: 'Nothing may be recorded as having happened earlier' };
  return say('事后补录的，发生时间至多早{0}', 'What happened may be recorded up to {0} later', { zh: formatDuration(duration, 'zh'), en: formatDuration(duration, 'en') });
}
