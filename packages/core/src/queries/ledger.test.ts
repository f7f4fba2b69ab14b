import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../calendar/index.ts';
import { moment } from '../case/small-method.fixture.ts';
import type { LedgerSchema } from '../method/query-schema.ts';
import { caseOf, found, held, ledger, rules, visit } from './district.fixture.ts';
import { issuedRows, ledgerTable } from './ledger.ts';

const T = { zh: '某', en: 'some' };
const column = (show: LedgerSchema['columns'][string]['show'], zh = '某') => ({ label: { zh, en: 'some' }, show });
const states = [
  caseOf('c1', { fields: { topic: 'water', amount: 2, phone: '139' }, opened: moment('2021-11-01 09:00') }),
  caseOf('c2', { fields: { topic: 'road' }, opened: moment('2021-11-02 09:00') }),
  caseOf('c3', { fields: { topic: 'road', amount: 10 }, opened: moment('2021-12-01 09:00') }),
];
const rows = (schema: LedgerSchema, period?: string, of = states, more = {}) => ledgerTable(rules, 'sheet', schema, found(of, more), period === undefined ? undefined : parsePeriod(period)).rows;
const cells = (...given: Parameters<typeof rows>) => rows(...given).map((row) => row.cells.map(({ zh }) => zh));

describe('a ledger', () => {
  const sheet = ledger({ columns: { topic: column({ field: 'topic' }, '类别'), amount: column({ field: 'amount' }, '金额') } });

  it('has its columns in their order, and says what is not known', () => {
    expect(ledgerTable(rules, 'sheet', { ...sheet, order: ['amount', 'topic'] }, found([states[0]!, states[1]!]))).toEqual({
      name: 'sheet', label: T, columns: [{ name: 'amount', label: { zh: '金额', en: 'some' } }, { name: 'topic', label: { zh: '类别', en: 'some' } }],
      rows: [
        { id: 'c1', key: 'c1', cells: [{ zh: '2', en: '2' }, { zh: '供水', en: 'Water' }], values: [2, 'water'] },
        { id: 'c2', key: 'c2', cells: [{ zh: '—', en: '—' }, { zh: '道路', en: 'Road' }], values: [null, 'road'] },
      ],
    });
  });
  it('holds what it is about, put into its period by its date', () => {
    expect(rows({ ...sheet, where: { field: 'topic', is: 'road' }, dated: { case: 'opened' } }, '2021-11').map(({ id }) => id)).toEqual(['c2']);
  });
  it.each([
    ['as they come', undefined, ['c1', 'c2', 'c3']],
    ['numbers by their size, what is not known last', [{ by: { field: 'amount' } }], ['c1', 'c3', 'c2']],
    ['downwards too', [{ by: { field: 'amount' }, order: 'desc' }], ['c3', 'c1', 'c2']],
    ['choices as the method lists them, then by the next', [{ by: { field: 'topic' } }, { by: { case: 'opened' }, order: 'desc' }], ['c3', 'c2', 'c1']],
  ] as const)('sorts %s', (_, sort, ids) => {
    expect(rows({ ...sheet, ...(sort && { sort: [...sort] }) }).map(({ id }) => id)).toEqual(ids);
  });
  it('over records has a row for each, which knows its case', () => {
    const visited = [caseOf('c1', { home: 'west', records: [visit('r1', '2021-11-02 09:00', { values: { found: 2 } }), visit('r2', '2021-11-03 09:00')] })];
    const visits = ledger({ over: { records: 'visit' }, columns: { at: column({ field: 'at' }), by: column({ field: 'by' }), found: column({ field: 'found' }), home: column({ case: 'home' }) } });
    expect(rows(visits, undefined, visited).map(({ id, key }) => [id, key])).toEqual([['c1', 'c1#r1'], ['c1', 'c1#r2']]);
    expect(cells(visits, undefined, visited, { names: { unit: () => '西社区' } })).toEqual([['2021-11-02 09:00', '王', '2', '西社区'], ['2021-11-03 09:00', '王', '—', '西社区']]);
    expect(cells({ ...visits, where: { field: 'at', min: '2021-11-03' }, order: ['at'] }, undefined, visited)).toEqual([['2021-11-03 09:00']]);
  });
  it('over norms says who fell short, in words', () => {
    const short = ledger({ over: { norm: 'meeting' }, where: { field: 'met', is: false }, columns: { of: column({ field: 'of' }), period: column({ field: 'period' }), count: column({ field: 'count' }), met: column({ field: 'met' }) } });
    const norms = [held('east', '2021-10', 1), held('west', '2021-10', 0), held('west', '2021-11', 0)];
    expect(cells(short, '2021-10', [], { norms, names: { unit: () => '西社区' } })).toEqual([['西社区', '2021年10月', '0', '否']]);
  });
});

describe('a public ledger', () => {
  const columns = { topic: column({ field: 'topic' }), phone: column({ field: 'phone' }) };
  it('gives no personal value, neither as a cell nor beside it', () => {
    expect(rows(ledger({ columns }))[0]).toMatchObject({ cells: [{ zh: '供水' }, { zh: '1**' }], values: ['water', null] });
    for (const row of rows(ledger({ columns, public: true }))) {
      expect(row.cells[1]).toEqual({ zh: '（不公开）', en: '(withheld)' });
      expect(row.values[1]).toBeNull();
    }
  });
  it('nor one of a record, or of a case that is linked', () => {
    const visited = [caseOf('c1', { records: [visit('r1', '2021-11-02 09:00', { values: { who: '张三', found: 1 } })], links: [{ link: 'merges', side: 'from', case: 'n1', at: 0 }] })];
    const linked = () => states[0];
    const shown = (schema: Partial<LedgerSchema>, show: LedgerSchema['columns'][string]['show']) => cells({ ...ledger({ columns: { it: column(show) } }), ...schema }, undefined, visited, { linked })[0]![0];
    const withheld = '（不公开）';
    expect(shown({}, { link: 'merges', reads: { field: 'phone' } })).toBe('1**');
    expect(shown({ public: true }, { link: 'merges', reads: { field: 'phone' } })).toBe(withheld);
    expect(shown({ public: true }, { record: 'visit', show: 'who' })).toBe(withheld);
    expect(shown({ public: true, over: { records: 'visit' } }, { field: 'who' })).toBe(withheld);
    expect(shown({ public: true, over: { records: 'visit' } }, { field: 'found' })).toBe('1');
    expect(shown({ public: true }, { link: 'merges', reads: { field: 'topic' } })).toBe('供水');
  });
});

it('issued, its rows are kept as people read them', () => {
  const table = ledgerTable(rules, 'sheet', ledger({ columns: { topic: column({ field: 'topic' }, '类别'), phone: column({ field: 'phone' }, '电话') }, public: true }), found([states[0]!]));
  expect(issuedRows(table)).toEqual({ columns: ['类别', '电话'], rows: [['供水', '（不公开）']] });
});
