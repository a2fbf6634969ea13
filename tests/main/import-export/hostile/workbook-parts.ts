import type { RawEntry } from './raw-zip.ts';
import { entryOf, rawZip } from './raw-zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a small workbook by their paths, to be replaced one by one. */
function workbookParts(sheets = 1): Record<string, string> {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${numbers
      .map(
        (number) =>
          `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join(
        '',
      )}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${numbers
      .map((number) => `<sheet name="S${number}" sheetId="${number}" r:id="rId${number}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbers
      .map(
        (number) =>
          `<Relationship Id="rId${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdS" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst xmlns="${main}" count="2" uniqueCount="2"><si><t>内容</t></si><si><t>您好</t></si></sst>`,
  };
  for (const number of numbers) {
    parts[`xl/worksheets/sheet${number}.xml`] = sheetXml(
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>',
    );
  }
  return parts;
}

export function sheetXml(rows: string, behind = ''): string {
  return `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;
}

/** A workbook with some of its parts replaced or added; null takes one away. */
export function workbookWith(
  replaced: Record<string, string | Buffer | null>,
  sheets = 1,
  more: RawEntry[] = [],
): Buffer {
  const parts = Object.entries({ ...workbookParts(sheets), ...replaced });
  const entries = parts.flatMap(([path, content]) => (content === null ? [] : [entryOf(path, content)]));
  return rawZip([...entries, ...more]);
}
