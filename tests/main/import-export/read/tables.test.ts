import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { expect, onTestFinished, test } from 'vitest';
import { tableColumns } from '../../../../src/main/import-export/export/table-rows.ts';
import { exportFileMessages } from '../../../../src/shared/i18n/areas/export-files.ts';
import { wordsOf } from '../../../../src/shared/i18n/catalogue.ts';
import { sampleRows } from '../../../support/import-rows.ts';
import { testFolder } from '../../storage/open-test-database.ts';
import { fixturePath, readFixture, readWhole, shown, textsOf } from './read-fixture.ts';

const bodies = sampleRows.map(({ body }) => body);

/** Ten rows of the 客服宝 layout, whatever file they stand in. */
const kefubaoFiles: [file: string, encoding: string | null][] = [
  ['kefubao.xlsx', null],
  ['kefubao.xls', null],
  ['kefubao.xlsb', null],
  ['kefubao.ods', null],
  ['kefubao-xml.xls', 'UTF-8'],
  ['kefubao-html.xls', 'UTF-8'],
  ['kefubao.csv', 'UTF-8'],
  ['semicolons.csv', 'UTF-8'],
  ['kefubao-gb18030.csv', 'GB18030'],
  ['kefubao-utf16le.csv', 'UTF-16LE'],
  ['kefubao-utf16be.csv', 'UTF-16BE'],
  ['kefubao-utf16le-unmarked.csv', 'UTF-16LE'],
];

test.each(kefubaoFiles)('reads the ten rows of %s exactly', async (file, encoding) => {
  const reading = await readFixture(file);
  expect(reading.layout).toBe('kefubao');
  expect(reading.encoding).toBe(encoding);
  expect(reading.table).toMatchObject({
    unsure: false,
    sheets: [file],
    mapping: {
      sheet: 0,
      headerRow: 0,
      columns: ['category', 'subcategory', 'title', 'body'],
      splitVariants: false,
    },
  });
  expect(reading.replies).toEqual(
    sampleRows.map(({ category, subcategory, title, body }, index) => ({
      line: index + 2,
      from: file,
      title,
      shortcode: null,
      variants: [[{ kind: 'text', text: body }]],
      tags: [],
      note: '',
      categoryPath: [category, subcategory],
      validFrom: null,
      validUntil: null,
      tier: null,
      id: null,
      favourite: false,
      reasons: [],
      skip: null,
      titleIsText: false,
    })),
  );
});

test('reads an Excel 5 workbook by its Chinese code page', async () => {
  const reading = await readFixture('kefubao-excel5.xls');
  expect(reading.layout).toBe('kefubao');
  expect(reading.replies.map(({ title }) => title)).toEqual(sampleRows.map(({ title }) => title));
  // That code page has no emoji: the file itself holds a question mark.
  expect(textsOf(reading)).toEqual(bodies.map((body) => body.replace('😊', '?')));
});

test('reads Big5 as what it is', async () => {
  const reading = await readFixture('traditional-big5.csv');
  expect(reading.encoding).toBe('Big5');
  expect(reading.replies[0]).toMatchObject({ categoryPath: ['售後'], title: '退款說明1' });
});

test('reads a 千牛-style workbook with shortcodes and who they are for', async () => {
  const reading = await readFixture('qianniu.xlsx');
  expect(reading.layout).toBe('qianniu');
  expect(reading.replies.map(({ shortcode, tier, categoryPath }) => [shortcode, tier, categoryPath])).toEqual(
    sampleRows.map(({ shortcode, category }, index) => [
      shortcode,
      index % 2 === 0 ? 'team' : 'personal',
      [category],
    ]),
  );
  expect(textsOf(reading)).toEqual(bodies);
  expect(reading.replies[6]?.title).toBe('退货请寄：');
});

test('reads a list of phrases', async () => {
  const reading = await readFixture('phrase-list.xlsx');
  expect(reading.layout).toBe('phrase-list');
  expect(textsOf(reading)).toEqual(bodies);
});

