import { listCategories } from '../../../src/main/storage/categories.ts';
import type { ReadableDatabase, WritableDatabase } from '../../../src/main/storage/database.ts';
import { applyAction } from '../../../src/main/storage/library-actions.ts';
import { findReply } from '../../../src/main/storage/replies.ts';
import { neverWas, replyReader } from '../../../src/main/storage/reply-rows.ts';
import type { Category, Id, ReplyDraft } from '../../../src/shared/domain/reply.ts';
import type { ActionDone, ActionProblem, LibraryAction } from '../../../src/shared/library-action.ts';
import type { Result } from '../../../src/shared/result.ts';

/** Everything of a library that a person can see or bring back, without revisions and times of change. */
export function libraryState(db: ReadableDatabase) {
  const { state } = replyReader(db);
  const ids = db
    .prepare<[string], string>('SELECT id FROM reply WHERE deleted_at IS NOT ? ORDER BY id')
    .pluck()
    .all(neverWas);
  return { categories: listCategories(db), replies: ids.map((id) => ({ id, ...state(id) })) };
}

/** A moment of the tests; each call is a second later than the one before. */
export function clock(start = '2026-03-01T08:00:00.000Z'): () => Date {
  let at = Date.parse(start);
  return () => {
    at += 1_000;
    return new Date(at);
  };
}

/** Does an action and expects it to succeed. */
export function act(db: WritableDatabase, action: LibraryAction, now = new Date()): ActionDone {
  const done = applyAction(db, action, { now, by: '小林' });
  if (!done.ok) throw new Error(`the action was refused: ${JSON.stringify(done.error)}`);
  return done.value;
}

/** Does an action and expects it to be refused. */
export function refusal(db: WritableDatabase, action: LibraryAction, now = new Date()): ActionProblem {
  const done: Result<ActionDone, ActionProblem> = applyAction(db, action, { now, by: '小林' });
  if (done.ok) throw new Error('the action was not refused');
  return done.error;
}

/** A reply with an id that the test can name. */
export function createReply(db: WritableDatabase, id: Id, draft: ReplyDraft, now = new Date()): Id {
  act(db, { kind: 'create-reply', id, draft }, now);
  return id;
}

/** Saves a reply as it was edited. */
export function saveReply(db: WritableDatabase, id: Id, draft: ReplyDraft, now = new Date()): ActionDone {
  const revision = findReply(db, id)?.revision ?? 0;
  return act(db, { kind: 'save-reply', id, revision, draft }, now);
}

/** Moves a reply into the trash. */
export function trashReply(db: WritableDatabase, id: Id, now = new Date()): ActionDone {
  return act(db, { kind: 'delete-replies', ids: [id] }, now);
}

/** Takes a reply out of the trash. */
export function untrashReply(db: WritableDatabase, id: Id, now = new Date()): ActionDone {
  return act(db, { kind: 'restore-replies', ids: [id] }, now);
}

export function createCategory(
  db: WritableDatabase,
  category: Partial<Category> & Pick<Category, 'id' | 'libraryId'>,
): Id {
  act(db, {
    kind: 'create-category',
    parentId: null,
    name: category.id,
    color: null,
    ...category,
  });
  return category.id;
}
