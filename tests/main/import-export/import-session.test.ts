import { expect, test } from 'vitest';
import { insertCategory } from '../../../src/main/storage/categories.ts';
import { undoState, undoStep } from '../../../src/main/storage/edit-journal.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import { saveReply } from '../storage/library-state.ts';
import { draft } from '../storage/open-test-database.ts';
import { categoryPaths, contents, now, openTransfer, successOf, text } from './transfer-fixture.ts';

const header = '分类,标题,内容,快捷编码,标签\n';
const date = new Date(now);

test('a preview counts fates and categories and writes nothing', async () => {
  const { db, libraryId, file, preview } = openTransfer();
  const path = file('a.csv', `${header}售后 > 退货,地址,寄到仓库,thdz,\n售前,价格,一口价,,\n,空的,,,\n`);
  const shown = successOf(await preview(path));
  expect(shown.counts).toEqual({ new: 2, changed: 0, unchanged: 0, skipped: 1 });
  expect(shown.reasons).toEqual({ 'empty-body': 1 });
  expect(shown.newCategories).toEqual([['售后'], ['售后', '退货'], ['售前']]);
  expect(shown.rows[0]).toMatchObject({ fate: 'skipped', line: 4 });
  expect(contents(db, libraryId)).toEqual([]);
  expect(categoryPaths(db, libraryId)).toEqual([]);
});

test('applying does what was shown, as one step that one undo takes back', async () => {
  const { db, libraryId, file, imported } = openTransfer();
  const path = file('a.csv', `${header}售后 > 退货,地址,寄到仓库,THDZ,退货、地址\n售前,价格,一口价,,\n`);
  const { done } = await imported(path);
  expect(done).toMatchObject({
    counts: { new: 2, changed: 0, unchanged: 0, skipped: 0 },
    categories: 3,
    undo: { undo: { kind: 'import', count: 2, name: null }, redo: null },
  });
  expect(contents(db, libraryId)).toMatchObject([
    { title: '地址', shortcode: 'thdz', variants: [text('寄到仓库')], tags: ['退货', '地址'] },
    { title: '价格', shortcode: null, variants: [text('一口价')] },
  ]);
  expect(undoStep(db, { now: date, by: '' }).ok).toBe(true);
  expect(contents(db, libraryId)).toEqual([]);
  expect(categoryPaths(db, libraryId)).toEqual([]);
});

test('the same file again changes nothing and makes no step', async () => {
  const { db, file, imported } = openTransfer();
  const path = file('a.csv', `${header}售后,地址,寄到仓库,thdz,\n售后,地址,寄到门店,,\n售前,,一口价,,\n`);
  await imported(path);
  const { shown, done } = await imported(path);
  expect(shown.counts).toEqual({ new: 0, changed: 0, unchanged: 3, skipped: 0 });
  expect(done.categories).toBe(0);
  expect(undoStep(db, { now: date, by: '' }).ok).toBe(true);
  expect(undoState(db).undo).toBeNull();
});

test('a row is found by shortcode, by category and title, or by its body, and updated', async () => {
  const { db, libraryId, file, imported } = openTransfer();
  await imported(
    file('a.csv', `${header}售后,地址,寄到仓库,thdz,\n售前,价格,一口价,,\n售前,赠品,没有赠品,,\n`),
  );
  const changed = `${header}售后,收件地址,寄到新仓库,thdz,\n售前,价格,九折,,\n其他,送什么,没有赠品,,\n`;
  const { shown } = await imported(file('b.csv', changed));
  expect(shown.counts).toEqual({ new: 0, changed: 3, unchanged: 0, skipped: 0 });
  expect(contents(db, libraryId).map(({ title, variants }) => [title, variants[0]])).toEqual([
    ['收件地址', text('寄到新仓库')],
    ['价格', text('九折')],
    ['送什么', text('没有赠品')],
  ]);
});

test('keeping leaves what is there, and says so; a copy stands beside it without its shortcode', async () => {
  const { db, libraryId, file, imported } = openTransfer();
  await imported(file('a.csv', `${header}售后,地址,寄到仓库,thdz,\n`));
  const path = file('b.csv', `${header}售后,地址,寄到新仓库,thdz,\n`);
  const kept = await imported(path, { onConflict: 'keep' });
  expect(kept.shown).toMatchObject({ counts: { skipped: 1 }, reasons: { 'kept-existing': 1 } });
  const copied = await imported(path, { onConflict: 'add-copy' });
  expect(copied.shown).toMatchObject({ counts: { new: 1 }, reasons: { 'shortcode-taken': 1 } });
  expect(contents(db, libraryId)).toMatchObject([
    { variants: [text('寄到仓库')], shortcode: 'thdz' },
    { variants: [text('寄到新仓库')], shortcode: null },
  ]);
});

test('what a table leaves empty, and pictures, which it cannot hold, stay', async () => {
  const { db, libraryId, file, imported } = openTransfer();
  const hash = 'a'.repeat(64);
  db.prepare(`INSERT INTO media VALUES (?, 'image/png', 1, 1, 1, ?)`).run(hash, now);
  const picture = { kind: 'image', hash, alt: '尺码表' } as const;
  insertReply(
    db,
    draft(libraryId, {
      title: '尺码',
      shortcode: 'cm',
      tags: ['衣服'],
      note: '看季节',
      validUntil: '2030-01-01T00:00:00.000Z',
      variants: [[{ kind: 'text', text: '请看图' }, picture], text('第二种')],
    }),
    date,
  );
  const { shown } = await imported(file('a.csv', '快捷编码,标题,内容\ncm,尺码,请看这张图\n'));
  expect(shown.counts.changed).toBe(1);
  expect(contents(db, libraryId)).toMatchObject([
    {
      tags: ['衣服'],
      note: '看季节',
      validUntil: '2030-01-01T00:00:00.000Z',
      variants: [[{ kind: 'text', text: '请看这张图' }, picture], text('第二种')],
    },
  ]);
});