test('takes category and tags of a sheet with 内容, 类型 and 标签', async () => {
  const reading = await readFixture('content-type-tag.csv');
  expect(textsOf(reading)).toEqual(bodies);
  expect(reading.replies.map(({ categoryPath, tags }) => [categoryPath, tags])).toEqual(
    sampleRows.map(({ category, tag }) => [[category], [tag, '常用']]),
  );
});

test('parts the replies of one cell into variants', async () => {
  const reading = await readFixture('robot.csv');
  expect(reading.table?.mapping.splitVariants).toBe(true);
  expect(reading.replies.map(({ variants }) => variants.map(shown))).toEqual(
    bodies.map((body) => [[body], [`好的，${body}`]]),
  );
});

test('finds a header in row three and gives merged categories to each of their rows', async () => {
  const reading = await readFixture('header-in-row-three.xlsx');
  expect(reading.table?.mapping.headerRow).toBe(2);
  expect(reading.replies.map(({ line, categoryPath }) => [line, categoryPath])).toEqual(
    sampleRows.map(({ category, subcategory }, index) => [index + 4, [category, subcategory]]),
  );
});

test('takes headings among the rows for categories, below that of the sheet, and shows them as such', async () => {
  const path = workbook({
    天猫: [['标题', '内容'], ['一、售前'], ['尺码', '看表'], ['二、售后'], ['退货', '七天内可退']],
    京东: [
      ['标题', '内容'],
      ['发票', '开电子发票'],
    ],
  });
  const reading = await readWhole(path);
  expect(reading.replies.map(({ skip, categoryPath }) => skip ?? categoryPath)).toEqual([
    'category-heading',
    ['天猫', '一、售前'],
    'category-heading',
    ['天猫', '二、售后'],
    ['京东'],
  ]);
  expect(reading.replies.map(({ reasons }) => reasons)).toEqual([
    [],
    ['category-from-above'],
    [],
    ['category-from-above'],
    [],
  ]);
});

test('gives a category that stands in the first row of its group to each of them', async () => {
  const path = join(testFolder(), '话术.csv');
  writeFileSync(
    path,
    '一级分类（必填）,话术标题,话术内容（必填）\n售前,尺码,看表\n,面料,纯棉\n售后 > 退货,运费,我们出\n,时间,七天内',
  );
  const reading = await readWhole(path);
  expect(reading.replies.map(({ categoryPath }) => categoryPath)).toEqual([
    ['售前'],
    ['售前'],
    ['售后', '退货'],
    ['售后', '退货'],
  ]);
});

test('takes our own sheets by the word: a row without a category has none', async () => {
  const t = wordsOf(exportFileMessages, 'zh-CN');
  const header = tableColumns.map(({ key }) => t(`column.${key}`));
  const rows = ['尺码', '面料', '起球'].map((title, index) => [
    index === 0 ? '售前' : '',
    title,
    `关于${title}`,
  ]);
  const reading = await readWhole(workbook({ 妙答: [header, ...rows] }));
  expect(reading.replies.map(({ categoryPath }) => categoryPath)).toEqual([['售前'], [], []]);
});

test('takes the names of sheets for categories when there are several without such a column', async () => {
  const reading = await readFixture('categories-as-sheets.xlsx');
  expect(reading.table?.sheets).toEqual(['售前', '物流', '售后', '结束']);
  expect(reading.replies.map(({ categoryPath, title }) => [categoryPath, title])).toEqual(
    sampleRows.map(({ category, title }) => [[category], title]),
  );
});

test('says which rows hold more than the headings name', async () => {
  const path = join(testFolder(), '话术.csv');
  writeFileSync(path, '标题,内容,\n问候,您好,\n退款,亲,三天到账\n发票,"开好了,请查收"');
  const reading = await readWhole(path);
  expect(reading.replies.map(({ reasons }) => reasons)).toEqual([[], ['beyond-header'], []]);
});

test('says which sheets it leaves out', async () => {
  const path = workbook({
    售前: [
      ['标题', '内容'],
      ['问候', '您好'],
    ],
    售后: [['退款', '三天到账']],
  });
  const { replies, table } = await readWhole(path);
  expect(replies.map(({ title }) => title)).toEqual(['问候']);
  expect(table).toMatchObject({ sheets: ['售前', '售后'], unread: ['售后'] });
});

