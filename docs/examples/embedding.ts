// 接入指南引用的代码，由测试运行。 The code that the embedding guide quotes; a test runs it.
import { createEngine, defineMethod, embeddedDirectory, issueText } from '@bihuan/core';
import type { Actor, Directory } from '@bihuan/core';
import json from '@bihuan/core/methods/1330.json' with { type: 'json' };
import { memoryStore } from '@bihuan/adapters/memory';

// #region directory
const directory: Directory = embeddedDirectory({
  units: [
    { id: 'zhenhua', label: { zh: '振华街道', en: 'Zhenhua street' }, level: 'street' },
    { id: 'yucai', label: { zh: '育才社区', en: 'Yucai' }, level: 'community', parent: 'zhenhua' },
  ],
  posts: [
    { id: 'yucai-clerk', role: 'clerk', unit: 'yucai', person: 'chen', name: '陈静' },
    { id: 'group', role: 'leading-group', unit: 'zhenhua', person: 'li', name: '李建华' },
    { id: 'committee', role: 'party-committee', unit: 'zhenhua', person: 'guo', name: '郭志强' },
    { id: 'repairs', role: 'responsible', unit: 'yucai', person: 'sun', name: '孙伟' },
  ],
});
// #endregion

// #region engine
const method = defineMethod(json);
const store = memoryStore();
const street = createEngine({ methods: [method], store, directory, tenant: 'pingcheng' });
// #endregion

// #region open
const opened = await street.open(
  { source: 'hotline', home: 'yucai', reporter: { name: '张三', phone: '00000000000' }, fields: { content: '路灯不亮', 'order-no': 'A-17' } },
  { by: 'chen', at: '2021-10-08T09:00:00+08:00', key: 'hotline/A-17' },
);
// #endregion
if (!opened.ok) throw new Error(opened.issues.map((issue) => issueText(issue).zh).join());
const aCase = opened.value;

// #region key
const again = await street.open(
  { source: 'hotline', home: 'yucai', reporter: { name: '张三', phone: '00000000000' }, fields: { content: '路灯不亮', 'order-no': 'A-17' } },
  { by: 'chen', at: '2021-10-08T09:00:05+08:00', key: 'hotline/A-17' },     // a retry: the same case, nothing written twice · 重试：还是那一件
);
const misused = await street.open(
  { source: 'hotline', home: 'yucai', reporter: { name: '李四' }, fields: { content: '另一件事', 'order-no': 'A-18' } },
  { by: 'chen', at: '2021-10-08T09:00:09+08:00', key: 'hotline/A-17' },     // other contents under the same key: refused · 同键异文：拒绝
);
// #endregion

// #region refusal
const refused = await aCase.act('admit', { class: 'hard', goal: '', 'close-by': '2021-11-30' }, { by: 'sun', at: '2021-10-08T09:05:00+08:00' });
if (!refused.ok) for (const issue of refused.issues) console.log(issue.code, issue.path.join('.'), issueText(issue).zh);
// #endregion

// #region expected
const called = await aCase.act('call', { situation: '已联系，三盏灯不亮' }, { by: 'chen', at: '2021-10-08T09:20:00+08:00', expected: aCase.state.version });
const stale = await aCase.act('call', { situation: '又联系了一次' }, { by: 'chen', at: '2021-10-08T09:21:00+08:00', expected: aCase.state.version });
// #endregion

// #region explain
const screen = await aCase.explain('li', '2021-10-08T15:00:00+08:00');
const buttons = screen.actions.filter(({ allowed }) => allowed).map(({ label }) => label.zh);
const form = screen.actions.find(({ name }) => name === 'admit')!.form.map(({ name, kind, optional }) => `${name}:${kind}${optional ? '?' : ''}`);
const first = screen.clocks.find(({ name }) => name === 'first-contact')!;
const because = first.because.map(({ zh }) => zh);
// #endregion

// #region tick
const now = '2021-12-01T08:00:00+08:00';
let more = true;
while (more) ({ more } = await street.tick(now, { limit: 200 }));
// #endregion

// #region lists
const actor = 'li';
const tabs = await street.counts({ within: 'zhenhua' }, actor, now);
const todo = await street.list({ view: 'todo', within: 'zhenhua', sort: [{ by: 'due', order: 'asc' }], offset: 0, limit: 25 }, actor, now);
const board = await street.board('overview', { period: '2021', at: now });
const lines = await street.timeline(aCase.id);
// #endregion

// #region actor
// A host with its own sign-in hands over the person with the posts held now. 宿主自己登录时，直接交来人和此刻的岗位。
const fromSession: Actor = { person: 'chen', name: '陈静', posts: [{ id: 'yucai-clerk', role: 'clerk', unit: 'yucai', person: 'chen' }] };
// #endregion
const byHost = await aCase.explain(fromSession, now);

const codes = (result: { ok: boolean; issues?: readonly { code: string }[] }): string => (result.ok ? 'ok' : result.issues!.map(({ code }) => code).join());
console.log('again', again.ok && again.value.id === aCase.id, 'misused', codes(misused), 'called', codes(called), 'stale', codes(stale));
console.log(buttons.join('、'));
console.log(form.join(' '));
console.log(because.join('；'));
console.log('todo', todo.ok && todo.value.total, 'tabs', tabs.ok && JSON.stringify(tabs.value), 'board', board.ok && board.value.length, 'lines', lines.length, byHost.step.label.zh);
