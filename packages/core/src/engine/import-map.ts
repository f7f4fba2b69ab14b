import { z } from 'zod';
import { readJson } from '../check/json-text.ts';
import type { Rules } from '../case/rules.ts';
import { finding, type Finding, type Path } from '../method/finding.ts';
import { Name, Text } from '../method/names.ts';
import { nearest } from '../method/nearest.ts';
import { walkerOf } from '../method/schema-walk.ts';
import { openingsOf } from './register-form.ts';
import { ReplayValue } from './replay-map.ts';

/** How a table is read as entries of a register, where its headings are not the words of the method: what `bihuan import` takes with `--map`. */
export const ImportMap = z.strictObject({
  $schema: z.string().optional(),
  note: Text.optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional().meta({ description: 'What stands between cells; default: what the header shows / 分隔符，默认看表头' }),
  do: Name.optional().meta({ description: 'The action that enters, where there are several / 用哪个登记操作' }),
  unit: ReplayValue.optional().meta({ description: 'The unit of an entry, by id or name / 条目所在的单位，写编号或名称' }),
  with: z.record(Name, ReplayValue).optional().meta({ description: 'The inputs of the action; what is not named here is found by its label / 各填报项取自哪列；没写的按名称找' }),
}).meta({ id: 'ImportMap', title: 'Import map / 导入对照表' });
export type ImportMap = z.infer<typeof ImportMap>;

export type ParsedImportMap = { readonly ok: true; readonly value: ImportMap } | { readonly ok: false; readonly issues: readonly Finding[] };

/** Reads a map and holds it against the register's opening action; all findings at once. */
export const parseImportMap = (text: string, rules: Rules, subject: string): ParsedImportMap => {
  const { value, findings } = readJson(text);
  if (value === undefined) return { ok: false, issues: findings };
  const found: Finding[] = [...findings];
  const map = walkerOf(ImportMap)(value, [], found) as ImportMap;
  if (found.length === 0) found.push(...namesUnknown(map, rules, subject));
  return found.length === 0 ? { ok: true, value: map } : { ok: false, issues: found };
};

const namesUnknown = (map: ImportMap, rules: Rules, subject: string): Finding[] => {
  const found: Finding[] = [];
  const need = (what: { zh: string; en: string }, name: string, known: readonly string[], path: Path): boolean => {
    if (known.includes(name)) return true;
    found.push(finding('name.unknown', path, { what, name }, nearest(name, known)));
    return false;
  };
  const opening = openingsOf(rules, subject);
  const named = map.do !== undefined && need({ zh: '登记操作', en: 'action that enters' }, map.do, opening.map(({ name }) => name), ['do']);
  const inputs = opening.filter(({ name }) => !named || name === map.do).flatMap((action) => action.inputs);
  for (const [name, value] of Object.entries(map.with ?? {})) {
    if (!need({ zh: '填报项', en: 'input' }, name, inputs.map((input) => input.name), ['with', name])) continue;
    const options = inputs.find((input) => input.name === name)?.options?.map((option) => option.name);
    if (options === undefined) continue;
    const what = { zh: '选项', en: 'option' };
    if (typeof value !== 'object') need(what, String(value), options, ['with', name]);
    else for (const [cell, option] of Object.entries(value.is ?? {})) need(what, String(option), options, ['with', name, 'is', cell]);
  }
  return found;
};
