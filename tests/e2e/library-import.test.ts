import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runToItsEnd } from './support/app.ts';
import { importDialogOf, openImport } from './support/import-dialog.ts';
import { pressKeys } from './support/keys.ts';
import { inDatabase } from './support/library.ts';
import { dropFiles, type LibraryWindow, libraryOf, openLibrary } from './support/library-window.ts';
import { until } from './support/poll.ts';
import { chooseRuntime } from './support/runtime.ts';
import { shoot } from './support/shots.ts';
import { setUpStage } from './support/stage.ts';
import { openTextEditor } from './support/targets/text-editor.ts';

/* Libraries that people have already: brought in, compared, and taken back. */

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url));

const describeOnStandIn = describe.runIf(chooseRuntime().kind === 'stand-in');

const folder = mkdtempSync(join(tmpdir(), 'repartee-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every reply that is not deleted as it is stored, with its texts and category. */
const stored = (userData: string) =>
  inDatabase(userData, (db) =>
    db
      .prepare(
        `SELECT reply.id, reply.title, reply.shortcode, category.name AS category, reply_part.text
         FROM reply LEFT JOIN category ON category.id = reply.category_id
         LEFT JOIN reply_part ON reply_part.reply_id = reply.id
         WHERE reply.deleted_at IS NULL ORDER BY reply.id, variant, reply_part.position`,
      )
      .all(),
  ) as { id: string; title: string; shortcode: string | null; category: string | null; text: string }[];

describeOnStandIn('a sheet of another tool', () => {
  const stage = setUpStage([{ title: '在吗', text: '在的，请讲。' }], {
    settings: { 'manager.tourDone': true },
  });
  let library: LibraryWindow;
  beforeEach(async () => {
    library = await openLibrary(stage);
  });
  afterEach(() => library.close());

  test('is imported from XLSX by the menu, and one of its replies is found by initials and pasted', async () => {
    const dialog = await openImport(library, stage);
    await dialog.choose(fixture('kefubao.xlsx'));
    expect(await dialog.counts()).toEqual({ new: 10, changed: 0, unchanged: 0, skipped: 0 });
    await dialog.dialog.getByText('客服宝话术表').waitFor();
    await shoot(stage, 'preview');
    await dialog.apply();
    await shoot(stage, 'done');
    await dialog.close();
    await until(async () => (await library.count('测试话术')) === 11, 'the tree counts them');
    expect(await library.count('售前')).toBe(4);

    const editor = await openTextEditor(stage.display);
    try {
      await stage.palette.paste('thdz', '退货地址');
      await until(async () => (await editor.text()) !== '', 'the reply arrived');
      expect(await editor.text()).toBe('退货请寄：\n浙江省杭州市余杭区良渚街道88号\n收件人：仓库');
    } finally {
      await editor.close();
    }
  });

  test('is the same sheet as GB18030 text, dropped on the window: nothing has changed', async () => {
    const before = stored(stage.userData);
    const file = { name: '话术.csv', type: 'text/csv', bytes: readFileSync(fixture('kefubao-gb18030.csv')) };
    await dropFiles(library.page.getByRole('tree'), [file]);
    const dialog = await importDialogOf(library, stage);
    expect(await dialog.counts()).toEqual({ new: 0, changed: 0, unchanged: 10, skipped: 0 });
    await dialog.dialog.getByText('编码 GB18030').waitFor();
    await dialog.dialog.getByText('文件里的话术都已经在话术库里，没有要改的。').waitFor();
    expect(await dialog.dialog.getByRole('button', { name: /^导入 / }).isDisabled()).toBe(true);
    await dialog.close();
    expect(stored(stage.userData)).toEqual(before);
  });

  test('is named at a second start, and opens in the window that is there', async () => {
    const { code } = await runToItsEnd(stage.display, stage.userData, {
      args: ['import', fixture('kefubao-utf16le.csv')],
    });
    expect(code).toBe(0);
    const dialog = await importDialogOf(await libraryOf(stage), stage);
    expect(await dialog.counts()).toEqual({ new: 0, changed: 0, unchanged: 10, skipped: 0 });
    await dialog.close();
  });

  test('is taken back whole by one undo, categories and all, and brought back by one redo', async () => {
    await library.focusTree();
    await pressKeys(stage.display, 'ctrl+z');
    await until(async () => (await library.count('全部话术')) === 1, 'the tree is as before');
    expect(await library.page.getByRole('treeitem', { name: '售前' }).count()).toBe(0);
    expect(await library.count('回收站')).toBe(0);
    expect(stored(stage.userData)).toHaveLength(1);
    await pressKeys(stage.display, 'ctrl+shift+z');
    await until(async () => (await library.count('全部话术')) === 11, 'the replies are back');
    await pressKeys(stage.display, 'ctrl+z');
    await until(async () => (await library.count('全部话术')) === 1, 'the tree is as before');
  });
});

describeOnStandIn('a sheet that differs from the library', () => {
  const replies = [
    { title: '退货地址', shortcode: 'thdz', text: '寄到杭州一号仓库' },
    { title: '发什么快递', shortcode: 'kd', text: '默认发中通。' },
    { title: '不在表里', shortcode: 'zj', text: '只在话术库里的一条' },
  ];
  const sheet = join(folder, '改过的.csv');
  writeFileSync(
    sheet,
    [
      '标题,内容,快捷编码',
      '退货地址,寄到杭州二号仓库,thdz',
      '发什么快递,默认发中通。,kd',
      '新的一条,您好，请讲。,xd',
      '新的一条,您好，请讲。,xd',
      '没有内容,,kong',
    ].join('\n'),
  );
  const seen = { new: 1, changed: 1, unchanged: 1, skipped: 2 };

  describe.each([
    ['更新为文件里的内容', seen, ['寄到杭州二号仓库'], 4],
    ['保留现有的，跳过', { ...seen, changed: 0, skipped: 3 }, ['寄到杭州一号仓库'], 4],
    ['另存为一条新的', { ...seen, new: 2, changed: 0 }, ['寄到杭州一号仓库', '寄到杭州二号仓库'], 5],
  ] as const)('where known replies are to be: %s', (words, counts, addresses, total) => {
    const stage = setUpStage(replies, { settings: { 'manager.tourDone': true } });

    test('shows new, changed, unchanged and skipped rows, does what it says and deletes nothing', async () => {
      const before = stored(stage.userData);
      const library = await openLibrary(stage);
      const dialog = await openImport(library, stage);
      await dialog.choose(sheet);
      expect(await dialog.counts()).toEqual(seen);
      const table = dialog.dialog.getByRole('table');
      await table.getByText('文件里前面有同样的一条').waitFor();
      await table.getByText('没有内容', { exact: true }).first().waitFor();
      await dialog.onConflict(words);
      expect(await dialog.counts()).toEqual(counts);
      await shoot(stage, `policy-${total}-${addresses.length}`);
      await dialog.apply();
      await dialog.close();

      const after = stored(stage.userData);
      expect(after).toHaveLength(total);
      const found = after.filter(({ text }) => text.startsWith('寄到')).map(({ text }) => text);
      expect(found.toSorted()).toEqual(addresses);
      expect(after.filter(({ shortcode }) => shortcode === 'thdz')).toHaveLength(1);
      for (const { id } of before) expect(after.map((reply) => reply.id)).toContain(id);
      const untouched = before.filter(({ title }) => title !== '退货地址');
      for (const reply of untouched) expect(after).toContainEqual(reply);

      await library.focusTree();
      await pressKeys(stage.display, 'ctrl+z');
      await until(
        () => JSON.stringify(stored(stage.userData)) === JSON.stringify(before),
        'all is as before',
      );
      await library.close();
    });
  });
});
