import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from './server-process.ts';
import { Visitor, fill, openBrowser } from './visitor.ts';

let server: RunningServer;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  visitor = await Visitor.at(browser, server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Reports a matter and gives back where its page is. */
async function report(as: string, source: string, home: string, inputs: Record<string, string>, reporter?: string): Promise<string> {
  await visitor.as(as, '/report');
  await visitor.page.getByRole('button', { name: source }).click();
  await visitor.settled();
  const form = visitor.page.locator('main form');
  await expect.poll(() => form.getByLabel('属地').inputValue()).not.toBe('');
  await fill(form, { ...(await form.getByRole('combobox', { name: '属地' }).count() > 0 ? { 属地: `@${home}` } : {}), ...(reporter ? { 姓名: reporter, 电话: '13800000000' } : {}), ...inputs });
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await visitor.section('办理经过').waitFor();
  await visitor.settled();
  return new URL(visitor.page.url()).hash.slice(1);
}
const as = (person: string, page: string) => visitor.as(person, page);
const light = () => visitor.page.locator('main [data-light]').first().innerText();

describe('a case of each class goes from report to being struck off, and is stopped at what is missing', () => {
  it('urgent: phoned, scheduled backwards, answered, accepted', async () => {
    const page = await report('wang-fang', '12345工单', '迎春里社区', { 主要内容: '3号楼暖气不热', 地点: '3号楼', 工单编号: 'DT2021E2E01' }, '李女士');
    expect(await visitor.h1()).toContain('3号楼暖气不热');
    expect(await visitor.section('时限').innerText()).toContain('第一时间致电诉求人');
    await visitor.section('时限').getByText('为何此时到期').first().click();
    expect(await visitor.section('时限').locator('details[open] li').count()).toBeGreaterThan(0);

    // Nothing is admitted before the reporter was phoned, and not by a clerk.
    expect(await visitor.refusalOf('进入“1330”工作表')).toContain('当前环节“致电诉求人”不能执行“进入“1330”工作表”，须在：梳理筛选');
    expect(await visitor.refusalOf('进入“1330”工作表')).toContain('应由：街道党史学习教育领导小组');
    await visitor.act('致电诉求人', { 了解到的情况: '家中有老人，室温15度' });

    await as('li-jianhua', page);
    await visitor.openForm('进入“1330”工作表');
    await fill(visitor.dialog(), { 结果目标: '室温达到18度' });
    await visitor.submit();
    expect(await visitor.dialog().getByText('请填写').count(), 'a form says at each input that it must be filled in').toBe(2);
    await fill(visitor.dialog(), { 三类问题: '结果倒排', 销号时限: '2021-12-20' });
    expect(await visitor.dialog().getByLabel('结果目标').inputValue(), 'nothing typed is lost').toBe('室温达到18度');
    await visitor.submit();
    await visitor.dialog().waitFor({ state: 'detached' });
    await visitor.settled();
    expect(await visitor.page.locator('[aria-current=step]').innerText()).toContain('结果倒排');

    await as('guo-zhiqiang', page);
    await visitor.act('责任到人', { 解决措施: '排查管网', 责任人: '@张伟' });
    expect(await visitor.section('时限').innerText()).toMatch(/倒排节点：措施落实[\s\S]*倒排节点：上报结果|倒排节点：上报结果[\s\S]*倒排节点：措施落实/);
    expect(await visitor.missing()).toEqual(['有处理结果', '党工委验收通过', '已答复诉求人，或已写明无法答复的原因']);

    await as('zhang-wei', page);
    await visitor.act('记进展', { 进展情况: '已换阀门' });
    await visitor.act('上报处理结果', { 处理结果: '室温达到20度' });

    await as('guo-zhiqiang', page);
    expect(await visitor.mayDo('验收销号')).toBe(false);
    expect(await visitor.refusalOf('验收销号')).toMatch(/答复诉求人/);
    expect(await visitor.missing()).toContain('已答复诉求人，或已写明无法答复的原因');

    await as('zhang-wei', page);
    await visitor.act('答复诉求人', { 答复内容: '已修好', 诉求人是否满意: true });
    await as('guo-zhiqiang', page);
    await visitor.act('验收销号', { 验收意见: '同意' });
    expect(await visitor.page.locator('main dl').first().innerText()).toContain('按时销号');
    expect(await light()).toBe('已办结');
    await visitor.noComplaints();
  });

  it('hard: consulted before it is handed over; a refused acceptance sends it back and loses nothing', async () => {
    const page = await report('zhou-ting', '基层摸排', '云泉里社区', { 主要内容: '地基下陷', 地点: '5号楼' });
    await as('li-jianhua', page);
    await visitor.act('进入“1330”工作表', { 三类问题: '问题挂牌', 结果目标: '修复加固', 销号时限: '2021-12-31' });
    await as('guo-zhiqiang', page);
    expect(await visitor.mayDo('交办')).toBe(false);
    expect(await visitor.refusalOf('交办')).toContain('还不满足：先党群会诊，后交办');
    expect(await visitor.missing()).toContain('问题挂牌须经党群会诊');
    await visitor.act('党群会诊', { 参加方: ['职能部门', '物业'], 共同制定的方案: '请设计院鉴定' });
    expect(await visitor.missing()).not.toContain('问题挂牌须经党群会诊');
    await visitor.act('交办', { 解决措施: '加固', 责任人: '@王秀兰' });
    await as('wang-xiulan', page);
    await visitor.act('上报处理结果', { 处理结果: '已加固' });
    await as('han-mei', page);
    await visitor.act('验收不通过', { 理由: '散水未修' });
    expect(await visitor.page.locator('[aria-current=step]').innerText()).toContain('办理');
    expect(await visitor.section('记录').innerText()).toMatch(/党群会诊[\s\S]*已加固[\s\S]*散水未修/);
    await as('wang-xiulan', page);
    await visitor.act('上报处理结果', { 处理结果: '散水也已修好' });
    await as('zhou-ting', page);
    await visitor.act('记无法答复原因', { 无法答复原因: '摸排发现，没有诉求人' });
    await as('han-mei', page);
    await visitor.act('验收销号', { 验收意见: '同意' });
    expect(await visitor.page.locator('main dl').first().innerText()).toContain('问题归零');
    await visitor.noComplaints();
  });

  it('new: studied, polled and discussed before it goes on the wall, claimed by a leader', async () => {
    const page = await report('chen-jing', '基层摸排', '育才社区', { 主要内容: '建设社区食堂', 地点: '社区西侧' });
    await as('li-jianhua', page);
    await visitor.act('进入“1330”工作表', { 三类问题: '目标上墙', 结果目标: '食堂开业', 销号时限: '2022-03-31' });
    await as('guo-zhiqiang', page);
    for (const sentence of ['还不满足：已实地调研', '还不满足：已开展民意调查', '还不满足：党工委会议集体讨论同意']) expect(await visitor.refusalOf('目标上墙')).toContain(sentence);
    await as('chen-jing', page);
    await visitor.act('实地调研', { 调研情况: '有空房200平米' });
    await visitor.act('民意调查', { 调查人数: '120', 赞成人数: '97' });
    await as('guo-zhiqiang', page);
    expect(await visitor.refusalOf('目标上墙')).not.toContain('已实地调研');
    await visitor.act('党工委会议集体讨论', { 讨论结果: '同意目标上墙' });
    await visitor.act('目标上墙');
    expect(await visitor.missing()).toContain('目标上墙须有领导认领');
    await as('sun-lijun', page);
    await visitor.act('领导认领', { 解决措施: '对接民政局', 责任人: '@刘洋' });
    await as('liu-yang', page);
    await visitor.act('上报处理结果', { 处理结果: '食堂开业' });
    await visitor.act('记无法答复原因', { 无法答复原因: '摸排发现，没有诉求人' });
    await as('han-mei', page);
    await visitor.act('验收销号', { 验收意见: '同意' });
    expect(await visitor.page.locator('main dl').first().innerText()).toContain('任务兑现');
    expect(await visitor.section('办理经过').locator('ol > li').count()).toBeGreaterThan(9);
    await visitor.noComplaints();
  });

  it('what somebody else changed meanwhile is said, and what was typed stays', async () => {
    const page = await report('wang-fang', '12345工单', '迎春里社区', { 主要内容: '路灯不亮', 工单编号: 'DT2021E2E02' }, '赵先生');
    await visitor.openForm('致电诉求人');
    await fill(visitor.dialog(), { 了解到的情况: '已与赵先生通话' });
    const other = await Visitor.at(browser, server.url);
    await other.as('zhao-min', page);
    await other.act('更正', { 地点: '北门' });
    await visitor.submit();
    await visitor.dialog().getByText('数据已被他人更新').waitFor();
    expect(await visitor.dialog().getByLabel('了解到的情况').inputValue()).toBe('已与赵先生通话');
    await visitor.settled();
    await visitor.submit();
    await visitor.dialog().waitFor({ state: 'detached' });
    await visitor.settled();
    expect(await visitor.section('记录').innerText()).toContain('已与赵先生通话');
    await visitor.noComplaints();
    await other.noComplaints();
  });
});
