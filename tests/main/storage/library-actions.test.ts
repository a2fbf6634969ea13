import { expect, test } from 'vitest';
import type { WritableDatabase } from '../../../src/main/storage/database.ts';
import { undoState, undoStep } from '../../../src/main/storage/edit-journal.ts';
import { insertLibrary } from '../../../src/main/storage/libraries.ts';
import { applyAction } from '../../../src/main/storage/library-actions.ts';
import { findReply } from '../../../src/main/storage/replies.ts';
import { readDraft, saveDraft } from '../../../src/main/storage/reply-drafts.ts';
import { readHistory } from '../../../src/main/storage/reply-history.ts';
import type { Id } from '../../../src/shared/domain/reply.ts';
import { act, createCategory, createReply, libraryState, refusal } from './library-state.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

function openTwoLibraries(): { db: WritableDatabase; libraryId: Id; teamId: Id } {
  const { db, libraryId } = openTestDatabase();
  const team = { id: 'team', name: '团队话术', tier: 'team', origin: 'pack:x' } as const;
  return { db, libraryId, teamId: insertLibrary(db, team, '2026-01-01T00:00:00.000Z') };
}

test('a new reply is stored normalized, and its draft is gone', () => {
  const { db, libraryId } = openTestDatabase();
  const typed = draft(libraryId, { title: '  退款  多久 ', shortcode: '/ＴＫ', tags: [' 急 ', '急', ''] });
  saveDraft(db, 'a', null, typed, new Date());
  const done = act(db, { kind: 'create-reply', id: 'a', draft: typed });
  expect(done).toMatchObject({
    label: { kind: 'create-reply', count: 1, name: '退款 多久' },
    replyIds: ['a'],
  });
  expect(findReply(db, 'a')).toMatchObject({
    title: '退款 多久',
    shortcode: 'tk',
    tags: ['急'],
    revision: 1,
  });
  expect(readDraft(db, 'a')).toBeNull();
});

test('a reply that leads to itself does not, and each next step is there once', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId, { successorId: 'a', nextIds: ['a', 'b', 'b'] }));
  expect(findReply(db, 'a')).toMatchObject({ successorId: null, nextIds: ['b'] });
});

test('a draft that breaks a rule is refused with all problems and keeps what was typed', () => {
  const { db, libraryId } = openTestDatabase();
  const typed = draft(libraryId, { title: ' ', variants: [[{ kind: 'text', text: '' }]] });
  saveDraft(db, 'a', null, typed, new Date());
  expect(refusal(db, { kind: 'create-reply', id: 'a', draft: typed })).toEqual({
    kind: 'invalid',
    problems: [
      { field: 'title', problem: 'empty' },
      { field: 'text', problem: 'empty' },
    ],
  });
  expect(readDraft(db, 'a')?.value).toEqual(typed);
});

test('a reply that would never be valid is refused', () => {
  const { db, libraryId } = openTestDatabase();
  const at = '2026-03-01T00:00:00.000Z';
  const typed = draft(libraryId, { validFrom: at, validUntil: at });
  expect(refusal(db, { kind: 'create-reply', id: 'a', draft: typed })).toEqual({
    kind: 'validity-reversed',
    of: typed.title,
  });
});

test('a taken shortcode is refused with the reply that has it; another library may have it too', () => {
  const { db, libraryId, teamId } = openTwoLibraries();
  createReply(db, 'a', draft(libraryId, { title: '原来的', shortcode: 'tk' }));
  const typed = draft(libraryId, { shortcode: 'ＴＫ' });
  expect(refusal(db, { kind: 'create-reply', id: 'b', draft: typed })).toEqual({
    kind: 'shortcode-taken',
    by: { id: 'a', title: '原来的' },
  });
  createReply(db, 'c', draft(teamId, { shortcode: 'tk' }));
  const moved = draft(libraryId, { shortcode: 'tk' });
  expect(refusal(db, { kind: 'save-reply', id: 'c', revision: 1, draft: moved })).toMatchObject({
    kind: 'shortcode-taken',
  });
});

test.each([
  ['library', { libraryId: 'nowhere' }],
  ['category', { categoryId: 'nowhere' }],
  ['picture', { variants: [[{ kind: 'image' as const, hash: 'f'.repeat(64), alt: '' }]] }],
])('a %s that does not exist is refused', (_what, changes) => {
  const { db, libraryId } = openTestDatabase();
  const typed = draft(libraryId, changes);
  expect(refusal(db, { kind: 'create-reply', id: 'a', draft: typed })).toEqual({ kind: 'not-found' });
});

