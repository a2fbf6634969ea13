import { readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import { fixturePath } from '../read/read-fixture.ts';
import type { HostileFile } from './hostile-file.ts';
import { file, truncations } from './hostile-file.ts';
import type { RawEntry } from './raw-zip.ts';
import { entryOf, packedZeros, rawZip } from './raw-zip.ts';
import { sheetXml, workbookWith } from './workbook-parts.ts';

const sheetPath = 'xl/worksheets/sheet1.xml';
const csv = '标题,内容\n问候,您好\n';

/** A gigabyte in a megabyte, under the size that the headers claim. */
function bomb(name: string, claimedSize: number): RawEntry {
  return { name, packed: packedZeros(1_024, 0x20), method: 8, claimedSize };
}

const bombs: HostileFile[] = [
  file('a zip bomb that says so', 'a.zip', () => rawZip([bomb('a.csv', 2 ** 30)]), ['unpacks-too-large']),
  file('a zip bomb that claims ten bytes', 'a.zip', () => rawZip([bomb('a.csv', 10)]), ['unpacks-too-large']),
  file('a zip bomb that claims nothing', 'a.zip', () => rawZip([bomb('a.csv', 0)]), ['unpacks-too-large']),
  file(
    'a workbook whose sheet is a bomb',
    'a.xlsx',
    () => workbookWith({ [sheetPath]: null }, 1, [bomb(sheetPath, 100)]),
    ['unpacks-too-large'],
  ),
  file(
    'a workbook whose shared strings are a bomb',
    'a.xlsx',
    () => workbookWith({ 'xl/sharedStrings.xml': null }, 1, [bomb('xl/sharedStrings.xml', 100)]),
    ['unpacks-too-large'],
  ),
  file(
    'a workbook with a bomb among its pictures',
    'a.xlsx',
    () => workbookWith({}, 1, [bomb('xl/media/image1.png', 100)]),
    ['unpacks-too-large'],
  ),
  file(
    'a thousand entries that share one packed stream',
    'a.zip',
    () => {
      const first: RawEntry = { name: 'a0.csv', packed: packedZeros(1, 0x20), method: 8, claimedSize: 1 };
      const others = Array.from({ length: 999 }, (_, index) => ({
        ...first,
        name: `a${index}.csv`,
        sharesWith: 0,
      }));
      return rawZip([first, ...others]);
    },
    ['unpacks-too-large'],
  ),
  file(
    'a zip in a zip in a zip',
    'a.zip',
    () => {
      let bytes = rawZip([entryOf('a.csv', csv)]);
      for (let depth = 0; depth < 10; depth += 1) bytes = rawZip([entryOf('inner.zip', bytes)]);
      return bytes;
    },
    ['unknown-format'],
  ),
  file(
    'a workbook bomb beside others in a zip',
    'a.zip',
    () =>
      rawZip([
        entryOf('a.csv', csv),
        entryOf('b.xlsx', workbookWith({ [sheetPath]: null }, 1, [bomb(sheetPath, 5)])),
      ]),
    ['unpacks-too-large'],
  ),
  file(
    'more entries than are looked at',
    'a.zip',
    () =>
      rawZip(
        Array.from({ length: 200 }, (_, index) => ({ name: `a${index}.csv`, packed: Buffer.from(csv) })),
      ),
    ['too-complex', 'damaged'],
    { entries: 100 },
  ),
];

const names = [
  '../../x.csv',
  '/etc/x.csv',
  'C:\\x.csv',
  '..\\..\\x.csv',
  'a/../../x.csv',
  './/x.csv',
  'x.csv/',
  'a\0b.csv',
];

const structures: HostileFile[] = [
  ...names.map((name) =>
    file(`a zip whose only entry is called ${JSON.stringify(name)}`, 'a.zip', rawZip([entryOf(name, csv)]), [
      'unknown-format',
    ]),
  ),
  ...[
    'con.txt',
    'nul.csv',
    '__proto__.csv',
    'constructor',
    `${'x'.repeat(60_000)}.csv`,
    '話術\u202e.csv',
  ].map((name) =>
    file(`a zip with an entry called ${name.slice(0, 20)}`, 'a.zip', rawZip([entryOf(name, csv)])),
  ),
  file(
    'a zip with names in the Chinese code page',
    'a.zip',
    () => {
      const name = Buffer.from([0xbb, 0xb0, 0xca, 0xf5, 0x2e, 0x63, 0x73, 0x76]);
      return rawZip([{ ...entryOf('', csv), name, flags: 0 }]);
    },
    ['read'],
  ),
  file('an encrypted zip', 'a.zip', rawZip([{ ...entryOf('a.csv', csv), flags: 0x801 }]), ['password']),
  file('an unknown method of compression', 'a.zip', rawZip([{ ...entryOf('a.csv', csv), method: 99 }]), [
    'damaged',
  ]),
  file('an empty zip', 'a.zip', rawZip([]), ['unknown-format']),
  file('a zip that is only its signature', 'a.zip', Buffer.from([0x50, 0x4b, 3, 4]), ['damaged']),
  file(
    'a zip with two entries of one name',
    'a.zip',
    rawZip([entryOf('a.csv', csv), entryOf('a.csv', csv)]),
    ['read'],
  ),
  file('a zip whose comment looks like its end', 'a.zip', () => {
    const fake = Buffer.alloc(22, 0xff);
    fake.writeUInt32LE(0x06054b50, 0);
    return rawZip([entryOf('a.csv', csv)], fake);
  }),
  file(
    'a zip whose entry claims more packed bytes than there are',
    'a.zip',
    () => rawZip([{ ...entryOf('a.csv', csv), claimedPackedSize: 1_000_000 }]),
    ['damaged'],
  ),
  file(
    'a zip that claims sizes of 4 GB',
    'a.zip',
    () => rawZip([{ ...entryOf('a.csv', csv), claimedSize: 0xffffffff }]),
    ['unpacks-too-large', 'damaged'],
  ),
  file(
    'a zip with garbage for a stream',
    'a.zip',
    () => rawZip([{ name: 'a.csv', packed: Buffer.alloc(100, 0xaa), method: 8 }]),
    ['damaged'],
  ),
  file('a zip with bytes in front', 'a.zip', () => {
    const bytes = rawZip([entryOf('a.csv', csv)]);
    return Buffer.concat([bytes.subarray(0, 4), Buffer.alloc(50), bytes]);
  }),
  file('a zip of nothing but folders', 'a.zip', rawZip([{ name: 'a/', packed: Buffer.alloc(0) }]), [
    'unknown-format',
  ]),
];

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from(
  { length: 10 },
  (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? '' : index - 1};`.repeat(10)}">`,
).join('')}]>`;
const external = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

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
    'damaged',
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

/** Zips, workbooks and databases. */
export function archives(): HostileFile[] {
  return [
    ...bombs,
    ...structures,
    ...markup,
    ...legacy,
    ...cut.flatMap((name) => truncations(name, readFileSync(fixturePath(name)), 8)),
  ];
}
