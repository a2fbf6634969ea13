import { readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import { fixturePath } from '../read/read-fixture.ts';
import type { HostileFile } from './hostile-file.ts';
import { file, truncations } from './hostile-file.ts';
import { sheetXml, workbookWith } from './workbook-parts.ts';

const sheetPath = 'xl/worksheets/sheet1.xml';

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from(
  { length: 10 },
  (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? '' : index - 1};`.repeat(10)}">`,
).join('')}]>`;
const external = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

/** Parts that stay below every limit of bytes, and would keep a reader busy for half a minute. */
const inflated: Record<string, () => [part: string, content: string]> = {
  'six million rows': () => [sheetPath, sheetXml('<row><c t="s"><v>1</v></c></row>'.repeat(5_500_000))],
  'sixteen million cells': () => [
    sheetPath,
    sheetXml(`<row r="1">${'<c r="A1"/>'.repeat(16_000_000)}</row>`),
  ],
  'ten million strings': () => [
    'xl/sharedStrings.xml',
    `<sst>${'<si><t>x</t></si>'.repeat(10_000_000)}</sst>`,
  ],
};

const markup: HostileFile[] = [
  ...[
    sheetPath,
    'xl/sharedStrings.xml',
    'xl/workbook.xml',
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
  ].flatMap((part) => [
    file(
      `a billion laughs in ${part}`,
      'a.xlsx',
      workbookWith({ [part]: `<?xml version="1.0"?>${laughs}<x>&a9;</x>` }),
      ['too-complex'],
    ),
    file(`an external entity in ${part}`, 'a.xlsx', workbookWith({ [part]: `${external}<x>&x;</x>` }), [
      'too-complex',
    ]),
    file(
      `${part} in UTF-16`,
      'a.xlsx',
      workbookWith({ [part]: Buffer.from(`\ufeff${laughs}<x/>`, 'utf16le') }),
      ['too-complex'],
    ),
    file(`${part} missing`, 'a.xlsx', workbookWith({ [part]: null })),
    file(`${part} empty`, 'a.xlsx', workbookWith({ [part]: '' })),
    file(`${part} that is no XML`, 'a.xlsx', workbookWith({ [part]: '\u0000\u0001]]>&<<<' })),
  ]),
  ...Object.entries(inflated).map(([title, content]) =>
    file(`a workbook of ${title}`, 'a.xlsx', () => workbookWith(Object.fromEntries([content()])), [
      'too-complex',
    ]),
  ),
  file('XML nested a hundred thousand deep', 'a.xlsx', () =>
    workbookWith({ [sheetPath]: sheetXml('<row>'.repeat(100_000)) }),
  ),
  file('a cell in the last corner of the sheet', 'a.xlsx', () =>
    workbookWith({
      [sheetPath]: sheetXml(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      ),
    }),
  ),
  file('a cell far beyond any sheet', 'a.xlsx', () =>
    workbookWith({
      [sheetPath]: sheetXml('<row r="99999999999"><c r="ZZZZZZ99999999999"><v>1</v></c></row>'),
    }),
  ),
  file('shared strings that are not there', 'a.xlsx', () =>
    workbookWith({
      [sheetPath]: sheetXml(
        '<row r="1"><c r="A1" t="s"><v>999999</v></c><c r="B1" t="s"><v>-1</v></c></row>',
      ),
    }),
  ),
  file(
    'one long shared string in fifty thousand cells',
    'a.xlsx',
    () =>
      workbookWith({
        'xl/sharedStrings.xml': `<sst><si><t>内容</t></si><si><t>${'长'.repeat(30_000)}</t></si></sst>`,
        [sheetPath]: sheetXml(
          Array.from(
            { length: 50_000 },
            (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>1</v></c></row>`,
          ).join(''),
        ),
      }),
    ['too-complex'],
  ),
  file('merged cells over the whole sheet, ten thousand times', 'a.xlsx', () =>
    workbookWith({
      [sheetPath]: sheetXml(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>',
        `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(10_000)}</mergeCells>`,
      ),
    }),
  ),
  file('three hundred sheets', 'a.xlsx', () => workbookWith({}, 300), ['too-complex']),
  file(
    'formulas that would fetch and run',
    'a.xlsx',
    () =>
      workbookWith({
        [sheetPath]: sheetXml(
          '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><f>HYPERLINK("http://x.example","y")</f></c></row><row r="3"><c r="A3"><f>cmd|\' /C calc\'!A0</f></c></row>',
        ),
      }),
    ['read'],
  ),
];

const legacy: HostileFile[] = [
  file(
    'an OLE file of garbage',
    'a.xls',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096, 0x5a)]),
    ['damaged'],
  ),
  file('an OLE file without a workbook', 'a.xls', () => ole({ '/Anything': Buffer.from('nothing') }), [
    'unknown-format',
  ]),
  file(
    'an encrypted workbook',
    'a.xlsx',
    () =>
      ole({
        '/EncryptionInfo': Buffer.from('0400040040000000', 'hex'),
        '/EncryptedPackage': Buffer.alloc(64),
      }),
    ['password', 'damaged'],
  ),
  file('a BIFF stream of garbage', 'a.xls', () =>
    Buffer.concat([Buffer.from('0908100000060500', 'hex'), Buffer.alloc(999, 7)]),
  ),
  file('a BIFF 2 header with nothing behind', 'a.xls', Buffer.from('0900040002001000', 'hex')),
];

function ole(streams: Record<string, Buffer>): Buffer {
  const container = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(container, path, content);
  return Buffer.from(CFB.write(container, { type: 'buffer' }));
}

const cut = [
  'kefubao.xlsx',
  'kefubao.xls',
  'kefubao.ods',
  'alfred.alfredsnippets',
  'sheet-with-media.zip',
  'ditto.db',
];

/** Workbooks, and files of several kinds that are cut off. */
export function workbooks(): HostileFile[] {
  return [
    ...markup,
    ...legacy,
    ...cut.flatMap((name) => truncations(name, readFileSync(fixturePath(name)), 8)),
  ];
}
