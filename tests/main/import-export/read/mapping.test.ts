import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSource } from '../../../../src/main/import-export/read/read-source.ts';
import type { TableField, TableMapping } from '../../../../src/shared/contract/transfer-calls.ts';
import { fixturePath, problemOf, read, readFixture, readWhole, textsOf } from './read-fixture.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mapping-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function table(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function mapping(columns: TableField[], more: Partial<TableMapping> = {}): TableMapping {
  return { sheet: 0, headerRow: 0, columns, splitVariants: false, ...more };
}

test('reads columns as they are mapped, whatever their names say', async () => {
  const path = table('a.csv', '标题,内容\n您好呀,问候\n再见啦,结束\n');
  const reading = await readWhole(path, mapping(['body', 'title']));
  expect(textsOf(reading)).toEqual(['您好呀', '再见啦']);
  expect(reading.replies[0]?.title).toBe('问候');
  expect(reading.table).toMatchObject({ unsure: false, mapping: { columns: ['body', 'title'] } });
});

test('reads several columns for bodies as variants', async () => {
  const path = table('b.csv', '标题,回复内容1,回复内容2\n问候,您好,在的\n结束,再见,\n');
  const reading = await readWhole(path);
  expect(reading.replies.map(({ variants }) => variants.length)).toEqual([2, 1]);
});

test('takes a row for data when it is mapped so', async () => {
  const path = table('c.csv', '标题,内容\n问候,您好\n');
  const reading = await readWhole(path, mapping(['title', 'body'], { headerRow: -1 }));
  expect(textsOf(reading)).toEqual(['内容', '您好']);
});

test('shows the table when no column is mapped to bodies', async () => {
  const path = table('d.csv', '标题,内容\n问候,您好\n');
  const outcome = await read(path, mapping(['title', 'note']));
  expect(outcome).toMatchObject({
    ok: false,
    error: {
      kind: 'no-body-column',
      name: 'd.csv',
      preview: {
        sample: [
          ['标题', '内容'],
          ['问候', '您好'],
        ],
      },
    },
  });
});

test('guesses the body by its length where the header names everything else', async () => {
  const path = table(
    'e.csv',
    '分类,标题,讲什么\n售后,退款,退款会在三个工作日内到账\n售后,换货,换货请先寄回商品\n',
  );
  const reading = await readWhole(path);
  expect(reading.table).toMatchObject({ unsure: true, mapping: { columns: ['category', 'title', 'body'] } });
});

test('reads the mapped sheet and those with the same header', async () => {
  const path = fixturePath('categories-as-sheets.xlsx');
  const reading = await readWhole(path, mapping(['title', 'body'], { sheet: 2 }));
  expect(new Set(reading.replies.map(({ from }) => from)).size).toBe(4);
  expect(reading.table?.mapping.sheet).toBe(2);
});

test('reads every level of categories that has a column', async () => {
  const path = table(
    'levels.csv',
    '一级分类,二级分类,三级分类,标题,内容\n售前,尺码,上衣,选码,建议大一码\n售后,退款,,到账,三天到账\n',
  );
  const reading = await readWhole(path);
  expect(reading.table?.unsure).toBe(false);
  expect(reading.replies.map(({ categoryPath }) => categoryPath)).toEqual([
    ['售前', '尺码', '上衣'],
    ['售后', '退款'],
  ]);
});

test.each([
  ['客户问题,标准话术', ['title', 'body']],
  ['序号,场景,买家问题,客服回复,备注', ['ignore', 'category', 'title', 'body', 'note']],
  ['大类,小类,问题描述,参考话术', ['category', 'subcategory', 'title', 'body']],
  ['常見問題,標準回覆', ['title', 'body']],
  ['Topic,Question,Response', ['category', 'title', 'body']],
])('knows the header %s', async (header, columns) => {
  const row = columns.map((_, index) => `第${index}格`).join(',');
  const reading = await readWhole(table('header.csv', `${header}\n${row}\n`));
  expect(reading.table).toMatchObject({ unsure: false, mapping: { headerRow: 0, columns } });
});

test('reads categories that are written as paths, and takes the names of our own sheets as they are', async () => {
  const foreign = await readWhole(
    table('paths.csv', '分类,内容\n售前/尺码,选大一码\n售前/物流,三天到\n售后,已退款\n'),
  );
  expect(foreign.replies.map(({ categoryPath }) => categoryPath)).toEqual([
    ['售前', '尺码'],
    ['售前', '物流'],
    ['售后'],
  ]);
  const header = '分类,标题,内容,快捷编码,标签,备注,生效日期,有效期至';
  const own = await readWhole(table('own-paths.csv', `${header}\n售前/尺码,,甲,,,,,\n售前/物流,,乙,,,,,\n`));
  expect(own.replies.map(({ categoryPath }) => categoryPath)).toEqual([['售前/尺码'], ['售前/物流']]);
});

