import { readFileSync } from 'node:fs';
import { fixturePath } from '../read/read-fixture.ts';
import type { HostileFile } from './hostile-file.ts';
import { file, truncations } from './hostile-file.ts';

const header = '标题,内容\n';

const encodings: HostileFile[] = [
  file('only a UTF-8 mark', 'a.csv', Buffer.from('efbbbf', 'hex'), ['empty']),
  file('only a UTF-16 LE mark', 'a.csv', Buffer.from('fffe', 'hex'), ['empty']),
  file('only a UTF-16 BE mark', 'a.csv', Buffer.from('feff', 'hex'), ['empty']),
  file('half a UTF-16 character', 'a.csv', Buffer.from('fffe41', 'hex')),
  file(
    'lone surrogates in UTF-16',
    'a.csv',
    Buffer.from(`\ufeff${header}x,\ud800\udfff\ud83d您好`, 'utf16le'),
    ['read'],
  ),
  file(
    'lone surrogates in JSON',
    'a.json',
    '[{"name":"\\ud800","text":"\\udc00您好\\ud83d","keyword":"\\ud83d"}]',
    ['read'],
  ),
  file('bytes that are nothing in GB18030', 'a.csv', Buffer.from('b1eaccE2ff81ff30ff', 'hex')),
  file('UTF-8 that is cut within a character', 'a.csv', Buffer.from(`${header}x,您好`).subarray(0, -1), [
    'read',
  ]),
  file(
    'one line of GBK in a UTF-8 file',
    'a.csv',
    Buffer.concat([
      Buffer.from(`${header}${'问候,您好，请问有什么可以帮您\n'.repeat(20)}`),
      Buffer.from('c4fabac32cc4fabac30a', 'hex'),
    ]),
    ['read'],
  ),
  file('text that looks like UTF-7', 'a.csv', `${header}x,+ADw-script+AD4-`, ['read']),
  file('overlong UTF-8', 'a.csv', Buffer.from('c0aec0ae2fc0ae', 'hex')),
  file('UTF-32', 'a.csv', Buffer.from('fffe0000680000006900000', 'hex')),
  file('a NUL in a cell', 'a.csv', `${header}x,您\0好`, ['read']),
  file('nothing but NULs', 'a.csv', Buffer.alloc(10_000), ['unknown-format', 'empty']),
  file('control characters in every cell', 'a.csv', `${header}a\x1b[31m,您\x07好\x08\nb,\x7f\x85x`, ['read']),
  file('direction marks in title and body', 'a.csv', `${header}\u202eexe.fdp,您\u2066好\u202e`, ['read']),
  file('a body of hidden characters alone', 'a.csv', `${header}x,"\u202e\u202d"`, ['read']),
  file(
    'random bytes',
    'a.csv',
    Buffer.from(Array.from({ length: 9_999 }, (_, index) => (index * 7_919) % 251)),
  ),
];

const formulas = [
  '=HYPERLINK("http://x.example","点我")',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '+1+1',
  '-1+1',
  '\t=1',
  "'=1",
];

