import { createEngine, embeddedDirectory } from '@bihuan/core';
import type { CaseStore, Engine, HeldPost, Unit } from '@bihuan/core';
import { method } from '../life/story.ts';

/** A district of fifteen streets with ten communities each, in the way of 1330; everybody's name says where he works. */
export const streets = Array.from({ length: 15 }, (_, i) => `street-${String(i).padStart(2, '0')}`);
export const communitiesOf = (street: string): readonly string[] => Array.from({ length: 10 }, (_, i) => `comm-${street.slice(-2)}-${i}`);
export const communities = streets.flatMap(communitiesOf);
export const streetOf = (community: string): string => `street-${community.slice(5, 7)}`;

const unit = (id: string, level: string, parent?: string): Unit => ({ id, level, label: { zh: id, en: id }, ...(parent !== undefined && { parent }) });
const post = (role: string, at: string, called: string): HeldPost => ({ id: `${called}@${at}`, role, unit: at, person: `${called}@${at}`, name: called });
export const directory = embeddedDirectory({
  units: [unit('district', 'district'), ...streets.map((id) => unit(id, 'street', 'district')), ...communities.map((id) => unit(id, 'community', streetOf(id)))],
  posts: [
    ...streets.flatMap((at) => [post('clerk', at, 'hotline'), post('leading-group', at, 'group'), post('party-committee', at, 'committee')]),
    ...communities.flatMap((at) => [post('clerk', at, 'clerk'), post('responsible', at, 'worker')]),
  ],
});


export const now = Date.parse('2021-12-20T10:00+08:00');
const day = 86_400_000;
export const engineOver = (store: CaseStore, tenant = 'default'): Engine => createEngine({ methods: [method], store, tenant, directory }).plain;

/** The words that stand in what a case is about, and the streets' places. */
export const content = (n: number): string => {
  const pick = (list: readonly string[], k: number): string => list[Math.floor(n / k) % list.length]!;
  return `${pick(places, 1)}${pick(things, 7)}${pick(troubles, 3)}${n % 211 === 0 ? '井盖缺失' : ''}，请尽快处理`;
};
export const places = ['同泉路', '振华街', '迎春里', '育才巷', '安居苑', '平城道', '人民路', '东风里', '建设街', '和平巷', '新华路', '解放街'];
const things = ['暖气', '路灯', '下水道', '电梯', '墙皮', '绿化带', '垃圾桶', '停车位', '楼道', '水管'];
const troubles = ['不热', '损坏', '堵塞', '漏水', '脱落', '占用', '噪音', '异味'];

/** One life in 1330, of as many commands as are asked for (eight to its end), begun at a moment. */
export async function live(engine: Engine, id: string, { community, commands, at, text, place }: { community: string; commands: number; at: number; text: string; place: string }): Promise<void> {
  const street = streetOf(community);
  const dayOf = (offset: number): string => new Date(at + offset * day + 8 * 3_600_000).toISOString().slice(0, 10);
  const steps: readonly (readonly [action: string, by: string, after: number, input: object])[] = [
    ['call', `clerk@${community}`, 0.01, { situation: '现场已看，情况属实' }],
    ['admit', `group@${street}`, 0.2, { class: 'urgent', goal: '恢复正常', 'close-by': dayOf(21) }],
    ['schedule', `committee@${street}`, 0.3, { measures: '协调更换，逐户检查', lead: `worker@${community}` }],
    ['progress', `worker@${community}`, 6, { 'done-so-far': '部件已更换' }],
    ['report-result', `worker@${community}`, 17, { outcome: '全部恢复' }],
    ['answer', `clerk@${community}`, 18, { reply: '已修好', satisfied: true }],
    ['accept', `committee@${street}`, 18.3, { opinion: '同意销号' }],
  ];
  const opened = await engine.open({ id, source: 'hotline', home: community, action: 'report', reporter: { name: '王先生', phone: '139****1234' }, fields: { 'order-no': `DT-${id}`, content: text, place } } as Parameters<Engine['open']>[0], { by: `hotline@${street}`, at });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  for (const [action, by, after, input] of steps.slice(0, commands - 1)) {
    const acted = await engine.act(id, action, input as never, { by, at: at + after * day });
    if (!acted.ok) throw new Error(`${action}: ${JSON.stringify(acted.issues)}`);
  }
}
