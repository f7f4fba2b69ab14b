import { parseInstant } from '@bihuan/core';
import type { Result, Words } from '@bihuan/core';
import type { Option } from './command.ts';
import type { ReplayFiles } from './replay-files.ts';
import { sentences } from './sentences.ts';

/** What `replay` and `load` both take. */
export const replayOptions: Readonly<Record<'map' | 'cast' | 'until' | 'json', Option>> = {
  map: { type: 'string', of: 'MAP', says: { zh: '对照表：哪一列是什么', en: 'which column is what (JSON)' } },
  cast: { type: 'string', of: 'FILE', says: { zh: '人物与组织取自此情景文件，默认用对照表或工作法自带的', en: 'units and posts from this scenario file; default those of the map or the method' } },
  until: { type: 'string', of: 'TIME', says: { zh: '时间走到何时为止，默认到最后一件事', en: 'let time pass up to then; default the last thing that happened' } },
  json: { type: 'boolean', says: { zh: '以 JSON 输出', en: 'print JSON' } },
};

/** `--until` as a moment; a date alone means the end of that day. */
export const readUntil = (text: string | undefined, { rules }: ReplayFiles): Result<number | undefined, Words> => {
  if (text === undefined) return { ok: true, value: undefined };
  const { zone } = rules.calendar;
  const at = parseInstant(text, zone) ?? parseInstant(`${text}T24:00`, zone);
  return at === undefined ? { ok: false, issues: [sentences.untilUnreadable(text)] } : { ok: true, value: at };
};