test('takes a header that is repeated further down for no reply', async () => {
  const header = '一级分类（必填）,话术标题,话术内容（必填）';
  const path = table(
    'repeated.csv',
    `${header}\n售前,问候,您好\n${header}\n一级分类,话术标题,话术内容\n售后,标题,话术内容\n`,
  );
  const { replies } = await readWhole(path);
  expect(replies.map(({ line, skip }) => [line, skip])).toEqual([
    [2, null],
    [3, 'not-a-reply'],
    [4, 'not-a-reply'],
    [5, null],
  ]);
});

test('takes the markup of web editors out of bodies and says so, but not out of a sheet of our own', async () => {
  const row = '<p>亲，您好</p><p>在的</p>';
  const foreign = await readWhole(table('markup.csv', `分组,快捷编码,快捷短语\n售前,nh,${row}\n`));
  expect(textsOf(foreign)).toEqual(['亲，您好\n\n在的']);
  expect(foreign.replies[0]?.reasons).toEqual(['markup-removed']);
  const header = '分类,标题,内容,快捷编码,标签,备注,生效日期,有效期至';
  const own = await readWhole(table('own-markup.csv', `${header}\n,,${row},,,,,\n`));
  expect(textsOf(own)).toEqual([row]);
});

test('splits at bars only where the mapping says so', async () => {
  const path = table('f.csv', '内容\n您好|在的\n{{choice:今天|明天}}发货|好的\n');
  expect(textsOf(await readWhole(path))).toEqual(['您好|在的', '{{choice:今天|明天}}发货|好的']);
  const split = await readWhole(path, mapping(['body'], { splitVariants: true }));
  expect(split.replies.map(({ variants }) => variants.map((parts) => parts[0]))).toEqual([
    [
      { kind: 'text', text: '您好' },
      { kind: 'text', text: '在的' },
    ],
    [
      { kind: 'text', text: '{{choice:今天|明天}}发货' },
      { kind: 'text', text: '好的' },
    ],
  ]);
});

test('asks whether bars part variants where they only may, and never splits a sheet of our own', async () => {
  const barred = ['甲', '乙', '丙', '丁', '戊'].map((name) => `${name},官网 | 客服${name}`);
  const foreign = await readWhole(table('barred.csv', `标题,话术内容\n${barred.join('\n')}\n`));
  expect(foreign.table).toMatchObject({ unsure: true, mapping: { splitVariants: true } });
  const header = '分类,标题,内容,快捷编码,标签,备注,生效日期,有效期至';
  const own = await readWhole(
    table('own.csv', `${header}\n${barred.map((row) => `,${row},,,,,`).join('\n')}\n`),
  );
  expect(own.table).toMatchObject({ unsure: false, mapping: { splitVariants: false } });
  expect(textsOf(own)[0]).toBe('官网 | 客服甲');
});

test('takes whole lines for phrases where the header names nothing else', async () => {
  const phrases = ['亲,您好', '好的,马上给您查', '在的；请讲'];
  const list = await readWhole(
    table('list.csv', `快捷短语内容（必填）\n${phrases.join('\n')}\n"引号,""里""\n外"\n`),
  );
  expect(list.layout).toBe('phrase-list');
  expect(textsOf(list)).toEqual([...phrases, '引号,"里"\n外']);
  const headed = await readWhole(table('headed.csv', '话术\n标题,内容\n问候,您好\n'));
  expect(textsOf(headed)).toEqual(['您好']);
});

test('keeps what cannot be taken as rows that say why', async () => {
  const long = '长'.repeat(20_001);
  const path = table(
    'g.csv',
    `标题,内容,快捷编码\n空的,,a\n太长,${long},b\n,您好\u202e呀,"c d"\n${'题'.repeat(300)},好的,ok\n`,
  );
  const reading = await readWhole(path);
  expect(
    reading.replies.map(({ line, skip, reasons, shortcode }) => [line, skip, reasons, shortcode]),
  ).toEqual([
    [2, 'empty-body', [], 'a'],
    [3, 'body-too-long', [], 'b'],
    [4, null, ['hidden-characters', 'shortcode-dropped'], null],
    [5, null, ['title-cut'], 'ok'],
  ]);
  expect(textsOf(reading)[2]).toBe('您好呀');
  expect(reading.replies[2]?.title).toBe('您好呀');
});

test('flags double braces that are no placeholder, and takes ours for what they are', async () => {
  const path = table('h.csv', '内容\n{{date}}前{{订单号}}发出\n{{ticket.id}}已处理\n这个}}没有开头\n');
  const { replies } = await readWhole(path);
  expect(replies.map(({ reasons }) => reasons)).toEqual([
    [],
    ['unknown-placeholder'],
    ['unknown-placeholder'],
  ]);
});

test('gives back what a spreadsheet was kept from computing', async () => {
  const path = table('i.csv', '标题,内容\na,\'=您好\nb,"=""0086"""\nc,\'-您好\n');
  expect(textsOf(await readWhole(path))).toEqual(['=您好', '0086', '-您好']);
});

