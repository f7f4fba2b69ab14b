import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Day } from './time.ts';

/** A name in both languages, e.g. of a holiday. */
export interface DayName {
  readonly zh: string;
  readonly en: string;
}

/** What an arrangement says of one day: a holiday's rest, or work to make up for one. */
export interface ArrangedDay {
  readonly is: 'rest' | 'work';
  readonly name: DayName;
}

/** Which days of which years are rest and which are worked although the week says otherwise. */
export interface Arrangement {
  /** Names the source, its range and its contents: another edition, another name. Events keep it. */
  readonly edition: string;
  /** The years that are arranged. Of other years nothing is known yet. */
  readonly years: readonly number[];
  readonly days: ReadonlyMap<Day, ArrangedDay>;
}

const FULL_NAMES: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/** The yearly arrangements of the State Council's General Office (国务院办公厅节假日安排), as the package `chinese-days` carries them. */
export const stateCouncilArrangement: Arrangement = readPublished(published);

interface Published {
  readonly holidays: Readonly<Record<Day, string>>;
  readonly workdays: Readonly<Record<Day, string>>;
}

function readPublished({ holidays, workdays }: Published): Arrangement {
  const days = new Map<Day, ArrangedDay>();
  for (const [day, names] of Object.entries(holidays)) days.set(day, { is: 'rest', name: readName(names) });
  for (const [day, names] of Object.entries(workdays)) days.set(day, { is: 'work', name: readName(names) });
  const years = [...new Set(Object.keys(holidays).map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b);
  return { edition: `国务院办公厅节假日安排 ${years[0]}–${years.at(-1)} (chinese-days #${digest(days)})`, years, days };
}

/** `"Mid-autumn Festival,中秋,1"`: English, Chinese, days by law. */
function readName(names: string): DayName {
  const [en = '', zh = ''] = names.split(',');
  return { zh: FULL_NAMES[zh] ?? zh, en };
}

/** A short fingerprint of the data (FNV-1a), so that a corrected arrangement is another edition. */
function digest(days: ReadonlyMap<Day, ArrangedDay>): string {
  let hash = 0x811c9dc5;
  for (const day of [...days.keys()].sort()) {
    for (const character of `${day}${days.get(day)!.is}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