test('a title of the file is taken though the text begins with it, one made of the text is not', async () => {
  const { db, libraryId, file, imported } = openTransfer();
  const texts = { a: '您好，在的', b: '{{客户}}您好' };
  insertReply(db, draft(libraryId, { title: '问候', shortcode: 'a', variants: [text(texts.a)] }), date, 'a');
  insertReply(db, draft(libraryId, { title: '招呼', shortcode: 'b', variants: [text(texts.b)] }), date, 'b');
  await imported(file('a.csv', `快捷编码,标题,内容\na,您好,${texts.a}\nb,,${texts.b}\n`));
  expect(contents(db, libraryId)).toMatchObject([{ title: '您好' }, { title: '招呼' }]);
});

test('rows that say the same are taken once; the same title with another answer is another reply', async () => {
  const { file, preview } = openTransfer();
  const rows = '售前,在吗,在的,,\n售前,在吗,在的,,\n售前,在吗,您好，在的,,\n售后,在吗,在的,,\n';
  const shown = successOf(await preview(file('a.csv', header + rows)));
  expect(shown.counts).toEqual({ new: 3, changed: 0, unchanged: 0, skipped: 1 });
  expect(shown.reasons).toEqual({ 'duplicate-in-file': 1 });
});

test('the second row with a shortcode comes without it', async () => {
  const { db, libraryId, file, imported } = openTransfer();
  const { shown } = await imported(file('a.csv', `${header},一,第一句,aa,\n,二,第二句,AA,\n`));
  expect(shown.reasons).toEqual({ 'shortcode-taken': 1 });
  expect(contents(db, libraryId).map(({ shortcode }) => shortcode)).toEqual(['aa', null]);
});

test('categories that are there are found whatever their case, width and script', async () => {
  const { db, libraryId, file, imported } = openTransfer();
  const category = { libraryId, parentId: null, color: null, position: 0 };
  insertCategory(db, { ...category, id: 'c1', name: 'ＶＩＰ客户' }, now);
  const { done } = await imported(file('a.csv', `${header}vip客戶,欢迎,欢迎回来,,\n`));
  expect(done.categories).toBe(0);
  expect(contents(db, libraryId)).toMatchObject([{ categoryId: 'c1' }]);
});

test('everything goes below the chosen category', async () => {
  const { db, libraryId, file, imported } = openTransfer();
  insertCategory(db, { id: 'c1', libraryId, parentId: null, name: '旧系统', color: null, position: 0 }, now);
  await imported(file('a.csv', `${header}售后,地址,寄到仓库,,\n,无分类,一句话,,\n`), {
    parentCategoryId: 'c1',
  });
  expect(categoryPaths(db, libraryId)).toEqual(['旧系统', '旧系统 > 售后']);
  expect(contents(db, libraryId)[1]).toMatchObject({ categoryId: 'c1' });
});

test('findings of the lint are counted for the rows that are taken', async () => {
  const { file, preview } = openTransfer();
  const shown = successOf(await preview(file('a.csv', `${header},拒绝,这个不行，没办法,,\n,好,好的,,\n`)));
  expect(shown.lintFindings).toBeGreaterThan(0);
  expect(shown.rows[0]).toMatchObject({ title: '拒绝', lint: 'warn' });
});

test('a library that has changed since the preview is left alone', async () => {
  const { db, libraryId, file, preview, apply } = openTransfer();
  const saved = successOf(insertReply(db, draft(libraryId), date));
  successOf(await preview(file('a.csv', `${header},一,第一句,,\n`)));
  saveReply(db, saved.id, draft(libraryId, { title: '改过' }), date);
  expect(await apply()).toEqual({ ok: false, error: { kind: 'preview-outdated' } });
  expect(contents(db, libraryId)).toHaveLength(1);
});

test('a new category makes a preview outdated as well, a use of a reply does not', async () => {
  const { db, libraryId, file, preview, apply } = openTransfer();
  const path = file('a.csv', `${header}售后,一,第一句,,\n`);
  successOf(await preview(path));
  insertCategory(db, { id: 'c1', libraryId, parentId: null, name: '售后', color: null, position: 0 }, now);
  expect(await apply()).toEqual({ ok: false, error: { kind: 'preview-outdated' } });
  successOf(await preview(path));
  db.prepare(`INSERT INTO setting VALUES ('x', '1')`).run();
  expect((await apply()).ok).toBe(true);
});

test('a plan is carried out once', async () => {
  const { file, preview, apply } = openTransfer();
  successOf(await preview(file('a.csv', `${header},一,第一句,,\n`)));
  expect((await apply()).ok).toBe(true);
  expect(await apply()).toEqual({ ok: false, error: { kind: 'preview-outdated' } });
});

test('a file that is not there is told by its name', async () => {
  const { folder, preview } = openTransfer();
  expect(await preview(`${folder}/没有.csv`)).toMatchObject({
    ok: false,
    error: { kind: 'not-found', name: '没有.csv' },
  });
});
