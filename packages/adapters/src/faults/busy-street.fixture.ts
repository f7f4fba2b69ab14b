// A street at which several processes work at once, in a time that runs an hour a second; for tests.
import { createEngine, embeddedDirectory, type CaseStore, type Engine, type LooseMethod } from '@bihuan/core';

const words = (zh: string, en: string) => ({ zh, en });

/** How many cases may be claimed in a year, by all together. */
export const quota = 25;

/** Reported with an hour to be claimed in, claimed as long as the quota lasts, and noted upon by everybody. */
export const busyStreet = {
  id: 'busy', version: '1.0.0', label: words('忙街', 'Busy Street'), timeZone: 'Asia/Shanghai', calendar: { base: 'cn', hours: ['09:00-12:00', '14:00-18:00'] },
  levels: { street: { label: words('街道', 'Street') } },
  roles: { clerk: { label: words('受理员', 'Clerk'), at: ['street'] } },
  subjects: { street: { label: words('街道', 'Street'), of: { level: 'street' } } },
  sources: { desk: { label: words('窗口', 'Desk') } },
  kinds: { matter: { label: words('事项', 'Matter'), sources: ['desk'], line: ['received', 'claimed'] } },
  fields: { content: { label: words('内容', 'Content'), kind: 'text' } },
  steps: { received: { label: words('登记', 'Received') }, claimed: { label: words('认领', 'Claimed') } },
  actions: {
    report: { label: words('登记', 'Report'), opens: 'matter', by: ['clerk'], takes: { content: {} } },
    claim: { label: words('认领', 'Claim'), from: ['received'], by: ['clerk'], to: 'claimed' },
    note: { label: words('记一笔', 'Note'), by: ['clerk'], leaves: { note: {} } },
    close: { label: words('销号', 'Close'), by: ['clerk'], leaves: { note: {} }, ends: 'solved' },
  },
  records: { note: { label: words('记录', 'Note'), serves: 'reason', fields: { text: { label: words('内容', 'Text'), kind: 'text' } } } },
  clocks: { claim: { label: words('认领时限', 'To be claimed'), starts: { step: 'received' }, stops: { step: 'claimed' }, limit: '1 hour' } },
  endings: { solved: { label: words('销号', 'Solved'), outcome: 'solved' } },
  norms: { claims: { label: words('认领限额', 'Claims'), per: { each: 'street' }, counts: { action: 'claim' }, through: 'actor', every: 'year', max: quota, over: 'refuse' } },
} as unknown as LooseMethod;

/** The engine of the street on a store. */
export const engineAt = (store: CaseStore): Engine => createEngine({
  methods: [busyStreet], store,
  directory: embeddedDirectory({ units: [{ id: 'xin', label: words('新街', 'Xin Street'), level: 'street' }], posts: [{ id: 'wang-post', role: 'clerk', unit: 'xin', person: 'wang', name: '王' }] }),
}).plain;

/** What hour it is at the street: the same for every process of a test that knows when the test began. */
export const clockFrom = (began: number): (() => number) => () => Date.UTC(2021, 10, 1) + 3600 * (Date.now() - began);
