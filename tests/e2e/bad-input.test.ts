import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listBackups } from '../../src/main/storage/backup.ts';
import { mediaPath } from '../../src/main/storage/media.ts';
import type { Wire } from '../../src/shared/ipc.ts';
import { launchApp, type RunningApp, runToItsEnd } from './support/app.ts';
import { setClipboardText } from './support/clipboard.ts';
import { type Display, startDisplay } from './support/display.ts';
import { pressKeys } from './support/keys.ts';
import { inDatabase, makeUserData, writePasteRules } from './support/library.ts';
import { drivePalette } from './support/palette.ts';
import { plainPicture } from './support/pictures.ts';
import { until } from './support/poll.ts';
import { chooseRuntime } from './support/runtime.ts';
import { openSettings } from './support/settings.ts';
import { mountSmallDisk, type SmallDisk } from './support/small-disk.ts';
import { setUpStage } from './support/stage.ts';
import type { Target } from './support/targets/target.ts';
import { openTextEditor } from './support/targets/text-editor.ts';
import { callPalette, searchFor } from './support/wire.ts';

/* Files, rows and words that are not as they should be: each is said in words, nothing is lost, the app stays up. */

const onStandIn = describe.runIf(chooseRuntime().kind === 'stand-in');

const refund = { title: '退款到账时间', shortcode: 'tk', text: '预计 1–3 个工作日原路退回。' };
const invoice = { title: '发票开具', shortcode: 'fp', text: '发票会在 24 小时内发到您的邮箱。' };

