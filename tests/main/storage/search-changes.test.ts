import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findReply, insertReply } from '../../../src/main/storage/replies.ts';
import type { SearchIndex } from '../../../src/main/storage/search-index.ts';
import { openSearchIndex } from '../../../src/main/storage/search-index.ts';
import { searchIndexVersion } from '../../../src/main/storage/search-schema.ts';
import { countUse } from '../../../src/main/storage/usage.ts';
import { saveReply, trashReply, untrashReply } from './library-state.ts';
import { draft, openTestDatabase } from './open-test-database.ts';
import { now, openTestIndex, rebuildWorker } from './open-test-index.ts';

function titlesIn(index: SearchIndex, query: string): string[] {
  return index.search(query, { now, app: null, limit: 50 }).rows.map((row) => row.title);
}

/** A library with `count` replies that were written without an index. */
function openLibrary(count: number) {
  const opened = openTestDatabase();
  const { db, libraryId, folder } = opened;
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      insertReply(db, draft(libraryId, { title: `退款说明 ${index}` }), new Date('2026-01-01T00:00:00Z'));
    }
  })();
  const path = join(folder, 'search.db');
  const open = (onRebuild?: (share: number | null) => void) => {
    const index = openSearchIndex({
      path,
      library: db,
      worker: rebuildWorker,
      ...(onRebuild ? { onRebuild } : {}),
    });
    onTestFinished(() => index.close());
    return index;
  };
  return { ...opened, path, open };
}

describe('changes of the library', () => {
  it('are searchable at once: a new, an edited, a deleted and a restored reply', () => {
    const { add, db, index, libraryId, titles } = openTestIndex();
    const id = add({ title: '退款政策', shortcode: 'tk' });
    expect(titles('退款')).toEqual(['退款政策']);
    saveReply(
      db,
      id,
      draft(libraryId, { title: '物流查询', shortcode: 'wl', variants: [[{ kind: 'text', text: '快' }]] }),
      new Date(now),
    );
    index.applyChanges();
    expect(titles('退款')).toEqual([]);
    expect(titles('tk')).toEqual([]);
    expect(titles('wlcx')).toEqual(['物流查询']);
    expect(titles('wl')).toEqual(['物流查询']);
    trashReply(db, id, new Date(now));
    index.applyChanges();
    expect(titles('物流')).toEqual([]);
    expect(titles('')).toEqual([]);
    untrashReply(db, id);
    index.applyChanges();
    expect(titles('物流')).toEqual(['物流查询']);
  });

  it('show the revision that a row was made from', () => {
    const { add, db, index, libraryId, rows } = openTestIndex();
    const id = add({ title: '退款' });
    saveReply(db, id, draft(libraryId, { title: '退款', note: '新' }), new Date(now));
    index.applyChanges();
    expect(rows('退款')[0]?.revision).toBe(findReply(db, id)?.revision);
    expect(rows('退款')[0]?.revision).toBe(2);
  });

  it('move a reply up as soon as it is used', () => {
    const { add, db, index, titles } = openTestIndex();
    add({ title: '退款 甲' });
    const id = add({ title: '退款 乙' }, '2026-01-01T00:00:00.000Z');
    expect(titles('退款')[0]).toBe('退款 甲');
    countUse(db, id, 'qianniu', new Date(now));
    index.applyChanges();
    expect(titles('退款')[0]).toBe('退款 乙');
    countUse(db, id, 'qianniu', new Date(now));
    index.applyChanges();
    expect(titles('退款')).toEqual(['退款 乙', '退款 甲']);
  });

  it('survive many edits and uses of the same replies without doubles', () => {
    const { add, use, rows, db, index, libraryId } = openTestIndex();
    const ids = [add({ title: '退款 一' }), add({ title: '退款 二' }), add({ title: '退款 三' })];
    for (let round = 1; round <= 20; round += 1) {
      const id = ids[round % 3] as string;
      use(id, round);
      saveReply(db, id, draft(libraryId, { title: `退款 第${round}次` }), new Date(now));
      index.applyChanges();
    }
    expect(
      rows('退款')
        .map((row) => row.id)
        .toSorted(),
    ).toEqual(ids.toSorted());
    expect(rows('退款')[0]?.title).toBe('退款 第20次');
  });

  it('that an index missed are taken over when it is opened', () => {
    const { db, libraryId, open } = openLibrary(1);
    const first = open();
    first.close();
    const saved = insertReply(db, draft(libraryId, { title: '新的话术' }), new Date(now));
    if (saved.ok) countUse(db, saved.value.id, '', new Date(now));
    expect(titlesIn(open(), '').slice(0, 1)).toEqual(['新的话术']);
  });
});

