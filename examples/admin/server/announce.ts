import type { DemoLogin } from '@bihuan/adapters/http';

/** What stands in the terminal once the server listens: the address, and who may sign in. */
export function announcement(address: string, logins: readonly DemoLogin[], note: string): string {
  const rows = [
    ['角色', 'Role', '姓名 Name', '用户名 User', '密码 Password'],
    ...logins.map(({ role, name, username, password }) => [role.zh, role.en, name, username, password]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column]!))));
  const line = (row: readonly string[]): string => `  ${row.map((cell, column) => cell + ' '.repeat(widths[column]! - width(cell))).join('  ').trimEnd()}`;
  return ['', `闭环 · Bihuan   ${address}`, note, '', ...rows.map(line), ''].join('\n');
}

/** Chinese signs are two wide in a terminal. */
const width = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
