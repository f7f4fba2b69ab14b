import type { District } from '@bihuan/adapters/http';

/** What stands in the terminal once the server listens: the address; the districts come after it, each when it is there. */
export const announcement = (address: string, note: string, districts: number): string =>
  ['', `闭环 · Bihuan   ${address}`, note, `正在载入 ${districts} 个区，登录页会显示进度 · loading ${districts} districts, see the sign-in page`, ''].join('\n');

/** Where attachments lie, or that there are none and what to do about it. */
export const filesNote = (folder: string | undefined): string =>
  (folder === undefined ? '附件未开启：数据库在服务器上，请用 BIHUAN_FILES 指定附件文件夹 · attachments are off: the database is on a server, name a folder for them with BIHUAN_FILES' : `附件 · attachments: ${folder}`);

/** A district that can be entered: who may sign in to it. */
export function districtAnnouncement({ id, label, logins }: Pick<District, 'id' | 'label' | 'logins'>): string {
  const rows = [
    ['角色', 'Role', '姓名 Name', '用户名 User', '密码 Password'],
    ...logins.map(({ role, name, username, password }) => [role.zh, role.en, name, username, password]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column]!))));
  const line = (row: readonly string[]): string => `  ${row.map((cell, column) => cell + ' '.repeat(widths[column]! - width(cell))).join('  ').trimEnd()}`;
  return [`${id}  ${label.zh} · ${label.en}`, ...rows.map(line), ''].join('\n');
}

/** Chinese signs are two wide in a terminal. */
const width = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
