import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LedgerTable } from '@bihuan/core';
import { ledgerToXlsx } from './index.ts';

const word = (zh: string, en = zh) => ({ zh, en });
const table: LedgerTable = {
  name: 'worksheet', label: word('“三清单”工作表', 'The worksheet'), period: '2021',
  columns: [{ name: 'source', label: word('任务来源', 'Source') }, { name: 'goal', label: word('结果目标', 'Goal') }, { name: 'close-by', label: word('销号时限', 'Due') }],
  rows: [
    { id: 'A', key: 'A', cells: [word('12345工单', 'Hotline'), word('=1+1'), word('2021-11-30')], values: [] },
    { id: 'B', key: 'B', cells: [word('基层摸排'), word('<修复> & "好"\u0007'), word('')], values: [] },
  ],
};

async function open(lang: 'zh' | 'en') {
  const files = unzipSync(new Uint8Array(await ledgerToXlsx(table, { lang })));
  const text = (name: string) => strFromU8(files[name]!);
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, value]) => value!);
  const sheet = text('xl/worksheets/sheet1.xml');
  const cells = Object.fromEntries([...sheet.matchAll(/<c r="([A-Z]+\d+)"[^>]*?t="s"[^>]*><v>(\d+)<\/v>/g)].map(([, at, n]) => [at!, strings[Number(n)]!]));
  return { sheet, cells, workbook: text('xl/workbook.xml') };
}

describe('a ledger as an Excel file', () => {
  it('has the ledger\'s word as its title, then the header, then a numbered row for each case', async () => {
    const { cells } = await open('zh');
    expect(cells['A1']).toBe('“三清单”工作表　2021');
    expect([cells['A2'], cells['B2'], cells['C2'], cells['D2']]).toEqual(['序号', '任务来源', '结果目标', '销号时限']);
    expect([cells['A3'], cells['B3'], cells['D3'], cells['A4']]).toEqual(['1', '12345工单', '2021-11-30', '2']);
  });

  it('keeps what looks like a formula as text, and what XML cannot hold out', async () => {
    const { sheet, cells } = await open('zh');
    expect(cells['C3']).toBe('=1+1');
    expect(cells['C4']).toBe('&lt;修复&gt; &amp; "好"'.replaceAll('"', cells['C4']!.includes('&quot;') ? '&quot;' : '"'));
    expect(sheet).not.toContain('<f>');
  });

  it('freezes title and header, merges the title, prints on A4 across with both on every page', async () => {
    const { sheet, workbook } = await open('zh');
    expect(sheet).toMatch(/<pane[^>]*ySplit="2"[^>]*state="frozen"/);
    expect(sheet).toContain('<mergeCell ref="A1:D1"/>');
    expect(sheet).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToHeight="0"/);
    expect(sheet.indexOf('<sheetPr>')).toBeLessThan(sheet.indexOf('<sheetData>'));
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'三清单工作表'!$1:$2</definedName>`);
  });

  it('makes columns as wide as their Chinese, and speaks English too', async () => {
    const { sheet, cells } = await open('en');
    expect(cells['B2']).toBe('Source');
    const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(4);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(8);
  });
});
