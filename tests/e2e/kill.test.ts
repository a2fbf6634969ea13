import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mediaPath } from '../../src/main/storage/media.ts';
import { launchApp, spawnApp } from './support/app.ts';
import { type Display, startDisplay } from './support/display.ts';
import { inDatabase, makeUserData } from './support/library.ts';
import { until } from './support/poll.ts';
import { callPalette, searchFor } from './support/wire.ts';

/* What a power cut at any moment leaves: everything that was reported as saved, whole, and nothing half. */

let display: Display;
beforeAll(async () => {
  display = await startDisplay();
});
afterAll(() => display?.stop());

const isSound = (folder: string) =>
  inDatabase(folder, (db) => [
    db.pragma('integrity_check', { simple: true }),
    db.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get(),
  ]);

/** Replies that have not all of their rows: a text, and a place in the list of changes. */
const halfWritten = (folder: string) =>
  inDatabase(folder, (db) =>
    db
      .prepare(
        `SELECT title FROM reply WHERE id NOT IN (SELECT reply_id FROM reply_part)
         OR id NOT IN (SELECT reply_id FROM reply_change)`,
      )
      .pluck()
      .all(),
  );

test('every reply that was reported as saved is there after a kill, and found at once', async () => {
  const { folder } = makeUserData([{ title: '原有的', shortcode: 'yuan' }]);
  const acknowledged: string[] = [];
  try {
    for (let round = 0; round < 5; round++) {
      const running = await launchApp(display, { userData: folder });
      const killAfter = randomInt(5, 40);
      let saved = 0;
      let killed: Promise<void> | null = null;
      for (let number = 0; killed === null || saved < killAfter + 200; number++) {
        const code = `r${round}n${number}`;
        const reply = {
          title: `回复 ${code}`,
          text: `${code} 的正文`.repeat(50),
          shortcode: code,
          categoryId: null,
        };
        const outcome = await callPalette(running.palettePage, 'createReply', reply).catch(() => null);
        if (outcome === null) break;
        expect(outcome.ok).toBe(true);
        acknowledged.push(code);
        saved += 1;
        // Not awaited: the kill comes while the next ones are being written.
        if (saved === killAfter) killed = running.kill();
      }
      await killed;
      await running.close();

      const checked = await launchApp(display, { userData: folder });
      try {
        expect(isSound(folder)).toEqual(['ok', 0]);
        expect(halfWritten(folder)).toEqual([]);
        expect(existsSync(join(folder, 'damaged'))).toBe(false);
        for (const code of acknowledged) {
          const { rows } = await searchFor(checked.palettePage, code);
          expect(rows[0]?.shortcode, code).toBe(code);
        }
        const last = acknowledged.at(-1) ?? '';
        const byText = await searchFor(checked.palettePage, `${last} 的正文`);
        expect(byText.rows[0]?.shortcode).toBe(last);
      } finally {
        await checked.close();
      }
    }
    expect(acknowledged.length).toBeGreaterThan(20);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a kill during the first start leaves a folder from which the next start makes one whole library', async () => {
  const starter = JSON.parse(
    readFileSync(new URL('../../resources/starter/zh-CN/library.json', import.meta.url), 'utf8'),
  ) as { replies: { shortcode?: string }[] };
  // At these signs of progress, from the very beginning to the work after the library is in.
  const moments = ['.', 'repartee.db', 'repartee.db-wal', 'media', 'search.db', 'backups'];
  for (const moment of moments) {
    const folder = join(mkdtempSync(join(tmpdir(), 'repartee-first-')), 'data');
    try {
      const first = spawnApp(display, folder);
      const ended = once(first, 'exit');
      await until(() => existsSync(join(folder, moment)), `${moment} is there`);
      first.kill('SIGKILL');
      await ended;

      const running = await launchApp(display, { userData: folder });
      try {
        expect(isSound(folder), moment).toEqual(['ok', 0]);
        expect(halfWritten(folder)).toEqual([]);
        const counts = inDatabase(folder, (db) => ({
          libraries: db.prepare('SELECT count(*) FROM library').pluck().get(),
          replies: db.prepare('SELECT count(*) FROM reply').pluck().get(),
          holding: db.prepare(`SELECT count(*) FROM setting WHERE key = 'holding.replyId'`).pluck().get(),
        }));
        expect(counts, moment).toEqual({ libraries: 1, replies: starter.replies.length, holding: 1 });
        const hashes = inDatabase(folder, (db) =>
          db.prepare<[], string>('SELECT hash FROM media').pluck().all(),
        );
        const lost = hashes.filter((hash) => !existsSync(mediaPath(join(folder, 'media'), hash) ?? ''));
        expect(lost, moment).toEqual([]);
        const { shortcode = '' } = starter.replies.find((reply) => reply.shortcode !== undefined) ?? {};
        const { rows } = await searchFor(running.palettePage, shortcode);
        expect(rows[0]?.shortcode, moment).toBe(shortcode);
      } finally {
        await running.close();
      }
    } finally {
      rmSync(join(folder, '..'), { recursive: true, force: true, maxRetries: 5 });
    }
  }
});
