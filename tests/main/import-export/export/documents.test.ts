import { expect, test } from 'vitest';
import { cheatSheetHtml } from '../../../../src/main/import-export/export/cheat-sheet.ts';
import { markdown } from '../../../../src/main/import-export/export/markdown.ts';
import { replyTable } from '../../../../src/main/import-export/export/table-rows.ts';
import { loadXlsx } from '../../../../src/main/import-export/export/xlsx-file.ts';
import type { ExportedReply } from '../../../../src/main/import-export/repartee-json.ts';
import type { Id } from '../../../../src/shared/domain/reply.ts';
import { draft } from '../../storage/open-test-database.ts';
import { text } from '../transfer-fixture.ts';

function library(...changes: Partial<ExportedReply>[]) {
  const replies = changes.map((change, index) => ({ id: `${index}`, ...draft('lib'), ...change }));
  const pathOf = (id: Id | null) => (id === null ? [] : ['售后', id]);
  return { replies: () => replies, pathOf, count: replies.length };
}

test('a cheat sheet groups by category and lets no text become markup', () => {
  const sheet = cheatSheetHtml(
    library(
      { categoryId: '退货', title: '<script>alert(1)</script>', shortcode: 'a"b' },
      { categoryId: '退货', variants: [text('一'), text('二 & 三')] },
      {},
    ),
    '速查表',
    '2026-02-03',
    'zh-CN',
  );
  expect(sheet).not.toContain('<script');
  expect(sheet).toContain('&#60;script&#62;');
  expect(sheet.match(/<h2>/g)).toHaveLength(2);
  expect(sheet).toContain('<h2>售后 › 退货</h2>');
  expect(sheet).toContain('<h2>未分类</h2>');
  expect(sheet).toContain('<ol><li><p>一</p></li><li><p>二 &#38; 三</p></li></ol>');
  expect(sheet).toContain('3 条话术 · 2026-02-03');
});

test('Markdown keeps texts as they are, also those with fences in them, and escapes titles', () => {
  const written = [
    ...markdown(
      library({ title: '*重要* #1', variants: [text('```\n代码\n```')], note: '只给\n自己看' }),
      '话术',
      'zh-CN',
    ),
  ].join('');
  expect(written).toContain('### \\*重要\\* \\#1\n');
  expect(written).toContain('````text\n```\n代码\n```\n````');
  expect(written).toContain('> 只给\n> 自己看\n');
});

test('a table has a column for each further variant, and days without a time', () => {
  const until = new Date(2026, 2, 31, 23, 59, 59, 999).toISOString();
  const from = new Date(2026, 2, 1).toISOString();
  const odd = '2026-05-06T07:08:09.123Z';
  const { header, rows } = replyTable(
    library(
      { variants: [text('一'), text('二'), text('三')], validFrom: from, validUntil: until },
      { validUntil: odd },
    ),
    'en',
  );
  expect(header.slice(6)).toEqual(['Valid from', 'Valid until', 'Content2', 'Content3']);
  expect(rows[0]?.slice(6)).toEqual(['2026-03-01', '2026-03-31', '二', '三']);
  expect(rows[1]?.slice(6)).toEqual(['', odd, '', '']);
});

test('in a workbook everything is text, formulas and numbers too', async () => {
  const { read } = await import('@e965/xlsx');
  const writeXlsx = await loadXlsx();
  const rows = [['=1+1', '+86', '-5', '@x', '\tx', '0086', '2026-01-01']];
  const book = read(writeXlsx([{ name: '话术', rows, widths: [10] }]), { cellNF: true, cellFormula: true });
  const sheet = book.Sheets.话术 ?? {};
  const cells = Object.entries(sheet).filter(([name]) => !name.startsWith('!'));
  expect(cells.map(([, { v }]) => v)).toEqual(rows[0]);
  expect(new Set(cells.map(([, { t, z, f }]) => `${t} ${z} ${f}`))).toEqual(new Set(['s @ undefined']));
});
