import { findingText } from '@bihuan/core';
import type { Finding, ImportReport } from '@bihuan/core';

type Problem = ImportReport['problems'][number];

/** What can be wrong with what was sent before the table is looked at. */
export const importProblem = {
  noFile: { code: 'import.no-file', says: { zh: '没有收到表格：正文为 CSV（Content-Type: text/csv），或以表单传 file', en: 'No table was sent: a CSV body (Content-Type: text/csv), or a form with "file"' } },
  encoding: { code: 'import.encoding-unknown', says: { zh: '文件既不是 UTF-8 也不是 GB18030；若是 Excel 工作簿，请另存为 CSV', en: 'The file is neither UTF-8 nor GB18030; save an Excel workbook as CSV first' } },
} satisfies Record<string, Problem>;

/** What is wrong with a map, with the place in it and the mend. */
export const mapProblem = (finding: Finding): Problem => {
  const { zh, en } = findingText(finding);
  return { code: finding.code, says: { zh: `对照表 ${finding.pointer}：${zh}${finding.mend?.zh ?? ''}`, en: `Map ${finding.pointer}: ${en}${finding.mend ? ` ${finding.mend.en}` : ''}` } };
};