describe('a damaged database', () => {
  let display: Display;
  let folder: string;
  let running: RunningApp;
  beforeAll(async () => {
    display = await startDisplay();
    ({ folder } = makeUserData([refund, invoice]));
  });
  afterEach(() => running?.close());
  afterAll(async () => {
    await display?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const start = async () => {
    running = await launchApp(display, { userData: folder });
    return drivePalette(display, running);
  };
  const titlesFor = async (query: string) =>
    (await searchFor(running.palettePage, query)).rows.map((row) => row.title);
  const damage = () => {
    for (const suffix of ['-wal', '-shm']) rmSync(join(folder, `repartee.db${suffix}`), { force: true });
    writeFileSync(join(folder, 'repartee.db'), 'damaged beyond reading');
  };
  const keptAside = () =>
    readdirSync(join(folder, 'damaged')).map((name) => readFileSync(join(folder, 'damaged', name), 'utf8'));

  test('gives way to the newest backup, is kept, and the palette says so', async () => {
    await start();
    await until(() => listBackups(join(folder, 'backups')).length === 1, 'there is a backup');
    const later = { title: '备份之后', text: '备份之后写的', shortcode: 'hou', categoryId: null };
    await callPalette(running.palettePage, 'createReply', later);
    expect(await titlesFor('hou')).toEqual(['备份之后']);
    await running.close();

    damage();
    const palette = await start();
    await palette.open();
    await palette.page.getByText(/话术库文件损坏，已恢复到.*的备份；损坏的文件保留在/).waitFor();
    expect(keptAside()).toEqual(['damaged beyond reading']);
    expect(await titlesFor('tk')).toEqual([refund.title]);
    expect(await titlesFor('hou')).toEqual([]);
  });

  test('with no backup gives way to a new library, whose replies alone are found', async () => {
    rmSync(join(folder, 'backups'), { recursive: true });
    damage();
    const palette = await start();
    await palette.open();
    await palette.page.getByText('话术库文件损坏且没有可用的备份，已新建').waitFor();
    expect(keptAside()).toHaveLength(2);
    expect(await titlesFor(refund.text)).toEqual([]);
    const shortcodes = inDatabase(folder, (db) =>
      db.prepare<[], string>('SELECT shortcode FROM reply WHERE shortcode IS NOT NULL').pluck().all(),
    );
    expect(shortcodes.length).toBeGreaterThan(100);
    for (const shortcode of shortcodes) {
      const { rows } = await searchFor(running.palettePage, shortcode);
      expect(rows.map((row) => row.shortcode)).toContain(shortcode);
    }
  });
});

const picture = (shade: number) => [[{ kind: 'png' as const, png: plainPicture(shade, 0, 0) }]];
const longText = '这段话很长。'.repeat(33_334).slice(0, 200_000);
const hiddenText = '退\u202e款已\u0000完成';
const nth = (variant: number) => `第 ${variant} 个版本。${'请您放心。'.repeat(3_000)}`;

/** Puts rows into the database that the app itself would refuse to save. */
function spoil(folder: string): void {
  inDatabase(folder, (db) => {
    const replyId = (title: string) => db.prepare('SELECT id FROM reply WHERE title = ?').pluck().get(title);
    const setText = db.prepare('UPDATE reply_part SET text = ? WHERE reply_id = ?');
    setText.run(longText, replyId('很长'));
    setText.run(hiddenText, replyId('看不见'));
    db.prepare('UPDATE reply SET title = ?, note = ? WHERE id = ?').run(
      '看不见\u202e\u0007的标题',
      '备注\u2066',
      replyId('看不见'),
    );

    const setting = db.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)');
    setting.run('theme', '"pink"');
    setting.run('profile.name', 'no JSON');
    setting.run('from.another.version', '1');

    const [libraryId] = db.prepare('SELECT id FROM library').pluck().all();
    const category = db.prepare(
      `INSERT INTO category (id, library_id, parent_id, name, position, created_at, updated_at)
       VALUES (?, '${libraryId}', ?, ?, ?, '', '')`,
    );
    db.transaction(() => {
      for (let index = 0; index < 4_950; index++) category.run(`flat-${index}`, null, `分类 ${index}`, index);
      for (let depth = 0; depth < 50; depth++) {
        category.run(`deep-${depth}`, depth === 0 ? null : `deep-${depth - 1}`, `第 ${depth} 层`, -1);
      }
    })();

    const hashes = db.prepare<[], string>(
      `SELECT media_hash FROM reply_part JOIN reply ON id = reply_id WHERE media_hash IS NOT NULL ORDER BY title`,
    );
    const [missing = '', swapped = '', unreadable = ''] = hashes
      .pluck()
      .all()
      .map((hash) => mediaPath(join(folder, 'media'), hash) ?? '');
    rmSync(missing);
    writeFileSync(swapped, plainPicture(0, 0, 255));
    rmSync(unreadable);
    mkdirSync(unreadable);
  });
}

describe('with files and rows that are not as they should be', () => {
  const stage = setUpStage(
    [
      refund,
      invoice,
      { title: '图一：缺失', shortcode: 'tp1', variants: picture(10) },
      { title: '图三：被换', shortcode: 'tp2', variants: picture(20) },
      { title: '图二：读不了', shortcode: 'tp3', variants: picture(30) },
      { title: '很长', shortcode: 'hc' },
      { title: '看不见', shortcode: 'kbj', text: '占位' },
      {
        title: '许多版本',
        shortcode: 'xd',
        variants: Array.from({ length: 50 }, (_, index) => [{ kind: 'text' as const, text: nth(index + 1) }]),
      },
    ],
    {
      prepare: (folder) => {
        writePasteRules(folder, '{"rules": [{"apps": ["mousepad"], "mode": }]}');
        spoil(folder);
      },
    },
  );
  const shows = (text: string | RegExp) => stage.palette.page.getByText(text).first().waitFor();
  const leave = async () => {
    const { display, palette } = stage;
    await until(async () => {
      if (!(await palette.isVisible())) return true;
      // A notice that stands alone has no keyboard.
      if (!(await palette.isFocused())) await palette.open();
      await pressKeys(display, 'Escape');
      return false;
    }, 'the palette is left');
    await palette.gone();
  };

  let editor: Target;
  beforeAll(async () => {
    editor = await openTextEditor(stage.display);
  });
  beforeEach(() => editor.focus());
  afterEach(leave);
  afterAll(() => editor?.close());

  test('the palette names the paste-rules file and the settings that it leaves out', async () => {
    await stage.palette.open();
    await shows(/这些设置无法识别，已用默认值：.*from\.another\.version/);
    await shows(/theme/);
    await stage.palette.page.getByRole('button', { name: '关闭提示' }).click();
    await shows('粘贴规则文件有误，未采用');
    await shows(join(stage.userData, 'paste-rules.json'));
  });

  test('the defaults are in force, and the rows stay for the version that knows them', async () => {
    expect(await stage.running.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system');
    const values = inDatabase(stage.userData, (db) =>
      db
        .prepare(`SELECT value FROM setting WHERE key IN ('theme', 'profile.name', 'from.another.version')`)
        .pluck()
        .all(),
    );
    expect(values.sort()).toEqual(['"pink"', '1', 'no JSON']);
  });

  test.each([
    ['tp1', '图一：缺失'],
    ['tp2', '图三：被换'],
    ['tp3', '图二：读不了'],
  ])(
    'a picture file that is missing, swapped or unreadable is said in the preview and never pasted: %s',
    async (code, title) => {
      await setClipboardText(stage.display, '原来的内容');
      await stage.palette.open();
      await stage.palette.find(code, title);
      await shows('图片文件缺失，无法粘贴');
      await pressKeys(stage.display, 'Return');
      await shows('缺少文件 图，没有粘贴');
      expect(await stage.palette.isVisible()).toBe(true);
      const pastes = inDatabase(stage.userData, (db) =>
        db.prepare('SELECT count(*) FROM paste_log').pluck().get(),
      );
      expect(pastes).toBe(0);
    },
  );

  test('characters that nobody sees are shown by name, refused, and gone after Ctrl+E', async () => {
    const { page } = stage.palette;
    await stage.palette.open();
    await stage.palette.search('kbj');
    expect(await stage.palette.titles()).toHaveLength(1);
    await until(
      async () => (await page.locator('.preview .text').textContent()) === '退U+202E款已U+0000完成',
      'the preview shows them',
    );
    expect(await page.locator('.preview h2').textContent()).toBe('看不见U+202EU+0007的标题');
    expect(await page.locator('.preview .note p').textContent()).toBe('备注U+2066');
    await pressKeys(stage.display, 'Return');
    await shows('看不见的控制字符：U+202E、U+0000，没有粘贴');
    expect(await stage.palette.isVisible()).toBe(true);
    await pressKeys(stage.display, 'ctrl+e');
    await until(
      async () => (await page.locator('[data-focus=edit]').inputValue()) === '退款已完成',
      'the text to edit is without them',
    );
    await pressKeys(stage.display, 'ctrl+Return');
    await stage.palette.gone();
    await until(async () => (await editor.text()).endsWith('退款已完成'), 'it arrived');
  });

  test('a text of 200,000 characters is shown and pasted whole, and the list goes on working', async () => {
    await stage.palette.open();
    await stage.palette.find('hc', '很长');
    await until(
      async () => (await stage.palette.page.locator('.preview .text').textContent()) === longText,
      'the preview shows it',
    );
    await pressKeys(stage.display, 'Escape');
    await stage.palette.find('fp', invoice.title);
    await pressKeys(stage.display, 'Escape');
    await stage.palette.find('hc', '很长');
    await pressKeys(stage.display, 'Return');
    await stage.palette.gone();
    await until(async () => (await editor.text()).endsWith(longText), 'all of it arrived', 60_000);
  });

  test('of fifty long variants the last is reached by the keys and pasted', async () => {
    await stage.palette.open();
    await stage.palette.find('xd', '许多版本');
    const inView = (variant: number) =>
      until(
        async () => (await stage.palette.page.locator('.preview .text').textContent()) === nth(variant),
        `variant ${variant} is in view`,
      );
    await inView(1);
    await pressKeys(stage.display, ...Array.from({ length: 49 }, () => 'alt+Down'));
    await inView(50);
    await pressKeys(stage.display, 'Return');
    await stage.palette.gone();
    await until(async () => (await editor.text()).endsWith(nth(50)), 'it arrived');
  });

  test('every query is answered: long, in the syntax of the index, with emoji and with controls', async () => {
    for (const query of [
      '退'.repeat(1_000),
      'ab '.repeat(333),
      '"',
      '退款" OR "x',
      'AND OR NOT NEAR(a b, 2)',
      'title:* ^tk -fp (tk',
      '*',
      '%_\\',
      "'; DROP TABLE reply; --",
      '🎉👩‍💻',
      '\ud83d',
      'tk\u0000fp',
      '\u202e\u200b',
      '#',
      '/',
      '\n\t',
    ]) {
      const outcome = await searchFor(stage.palette.page, query);
      expect(Array.isArray(outcome.rows), JSON.stringify(query)).toBe(true);
    }
    await setClipboardText(stage.display, '退款'.repeat(3_000));
    await stage.palette.open();
    await pressKeys(stage.display, 'ctrl+v');
    await until(
      async () => (await stage.palette.query()).length === 1_000,
      'as much as can be searched for is taken',
    );
    await until(async () => (await stage.palette.titles()).length === 0, 'nothing is found');
    expect(await stage.palette.page.getByText('搜索出错了').count()).toBe(0);
  });

  describe('the editor of a new reply', () => {
    const field = (name: string) => stage.palette.page.locator(`[data-place=new-reply] [data-field=${name}]`);
    beforeEach(async () => {
      await stage.palette.open();
      await pressKeys(stage.display, 'ctrl+n');
      await field('title').waitFor();
    });
    const save = () => stage.palette.page.getByRole('button', { name: '保存' }).click();

    test.each([
      ['title', '长'.repeat(300), '最多 200 个字符'],
      ['text', '长'.repeat(200_000), '最多 20000 个字符'],
      ['shortcode', 'x'.repeat(60), '最多 40 个字符'],
      ['shortcode', 'tk', '已被另一条话术使用'],
      ['title', '标题\u202e', '含有不能使用的字符'],
      ['text', '正文\u0000', '含有不能使用的字符'],
      ['text', '正文\u2067', '含有不能使用的字符'],
      ['title', ' ', '请填写'],
    ])('says at the field %s what is wrong and keeps every word', async (name, value, words) => {
      const draft: Record<string, string> = { title: '新的', shortcode: 'new', text: '正文', [name]: value };
      for (const [key, content] of Object.entries(draft)) await field(key).fill(content);
      await save();
      const control = field(name);
      await until(async () => (await control.getAttribute('aria-invalid')) === 'true', 'the field is marked');
      const message = await control.getAttribute('aria-describedby');
      expect(await stage.palette.page.locator(`[id="${message}"]`).textContent()).toContain(words);
      for (const [key, content] of Object.entries(draft)) expect(await field(key).inputValue()).toBe(content);
      await field('text').fill('');
      await field('shortcode').fill('');
    });

    test('offers 5,000 categories in the order of the tree, fifty deep', async () => {
      const category = stage.palette.page.locator('#new-category');
      await until(async () => (await category.locator('option').count()) === 5_001, 'all are offered');
      const labels = await category.locator('option').allTextContents();
      const deep = Array.from({ length: 50 }, (_, depth) => `第 ${depth} 层`);
      expect(labels.slice(1, 51)).toEqual(deep.map((_, depth) => deep.slice(0, depth + 1).join(' › ')));
      await category.selectOption('deep-49');
      await field('title').fill('最深处');
      await field('text').fill('在最深的分类里');
      await save();
      await until(async () => (await stage.palette.selected()) === '最深处', 'it is saved and selected');
      const saved = inDatabase(stage.userData, (db) =>
        db.prepare(`SELECT category_id FROM reply WHERE title = '最深处'`).pluck().get(),
      );
      expect(saved).toBe('deep-49');
    });
  });
});

onStandIn('on a disk', () => {
  let display: Display;
  let disk: SmallDisk | null;
  let running: RunningApp | null;
  beforeEach(async () => {
    running = null;
    disk = mountSmallDisk(12);
    const { folder } = makeUserData([refund]);
    if (disk) cpSync(folder, disk.folder, { recursive: true });
    rmSync(folder, { recursive: true });
    display = await startDisplay();
  });
  afterEach(async () => {
    await running?.close();
    await display.stop();
    disk?.unmount();
  });
  const isSound = (folder: string) =>
    inDatabase(folder, (db) => [
      db.pragma('integrity_check', { simple: true }),
      db.prepare('SELECT title FROM reply').pluck().all(),
    ]);

  test('that is full at the start, the app says so, and moves and loses nothing', async ({ skip }) => {
    if (!disk) return skip('no small disk can be mounted here');
    disk.fill();
    const ended = await runToItsEnd(display, disk.folder);
    expect(ended.code).toBe(1);
    expect(ended.output).toContain('妙答无法启动');
    expect(ended.output).toContain('磁盘已满');
    expect(ended.output).toContain(disk.folder);
    disk.free();
    expect(readdirSync(disk.folder)).not.toContain('damaged');
    expect(isSound(disk.folder)).toEqual(['ok', [refund.title]]);
  });

  test('that may not be written, the app says so, and moves and loses nothing', async ({ skip }) => {
    if (!disk) return skip('no small disk can be mounted here');
    disk.makeReadOnly();
    const ended = await runToItsEnd(display, disk.folder);
    expect(ended.code).toBe(1);
    expect(ended.output).toContain('妙答无法启动');
    expect(ended.output).toContain(disk.folder);
    expect(readdirSync(disk.folder)).not.toContain('damaged');
  });

  test('that fills up meanwhile, pasting works, saving is refused in words and works again later', async ({
    skip,
  }) => {
    if (!disk) return skip('no small disk can be mounted here');
    const userData = disk.folder;
    running = await launchApp(display, { userData });
    const palette = drivePalette(display, running);
    await until(() => listBackups(join(userData, 'backups')).length === 1, 'the backup is made');
    disk.fill();

    const editor = await openTextEditor(display);
    try {
      // Space that the journal has already is used up first.
      const filling = { title: '填满', text: '填'.repeat(20_000), shortcode: '', categoryId: null };
      const create = () => callPalette(palette.page, 'createReply', filling);
      await until(
        () =>
          create().then(
            () => false,
            () => true,
          ),
        'nothing more fits',
      );
      for (let time = 0; time < 2; time++) await palette.paste('tk', refund.title);
      await palette.open();
      await palette.find('tk', refund.title);
      await pressKeys(display, 'shift+Return');
      await palette.page.getByText('已追加').waitFor();
      await pressKeys(display, 'Escape', 'Escape');
      await palette.gone();
      const notCounted = () =>
        readFileSync(join(userData, 'logs', 'repartee.log'), 'utf8').match(/"use-not-counted"/g) ?? [];
      await until(() => notCounted().length === 3, 'three pastes have ended that could not be counted');
      expect(await editor.text()).toBe(refund.text.repeat(3));

      await palette.open();
      await pressKeys(display, 'ctrl+n');
      const text = '写不进去的正文。'.repeat(2_000);
      await palette.page.locator('[data-field=title]').fill('写不进去');
      await palette.page.locator('[data-field=text]').fill(text);
      const save = palette.page.getByRole('button', { name: '保存' });
      await save.click();
      await palette.page.getByText('没有保存成功，请再试一次').waitFor();
      expect(await palette.page.locator('[data-field=text]').inputValue()).toBe(text);

      disk.free();
      await save.click();
      await until(async () => (await palette.selected()) === '写不进去', 'it is saved now');
      await pressKeys(display, 'Escape', 'Escape');
      await palette.gone();
    } finally {
      await editor.close();
    }
  });

  test('that is full, a changed hotkey that cannot be stored is not in force either', async ({ skip }) => {
    if (!disk) return skip('no small disk can be mounted here');
    running = await launchApp(display, { userData: disk.folder });
    const palette = drivePalette(display, running);
    await until(() => listBackups(join(disk?.folder ?? '', 'backups')).length === 1, 'the backup is made');
    const settings = await openSettings({ display, palette, running });
    disk.fill();
    // Space that the journal has already is used up first.
    await until(async () => {
      const words = Math.random().toString().repeat(10);
      const changed = await settings.page.evaluate(
        (shop) =>
          (globalThis as unknown as { repartee: Wire }).repartee.call('changeSetting', 'profile.shop', shop),
        words,
      );
      return !(changed as { ok: boolean }).ok;
    }, 'nothing more fits');
    await settings.section('快捷键');
    await settings.focus();
    await settings.page.getByRole('button', { name: '打开搜索面板：' }).click();
    await settings.page.getByText('请按下新的快捷键').waitFor();
    await pressKeys(display, 'ctrl+alt+k');
    await settings.page.getByText('写入数据库失败').waitFor();
    const registered = await running.app.evaluate(({ globalShortcut }) =>
      ['CommandOrControl+Shift+Space', 'CommandOrControl+Alt+K'].map((keys) =>
        globalShortcut.isRegistered(keys),
      ),
    );
    expect(registered).toEqual([true, false]);
    await settings.close();
  });
});
