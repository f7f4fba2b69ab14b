/** How a sheet is printed: as wide as the page, the title and the header again on every page, page numbers at the foot. */
export const printSetup = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string): string => xml
          .replace(/<worksheet\b[^>]*>/, (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
          .replace(/<pageSetup\b([^>]*?)\/>/, '<pageSetup$1 fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>'),
      },
      'xl/workbook.xml': {
        transform: (xml: string, sheets: readonly { readonly sheet?: string }[]): string => xml
          .replace(/<definedNames>.*?<\/definedNames>|<definedNames\s*\/>/s, '')
          .replace('</sheets>', `</sheets><definedNames>${sheets.map(({ sheet }, i) => printTitles(sheet ?? `Sheet${i + 1}`, i)).join('')}</definedNames>`),
      },
    },
  },
};

const printTitles = (sheet: string, i: number): string =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${sheet.replaceAll("'", "''").replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}'!$1:$2</definedName>`;