test('finds a header below empty rows, and reads a computed number as a spreadsheet shows it', async () => {
  const path = workbook({ Sheet1: [[], [], [], [], ['标题', '内容'], ['三件', 19.9 * 3]] });
  const { replies, table } = await readWhole(path);
  expect(table).toMatchObject({ unsure: false, mapping: { headerRow: 4 } });
  expect(replies).toMatchObject([{ line: 6, variants: [[{ text: '59.7' }]] }]);
});

test('decides by itself about a sheet that was only named', async () => {
  const path = fixturePath('categories-as-sheets.xlsx');
  const reading = await readWhole(path, { sheet: 2, headerRow: -1, columns: [], splitVariants: false });
  const { table } = await readWhole(path);
  expect(reading.table?.mapping).toEqual({ ...table?.mapping, sheet: 2 });
});

test('guesses the columns of a sheet without a header and says that it is unsure', async () => {
  const reading = await readFixture('no-header.csv');
  expect(reading.table).toMatchObject({
    unsure: true,
    mapping: { headerRow: -1, columns: ['title', 'body'] },
  });
  expect(textsOf(reading)).toEqual(bodies);
});

test('reads English headers', async () => {
  const reading = await readFixture('english.csv');
  expect(reading.replies[2]).toMatchObject({
    title: '优惠券怎么领',
    shortcode: 'yhq',
    categoryPath: ['售前'],
    tags: ['活动'],
    note: 'checked',
    validUntil: new Date(2026, 2, 1, 23, 59, 59, 999).toISOString(),
  });
});

test('takes results of formulas, never computes them, and reads every kind of date', async () => {
  const reading = await readFixture('formulas-and-dates.xlsx');
  const endOf = (year: number, month: number, day: number) =>
    new Date(year, month - 1, day, 23, 59, 59, 999).toISOString();
  const rows = reading.replies.map(({ title, skip, reasons, validFrom, validUntil }) => [
    title,
    skip,
    reasons,
    validFrom,
    validUntil,
  ]);
  expect(rows).toEqual([
    ['有结果', null, [], null, endOf(2026, 3, 1)],
    ['没有结果', 'formula-not-evaluated', [], null, endOf(2026, 3, 1)],
    ['日期单元格', null, [], null, endOf(2026, 3, 1)],
    ['看不懂的日期', null, ['bad-date'], null, null],
    ['长期', null, [], null, null],
    ['起止', null, [], new Date(2026, 10, 1).toISOString(), endOf(2026, 11, 11)],
    ['长数字', null, [], null, new Date(2026, 2, 1, 18, 30).toISOString()],
  ]);
  expect(textsOf(reading)[0]).toBe('您好');
  expect(textsOf(reading)[6]).toBe('8613800138000');
});

test('takes along the pictures that lie beside a sheet, by column and by name in the text', async () => {
  const reading = await readFixture('sheet-with-media.zip');
  expect(reading.table?.mapping.columns).toEqual(['title', 'body', 'image']);
  const [column, named, missing] = reading.replies;
  expect(shown(column?.variants[0] ?? [])).toEqual([bodies[0], '<image 尺码表>']);
  expect(shown(named?.variants[0] ?? [])).toEqual(['先看图', '<image 尺码表>', bodies[1]]);
  expect(missing).toMatchObject({ reasons: ['image-missing'], skip: null });
});

test('takes along pictures that lie on a sheet and those that WPS keeps in cells', async () => {
  const reading = await readFixture('pictures-on-sheet.xlsx');
  expect(reading.replies.map(({ variants, reasons }) => [shown(variants[0] ?? []), reasons])).toEqual([
    [['请看尺码表', '<image >'], []],
    [['请看截图', '<image >'], []],
    [['请稍等'], []],
  ]);
});

function workbook(sheets: Record<string, unknown[][]>): string {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  const folder = mkdtempSync(join(tmpdir(), 'tables-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.xlsx');
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return path;
}
