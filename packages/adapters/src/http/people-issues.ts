import type { Words } from '@bihuan/core';

/** What can be wrong with a change of units, posts and people: each code with the params of its sentence. */
export interface PeopleParams {
  'people.id-bad': { given: string };
  'people.exists': { id: string };
  'people.unknown': { id: string };
  'people.level-unknown': { given: string };
  'people.parent-wrong': { level: Words; above: readonly Words[] };
  'people.unit-closed': { unit: Words };
  'people.unit-in-use': { unit: Words; posts: number; units: number };
  'people.role-unknown': { given: string };
  'people.role-not-at': { role: Words; level: Words; at: readonly Words[] };
  'people.days-reversed': { from: string; until: string };
  'people.day-unreadable': { given: string };
  'people.ended': { on: string };
  'people.held-already': { role: Words; unit: Words };
  'people.username-taken': { username: string };
  'people.last-administrator': Record<never, never>;
  'people.password-weak': { least: number };
  'people.no-account': { name: string };
  'people.column-missing': { columns: readonly Words[] };
  'people.unit-unnamed': { given: string };
  'people.unit-several': { given: string };
  'people.empty': Record<never, never>;
}

const list = (words: readonly Words[], language: keyof Words, sign: string): string => words.map((word) => word[language]).join(sign);

/** Their sentences. */
export const peopleSentences: { readonly [C in keyof PeopleParams]: (params: PeopleParams[C]) => Words } = {
  'people.id-bad': ({ given }) => ({ zh: `“${given}”不能作标识：只用小写字母、数字和 - . _，不超过 60 个`, en: `"${given}" cannot be an id: lower-case letters, digits and - . _ only, at most 60` }),
  'people.exists': ({ id }) => ({ zh: `“${id}”已经有了`, en: `"${id}" is there already` }),
  'people.unknown': ({ id }) => ({ zh: `没有“${id}”`, en: `There is no "${id}"` }),
  'people.level-unknown': ({ given }) => ({ zh: `工作法里没有“${given}”这一级`, en: `The method has no level "${given}"` }),
  'people.parent-wrong': ({ level, above }) => (above.length === 0
    ? { zh: `“${level.zh}”是最上一级，不能有上级单位`, en: `"${level.en}" is the top level: no unit can be above it` }
    : { zh: `“${level.zh}”的上级单位须是${list(above, 'zh', '或')}`, en: `The unit above a "${level.en}" must be a ${list(above, 'en', ' or ')}` }),
  'people.unit-closed': ({ unit }) => ({ zh: `“${unit.zh}”那时已经撤销或尚未设立`, en: `"${unit.en}" is closed by then, or not there yet` }),
  'people.unit-in-use': ({ unit, posts, units }) => ({
    zh: `“${unit.zh}”还有 ${posts} 个岗位、${units} 个下级单位，请先结束或撤销`, en: `"${unit.en}" still has ${posts} posts and ${units} units below it: end or close those first`,
  }),
  'people.role-unknown': ({ given }) => ({ zh: `工作法里没有“${given}”这个角色`, en: `The method has no role "${given}"` }),
  'people.role-not-at': ({ role, level, at }) => ({ zh: `“${role.zh}”设在${list(at, 'zh', '、')}，不设在${level.zh}`, en: `"${role.en}" is held at ${list(at, 'en', ', ')}, not at ${level.en}` }),
  'people.days-reversed': ({ from, until }) => ({ zh: `止日 ${until} 早于起日 ${from}`, en: `It ends on ${until}, before it begins on ${from}` }),
  'people.day-unreadable': ({ given }) => ({ zh: `“${given}”不是日期，应如 2026-03-01`, en: `"${given}" is no day: write 2026-03-01` }),
  'people.ended': ({ on }) => ({ zh: `已于 ${on} 结束，不能再往后改`, en: `It ended on ${on} and is not prolonged` }),
  'people.held-already': ({ role, unit }) => ({ zh: `此人已是“${unit.zh}”的${role.zh}`, en: `They are ${role.en} of "${unit.en}" already` }),
  'people.username-taken': ({ username }) => ({ zh: `用户名“${username}”已被使用`, en: `The user name "${username}" is taken` }),
  'people.last-administrator': () => ({ zh: '至少要留一名可登录的系统管理员', en: 'At least one administrator who can sign in must remain' }),
  'people.password-weak': ({ least }) => ({ zh: `密码至少 ${least} 个字符，且不含用户名`, en: `A password has at least ${least} characters and does not contain the user name` }),
  'people.no-account': ({ name }) => ({ zh: `“${name}”还没有账号，请先设置密码`, en: `${name} has no account yet: set a password first` }),
  'people.column-missing': ({ columns }) => ({ zh: `表中缺少${columns.map(({ zh }) => `“${zh}”`).join('、')}列`, en: `The table lacks the column ${columns.map(({ en }) => `"${en}"`).join(', ')}` }),
  'people.unit-unnamed': ({ given }) => ({ zh: `没有叫“${given}”的单位`, en: `No unit is called "${given}"` }),
  'people.unit-several': ({ given }) => ({ zh: `叫“${given}”的单位不止一个，请连上级一起写，如“某街道/某社区”`, en: `Several units are called "${given}": write the one above it too, as in "Street/Community"` }),
  'people.empty': () => ({ zh: '表里没有内容', en: 'The table is empty' }),
};
