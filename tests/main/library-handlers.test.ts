import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { maxMediaBytes } from '../../src/main/editor-reply.ts';
import { libraryHandlers } from '../../src/main/library-handlers.ts';
import { mediaPath } from '../../src/main/storage/media.ts';
import { insertReply } from '../../src/main/storage/replies.ts';
import { replyLists } from '../../src/main/storage/reply-list.ts';
import { openSearchIndex } from '../../src/main/storage/search-index.ts';
import type { ManagerView } from '../../src/shared/contract/library-calls.ts';
import type { Id, ReplyDraft } from '../../src/shared/domain/reply.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { plainPicture } from '../e2e/support/pictures.ts';
import { draft, openTestDatabase } from './storage/open-test-database.ts';
import { rebuildWorker } from './storage/open-test-index.ts';

const now = new Date('2026-06-15T08:00:00.000Z');

function open() {
  const { db, folder, libraryId } = openTestDatabase();
  const search = openSearchIndex({ path: join(folder, 'search.db'), library: db, worker: rebuildWorker });
  onTestFinished(() => search.close());
  const told: (readonly Id[] | 'changed')[] = [];
  const mediaFolder = join(folder, 'media');
  const calls = libraryHandlers({
    db,
    media: { folder: mediaFolder, url: (hash) => `app://media/${hash}` },
    search,
    lists: replyLists({
      db,
      matches: (text, limit) => search.matches(text, now.toISOString(), limit),
      lintShare: () => null,
      now: () => now,
    }),
    settings: () => ({ ...defaultSettings(), 'profile.name': '小林' }),
    managerView: () => ({}) as ManagerView,
    checked: (ids) => told.push(ids),
    now: () => now,
    changed() {
      told.push('changed');
      search.applyChanges();
    },
    finishTour() {},
    openSettings() {},
  });
  const create = (id: Id, changes: Partial<ReplyDraft> = {}) =>
    calls.applyAction({ kind: 'create-reply', id, draft: draft(libraryId, changes) });
  return { db, libraryId, mediaFolder, calls, told, create };
}

test('an action has the texts checked and everybody told, undo and redo as well', async () => {
  const { calls, told, create } = open();
  await create('a');
  expect(await calls.readHistory('a', 10)).toMatchObject([{ by: '小林', source: 'edit' }]);
  await calls.undo();
  await calls.redo();
  expect(told).toEqual([['a'], 'changed', ['a'], 'changed', ['a'], 'changed']);
});

test('an action that is refused tells nobody', async () => {
  const { told, create, calls } = open();
  await create('a', { title: '' });
  expect(await calls.undo()).toEqual({ ok: false, error: { kind: 'nothing-to-undo' } });
  expect(told).toEqual([]);
});

test('renaming a category has its replies searched under the new name', async () => {
  const { calls, create, libraryId } = open();
  await calls.applyAction({
    kind: 'create-category',
    id: 'c',
    libraryId,
    parentId: null,
    name: '售后',
    color: null,
  });
  await create('a', { categoryId: 'c', title: '甲' });
  await calls.applyAction({ kind: 'change-category', id: 'c', name: '发票' });
  expect(await calls.findReplies('发票')).toEqual([
    { id: 'a', title: '甲', categoryPath: ['发票'], validity: 'valid' },
  ]);
  expect(await calls.findReplies('售后')).toEqual([]);
});

test('pickers offer the latest replies at first', async () => {
  const { calls, create } = open();
  for (const id of ['a', 'b']) await create(id, { title: id });
  expect(await calls.findReplies(' ')).toMatchObject([{ id: 'b' }, { id: 'a' }]);
  expect(await calls.replyChoices(['a', 'gone'])).toMatchObject([{ id: 'a' }]);
});

