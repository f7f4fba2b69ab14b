import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, embeddedDirectory, type CaseStore, type Engine, type Post } from '@bihuan/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite, sqliteStore, type SqliteDatabase } from '../sqlite/index.ts';
import { databases } from './databases.fixture.ts';
import { at, codes, done, stores, street } from './engine-street.fixture.ts';

const words = (zh: string, en: string) => ({ zh, en });
/** The street with who is concerned as personal data, a letter made of it, and a further case that takes it over. */
const method = {
  ...street,
  fields: { ...street.fields, concerned: { label: words('当事人', 'Concerned'), kind: 'names', personal: true }, phone: { label: words('联系电话', 'Phone'), kind: 'text', personal: true }, income: { label: words('收入', 'Income'), kind: 'number', personal: true } },
  kinds: { ...street.kinds, visit: { label: words('走访', 'Visit'), sources: [], line: ['received'] } },
  actions: {
    ...street.actions,
    report: { ...street.actions.report, takes: { ...street.actions.report.takes, concerned: { optional: true }, phone: { optional: true }, income: { optional: true } } },
    correct: { label: words('更正', 'Correct'), by: ['clerk'], takes: { phone: { optional: true }, content: { optional: true } } },
    begin: { label: words('列入走访', 'Begin'), opens: 'visit', by: ['clerk'], takes: { phone: { optional: true }, income: { optional: true } } },
    talk: {
      label: words('谈话', 'Talk'), by: ['leader'], leaves: { talk: {} },
      tells: { leader: { to: [{ role: 'leader' }], say: [words('已与', 'Talked to '), { field: 'concerned' }, words('（', ' ('), { field: 'phone' }, words('）谈话', ')')] } },
      spawns: { begin: { link: 'visits', gives: { phone: { field: 'phone' }, income: { field: 'income' } }, reporter: true } },
    },
    finish: { label: words('办完', 'Finish'), kinds: ['visit'], by: ['clerk'], leaves: { answer: {} }, ends: 'visited' },
  },
  records: { ...street.records, talk: { label: words('谈话', 'Talk'), fields: { course: { label: words('经过', 'Course'), kind: 'long-text', personal: true }, minutes: { label: words('分钟', 'Minutes'), kind: 'number', personal: true, optional: true } } } },
  links: { visits: { label: words('走访', 'Visits'), from: 'matter', to: 'visit' } },
  endings: { ...street.endings, visited: { label: words('已走访', 'Visited'), outcome: 'solved' } },
  personal: { by: ['leader'], keep: '1 year' },
};

const units = [{ id: 'xin', label: words('新街', 'Xin'), level: 'street' }, { id: 'east', label: words('东社区', 'East'), level: 'community', parent: 'xin' }];
const post = (person: string, role: string, unit: string): Post => ({ id: `${person}-post`, role, unit, person, name: person });
const engineOn = (store: CaseStore): Engine => createEngine({ methods: [method as never], store, directory: embeddedDirectory({ units, posts: [post('wang', 'clerk', 'east'), post('zhao', 'worker', 'east'), post('li', 'leader', 'xin')] }) }).plain;

const secrets = ['欧阳修远', '13912345678', '司马相如君', '13898765432', '当面谈了三次都没有结果', '37451', '40961'];
const told = { concerned: [secrets[2]], phone: secrets[3], income: 40961 };
const reported = async (engine: Engine, key?: string) => done(await engine.open(
  { source: 'hotline', kind: 'matter', fields: { content: '楼上漏水', topic: 'water', order: '12345-1', ...told }, reporter: { name: secrets[0]!, phone: secrets[1]! } }, { by: 'wang', at: at('11-01 09:00'), ...(key && { key }) })).id;
const talk = (engine: Engine, id: string) => engine.act(id, 'talk', { course: secrets[4], minutes: 37451 }, { by: 'li', at: at('11-01 10:00'), key: 'talk' });
const visitOf = async (engine: Engine, id: string) => (await engine.case(id))!.state.links[0]!.case;

