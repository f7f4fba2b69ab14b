// 投递指南引用的代码，由测试运行。 The code that the outbox guide quotes; a test runs it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEngine, defineMethod } from '@bihuan/core';
import json from '@bihuan/core/methods/1330.json' with { type: 'json' };
import { deadLetters, deliver, sendAgain, verifySignature, webhook } from '@bihuan/adapters/outbox';
import type { WebhookBody } from '@bihuan/adapters/outbox';
import { openSqlite, sqliteStore } from '@bihuan/adapters/sqlite';

let clock = Date.parse('2021-10-08T09:00:00+08:00');
const now = () => clock; // a host hands over Date.now · 宿主给 Date.now
const secret = 'whsec_' + Buffer.from('shared with the receiver, kept by both').toString('base64');
const post = (person: string, role: string) => ({ person, posts: [{ id: `${role}-1`, role, unit: 'zhenhua', person }] });

// #region receiver
const inbox = openSqlite(':memory:');                              // the receiver's own database · 接收方自己的库
inbox.exec('create table taken (tenant text, case_id text, seq integer, primary key (tenant, case_id)); create table board (case_id text, line text)');

/** Takes an event in once, however often it comes: what it does and how far the case has come are written together. 来几次都只算一次：办的事和“办到第几条”一起写。 */
function takeIn({ tenant, case: caseId, seq, event }: WebhookBody): void {
  inbox.exec('begin immediate');
  try {
    const row = inbox.prepare('select seq from taken where tenant = ? and case_id = ?').get(tenant, caseId) as { seq: number } | undefined;
    if (seq > (row?.seq ?? 0)) {                                   // in order per case: one number is enough · 同一事项有先后，记一个号就够
      inbox.prepare('insert into board values (?, ?)').run(caseId, event.type === 'acted' ? event.action : event.type);
      inbox.prepare('insert into taken values (?, ?, ?) on conflict do update set seq = excluded.seq').run(tenant, caseId, seq);
    }
    inbox.exec('commit');
  } catch (error) {
    inbox.exec('rollback');
    throw error;                                                   // answered with 500: it comes again · 回 500，会再来
  }
}
// #endregion

let broken = 1, refusing = false, requests = 0;
// #region server
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (part: string) => { body += part; }).on('end', () => {
    requests += 1;
    if (!verifySignature({ headers: request.headers, body, secret, now: now() }).ok) { response.writeHead(401).end(); return; }
    if (refusing) { response.writeHead(422).end(); return; }
    try { takeIn(JSON.parse(body) as WebhookBody); } catch { response.writeHead(500).end(); return; }
    if (broken-- > 0) { response.destroy(); return; }              // taken in, but the answer is lost · 已收下，回答却丢了
    response.writeHead(204).end();
  });
});
// #endregion
await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;

// #region store
const store = sqliteStore(openSqlite(':memory:'), { consumers: ['webhook'] });
const street = createEngine({ methods: [defineMethod(json)], store, tenant: 'pingcheng' });
// #endregion

// #region deliver
const send = webhook({ url, secret });
const pass = () => deliver({ store, tenant: 'pingcheng', consumer: 'webhook', send, now });
// setInterval(() => void pass().catch(report), 1000);
// #endregion

const opened = await street.open({ source: 'survey', home: 'zhenhua', fields: { content: '路灯不亮' } }, { by: post('wang', 'clerk'), at: clock });
if (!opened.ok) throw new Error(opened.issues.map(({ code }) => code).join());
const first = await pass();
clock += 10_000;
const second = await pass();
const lines = () => (inbox.prepare('select line from board').all() as { line: string }[]).map(({ line }) => line).join(' ');
console.log('first', JSON.stringify(first));
console.log('second', JSON.stringify(second));
console.log('requests', requests, 'board', lines());

refusing = true;
const admitted = await opened.value.act('admit', { class: 'hard', goal: '修复', 'close-by': '2021-11-30' }, { by: post('li', 'leading-group'), at: clock });
if (!admitted.ok) throw new Error(admitted.issues.map(({ code }) => code).join());
const third = await pass();
refusing = false;
// #region letters
const letterbox = { store, tenant: 'pingcheng', consumer: 'webhook' };
const letters = await deadLetters(letterbox);
for (const { caseId, seq, reason } of letters) {
  console.log(caseId, seq, reason);
  await sendAgain({ ...letterbox, caseId, seq, now: now() });      // or passOver: never to be sent · 或 passOver：不再送
}
// #endregion
const fourth = await pass();
console.log('third', JSON.stringify(third), 'fourth', JSON.stringify(fourth));
console.log('requests', requests, 'board', lines());
server.closeAllConnections();
server.close();