describe('the file of the index', () => {
  it.each([
    ['is garbage', (path: string) => writeFileSync(path, 'x'.repeat(8_192))],
    ['is empty', (path: string) => writeFileSync(path, '')],
    [
      'belongs to another version',
      (path: string) => {
        const file = new Database(path);
        file.pragma(`user_version = ${searchIndexVersion + 1}`);
        file.close();
      },
    ],
    [
      'was never completed',
      (path: string) => {
        const file = new Database(path);
        file.exec(`DELETE FROM meta WHERE key = 'complete'`);
        file.close();
      },
    ],
  ])('is made anew when it %s', (_, spoil) => {
    const { path, open } = openLibrary(3);
    open().close();
    spoil(path);
    expect(titlesIn(open(), '退款')).toHaveLength(3);
  });

  it('is made anew when the library was put back to an older state', () => {
    const { db, libraryId, open } = openLibrary(3);
    const index = open();
    const saved = insertReply(db, draft(libraryId, { title: '退款 后来' }), new Date(now));
    index.applyChanges();
    index.close();
    if (!saved.ok) throw new Error('not saved');
    db.prepare('DELETE FROM reply WHERE id = ?').run(saved.value.id);
    db.prepare('DELETE FROM reply_change WHERE reply_id = ?').run(saved.value.id);
    db.prepare(`UPDATE sqlite_sequence SET seq = 3 WHERE name = 'reply_change'`).run();
    expect(titlesIn(open(), '退款')).toHaveLength(3);
  });

  it('is made anew when damage shows while it is searched', async () => {
    const { path, open } = openLibrary(300);
    open().close();
    // The header and the schema stay readable, so that the damage shows only later.
    const bytes = new Uint8Array(await import('node:fs').then((fs) => fs.readFileSync(path)));
    bytes.fill(0xee, 4_096 * 20, bytes.length);
    writeFileSync(path, bytes);
    const index = open();
    titlesIn(index, '退款');
    titlesIn(index, 'tk');
    titlesIn(index, '正在');
    await index.settled();
    expect(titlesIn(index, '退款')).toHaveLength(50);
    expect(titlesIn(index, '正在')).toHaveLength(50);
  });
});

describe('a rebuild', () => {
  it('runs aside with progress while the old index serves, and catches up with what changed meanwhile', async () => {
    const { db, libraryId, open } = openLibrary(1_200);
    const shares: (number | null)[] = [];
    const index = open((share) => shares.push(share));
    const done = index.rebuild();
    expect(index.search('退款', { now, app: null, limit: 50 })).toMatchObject({ rebuilding: 0 });
    expect(titlesIn(index, '退款')).toHaveLength(50);
    insertReply(db, draft(libraryId, { title: '其间新增' }), new Date(now));
    index.applyChanges();
    expect(titlesIn(index, '其间')).toEqual(['其间新增']);
    await expect(done).resolves.toEqual({ kind: 'done' });
    expect(titlesIn(index, '其间')).toEqual(['其间新增']);
    expect(titlesIn(index, '退款说明 1199')).toContain('退款说明 1199');
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeNull();
    expect(shares.some((share) => share !== null && share > 0 && share < 1)).toBe(true);
    expect(index.rebuilding()).toBeNull();
  });

  it('makes the first index of a large library aside', async () => {
    const { open } = openLibrary(2_500);
    const index = open();
    expect(index.rebuilding()).not.toBeNull();
    await index.settled();
    expect(index.rebuilding()).toBeNull();
    expect(titlesIn(index, '退款')).toHaveLength(50);
  });

  it('takes over a big import instead of holding the app up', async () => {
    const { db, libraryId, open } = openLibrary(1);
    const index = open();
    db.transaction(() => {
      for (let count = 0; count < 2_001; count += 1) {
        insertReply(db, draft(libraryId, { title: `导入 ${count}` }), new Date(now));
      }
    })();
    index.applyChanges();
    expect(index.rebuilding()).not.toBeNull();
    await index.settled();
    expect(titlesIn(index, '导入 2000')).toContain('导入 2000');
  });

  it('leaves the old index in place when its worker fails', async () => {
    const { path, db } = openLibrary(5);
    const index = openSearchIndex({ path, library: db, worker: new URL('file:///nowhere/worker.js') });
    onTestFinished(() => index.close());
    await expect(index.rebuild()).resolves.toMatchObject({ kind: 'failed' });
    expect(titlesIn(index, '退款')).toHaveLength(5);
  });

  it('is given up when the index is closed', async () => {
    const { open } = openLibrary(500);
    const index = open();
    const done = index.rebuild();
    index.close();
    await expect(done).resolves.toEqual({ kind: 'cancelled' });
  });
});
