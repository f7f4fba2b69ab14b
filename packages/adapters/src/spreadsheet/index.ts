/**
 * Spreadsheets that offices keep.
 * 办公室用的电子表格。
 * @module
 */
export { ledgerToXlsx } from './ledger-to-xlsx.ts';
