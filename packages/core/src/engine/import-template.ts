import type { InputRule } from '../case/compile-inputs.ts';
import type { Rules } from '../case/rules.ts';
import type { Words } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import type { Unit } from './directory-port.ts';
import { exampleText, headingOf, inputsOf, levelsOf, openingsOf } from './register-form.ts';

/**
 * The empty table of a register as CSV text: the header, and one example row that an import passes over. With the mark by which
 * spreadsheets know UTF-8.
 */
export const importTemplate = (rules: Rules, subject: string, units: readonly Unit[] = [], language: keyof Words = 'zh'): string => {
  const opening = openingsOf(rules, subject)[0];
  if (opening === undefined) return '';
  const levels = levelsOf(rules, subject);
  const inputs = inputsOf(opening);
  const unit = units.find(({ level }) => levels.includes(level));
  const level = unit?.level ?? levels[0] ?? '';
  const where = wordsOf(rules.method.levels[level]?.label ?? level);
  const header = [language === 'zh' ? `所在${where.zh}` : where.en, ...inputs.map((input) => headingOf(input, inputs)[language])];
  const example = [unit?.label[language] ?? '', ...inputs.map((input) => exampleOf(input, units, language))];
  // A row without any text has nowhere else to say that it is an example.
  if (!example.includes(exampleText[language])) example[0] = exampleText[language];
  return `\uFEFF${[header, example].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
};

const exampleOf = (input: InputRule, units: readonly Unit[], language: keyof Words): string => {
  const options = input.options?.map(({ label }) => label[language]) ?? [];
  switch (input.kind) {
    case 'text': case 'long-text': return input.optional ? '' : exampleText[language];
    case 'number': return String(input.min ?? 1);
    case 'date': return '2021-11-30';
    case 'moment': return '2021-11-30 09:00';
    case 'yes-no': return language === 'zh' ? '是' : 'yes';
    case 'choice': return options[0] ?? '';
    case 'choices': return options.slice(0, 2).join('、');
    case 'unit': case 'units': return units.find(({ level }) => input.level === undefined || level === input.level)?.label[language] ?? '';
    default: return '';
  }
};

/** One cell: quoted where it must be; what a spreadsheet would take for a formula is marked as text. */
export const csvCell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
