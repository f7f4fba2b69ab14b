import type { Words } from '@bihuan/core';

/** What `backup` and `restore` say. */
export const copyWords = {
  copying: { zh: '备份', en: 'copying' },
  checking: { zh: '检查副本', en: 'checking the copy' },
  restoring: { zh: '恢复', en: 'restoring' },
  older: { zh: '表由较早的版本建立：先用本版本的程序打开一次，表会自动升级', en: 'the tables were made by an earlier version: let a program of this version open them once, which brings them up to date' },
  copied: (path: string, tenants: number, rows: Readonly<Record<string, number>>): Words => ({
    zh: `已备份到 ${path}：租户 ${tenants}，事项 ${rows['heads']}，事件 ${rows['events']}`, en: `copied: ${tenants} tenants, ${rows['heads']} cases, ${rows['events']} events`,
  }),
  notWhole: (path: string): Words => ({ zh: `${path} 不是完整的备份：被截断、被改过，或不是备份`, en: 'is no whole copy: cut off, changed, or no copy at all; nothing was written' }),
  dataThere: (tenants: readonly string[]): Words => ({ zh: `数据库里已有租户 ${tenants.join('、')} 的内容，不覆盖`, en: `the database already holds something of ${tenants.join(', ')}: nothing was written` }),
  undone: { zh: '副本的内容核对有问题，没有写入', en: 'what the copy holds does not verify: nothing was written' },
  restored: (tenants: number, rows: Readonly<Record<string, number>>): Words => ({
    zh: `已恢复并核对：租户 ${tenants}，事项 ${rows['heads']}，事件 ${rows['events']}`, en: `restored and verified: ${tenants} tenants, ${rows['heads']} cases, ${rows['events']} events`,
  }),
};
