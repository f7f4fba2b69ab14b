import type { Words } from '@bihuan/core';

const word = (zh: string, en: string): Words => ({ zh, en });

/** What administrators do, as the audit log calls it. */
const words: Readonly<Record<string, Words>> = {
  'directory.start': word('建立名录', 'Directory made'),
  'unit.add': word('设立单位', 'Unit set up'), 'unit.rename': word('单位改名', 'Unit renamed'), 'unit.close': word('撤销单位', 'Unit closed'),
  'post.add': word('任岗', 'Post given'), 'post.change': word('调岗', 'Post changed'), 'post.end': word('离岗', 'Post ended'),
  'person.add': word('新增人员', 'Person added'), 'person.change': word('修改人员', 'Person changed'), 'person.password': word('设置密码', 'Password set'),
  'person.off': word('停用账号', 'Account switched off'), 'person.on': word('启用账号', 'Account switched on'),
  'units.import': word('导入单位', 'Units brought in'), 'people.import': word('导入人员', 'People brought in'),
  'audit.check': word('核对记录链', 'Chains checked'), 'audit.export': word('导出日志', 'Log exported'),
  'method.publish': word('发布工作法', 'Method published'),
};

/** The word for a code; one that nobody has put into words is shown as it is. */
export const auditWord = (what: string): Words => words[what] ?? word(what, what);

/** Every code that has a word, for the page's filter. */
export const auditCodes: readonly string[] = Object.keys(words);

/** How an attempt to sign in came out. */
export const loginWords = {
  in: word('登录', 'Signed in'), wrong: word('用户名或密码不对', 'Wrong name or password'), off: word('账号已停用', 'Account is off'), locked: word('已锁定', 'Locked'), out: word('退出', 'Signed out'),
} as const;