test('a category of another library is refused', () => {
  const { db, libraryId, teamId } = openTwoLibraries();
  createCategory(db, { id: 'c', libraryId: teamId });
  const typed = draft(libraryId, { categoryId: 'c' });
  expect(refusal(db, { kind: 'create-reply', id: 'a', draft: typed })).toEqual({ kind: 'not-found' });
});

test('a reply that was changed since it was opened is not overwritten', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId));
  act(db, { kind: 'tag-replies', ids: ['a'], add: ['急'], remove: [] });
  expect(refusal(db, { kind: 'save-reply', id: 'a', revision: 1, draft: draft(libraryId) })).toEqual({
    kind: 'changed',
  });
  expect(refusal(db, { kind: 'create-reply', id: 'a', draft: draft(libraryId) })).toEqual({
    kind: 'changed',
  });
});

test('saving what is stored already is no step, but its draft is done with', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId));
  const before = undoState(db);
  saveDraft(db, 'a', 1, draft(libraryId), new Date());
  act(db, { kind: 'save-reply', id: 'a', revision: 1, draft: draft(libraryId) });
  expect(undoState(db)).toEqual(before);
  expect(findReply(db, 'a')?.revision).toBe(1);
  expect(readDraft(db, 'a')).toBeNull();
});

test('a new reply whose making was undone can be saved again under its id', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId, { title: '一' }));
  undoStep(db, { now: new Date(), by: '' });
  createReply(db, 'a', draft(libraryId, { title: '二' }));
  expect(findReply(db, 'a')).toMatchObject({ title: '二', revision: 2 });
});

test('copies stand beside their originals under the next free number, without shortcode and favourite mark', () => {
  const { db, libraryId } = openTestDatabase();
  const original = draft(libraryId, { title: '退款', shortcode: 'tk', favourite: true, tags: ['急'] });
  createReply(db, 'a', original);
  createReply(db, 'b', draft(libraryId, { title: '退款 2' }));
  const done = act(db, { kind: 'duplicate-replies', ids: ['a', 'b', 'gone'] });
  expect(done).toMatchObject({ label: { count: 2, name: null }, skipped: 1 });
  const titles = done.replyIds.map((id) => findReply(db, id)?.title);
  expect(titles).toEqual(['退款 3', '退款 2 2']);
  expect(findReply(db, done.replyIds[0] as Id)).toMatchObject({
    ...original,
    title: '退款 3',
    shortcode: null,
    favourite: false,
  });
});

test('the copy of a reply with the longest title has a title of its own that is no longer', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId, { title: '长'.repeat(200) }));
  const [id] = act(db, { kind: 'duplicate-replies', ids: ['a'] }).replyIds;
  expect(findReply(db, id as Id)?.title).toBe(`${'长'.repeat(198)} 2`);
  createReply(db, 'b', draft(libraryId, { title: `长${'😀'.repeat(99)}` }));
  const [other] = act(db, { kind: 'duplicate-replies', ids: ['b'] }).replyIds;
  expect(findReply(db, other as Id)?.title).toBe(`长${'😀'.repeat(98)} 2`);
});

test('moving to another library gives up a shortcode that is taken there and counts it', () => {
  const { db, libraryId, teamId } = openTwoLibraries();
  createCategory(db, { id: 'c', libraryId: teamId });
  createReply(db, 'there', draft(teamId, { shortcode: 'tk' }));
  createReply(db, 'a', draft(libraryId, { shortcode: 'tk' }));
  createReply(db, 'b', draft(libraryId, { shortcode: 'fh' }));
  const done = act(db, { kind: 'move-replies', ids: ['a', 'b'], libraryId: teamId, categoryId: 'c' });
  expect(done.skipped).toBe(1);
  expect(findReply(db, 'a')).toMatchObject({ libraryId: teamId, categoryId: 'c', shortcode: null });
  expect(findReply(db, 'b')).toMatchObject({ libraryId: teamId, categoryId: 'c', shortcode: 'fh' });
  undoStep(db, { now: new Date(), by: '' });
  expect(findReply(db, 'a')).toMatchObject({ libraryId, categoryId: null, shortcode: 'tk' });
});

test('moving to where a reply is already is no step', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId));
  const before = undoState(db);
  act(db, { kind: 'move-replies', ids: ['a'], libraryId, categoryId: null });
  expect(undoState(db)).toEqual(before);
});

