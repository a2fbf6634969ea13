import { createHash } from 'node:crypto';
import { openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listBackups } from '../../src/main/storage/backup.ts';
import type { SearchOutcome } from '../../src/shared/domain/search-result.ts';
import { launchApp, type RunningApp, runToItsEnd } from './support/app.ts';
import { type Display, startDisplay } from './support/display.ts';
import { pressKeys } from './support/keys.ts';
import { inDatabase, makeUserData, type TestReply } from './support/library.ts';
import { drivePalette } from './support/palette.ts';
import { until } from './support/poll.ts';
import { chooseRuntime } from './support/runtime.ts';
import { searchFor } from './support/wire.ts';

/* What the app finds and makes at its start: the first one, a large library, a lost index, a database from the future. */

let display: Display;
beforeAll(async () => {
  display = await startDisplay();
});
afterAll(() => display?.stop());

/** Runs `work` with the app on a user-data folder and ends the app by its own way out. */
async function withApp(
  options: { userData?: string; locale?: string },
  work: (running: RunningApp) => Promise<void>,
): Promise<void> {
  const running = await launchApp(display, options);
  try {
    await work(running);
  } finally {
    await running.close();
  }
}

describe('the first start', () => {
  test.each([
    ['zh-CN', '搜标题'],
    ['zh-TW', '搜'],
    ['en', 'Search'],
  ])(
    'on a system in %s installs the starter library of that language, ready to be found',
    async (locale, prompt) => {
      const starter = JSON.parse(
        readFileSync(new URL(`../../resources/starter/${locale}/library.json`, import.meta.url), 'utf8'),
      ) as { name: string; replies: { title: string; shortcode?: string }[] };
      await withApp({ locale }, async (running) => {
        const libraries = inDatabase(running.userData, (db) =>
          db.prepare('SELECT name, origin FROM library').all(),
        );
        expect(libraries).toEqual([{ name: starter.name, origin: `starter:${locale}` }]);
        const palette = drivePalette(display, running);
        await palette.open();
        await palette.page.getByPlaceholder(prompt).waitFor();
        const wanted = starter.replies.find(({ shortcode }) => /^[a-z]+$/.test(shortcode ?? ''));
        await palette.find(wanted?.shortcode ?? '', wanted?.title ?? '');
      });
    },
  );

  test('makes a backup that is whole', async () => {
    await withApp({}, async ({ userData }) => {
      const [backup] = await until(() => {
        const backups = listBackups(join(userData, 'backups'));
        return backups.length > 0 && backups;
      }, 'there is a backup');
      const db = new Database(backup?.path ?? '', { readonly: true });
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.prepare('SELECT count(*) FROM reply').pluck().get()).toBe(
        inDatabase(userData, (current) => current.prepare('SELECT count(*) FROM reply').pluck().get()),
      );
      db.close();
    });
  });
});

describe('with twenty thousand replies and no index', () => {
  // Long enough for the index to take seconds more than the palette takes to open.
  const replies: TestReply[] = Array.from({ length: 20_000 }, (_, index) => ({
    title: `常见问题第 ${index} 条`,
    shortcode: `q${index}`,
    text: `第 ${index} 条的回答：${'您好，这个问题我来帮您处理，请稍等一下。'.repeat(100)}`,
  }));

  test('the palette is ready before the index is, shows its progress, and then finds everything', async () => {
    const { folder } = makeUserData(replies);
    try {
      await withApp({ userData: folder }, async (running) => {
        const first = await searchFor(running.palettePage, 'q19999');
        expect(first.rebuilding).not.toBeNull();
        const palette = drivePalette(display, running);
        await palette.open();
        await palette.page.getByText('正在重建搜索索引').waitFor();
        await until(
          async () => (await searchFor(running.palettePage, '')).rebuilding === null,
          'the index is complete',
          100_000,
        );
        // The open list learns of it by itself.
        await until(async () => (await palette.titles()).length > 0, 'the list fills');
        await palette.page.getByText('正在重建搜索索引').waitFor({ state: 'hidden' });
        await palette.find('q19999', '常见问题第 19999 条');
        await pressKeys(display, 'Escape');
        await palette.find('changjianwenti 5000', '常见问题第 5000 条');
      });
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }, 180_000);
});

describe('with an index that is', () => {
  const replies: TestReply[] = Array.from({ length: 60 }, (_, index) => ({
    title: `退款进度 ${index}`,
    shortcode: `tk${index}`,
    text: `退款已经在处理，编号 ${index}，请您再等一等。`,
  }));
  let folder: string;
  beforeAll(async () => {
    ({ folder } = makeUserData(replies));
    await withApp({ userData: folder }, ({ palettePage }) =>
      until(
        async () => (await searchFor(palettePage, 'tk37')).rebuilding === null,
        'the index is complete',
      ).then(() => {}),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  const damages: Record<string, (path: string) => void> = {
    'no database at all': (path) => {
      const file = openSync(path, 'w');
      writeSync(file, 'not a database '.repeat(1_000));
    },
    'damaged behind its header': (path) => {
      const size = readFileSync(path).length;
      const file = openSync(path, 'r+');
      // The first pages hold the schema and whether it is complete; the rest is what searching reads.
      for (let at = 16_384; at < size; at += 4_096)
        writeSync(file, Buffer.alloc(2_048, 0xa5), 0, 2_048, at + 512);
    },
    'the database of another program': (path) => {
      rmSync(path, { force: true });
      const db = new Database(path);
      db.exec('CREATE TABLE entry (id INTEGER PRIMARY KEY); CREATE TABLE gram (x)');
      db.close();
    },
  };

  test.each(Object.keys(damages))('%s, everything is found as before', async (kind) => {
    const path = join(folder, 'search.db');
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    damages[kind]?.(path);
    await withApp({ userData: folder }, async (running) => {
      const found = async (query: string) => {
        const outcome: SearchOutcome = await searchFor(running.palettePage, query);
        return outcome.rebuilding === null && outcome.rows.some((row) => row.title === '退款进度 37');
      };
      await until(() => found('tk37'), 'the shortcode finds it');
      await until(() => found('tuikuanjindu 37'), 'pinyin finds it');
      await until(() => found('编号 37'), 'its text finds it');
    });
  });
});

test.runIf(chooseRuntime().kind === 'stand-in')(
  'a database of a later version is refused in words, and not touched',
  async () => {
    const { folder } = makeUserData([{ title: '明天的话术' }]);
    try {
      inDatabase(folder, (db) => db.pragma('user_version = 990'));
      const digest = () =>
        createHash('sha256')
          .update(readFileSync(join(folder, 'repartee.db')))
          .digest('hex');
      const before = digest();
      const ended = await runToItsEnd(display, folder);
      expect(ended.code).toBe(1);
      expect(ended.output).toContain('话术库由更新版本的妙答创建');
      expect(ended.output).toContain(folder);
      expect(digest()).toBe(before);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
