import { z } from 'zod';
import { readJson } from '../check/json-text.ts';
import { isZoneName } from '../calendar/index.ts';
import type { Rules } from '../case/rules.ts';
import { Literal } from '../method/condition-schema.ts';
import { finding, type Finding, type Path } from '../method/finding.ts';
import { Name, Text } from '../method/names.ts';
import { nearest } from '../method/nearest.ts';
import { Cast } from '../method/scenario-schema.ts';
import { walkerOf } from '../method/schema-walk.ts';
import { TimeOfDay } from '../method/time-schema.ts';

const Column = z.string().min(1).meta({ description: 'A column by its heading / 列名（表头）' });

/** Where a value comes from: it is the same for every row, or it stands in a column. */
export const ReplayValue = z.union([
  Literal,
  z.strictObject({
    column: Column,
    read: z.literal('length').optional().meta({ description: 'Not the text but how many characters it has / 取字数，不取文字' }),
    is: z.record(z.string(), Literal).optional().meta({ description: 'What each cell means / 单元格的内容各代表什么' }),
    otherwise: Literal.optional().meta({ description: 'What any other cell means / 其余内容代表什么' }),
  }),
]).meta({ id: 'ReplayValue', title: 'Value / 取值', description: 'A constant, or a column / 固定值，或取自某列' });
export type ReplayValue = z.infer<typeof ReplayValue>;

const Inputs = z.record(Name, ReplayValue).meta({ description: 'The inputs of the action / 操作的填报项' });

/** How a table of what has happened is read as cases of a method: the file that `bihuan replay` and `bihuan load` take with `--map`. */
export const ReplayMap = z.strictObject({
  $schema: z.string().optional(),
  note: Text.optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional().meta({ description: 'What stands between cells; default a comma / 分隔符，默认逗号' }),
  id: Column.meta({ description: 'The column that identifies a row: the case gets this id / 编号列，用作事项编号' }),
  dates: z.strictObject({
    zone: z.string().optional().meta({ description: 'For times without an offset; default the method\'s / 没有写时区的时间按此时区，默认同工作法' }),
    timeOfDay: TimeOfDay.optional().meta({ description: 'For a date alone; without it a date alone is refused / 只有日期时补上的时刻；不写则不接受只有日期的' }),
  }).optional(),
  open: z.strictObject({
    at: Column.meta({ description: 'When it was reported / 何时提出' }),
    do: Name.optional().meta({ description: 'The action that opens it, where there are several / 用哪个登记操作' }),
    as: ReplayValue.meta({ description: 'The post that acts / 由哪个岗位' }),
    source: ReplayValue, kind: ReplayValue.optional(), home: ReplayValue.optional(),
    reporter: z.strictObject({ name: ReplayValue.optional(), phone: ReplayValue.optional(), ref: ReplayValue.optional() }).optional(),
    with: Inputs.optional(),
  }),
  steps: z.array(z.strictObject({
    at: Column.meta({ description: 'When it was done; a row in which this is empty has not come so far / 何时；空着表示还没办到这一步' }),
    do: Name, as: ReplayValue, with: Inputs.optional(),
  })).optional().meta({ description: 'What was done after that / 之后的各步' }),
  cast: Cast.optional().meta({ description: 'Units and posts; default the method\'s own cast / 组织与岗位，默认用工作法自带的' }),
}).meta({ id: 'ReplayMap', title: 'Replay map / 回放对照表' });
export type ReplayMap = z.infer<typeof ReplayMap>;

export type ParsedReplayMap = { readonly ok: true; readonly value: ReplayMap & { readonly cast: Cast } } | { readonly ok: false; readonly issues: readonly Finding[] };

/** Reads a map and holds it against its method and whoever acts in it (`cast`, else the map's own, else the method's); all findings at once, as for a method. */
export const parseReplayMap = (text: string, rules: Rules, cast?: Cast): ParsedReplayMap => {
  const { value, findings } = readJson(text);
  if (value === undefined) return { ok: false, issues: findings };
  const found: Finding[] = [...findings];
  const map = walkerOf(ReplayMap)(value, [], found) as ReplayMap;
  const acting = cast ?? map.cast ?? rules.method.cast;
  if (found.length === 0) found.push(...(acting === undefined ? [finding('shape.missing-key', [], { key: 'cast' })] : namesUnknown(map, rules, acting)));
  return found.length === 0 ? { ok: true, value: { ...map, cast: acting! } } : { ok: false, issues: found };
};

/** The columns that a map reads. */
export const columnsOf = ({ id, open, steps = [] }: ReplayMap): ReadonlySet<string> => {
  const values = [open.as, open.source, open.kind, open.home, ...Object.values(open.reporter ?? {}), ...Object.values(open.with ?? {}),
    ...steps.flatMap((step) => [step.as, ...Object.values(step.with ?? {})])];
  return new Set([id, open.at, ...steps.map((step) => step.at), ...values.flatMap((value) => (typeof value === 'object' ? [value.column] : []))]);
};

/** Constants that name what the method or the cast does not have. */
const namesUnknown = (map: ReplayMap, rules: Rules, cast: Cast): Finding[] => {
  const { method } = rules;
  const found: Finding[] = [];
  const need = (what: { zh: string; en: string }, value: ReplayValue | undefined, known: readonly string[], path: Path): void => {
    for (const name of namesIn(value)) if (!known.includes(name)) found.push(finding('name.unknown', path, { what, name }, nearest(name, known)));
  };
  if (map.dates?.zone !== undefined && !isZoneName(map.dates.zone)) found.push(finding('time-zone.unknown', ['dates', 'zone'], { zone: map.dates.zone }));

  const opening = [...rules.actions.values()].filter((action) => action.schema.opens !== undefined).map((action) => action.name);
  need({ zh: '来源', en: 'source' }, map.open.source, Object.keys(method.sources), ['open', 'source']);
  need({ zh: '事项类型', en: 'kind' }, map.open.kind, Object.keys(method.kinds), ['open', 'kind']);
  need({ zh: '登记操作', en: 'action that opens a case' }, map.open.do, opening, ['open', 'do']);
  need({ zh: '单位', en: 'unit of the cast' }, map.open.home, Object.keys(cast.units), ['open', 'home']);
  [{ ...map.open, path: ['open'] }, ...(map.steps ?? []).map((step, i) => ({ ...step, path: ['steps', i] }))].forEach(({ do: action, as, with: inputs = {}, path }, i) => {
    need({ zh: '岗位', en: 'post of the cast' }, as, Object.keys(cast.posts), [...path, 'as']);
    if (i > 0) need({ zh: '操作', en: 'action' }, action, Object.keys(method.actions).filter((name) => !opening.includes(name)), [...path, 'do']);
    const known = i > 0 ? inputsOf(rules, [action!]) : [...inputsOf(rules, action === undefined ? opening : [action]), ...Object.values(method.sources).flatMap((source) => Object.keys(source.takes ?? {}))];
    if (known.length > 0 || Object.hasOwn(method.actions, action ?? '')) for (const name of Object.keys(inputs)) need({ zh: '填报项', en: 'input' }, name, known, [...path, 'with', name]);
  });
  return found;
};

const inputsOf = (rules: Rules, actions: readonly string[]): string[] => actions.flatMap((action) => rules.actions.get(action)?.inputs.map((input) => input.name) ?? []);

const namesIn = (value: ReplayValue | undefined): string[] => {
  if (value === undefined) return [];
  if (typeof value !== 'object') return [String(value)];
  return [...Object.values(value.is ?? {}), ...(value.otherwise === undefined ? [] : [value.otherwise])].map(String);
};