test('of two replies in the trash with one shortcode, the second to come back gives it up', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId, { shortcode: 'tk' }));
  act(db, { kind: 'delete-replies', ids: ['a'] });
  createReply(db, 'b', draft(libraryId, { shortcode: 'tk' }));
  act(db, { kind: 'delete-replies', ids: ['b'] });
  expect(act(db, { kind: 'restore-replies', ids: ['a', 'b'] }).skipped).toBe(1);
  expect(findReply(db, 'a')?.shortcode).toBe('tk');
  expect(findReply(db, 'b')?.shortcode).toBeNull();
});

test('tags are added behind the others and taken away', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId, { tags: ['旧', '急'] }));
  createReply(db, 'b', draft(libraryId, { tags: ['新'] }));
  const done = act(db, { kind: 'tag-replies', ids: ['a', 'b'], add: ['新'], remove: ['旧'] });
  expect(done.label).toEqual({ kind: 'tag-replies', count: 1, name: '退款进度' });
  expect(findReply(db, 'a')?.tags).toEqual(['急', '新']);
  expect(findReply(db, 'b')).toMatchObject({ tags: ['新'], revision: 1 });
});

test('a bound of validity that is not named stays, and one that makes no sense refuses the whole', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId, { validFrom: '2026-03-01T00:00:00.000Z' }));
  createReply(db, 'b', draft(libraryId));
  const ids = ['a', 'b'];
  act(db, { kind: 'set-validity', ids, validUntil: '2026-06-01T00:00:00.000Z' });
  expect(findReply(db, 'a')).toMatchObject({
    validFrom: '2026-03-01T00:00:00.000Z',
    validUntil: '2026-06-01T00:00:00.000Z',
  });
  const before = libraryState(db);
  expect(refusal(db, { kind: 'set-validity', ids, validUntil: '2026-02-01T00:00:00.000Z' })).toEqual({
    kind: 'validity-reversed',
    // The one that has a later start of its own.
    of: findReply(db, 'a')?.title,
  });
  expect(libraryState(db)).toEqual(before);
});

test.each(['delete-replies', 'duplicate-replies', 'restore-replies'] as const)(
  '%s of replies that are not there is refused',
  (kind) => {
    const { db } = openTestDatabase();
    expect(refusal(db, { kind, ids: ['gone'] })).toEqual({ kind: 'not-found' });
  },
);

test('an earlier revision comes back as a new one', () => {
  const { db, libraryId } = openTestDatabase();
  const first = draft(libraryId, { title: '一', shortcode: 'yi' });
  createReply(db, 'a', first);
  act(db, { kind: 'save-reply', id: 'a', revision: 1, draft: draft(libraryId, { title: '二' }) });
  createReply(db, 'b', draft(libraryId, { shortcode: 'yi' }));
  const done = act(db, { kind: 'restore-revision', id: 'a', revision: 1 });
  expect(done.skipped).toBe(1);
  expect(findReply(db, 'a')).toMatchObject({ title: '一', shortcode: null, revision: 3 });
  expect(readHistory(db, 'a')[0]).toMatchObject({ revision: 3, source: 'restore', by: '小林' });
  expect(refusal(db, { kind: 'restore-revision', id: 'a', revision: 9 })).toEqual({ kind: 'not-found' });
});

test('a full disk is an outcome, and nothing of the action is kept', () => {
  const { db, libraryId } = openTestDatabase();
  createCategory(db, { id: 'c', libraryId });
  const ids = Array.from({ length: 200 }, (_, index) => createReply(db, `r${index}`, draft(libraryId)));
  const before = libraryState(db);
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
  const move = { kind: 'move-replies', ids, libraryId, categoryId: 'c' } as const;
  expect(refusal(db, move)).toEqual({ kind: 'storage', code: 'SQLITE_FULL' });
  expect(libraryState(db)).toEqual(before);
  db.pragma('max_page_count = 1073741823');
  expect(applyAction(db, move, { now: new Date(), by: '' }).ok).toBe(true);
});

test('a database that may only be read is an outcome', () => {
  const { db, libraryId } = openTestDatabase();
  db.pragma('query_only = ON');
  const action = { kind: 'create-reply', id: 'a', draft: draft(libraryId) } as const;
  expect(refusal(db, action)).toEqual({ kind: 'storage', code: 'SQLITE_READONLY' });
});
