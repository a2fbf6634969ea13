import { expect, test } from 'vitest';
import { fieldOfHeader } from '../../../../src/main/import-export/read/header-aliases.ts';
import {
  readExpiry,
  readTags,
  readTier,
  readValidFrom,
  splitVariants,
} from '../../../../src/main/import-export/read/table-values.ts';

const endOfDay = new Date(2026, 2, 1, 23, 59, 59, 999).toISOString();

test.each([
  '2026-03-01',
  '2026/3/1',
  '2026.3.1',
  '2026年3月1日',
  '２０２６-03-01'.normalize('NFKC'),
  ' 2026-3-1 ',
  '20260301',
  '46082',
  '2026年3月1日前',
  '有效期至2026-03-01',
])('a reply that ends on %j lasts to the end of that day', (cell) => {
  expect(readExpiry(cell, false)).toEqual({ from: null, until: endOfDay, bad: false });
});

test('a time in the cell is taken as it is, an instant too', () => {
  const at = new Date(2026, 2, 1, 18, 30).toISOString();
  expect(readExpiry('2026-03-01 18:30', false).until).toBe(at);
  expect(readExpiry('2026年3月1日18点30分', false).until).toBe(at);
  expect(readExpiry('2026-03-01T10:30:00.000Z', false).until).toBe('2026-03-01T10:30:00.000Z');
});

test('a count from 1904 is four years and a day ahead', () => {
  expect(readExpiry('44620', true).until).toBe(endOfDay);
});

test.each(['', '永久', '长期有效', '無期限', 'never', '-', ' '])('%j is no end and no error', (cell) => {
  expect(readExpiry(cell, false)).toEqual({ from: null, until: null, bad: false });
});

test.each([
  '2026-02-30',
  '2026-13-01',
  '下个月',
  '3月1日',
  '2026',
  '99999',
  '1-2-3',
  '2026-03-01 25:00',
  'x 2026-03-01',
])('%j is no date', (cell) => {
  expect(readExpiry(cell, false).bad).toBe(true);
});

test('a first day counts from its start', () => {
  expect(readValidFrom('2026-03-01', false)).toEqual({
    from: new Date(2026, 2, 1).toISOString(),
    until: null,
    bad: false,
  });
});

test.each([
  ['一级分类（必填）', 'category'],
  ['二级分类（选填）', 'subcategory'],
  ['话术短标题（选填，20字以内）', 'title'],
  ['話術內容（必填）', 'body'],
  ['快捷短语内容(必填)', 'body'],
  [' 内 容 ', 'body'],
  ['*内容：', 'body'],
  ['ＣＯＮＴＥＮＴ', 'body'],
  ['Short_Code', 'shortcode'],
  ['short code', 'shortcode'],
  ['Expiration Date', 'expiry'],
  ['是否加入团队（是/否）', 'tier'],
  ['標籤', 'tags'],
  ['图片', 'image'],
])('the header %j names the field %s', (header, field) => {
  expect(fieldOfHeader(header)?.field).toBe(field);
});

test.each(['登记日期', '优先级', '意图类型', '', '内容很多的一个单元格', '__proto__', 'constructor'])(
  'the header %j names none',
  (header) => {
    expect(fieldOfHeader(header)).toBeNull();
  },
);

test('splits cells into tags and variants', () => {
  expect(readTags('退款,售后、常用；紧急')).toEqual(['退款', '售后', '常用', '紧急']);
  expect(splitVariants('好的|{{choice:今天|明天}}发||在的')).toEqual([
    '好的',
    '{{choice:今天|明天}}发',
    '在的',
  ]);
});

test('knows whose a reply is by 是, 否 and the words themselves', () => {
  expect(['是', '否', '团队', '个人', 'Yes', '', '也许'].map(readTier)).toEqual([
    'team',
    'personal',
    'team',
    'personal',
    'team',
    null,
    null,
  ]);
});
