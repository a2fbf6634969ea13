import { set_cptable, utils, type WorkSheet, write } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import Database from 'better-sqlite3';
import { strToU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import {
  delimited,
  kefubaoHeader,
  kefubaoTable,
  qianniuTable,
  type SampleRow,
  sampleRows,
  spell,
} from '../../tests/support/import-rows.ts';
import { spellings } from './spellings.ts';

/** A PNG of one grey pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** Zips are written with this time, so that the same content gives the same bytes. */
const mtime = '2026-01-05T00:00:00';

type Format = 'xlsx' | 'biff8' | 'biff5' | 'xlsb' | 'ods' | 'xlml';

/** A workbook of one or more sheets. */
export function workbook(sheets: Record<string, WorkSheet>, bookType: Format): Buffer {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Props = { CreatedDate: new Date(mtime) };
  return Buffer.from(write(book, { type: 'buffer', bookType, compression: true }));
}

export function sheetOf(rows: readonly (readonly unknown[])[]): WorkSheet {
  return utils.aoa_to_sheet(rows as unknown[][]);
}

export function kefubaoXlsx(rows: readonly SampleRow[]): Buffer {
  return workbook({ 话术: sheetOf(kefubaoTable(rows)) }, 'xlsx');
}

/** Files of bytes by their path below the folder of fixtures. */
export function binaryFixtures(texts: Record<string, string>): Record<string, Uint8Array> {
  set_cptable(codePages);
  const kefubao = sheetOf(kefubaoTable(sampleRows));
  const csv = delimited(kefubaoTable(sampleRows));
  return {
    'kefubao.xlsx': kefubaoXlsx(sampleRows),
    'kefubao.xls': workbook({ 话术: kefubao }, 'biff8'),
    'kefubao-excel5.xls': excelFive(),
    'kefubao.xlsb': workbook({ 话术: kefubao }, 'xlsb'),
    'kefubao.ods': workbook({ 话术: kefubao }, 'ods'),
    'kefubao-xml.xls': workbook({ 话术: kefubao }, 'xlml'),
    'kefubao-html.xls': Buffer.from(utils.sheet_to_html(kefubao)),
    'kefubao-gb18030.csv': iconv.encode(csv, 'gb18030'),
    'kefubao-utf16le.csv': iconv.encode(delimited(kefubaoTable(sampleRows), '\t'), 'utf-16le', {
      addBOM: true,
    }),
    'kefubao-utf16be.csv': iconv.encode(csv, 'utf-16be', { addBOM: true }),
    'kefubao-utf16le-unmarked.csv': iconv.encode(csv, 'utf-16le', { addBOM: false }),
    'traditional-big5.csv': iconv.encode(traditionalCsv(), 'big5'),
    'qianniu.xlsx': workbook({ 快捷短语: sheetOf(qianniuTable(sampleRows)) }, 'xlsx'),
    'phrase-list.xlsx': workbook(
      { Sheet1: sheetOf([['快捷短语内容（必填）'], ...sampleRows.map(({ body }) => [body])]) },
      'xlsx',
    ),
    'header-in-row-three.xlsx': headerInRowThree(),
    'categories-as-sheets.xlsx': categoriesAsSheets(),
    'formulas-and-dates.xlsx': formulasAndDates(),
    'pictures-on-sheet.xlsx': picturesOnSheet(),
    'alfred.alfredsnippets': alfred(),
    'ditto.db': ditto(),
    'sheet-with-media.zip': sheetWithMedia(),
    'espanso.zip': zipped(texts, 'espanso/', { 'images/size.png': onePixel }),
    'espanso/images/size.png': onePixel,
    'autokey.zip': zipped(texts, 'autokey/', {}),
  };
}

function zipped(texts: Record<string, string>, folder: string, more: Record<string, Uint8Array>): Uint8Array {
  const files = Object.entries(texts)
    .filter(([path]) => path.startsWith(folder))
    .map(([path, text]) => [path.slice(folder.length), strToU8(text)] as const);
  return zipSync({ ...Object.fromEntries(files), ...more }, { mtime });
}

/**
 * Excel 5 keeps texts in the code page that a record (0x0042) names. The writer knows Latin only, so that it writes masks of the right length,
 * which the bytes of the real texts then replace in their order.
 */
function excelFive(): Buffer {
  const texts = kefubaoTable(sampleRows).map((cells) => cells.map((cell) => iconv.encode(cell, 'gbk')));
  const mask = (text: Buffer) => text.toString('latin1').replace(/[\x80-\xff]/g, '_');
  const bytes = workbook({ Sheet1: sheetOf(texts.map((cells) => cells.map(mask))) }, 'biff5');
  let at = 0;
  for (const text of texts.flat()) {
    at = bytes.indexOf(mask(text), at, 'latin1');
    at += text.copy(bytes, at);
  }
  bytes.writeUInt16LE(936, bytes.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00])) + 4);
  return bytes;
}

