import type { CaseRow, Words } from '@bihuan/core';
import type { LightName } from './wire/index.ts';

/** The light of a row: by what is due next; of an ended case, whether it ended in time. An act at the due instant is in time. */
export function lightOf({ due, warn, ended, broken }: Pick<CaseRow, 'due' | 'warn' | 'ended' | 'broken'>, now: number): LightName {
  if (due !== null) return now > due ? 'red' : warn !== null && now >= warn ? 'yellow' : 'green';
  if (ended !== null) return broken ? 'late' : 'met';
  return 'none';
}

/** The word beside the colour. */
export const lightLabels: Readonly<Record<LightName, Words>> = {
  none: { zh: '无时限', en: 'No limit running' },
  green: { zh: '正常', en: 'On time' },
  yellow: { zh: '即将超期', en: 'Due soon' },
  red: { zh: '已超期', en: 'Overdue' },
  held: { zh: '中止', en: 'On hold' },
  met: { zh: '已办结', en: 'Done in time' },
  late: { zh: '超期办结', en: 'Done late' },
  void: { zh: '作废', en: 'Void' },
};