test('the editor gets a reply with its draft, its pictures and the titles of what it leads to', async () => {
  const { db, calls, create, libraryId } = open();
  const added = await calls.addMedia(new Uint8Array(plainPicture(1, 2, 3, 20, 10)), '图.png');
  if (!added.ok) throw new Error(added.error.kind);
  await create('next', { title: '下一步' });
  await create('a', { nextIds: ['next', 'gone'] });
  const typed = draft(libraryId, { variants: [[{ kind: 'image', hash: added.value.hash, alt: '' }]] });
  await calls.saveDraft('a', 1, typed);
  expect(await calls.readReply('a')).toMatchObject({
    saved: { id: 'a', revision: 1 },
    deletedAt: null,
    draft: { value: typed, revision: 1, at: now.toISOString() },
    media: [
      {
        hash: added.value.hash,
        mime: 'image/png',
        width: 20,
        height: 10,
        url: `app://media/${added.value.hash}`,
      },
    ],
    links: [{ id: 'next', title: '下一步' }],
  });
  await calls.applyAction({ kind: 'delete-replies', ids: ['a'] });
  expect(await calls.readReply('a')).toMatchObject({ saved: { id: 'a' }, deletedAt: now.toISOString() });
  expect(await calls.readReply('gone')).toBeNull();
  expect(db.inTransaction).toBe(false);
});

test('a new reply exists for the editor as a draft alone, and pages hear of drafts that come and go', async () => {
  const { calls, told, libraryId } = open();
  const typed = draft(libraryId, { title: '未完成' });
  await calls.saveDraft('new', null, draft(libraryId));
  await calls.saveDraft('new', null, typed);
  expect(await calls.readReply('new')).toMatchObject({
    saved: null,
    draft: { value: typed, revision: null },
  });
  expect((await calls.readTree()).drafts).toBe(1);
  await calls.discardDraft('new');
  expect(told).toEqual(['changed', 'changed']);
  expect(await calls.readReply('new')).toBeNull();
});

test('a draft that cannot be stored is an outcome', async () => {
  const { db, calls, libraryId } = open();
  db.pragma('query_only = ON');
  expect(await calls.saveDraft('a', null, draft(libraryId))).toEqual({
    ok: false,
    error: { kind: 'storage', code: 'SQLITE_READONLY' },
  });
});

test('a shortcode is looked up normalized, and a reply does not stand in its own way', async () => {
  const { calls, create, libraryId } = open();
  await create('a', { title: '甲', shortcode: 'tk' });
  expect(await calls.shortcodeOwner(libraryId, ' /ＴＫ', null)).toEqual({ id: 'a', title: '甲' });
  expect(await calls.shortcodeOwner(libraryId, 'tk', 'a')).toBeNull();
  expect(await calls.shortcodeOwner(libraryId, '', null)).toBeNull();
  expect(await calls.shortcodeOwner('other', 'tk', null)).toBeNull();
});

test('files that are too large, empty or have no place are refused in words', async () => {
  const { calls, mediaFolder } = open();
  expect(await calls.addMedia(new Uint8Array(0), 'a')).toEqual({ ok: false, error: { kind: 'empty' } });
  expect(await calls.addMedia(new Uint8Array(maxMediaBytes + 1), 'a')).toEqual({
    ok: false,
    error: { kind: 'too-large', limit: maxMediaBytes },
  });
  mkdirSync(dirname(mediaFolder), { recursive: true });
  writeFileSync(mediaFolder, 'a file where the folder should be');
  const refused = await calls.addMedia(new Uint8Array([1, 2, 3]), 'a');
  expect(refused).toMatchObject({ ok: false, error: { kind: 'storage', code: expect.stringMatching(/^E/) } });
});

test('a picture that vanished or was changed on disk has no address', async () => {
  const { calls, mediaFolder } = open();
  const hashes: string[] = [];
  for (const width of [8, 9, 10]) {
    const added = await calls.addMedia(new Uint8Array(plainPicture(width, 8, 0)), 'a.png');
    if (added.ok) hashes.push(added.value.hash);
  }
  rmSync(mediaPath(mediaFolder, hashes[0] as string) as string);
  writeFileSync(mediaPath(mediaFolder, hashes[1] as string) as string, 'another picture');
  const info = await calls.mediaInfo([...hashes, 'f'.repeat(64)]);
  expect(info.map(({ url }) => url !== null)).toEqual([false, false, true]);
});

test('what the palette saves stands in the lists and can be edited and undone to what it was', async () => {
  const { db, calls, libraryId } = open();
  insertReply(db, draft(libraryId, { title: '面板' }), now, 'a', { by: '', source: 'palette' });
  await calls.applyAction({ kind: 'tag-replies', ids: ['a'], add: ['急'], remove: [] });
  await calls.undo();
  expect(await calls.readReply('a')).toMatchObject({ saved: { title: '面板', tags: [], revision: 3 } });
  expect(await calls.undoState()).toMatchObject({
    undo: null,
    redo: { kind: 'tag-replies', count: 1, name: '面板' },
  });
});