test('flags a formula that a text file holds, but no text that only looks like one', async () => {
  const path = table('j.csv', '内容\n"=HYPERLINK(""http://x.example"",""x"")"\n');
  expect((await readWhole(path)).replies[0]?.reasons).toEqual(['formula-not-evaluated']);
  const marked = await readWhole(table('marked.csv', "内容\n'=SUM(A1)\n"));
  expect(marked.replies).toMatchObject([{ variants: [[{ text: '=SUM(A1)' }]], reasons: [] }]);
});

test('reads several files at once as one source', async () => {
  const files = [
    { path: table('售前.csv', '标题,内容\n问候,您好\n'), name: '售前.csv' },
    { path: table('售后.csv', '标题,内容\n退款,三天到账\n'), name: '售后.csv' },
  ];
  const outcome = await readSource(files, { mapping: null, onProgress: () => {} });
  expect(outcome.ok && outcome.value.replies.map(({ categoryPath, title }) => [categoryPath, title])).toEqual(
    [
      [['售前'], '问候'],
      [['售后'], '退款'],
    ],
  );
});

test('reads every export of our own that was chosen, and the sheet beside it', async () => {
  const own = (id: string) =>
    JSON.stringify({
      format: 'repartee',
      version: 1,
      categories: [{ id: `c${id}`, parentId: null, name: id }],
      replies: [
        {
          id,
          title: id,
          variants: [[{ kind: 'text', text: id }]],
          categoryId: `c${id}`,
          validFrom: null,
          validUntil: null,
        },
      ],
    });
  const files = [
    { path: table('one.json', own('一')), name: 'one.json' },
    { path: table('two.json', own('二')), name: 'two.json' },
    { path: table('三.csv', '标题,内容\n三,您好\n'), name: '三.csv' },
  ];
  const outcome = await readSource(files, { mapping: null, onProgress: () => {} });
  expect(outcome.ok && outcome.value.layout).toBe('repartee-json');
  expect(outcome.ok && outcome.value.replies.map(({ title }) => title)).toEqual(['一', '二', '三']);
  expect(outcome.ok && outcome.value.categories?.map(({ name }) => name)).toEqual(['一', '二']);
});

test('reports progress from nothing to everything, never backwards', async () => {
  const shares: number[] = [];
  const path = fixturePath('kefubao.xlsx');
  await readSource([{ path, name: 'kefubao.xlsx' }], {
    mapping: null,
    onProgress: (share) => shares.push(share),
  });
  expect(shares.at(0)).toBe(0);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
});

test('names the line where a file is broken', async () => {
  const path = table('k.json', '{\n"fileFormatVersion": 8,\n"combos": [\n{"name" "x"}]}');
  expect(await problemOf(path)).toEqual({ kind: 'damaged', name: 'k.json', line: 4 });
  const yaml = table('k.yml', 'matches:\n  - trigger: x\n    replace: "open\n');
  expect(await problemOf(yaml)).toMatchObject({ kind: 'damaged', name: 'k.yml' });
  const csv = table('k.csv', '标题,内容\na,您好\nb,"没有结束\nc,在的\n');
  expect(await problemOf(csv)).toEqual({ kind: 'damaged', name: 'k.csv', line: 3 });
});

test('reads a list of plain objects as a table', async () => {
  const path = table('l.json', JSON.stringify([{ 标题: '问候', 内容: '您好', 标签: ['常用', '开头'] }]));
  const reading = await readWhole(path);
  expect(reading.replies[0]).toMatchObject({ line: 1, title: '问候', tags: ['常用', '开头'] });
});

test('leaves out a read-me beside a package', async () => {
  const reading = await readFixture('espanso.zip');
  expect(reading.table).toBeNull();
});

test('believes a header of three columns before it takes a list of abbreviations without one', async () => {
  const ours = await readWhole(table('named.csv', 'title,content,shortcut\nGreeting,Hello there,hi\n'));
  expect(ours.layout).toBe('table');
  expect(ours.replies).toMatchObject([{ title: 'Greeting', shortcode: 'hi' }]);
  expect(textsOf(ours)).toEqual(['Hello there']);
  const list = await readWhole(table('unnamed.csv', 'reply,Hello there,Greeting\nbye,Good bye,Parting\n'));
  expect(list.layout).toBe('beeftext-csv');
  expect(list.replies).toMatchObject([{ shortcode: 'reply' }, { shortcode: 'bye' }]);
});

test('reads as many numbered columns for bodies as our own sheets have', async () => {
  const numbers = Array.from({ length: 49 }, (_, index) => index + 2);
  const header = ['话术内容', ...numbers.map((number) => `话术内容${number}`)];
  const path = table('many.csv', `${header.join(',')}\n${header.map((_, index) => `v${index}`).join(',')}\n`);
  const { replies } = await readWhole(path);
  expect(replies[0]?.variants).toHaveLength(50);
});