const tables: HostileFile[] = [
  file('only a header', 'a.csv', '标题,内容', ['empty']),
  file('a header and blank rows', 'a.csv', `${header}${',\n'.repeat(500)}`, ['empty']),
  file('nothing but commas', 'a.csv', ','.repeat(1_000), ['no-body-column', 'unknown-format', 'empty']),
  file('nothing but breaks', 'a.csv', '\n'.repeat(100_000), ['empty']),
  file('nothing but quotes', 'a.csv', '"'.repeat(10_000)),
  file('an odd number of quotes', 'a.csv', '"'.repeat(10_001), ['damaged']),
  file('a quote that is never closed', 'a.csv', `${header}a,"您好\n${'b,很好\n'.repeat(1_000)}`, ['damaged']),
  file('quotes in the middle of cells', 'a.csv', `${header}a,他说"好"吧\nb,x"y"z"`, ['read']),
  file('rows of different lengths', 'a.csv', `${header}a\na,b,c,d,e\n,,,\nx,您好`, ['read']),
  file('every kind of row end', 'a.csv', '标题,内容\ra,您好\r\nb,您好呀\nc,在的', ['read']),
  file('a cell of ten megabytes', 'a.csv', () => `${header}x,${'长'.repeat(3_500_000)}\ny,您好`, ['read']),
  file('a title of ten megabytes', 'a.csv', () => `${header}${'长'.repeat(3_500_000)},您好`, ['read']),
  file('a quoted cell of a million breaks', 'a.csv', () => `${header}x,"${'\n'.repeat(1_000_000)}"`, [
    'read',
  ]),
  file('a million columns', 'a.csv', () => `${'a,'.repeat(1_000_000)}b\n`, ['too-complex']),
  file(
    'a header of ten thousand columns',
    'a.csv',
    () => `${'列,'.repeat(10_000)}内容\n${'x,'.repeat(10_000)}您好`,
  ),
  file('more rows than are read', 'a.csv', () => header + 'x,您好\n'.repeat(2_000), ['too-many-rows'], {
    rows: 1_000,
  }),
  file(
    'more rows than are read, most of them blank',
    'a.csv',
    () => header + '\n\nx,您好\n'.repeat(900),
    ['too-many-rows', 'read'],
    {
      rows: 1_000,
    },
  ),
  file('a file larger than is read', 'a.csv', () => header + 'x'.repeat(5_000), ['too-large'], {
    fileBytes: 4_096,
  }),
  file('a header of __proto__', 'a.csv', '__proto__,constructor,内容,toString\nx,y,您好,z', ['read']),
  file('an unclosed placeholder in every cell', 'a.csv', `${header}{{,{{{{{{\nx,}}${'{{'.repeat(9_000)}`, [
    'read',
  ]),
  file(
    'marks of pictures that are not there',
    'a.csv',
    `${header}x,[图片:../../etc/passwd]${'[图片:'.repeat(5_000)}`,
    ['read'],
  ),
  ...['../../etc/passwd', 'C:\\Windows\\win.ini', '/dev/zero', 'con.txt', '\\\\server\\share\\x.png'].map(
    (name) =>
      file(`a picture column that names ${name}`, 'a.csv', `标题,内容,图片\nx,您好,${name}`, ['read']),
  ),
  ...formulas.map((formula) =>
    file(
      `a cell that says ${JSON.stringify(formula)}`,
      'a.csv',
      `${header}x,"${formula.replaceAll('"', '""')}"`,
      ['read'],
    ),
  ),
  file(
    'dates that are none',
    'a.csv',
    '内容,有效期\na,2026-02-30\nb,9999999\nc,0000-00-00\nd,明天\ne,99999',
    ['read'],
  ),
  file('a page that nests tables without end', 'a.xls', () => '<table><tr><td>'.repeat(50_000)),
  file(
    'a page with cells that span everything',
    'a.xls',
    () => `<table>${'<tr><td rowspan="99999999" colspan="99999999">x</td></tr>'.repeat(2_000)}</table>`,
  ),
  file(
    'an XML workbook with entities',
    'a.xls',
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet>&a;</Worksheet></Workbook>`,
    ['too-complex'],
  ),
  file(
    'an XML workbook that is cut off',
    'a.xls',
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row><Cell>',
  ),
  file('XML that is no workbook', 'a.xml', '<?xml version="1.0"?><phrases/>', ['unknown-format']),
  file('a picture', 'a.csv', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), ['unknown-format']),
  file('a program', 'a.xlsx', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 1)]), ['unknown-format']),
  file('a PDF', 'a.csv', '%PDF-1.7\n内容\n您好', ['unknown-format']),
  file('CopyQ', 'a.cpq', Buffer.from('\0\0\0\x10CopyQ v4', 'utf16le'), ['unsupported']),
  file('PhraseExpress', 'a.pex', Buffer.from('anything'), ['unsupported']),
];

const regexes: HostileFile[] = [
  file(
    'white space that makes patterns slow',
    'a.csv',
    () => `${header}x,"${' \t'.repeat(9_000)}y"\n${' '.repeat(20_000)},您好`,
    ['read'],
  ),
  file('a header of brackets', 'a.csv', () => `${'（'.repeat(30)}内容${'）'.repeat(30)},内容\nx,您好`),
  file('a date of digits and spaces', 'a.csv', () => `内容,有效期\na,2026 ${' '.repeat(10_000)}年`, ['read']),
  file(
    'a bar after every character',
    'a.csv',
    () => `分类名称,意图类型,回复内容\nx,y,"${'好|'.repeat(9_000)}"`,
    ['read'],
  ),
  file(
    'HTML of open brackets',
    'a.json',
    () => JSON.stringify([{ short_code: 'x', content: `<p>${'<a href='.repeat(5_000)}` }]),
    ['read'],
  ),
  file('HTML nested deep', 'a.json', () =>
    JSON.stringify([{ short_code: 'x', content: '<div><b><p>'.repeat(10_000) }]),
  ),
];

/** Text files and what passes for them. */
export function texts(): HostileFile[] {
  return [
    ...['csv', 'xlsx', 'xls', 'json', 'yml', 'zip', 'db', 'txt', 'alfredsnippets', 'repartee'].map((ending) =>
      file(`an empty file that ends in ${ending}`, `a.${ending}`, '', ['empty']),
    ),
    ...encodings,
    ...tables,
    ...regexes,
    ...truncations('kefubao-gb18030.csv', readFileSync(fixturePath('kefubao-gb18030.csv')), 8),
    ...truncations('kefubao-utf16le.csv', readFileSync(fixturePath('kefubao-utf16le.csv')), 8),
  ];
}