describe.each(stores)('personal data on %s', (_, openStore) => {
  let store: CaseStore;
  let engine: Engine;
  beforeEach(() => { store = openStore(); engine = engineOn(store); });
  afterEach(() => store.close());

  it('lies beside the log: what is kept of a case, and of one that it opens, holds only references', async () => {
    const id = await reported(engine);
    done(await talk(engine, id));
    const visit = await visitOf(engine, id);
    for (const one of [id, visit]) {
      const kept = JSON.stringify([await store.read('default', one), await engine.history(one), (await store.list('default', { where: [{ on: 'id', op: 'is', value: one }] })).rows]);
      expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
      expect(kept).toContain('#personal:');
    }
    expect((await engine.case(id))!.state).toMatchObject({ reporter: { name: secrets[0], phone: secrets[1] }, fields: told, records: [{ values: { course: secrets[4], minutes: 37451 } }] });
    expect((await engine.case(visit))!.state).toMatchObject({ reporter: { name: secrets[0] }, fields: { phone: secrets[3], income: 40961 } });
    expect(await engine.holding(secrets[3]!)).toEqual([id, visit].sort());
  });

  it('is masked for whoever looks, and shown to whom the method names, each time on record', async () => {
    const id = await reported(engine);
    done(await talk(engine, id));
    const masked = (await engine.explain(id, 'li', at('11-01 11:00')))!;
    expect([masked.reporter, masked.facts.find(({ name }) => name === 'phone')?.text.zh, masked.personal]).toEqual([{ name: '欧**', phone: '139****5678' }, '138****5432', { held: true, shown: false, erased: false, mayReveal: true }]);
    expect(secrets.filter((secret) => JSON.stringify([masked, []]).includes(secret))).toEqual([]);
    const lines = JSON.stringify(await engine.timeline(id));
    expect(secrets.filter((secret) => lines.includes(secret))).toEqual([]);
    expect(lines).toContain('138****5432');
    expect(codes(await engine.reveal(id, { by: 'wang', at: at('11-01 11:00') }))).toEqual(['personal.not-yours']);
    const clear = done(await engine.reveal(id, { by: 'li', at: at('11-01 11:01') }));
    expect([clear.reporter, clear.facts.find(({ name }) => name === 'phone')?.text.zh, clear.personal.shown]).toEqual([{ name: secrets[0], phone: secrets[1] }, secrets[3], true]);
    expect((await engine.timeline(id)).at(-1)).toMatchObject({ title: { zh: '查看个人信息' }, by: { name: 'li' } });
  });

  it('given back as it was shown, it stands as it is', async () => {
    const id = await reported(engine);
    done(await engine.act(id, 'correct', { phone: '138****5432', content: '楼上漏水，已停水' }, { by: 'wang', at: at('11-01 09:30') }));
    expect((await engine.case(id))!.state.fields['phone']).toBe(secrets[3]);
    done(await engine.act(id, 'correct', { phone: '13700001111' }, { by: 'wang', at: at('11-01 09:31') }));
    expect((await engine.case(id))!.state.fields['phone']).toBe('13700001111');
  });

  it('a text that looks like a reference shows nobody else’s value', async () => {
    const id = await reported(engine);
    done(await engine.act(id, 'correct', { content: '#personal:1.1' }, { by: 'wang', at: at('11-01 09:30') }));
    expect((await engine.case(id))!.state.fields['content']).toBe('#personal:1.1');
  });

  it('erased on request, it is missing everywhere, and the case goes on', async () => {
    const id = await reported(engine);
    expect(codes(await engine.erase(id, { because: ' ' }, { by: 'wang', at: at('11-01 12:00') }))).toEqual(['personal.not-yours', 'personal.no-reason']);
    const erased = done(await engine.erase(id, { because: '本人申请' }, { by: 'li', at: at('11-01 12:00'), key: 'erase' }));
    expect([erased.state.reporter, erased.state.fields['phone'], erased.state.fields['content']]).toEqual([{}, undefined, '楼上漏水']);
    expect((await engine.timeline(id)).at(-1)!.title.zh).toBe('删除个人信息（本人申请）');
    const shown = (await engine.explain(id, 'li', at('11-01 12:01')))!;
    expect([shown.personal, shown.facts.find(({ name }) => name === 'phone')?.text, shown.reporter]).toEqual([{ held: false, shown: false, erased: true, mayReveal: true }, { zh: '（已删除）', en: '(erased)' }, {}]);
    done(await engine.erase(id, { because: '本人申请' }, { by: 'li', at: at('11-01 12:00'), key: 'erase' }));
    expect((await engine.history(id)).length).toBe(2);
    done(await engine.act(id, 'talk', { course: '见面' }, { by: 'li', at: at('11-01 13:00') }));
    expect(await engine.holding(secrets[3]!)).toEqual([]);
  });

  it('is forgotten when a case ended longer ago than the method keeps it', async () => {
    const id = await reported(engine);
    done(await talk(engine, id));
    const visit = await visitOf(engine, id);
    done(await engine.act(visit, 'finish', { satisfied: true }, { by: 'wang', at: at('11-02 10:00') }));
    expect((await engine.forget('2022-11-02T09:59:00+08:00')).cases).toBe(0);
    expect(await engine.forget('2022-11-02T10:01:00+08:00')).toMatchObject({ cases: 1, events: 1 });
    expect([await engine.holding(secrets[3]!), (await engine.forget('2023-01-01T00:00:00+08:00')).cases]).toEqual([[id], 0]);
    expect((await engine.timeline(visit)).at(-1)!.title.zh).toBe('删除个人信息（保留期满（1 year））');
  });
});

