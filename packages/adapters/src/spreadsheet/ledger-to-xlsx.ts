import type { LedgerTable } from '@bihuan/core';
import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node';
import { textWidth } from './text-width.ts';
import { printSetup } from './print-setup.ts';

const narrowest = 8;
const widest = 48;

/**
 * A ledger as an Excel file: its word as a title row, the header bold and frozen, every cell text (a formula stays what was
 * written, a date keeps its form), columns as wide as their Chinese, landscape on A4.
 * 台账导出为 Excel：标题行、冻结表头、横向 A4、列宽按汉字计。
 */
export async function ledgerToXlsx(table: LedgerTable, { lang }: { readonly lang: 'zh' | 'en' }): Promise<Buffer> {
  const number = lang === 'zh' ? '序号' : 'No.';
  const header = [number, ...table.columns.map(({ label }) => label[lang])];
  const body = table.rows.map(({ cells }, i) => [String(i + 1), ...table.columns.map((_, column) => safe(cells[column]?.[lang] ?? ''))]);
  const title = [table.label[lang], table.period].filter(Boolean).join(lang === 'zh' ? '　' : ' ');
  const data: SheetData = [
    [{ value: safe(title), type: String, fontWeight: 'bold', fontSize: 16, align: 'center', alignVertical: 'center', height: 32, columnSpan: header.length },
      ...header.slice(1).map(() => null)],
    header.map((value) => ({ value: safe(value), type: String, fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true, backgroundColor: '#e8eef7', ...border })),
    ...body.map((cells): Row => cells.map((value, column) => ({ value, type: String, wrap: true, alignVertical: 'top', align: column === 0 ? 'center' : 'left', ...border }))),
  ];
  return writeXlsxFile(data, {
    sheet: sheetName(table.label[lang]), orientation: 'landscape', stickyRowsCount: 2, columns: header.map((value, column) => ({ width: widthOf([value, ...body.map((cells) => cells[column]!)]) })),
  }, { fontFamily: lang === 'zh' ? '宋体' : 'Calibri', fontSize: 11, features: [printSetup] }).toBuffer();
}

const border = { borderStyle: 'thin', borderColor: '#808080' } as const;

const widthOf = (texts: readonly string[]): number => Math.min(widest, Math.max(narrowest, ...texts.map((text) => textWidth(text) + 2)));

/** XML 1.0 has no control signs, and a cell of Excel holds 32,767. */
// eslint-disable-next-line no-control-regex -- those signs are exactly what must go
const safe = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767);

/** Excel's own rule: at most 31 signs, and none of these. */
const sheetName = (label: string): string => label.replace(/[\\/?*[\]:'“”"]/g, '').trim().slice(0, 31) || 'Sheet1';
