import { createEngine, embeddedDirectory, type CaseStore, type Engine, type LooseMethod, type Post, type Result, type Unit } from '@bihuan/core';
import { memoryStore } from '../memory/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { databaseStores } from './databases.fixture.ts';

/** Every store that the engine is tried on. */
export const stores: readonly (readonly [name: string, open: () => CaseStore])[] = [
  ['memory', memoryStore], ['sqlite', () => sqliteStore(openSqlite(':memory:'))], ...await databaseStores(),
];

const words = (zh: string, en: string) => ({ zh, en });

/** A street’s method: reported by a clerk, handed to a worker who has three working days, closed by the leader once the result is there and the reporter answered. */
export const street = {
  id: 'street', version: '1.0.0', label: words('街道办事', 'The street'), timeZone: 'Asia/Shanghai', calendar: { base: 'cn', hours: ['09:00-12:00', '14:00-18:00'] },
  levels: { street: { label: words('街道', 'Street') }, community: { label: words('社区', 'Community'), in: 'street' } },
  roles: { clerk: { label: words('受理员', 'Clerk'), at: ['community'] }, leader: { label: words('领导', 'Leader'), at: ['street'] }, worker: { label: words('承办人', 'Worker'), at: ['community'] } },
  sources: { desk: { label: words('窗口', 'Desk') }, hotline: { label: words('热线', 'Hotline'), reporter: 'required', takes: { order: {} } } },
  kinds: { matter: { label: words('事项', 'Matter'), sources: ['desk', 'hotline'], line: ['received', 'handling'] } },
  fields: {
    content: { label: words('内容', 'Content'), kind: 'text' }, order: { label: words('工单', 'Order'), kind: 'text' },
    topic: { label: words('类别', 'Topic'), kind: 'choice', options: { road: words('道路', 'Roads'), water: words('供水', 'Water') } },
  },
  steps: { received: { label: words('登记', 'Received') }, handling: { label: words('办理', 'Handling') } },
  actions: {
    report: { label: words('登记', 'Report'), opens: 'matter', by: ['clerk'], takes: { content: {}, topic: {} } },
    assign: { label: words('交办', 'Assign'), from: ['received', 'handling'], by: ['leader'], asks: { lead: {} }, to: 'handling' },
    result: { label: words('报结果', 'Result'), from: ['handling'], by: [{ ask: 'lead' }], leaves: { result: {} }, replies: { lead: { as: 'done' } } },
    answer: { label: words('答复', 'Answer'), by: ['clerk'], leaves: { answer: {} } },
    close: { label: words('销号', 'Close'), from: ['handling'], by: ['leader'], ends: 'solved' },
    reopen: { label: words('重开', 'Reopen'), after: ['solved'], by: ['leader'], to: 'handling' },
  },
  records: {
    result: { label: words('处理结果', 'Result'), fields: { text: { label: words('结果', 'Text'), kind: 'text' } } },
    answer: { label: words('答复', 'Answer'), serves: 'answer', fields: { satisfied: { label: words('满意', 'Satisfied'), kind: 'yes-no' } } },
  },
  asks: { lead: { label: words('主办', 'Lead'), of: { post: 'worker' } } },
  clocks: {
    handle: {
      label: words('办理时限', 'Handling'), starts: { ask: 'lead' }, stops: { ask: 'lead', as: 'done' }, limit: '3 working days', again: 'anew',
      ladder: { soon: { at: { before: '1 working day' }, tells: { leader: { to: [{ role: 'leader' }], say: words('即将到期', 'Due soon') } } } },
    },
  },
  endings: { solved: { label: words('销号', 'Solved'), outcome: 'solved', requires: { result: { say: words('有结果', 'There is a result'), if: { record: 'result' } } } } },
  list: { columns: { content: { label: '内容', show: { field: 'content' } } }, order: ['content'], filters: { topic: { label: '类别', by: { field: 'topic' } } } },
  ledgers: {
    sheet: {
      label: words('工作表', 'Worksheet'), dated: { case: 'opened' }, where: { action: 'assign', min: 1 },
      columns: { content: { label: words('内容', 'Content'), show: { field: 'content' } }, result: { label: words('结果', 'Result'), show: { record: 'result', show: 'text' } }, topic: { label: words('类别', 'Topic'), show: { field: 'topic' } } },
      order: ['topic', 'content', 'result'],
    },
  },
  metrics: {
    opened: { label: words('受理', 'Opened'), dated: { case: 'opened' }, by: { field: 'topic' } },
    solved: { label: words('销号率', 'Solved'), dated: { case: 'opened' }, share: { case: 'outcome', is: 'solved' }, by: { field: 'topic' }, wanted: 'rising', target: { min: 0.5 } },
  },
  boards: { month: { label: words('月报', 'Month'), metrics: ['opened', 'solved'] } },
};

const units: readonly Unit[] = [
  { id: 'xin', label: words('新街', 'Xin Street'), level: 'street' },
  { id: 'east', label: words('东社区', 'East'), level: 'community', parent: 'xin' }, { id: 'west', label: words('西社区', 'West'), level: 'community', parent: 'xin' },
];
const post = (person: string, role: string, unit: string): Post => ({ id: `${person}-post`, role, unit, person, name: person });
const posts = [post('wang', 'clerk', 'east'), post('chen', 'clerk', 'west'), post('zhao', 'worker', 'east'), post('sun', 'worker', 'west'), post('li', 'leader', 'xin')];

export const engineOn = (store: CaseStore, methods: readonly LooseMethod[] = [street as LooseMethod]): Engine =>
  createEngine({ methods, store, directory: embeddedDirectory({ units, posts }) }).plain;

/** A minute in Shanghai: `11-01 09:00` is a Monday of 2021 in a month without holidays. */
export const at = (minute: string): string => `2021-${minute.replace(' ', 'T')}:00+08:00`;

/** What must succeed for a test to go on. */
export const done = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};
export const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.issues.map(({ code }) => code));

/** A case of the east, or of the west where its clerk reports it. */
export const report = async (engine: Engine, minute: string, { topic = 'road', by = 'wang', content = '路灯不亮' }: { topic?: string; by?: string; content?: string } = {}): Promise<string> =>
  done(await engine.open({ source: 'desk', fields: { content, topic } }, { by, at: at(minute) })).id;
export const assign = async (engine: Engine, id: string, minute: string, lead = 'zhao-post'): Promise<unknown> => done(await engine.act(id, 'assign', { lead }, { by: 'li', at: at(minute) }));

/** Reported on one day, handed over, done, answered and closed. */
export const settle = async (engine: Engine, id: string, minute: string, satisfied = true): Promise<void> => {
  const context = { at: at(minute) };
  done(await engine.act(id, 'result', { text: '已修复' }, { ...context, by: 'zhao' }));
  done(await engine.act(id, 'answer', { satisfied }, { ...context, by: 'wang' }));
  done(await engine.act(id, 'close', {}, { ...context, by: 'li' }));
};