/** Everything that a person's cases have left, then the request: law 10 of the design. */
const live = async (engine: Engine): Promise<void> => {
  const id = await reported(engine, 'open');
  done(await talk(engine, id));
  await engine.act(id, 'correct', { phone: `${secrets[3]} ${secrets[1]}`, topic: secrets[0] }, { by: 'wang', at: at('11-01 10:30'), key: 'refused' });
  done(await engine.reveal(id, { by: 'li', at: at('11-01 11:00') }));
  const visit = await visitOf(engine, id);
  for (const one of [id, visit]) done(await engine.erase(one, { because: '本人申请' }, { by: 'li', at: at('11-01 12:00') }));
};

describe.each(databases.map((database) => [database.name, database] as const))('law 10 on %s', (_, database) => {
  it('an erased person leaves no trace in any table, and every chain whole', async () => {
    const schema = await database.schema();
    const store = await database.open(schema, { consumers: ['webhook'] });
    await live(engineOn(store));
    const tables = await database.run(`select table_name as name from information_schema.tables where table_schema = '${schema}'`);
    expect(tables.length).toBeGreaterThan(12);
    for (const { name } of tables) {
      const rows = JSON.stringify(await database.run(`select * from ${schema}.${String(name)}`));
      expect({ name, found: secrets.filter((secret) => rows.includes(secret)) }).toEqual({ name, found: [] });
    }
    for (const { id } of (await store.list('default', {})).rows) expect(await store.verify('default', id)).toMatchObject({ ok: true });
    await store.close();
  }, 60_000);
});

describe('law 10 on sqlite', () => {
  let folder: string;
  let database: SqliteDatabase;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'bihuan-')); database = openSqlite(join(folder, 'a.db')); });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('an erased person leaves no trace in any byte of the file, free pages and the write-ahead log included, and every chain whole', async () => {
    const store = sqliteStore(database, { consumers: ['webhook'] });
    await live(engineOn(store));
    for (const { id } of (await store.list('default', {})).rows) expect(await store.verify('default', id)).toMatchObject({ ok: true });
    const bytes = Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
    await store.close();
    expect(bytes.includes(Buffer.from('楼上漏水'))).toBe(true);
    expect(secrets.filter((secret) => bytes.includes(Buffer.from(secret)))).toEqual([]);
  });
});
