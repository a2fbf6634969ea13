import type { HostileFile } from './hostile-file.ts';
import { file } from './hostile-file.ts';
import type { RawEntry } from './raw-zip.ts';
import { entryOf, packedZeros, rawZip } from './raw-zip.ts';
import { workbookWith } from './workbook-parts.ts';

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

/** The extra field that holds sizes of 64 bits. */
function longSizes(size: number, packedSize: number): Buffer {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packedSize), 12);
  return extra;
}

function withLongSizes(content: string): RawEntry {
  const packed = Buffer.from(content);
  const extra = longSizes(packed.length, packed.length);
  return { name: 'a.csv', packed, extra, claimedSize: 0xffffffff, claimedPackedSize: 0xffffffff };
}

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
    ['damaged'],
  ),
  file('a zip with its sizes in the long form', 'a.zip', () => rawZip([withLongSizes(csv)]), ['read']),
  file(
    'a zip whose long sizes are beyond all numbers',
    'a.zip',
    () =>
      rawZip([
        { ...withLongSizes(csv), extra: Buffer.concat([longSizes(0, 0), Buffer.alloc(0)]).fill(0xff, 4) },
      ]),
    ['damaged'],
  ),
  file(
    'a text in a zip that is larger than is read',
    'a.zip',
    () => rawZip([entryOf('a.csv', csv.repeat(50))]),
    ['too-large'],
    {
      fileBytes: 1_000,
      unpackedBytes: 4_096,
    },
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

/** Zips that are no workbooks. */
export function zips(): HostileFile[] {
  return [...bombs, ...structures];
}