function traditionalCsv(): string {
  return delimited([
    ['分類', '標題', '內容'],
    ...sampleRows.map((_, index) => [
      '售後',
      `退款說明${index + 1}`,
      `您好，退款會在${index + 1}個工作天內退回您的帳戶，請放心。`,
    ]),
  ]);
}

/** A heading over all columns, a hint, then the header; categories are merged downwards. */
function headerInRowThree(): Buffer {
  const table = kefubaoTable(sampleRows);
  let last = '';
  const rows = table.slice(1).map(([category = '', ...rest]) => {
    const shown = category === last ? null : category;
    last = category;
    return [shown, ...rest];
  });
  const sheet = sheetOf([['店铺话术导入模板', null, null, null], ['请勿修改表头'], kefubaoHeader, ...rows]);
  const merges = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
  let start = 3;
  rows.forEach(([category], index) => {
    if (index > 0 && category !== null) start = index + 3;
    const end = index + 3;
    const isLast = rows[index + 1] === undefined || rows[index + 1]?.[0] !== null;
    if (isLast && end > start) merges.push({ s: { r: start, c: 0 }, e: { r: end, c: 0 } });
  });
  sheet['!merges'] = merges;
  return workbook({ 模板: sheet }, 'xlsx');
}

function categoriesAsSheets(): Buffer {
  const sheets = new Map<string, SampleRow[]>();
  for (const row of sampleRows) sheets.set(row.category, [...(sheets.get(row.category) ?? []), row]);
  const tables = [...sheets].map(([name, rows]) => [
    name,
    sheetOf([['标题', '内容'], ...rows.map(({ title, body }) => [title, body])]),
  ]);
  return workbook(Object.fromEntries(tables), 'xlsx');
}

function formulasAndDates(): Buffer {
  const sheet = sheetOf([
    ['标题', '内容', '有效期'],
    ['有结果', null, '2026/3/1'],
    ['没有结果', null, '2026年3月1日'],
    ['日期单元格', '活动到期', null],
    ['看不懂的日期', '活动到期', '下个月'],
    ['长期', '一直有效', '长期有效'],
    ['起止', '双十一活动', '2026-11-01至2026-11-11'],
    ['长数字', 8613800138000, '2026-03-01 18:30'],
  ]);
  sheet.B2 = { t: 's', f: 'CONCATENATE("您","好")', v: '您好' };
  sheet.B3 = { t: 'n', f: 'NOW()' };
  sheet.C4 = { t: 'n', v: 46_082, z: 'yyyy/m/d' };
  return workbook({ 话术: sheet }, 'xlsx');
}

