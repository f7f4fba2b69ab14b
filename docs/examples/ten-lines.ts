import { createEngine, defineMethod } from '@bihuan/core';
import method from '@bihuan/core/methods/1330.json' with { type: 'json' };
import { memoryStore } from '@bihuan/adapters/memory';

const post = (person: string, role: string) => ({ person, posts: [{ id: `${role}-1`, role, unit: 'zhenhua', person }] });
const [clerk, leader] = [post('wang', 'clerk'), post('li', 'leading-group')];

const street = createEngine({ methods: [defineMethod(method)], store: memoryStore() });
const opened = await street.open({ source: 'survey', fields: { content: '地基下陷' } }, { by: clerk, at: '2021-10-08T09:00:00+08:00' });
if (!opened.ok) throw new Error(opened.issues.map(({ code }) => code).join());        // a refusal is a value · 拒绝是返回值
const aCase = opened.value;
await aCase.act('admit', { class: 'hard', goal: '修复', 'close-by': '2021-11-30' }, { by: leader, at: '2021-10-08T15:00:00+08:00' });
const told = await aCase.explain(leader, '2021-10-08T15:00:00+08:00');                // what may be done, what is missing, why it is due
await street.tick('2021-12-01T08:00:00+08:00');                                       // reminders and supervision orders that have fallen due
const sheet = await street.ledger('worksheet', { period: '2021', at: '2021-12-01T08:00:00+08:00' });

console.log(told.step.label.zh, '|', told.endings.find(({ name }) => name === 'solved')?.checklist.filter(({ met }) => !met).map(({ say }) => say.zh).join('；'));
console.log(sheet.ok && sheet.value.rows[0]?.cells.map(({ zh }) => zh).join(' | '));
