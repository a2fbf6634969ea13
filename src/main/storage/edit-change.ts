import type { Category, Id } from '../../shared/domain/reply.ts';
import { categoryWriter } from './category-writer.ts';
import type { WritableDatabase } from './database.ts';
import type { Change } from './edit-journal.ts';
import { neverWas, type ReplyState } from './reply-rows.ts';
import { type ReplyWriter, replyWriter, type Saver } from './reply-writer.ts';

type ReplyChange = Extract<Change, { entity: 'reply' }>;

/** What was really done, as it is to be remembered. */
type Done = { before: object | null; after: object | null };

/**
 * Makes the function that makes one change of a step and returns what to remember of it. The caller opens the
 * transaction.
 */
export function applyChange(db: WritableDatabase, saver: Saver): (change: Change) => Done {
  const replies = replyWriter(db);
  const categories = categoryWriter(db, saver.now);
  return (change) => {
    if (change.entity === 'category') {
      replies.forgetCategories();
      return { before: categories.put(change.id, change.after), after: change.after };
    }
    const { id, before, after } = change;
    if (after === null) throw new Error('a reply is deleted by its deletedAt, not by a change to nothing');
    return before === null
      ? makeReply(replies, id, after as ReplyState, saver)
      : changeReply(replies, id, after, saver);
  };
}

function changeReply(replies: ReplyWriter, id: Id, after: Partial<ReplyState>, saver: Saver): Done {
  const before = replies.change(id, after, saver);
  if (before === null) throw new Error('the reply to change does not exist');
  const keys = Object.keys(before) as (keyof ReplyState)[];
  return { before, after: Object.fromEntries(keys.map((key) => [key, after[key]])) };
}

/**
 * A new reply. One whose creation was undone comes to life again under its old id. Only what undoing may take away is
 * remembered: everything else stays in the reply's own rows.
 */
function makeReply(replies: ReplyWriter, id: Id, state: ReplyState, saver: Saver): Done {
  if (replies.reader.scalars(id)?.deletedAt === neverWas) replies.change(id, state, saver);
  else replies.create(id, state, saver);
  const { categoryId, shortcode, deletedAt } = state;
  return { before: null, after: { categoryId, shortcode, deletedAt } };
}

/**
 * Makes the function that brings one thing from `before` to `after` when a step is undone or redone. It does as much of
 * it as can be done, and returns whether that was all.
 */
export function putBack(db: WritableDatabase, saver: Saver): (change: Change) => boolean {
  const replies = replyWriter(db);
  const categories = categoryWriter(db, saver.now);
  const possible = possibleState(db, replies);
  return (change) => {
    if (change.entity === 'category') {
      replies.forgetCategories();
      return putCategoryBack(categories, change.id, change.after);
    }
    // A creation is undone: the reply goes where no list shows it.
    if (change.after === null) return replies.change(change.id, { deletedAt: neverWas }, saver) !== null;
    const state = possible(change);
    if (state === null) return false;
    replies.change(change.id, state.values, saver);
    return state.whole;
  };
}

function putCategoryBack(
  categories: ReturnType<typeof categoryWriter>,
  id: Id,
  after: Category | null,
): boolean {
  if (!categories.fits(id, after)) return false;
  categories.put(id, after);
  return true;
}

type Possible = { values: Partial<ReplyState>; whole: boolean };

/**
 * Cuts the wanted values of a reply down to what can be stored now: a shortcode that another reply has taken is given up,
 * a category that is gone means none, variants with a picture that is gone stay as they are. Null when nothing can be done.
 */
function possibleState(db: WritableDatabase, replies: ReplyWriter): (change: ReplyChange) => Possible | null {
  const libraryExists = db.prepare<[string], 1>('SELECT 1 FROM library WHERE id = ?').pluck();
  const libraryOfCategory = db
    .prepare<[string], string>('SELECT library_id FROM category WHERE id = ?')
    .pluck();
  const shortcodeOwner = db
    .prepare<[string, string, string], string>(
      'SELECT id FROM reply WHERE library_id = ? AND shortcode = ? AND deleted_at IS NULL AND id <> ?',
    )
    .pluck();
  const mediaExists = db.prepare<[string], 1>('SELECT 1 FROM media WHERE hash = ?').pluck();

  return ({ id, after }) => {
    const stored = replies.reader.scalars(id);
    if (!stored || after === null) return null;
    const values = { ...after };
    let whole = true;
    if (values.libraryId !== undefined && libraryExists.get(values.libraryId) === undefined) return null;
    const wanted = { ...stored, ...values };
    if (values.categoryId && libraryOfCategory.get(values.categoryId) !== wanted.libraryId) {
      values.categoryId = null;
      whole = false;
    }
    const hashes = (values.variants ?? [])
      .flat()
      .flatMap((part) => (part.kind === 'text' ? [] : [part.hash]));
    if (hashes.some((hash) => mediaExists.get(hash) === undefined)) {
      delete values.variants;
      whole = false;
    }
    const claims = 'shortcode' in values || 'libraryId' in values || 'deletedAt' in values;
    if (claims && wanted.shortcode !== null && wanted.deletedAt === null) {
      if (shortcodeOwner.get(wanted.libraryId, wanted.shortcode, id) !== undefined) {
        values.shortcode = null;
        whole = false;
      }
    }
    return { values, whole };
  };
}
