import type { Words } from '@bihuan/core';
import type { ChainFinding } from '../upkeep/verify-case.ts';

/** What a finding says of its case. */
export const findingWords = ({ kind, seq = 0, columns = [] }: ChainFinding): Words => ({
  changed: { zh: `第 ${seq} 条事件被改过`, en: `event ${seq} was changed` },
  missing: { zh: `第 ${seq} 条事件没有了`, en: `event ${seq} is missing` },
  inserted: { zh: `第 ${seq} 条事件是后来插入的`, en: `event ${seq} was inserted` },
  reordered: { zh: `第 ${seq} 条的位置上是别的事件：次序被动过`, en: `another event stands in the place of event ${seq}: the order was changed` },
  broken: { zh: `第 ${seq} 条事件与前一条接不上：两条之一被改过`, en: `event ${seq} does not follow the one before: one of them was changed` },
  cut: { zh: `尾部被截去：从第 ${seq} 条起没有了`, en: `the tail is cut off: nothing from event ${seq} on` },
  head: { zh: `链头没有，或与最后一条事件（第 ${seq} 条）对不上`, en: `the head of the chain is missing or does not fit the last event (${seq})` },
  state: { zh: `状态与 ${seq} 条事件重演的结果不同`, en: `the state is not what its ${seq} events come to` },
  row: columns[0] === '*' ? { zh: '列表中没有这一行', en: 'there is no row of it for lists' } : { zh: `列表行与事件重演的结果不同：${columns.join('、')}`, en: `its row for lists is not what the events come to: ${columns.join(', ')}` },
} satisfies Record<ChainFinding['kind'], Words>)[kind];

/** What `verify` says. */
export const verifyWords = {
  verifying: { zh: '核对', en: 'verifying' },
  noTables: (address: string): Words => ({ zh: `${address} 里没有闭环的表`, en: 'there are no tables of Bihuan in it' }),
  noTenant: (tenant: string): Words => ({ zh: `没有租户“${tenant}”的事项`, en: `there is no case of tenant "${tenant}"` }),
  looked: (tenants: number, cases: number, events: number, findings: number): Words => ({
    zh: `租户 ${tenants}，事项 ${cases}，事件 ${events}，问题 ${findings}`, en: `${tenants} tenants, ${cases} cases, ${events} events, ${findings} findings`,
  }),
};

/** An address without its password, for people to read. */
export const shown = (address: string): string => address.replace(/:\/\/([^:@/]*):[^@/]*@/, '://$1:***@');