/** One picture lying on the sheet, one kept in a cell as WPS does, one row with neither. */
function picturesOnSheet(): Uint8Array {
  const sheet = sheetOf([
    ['标题', '内容', '图片'],
    ['尺码表', '请看尺码表', null],
    ['好评截图', '请看截图', null],
    ['只有文字', '请稍等', null],
  ]);
  sheet.C3 = { t: 's', f: '_xlfn.DISPIMG("ID_0A1B",1)', v: '=DISPIMG("ID_0A1B",1)' };
  const parts = unzipSync(workbook({ 话术: sheet }, 'xlsx'));
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (id: string, type: string, target: string) =>
    strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/></Relationships>`,
    );
  const picture = (name: string) =>
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="${name}"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic>`;
  const spaces = `xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${relationships}"`;
  const anchor = `<xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:row>2</xdr:row></xdr:to>${picture('Picture 1')}</xdr:twoCellAnchor>`;
  return zipSync(
    {
      ...parts,
      'xl/worksheets/_rels/sheet1.xml.rels': relations('rId1', 'drawing', '../drawings/drawing1.xml'),
      'xl/drawings/drawing1.xml': strToU8(`<?xml version="1.0"?><xdr:wsDr ${spaces}>${anchor}</xdr:wsDr>`),
      'xl/drawings/_rels/drawing1.xml.rels': relations('rId1', 'image', '../media/image1.png'),
      'xl/cellimages.xml': strToU8(
        `<?xml version="1.0"?><etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" ${spaces}><etc:cellImage>${picture('ID_0A1B')}</etc:cellImage></etc:cellImages>`,
      ),
      'xl/_rels/cellimages.xml.rels': relations('rId1', 'image', 'media/image1.png'),
      'xl/media/image1.png': onePixel,
    },
    { mtime },
  );
}

function alfred(): Uint8Array {
  const files = sampleRows.map(({ title, body, shortcode }, index) => {
    const uid = `A${String(index + 1).padStart(3, '0')}`;
    const snippet = { snippet: spell(body, spellings.alfred), uid, name: title, keyword: shortcode };
    return [`${title} [${uid}].json`, strToU8(JSON.stringify({ alfredsnippet: snippet }, null, 2))] as const;
  });
  return zipSync({ ...Object.fromEntries(files), 'info.plist': strToU8('<plist/>') }, { mtime });
}

/** Ditto's tables as it makes them, as far as they are of interest. */
function ditto(): Buffer {
  const db = new Database(':memory:');
  db.exec(`
    CREATE TABLE Main(lID INTEGER PRIMARY KEY AUTOINCREMENT, lDate INTEGER, mText TEXT, lShortCut INTEGER,
      lDontAutoDelete INTEGER, CRC INTEGER, bIsGroup INTEGER, lParentID INTEGER, QuickPasteText TEXT);
    CREATE TABLE Data(lID INTEGER PRIMARY KEY AUTOINCREMENT, lParentID INTEGER, strClipBoardFormat TEXT, ooData BLOB);
  `);
  const addMain = db.prepare(
    'INSERT INTO Main (lDate, mText, bIsGroup, lParentID, QuickPasteText) VALUES (0, ?, ?, ?, ?)',
  );
  const addData = db.prepare('INSERT INTO Data (lParentID, strClipBoardFormat, ooData) VALUES (?, ?, ?)');
  const groups = new Map<string, number | bigint>();
  for (const { category } of sampleRows) {
    if (!groups.has(category)) groups.set(category, addMain.run(category, 1, -1, '').lastInsertRowid);
  }
  sampleRows.forEach(({ category, title, body }, index) => {
    // What the list shows is cut; half of the clips keep their text in the other table alone.
    const hasData = index % 2 === 0;
    const shown = hasData ? body.slice(0, 5) : body;
    const clip = addMain.run(shown, 0, groups.get(category), title).lastInsertRowid;
    if (hasData)
      addData.run(clip, 'CF_UNICODETEXT', iconv.encode(`${body}\0`, 'utf-16le', { addBOM: false }));
  });
  const bytes = db.serialize();
  db.close();
  return bytes;
}

/** A sheet beside its pictures: one named in a column, one in a body, one missing. */
function sheetWithMedia(): Uint8Array {
  const rows = sampleRows.map(({ title, body }, index) => [
    title,
    index === 1 ? `先看图\n[图片:尺码表.png]\n${body}` : body,
    index === 0 ? '尺码表.png' : index === 2 ? '没有.png' : '',
  ]);
  const sheet = workbook({ Sheet1: sheetOf([['标题', '内容', '图片'], ...rows]) }, 'xlsx');
  return zipSync({ '话术.xlsx': sheet, 'media/尺码表.png': onePixel }, { mtime });
}
