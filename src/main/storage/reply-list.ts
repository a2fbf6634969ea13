import type { ListQuery, ListView, ReplyRow } from '../../shared/contract/library-calls.ts';
import { fold } from '../../shared/domain/fold.ts';
import type { Id } from '../../shared/domain/reply.ts';
import { textOf } from '../../shared/domain/reply.ts';
import { subtreeSql } from './category-writer.ts';
import type { ReadableDatabase } from './database.ts';
import { listDrafts, readDraft } from './reply-drafts.ts';
import { conditionOf } from './reply-filter.ts';
import { listRows } from './reply-list-rows.ts';
import { matchingRows, orderedRows } from './reply-order.ts';
import { titleOrder, titleSortKey } from './title-order.ts';

/** Lists of replies for the manager. One view is open at a time; opening the next closes it. */
export type ReplyLists = {
  open(query: ListQuery): ListView;
  rows(view: number, from: number, count: number): (ReplyRow | null)[];
  ids(view: number, from: number, to: number): Id[];
  indexOf(view: number, id: Id): number;
  /** All ids that a query lists, in its order, with no view opened. */
  idsOf(query: ListQuery): Id[];
};

export type ReplyListOptions = {
  db: ReadableDatabase;
  /** Ids of the replies that the palette's search finds, the best first, whether they are valid or not. */
  matches: (text: string, limit: number) => Id[];
  /** 0 to 1 while replies are being checked, else null. */
  lintShare: () => number | null;
  now: () => Date;
};

/** What a search text may find: more than anybody scrolls through. */
const maxMatches = 5_000;

/** The row numbers of replies, or the ids of drafts, some of which have no reply yet. */
type Content =
  | { kind: 'replies'; rowids: Uint32Array; inTrash: boolean }
  | { kind: 'drafts'; ids: readonly Id[] };

/** Makes the lists of a database. What they remember is small: the order of titles and the open view. */
export function replyLists({ db, matches, lintShare, now }: ReplyListOptions): ReplyLists {
  const titles = titleOrder(db);
  const rows = listRows(db);
  const rowidOf = db.prepare<[string], number>('SELECT rowid FROM reply WHERE id = ?').pluck();
  const idAt = db
    .prepare<[number], string>('SELECT id FROM reply WHERE rowid = ? AND deleted_at IS NULL')
    .pluck();
  const idInTrashAt = db
    .prepare<[number], string>('SELECT id FROM reply WHERE rowid = ? AND deleted_at IS NOT NULL')
    .pluck();
  let view: { number: number; content: Content } = { number: 0, content: { kind: 'drafts', ids: [] } };

  const find = (query: ListQuery): Content => {
    if (query.scope === 'drafts') return { kind: 'drafts', ids: draftIds(db, query) };
    const inTrash = query.scope === 'trash';
    const condition = conditionOf(query, now());
    const hasText = query.text.trim() !== '';
    const key = query.sort === 'relevance' ? 'updated' : query.sort;
    const descending = query.sort === 'relevance' || query.descending;
    if (!hasText) {
      return {
        kind: 'replies',
        inTrash,
        rowids: orderedRows(db, titles, condition, { key, descending, inTrash }, now()),
      };
    }
    const found = inTrash
      ? trashMatches(db, query.text)
      : matches(query.text, maxMatches).flatMap((id) => rowidOf.get(id) ?? []);
    const rowids =
      query.sort === 'relevance' && !inTrash
        ? kept(found, matchingRows(db, condition))
        : within(orderedRows(db, titles, condition, { key, descending, inTrash }, now()), found);
    return { kind: 'replies', inTrash, rowids };
  };
  const idsIn = (content: Content, from: number, to: number): Id[] => {
    if (content.kind === 'drafts') return content.ids.slice(from, to);
    const statement = content.inTrash ? idInTrashAt : idAt;
    return Array.from(content.rowids.subarray(from, to), (rowid) => statement.get(rowid)).filter(
      (id) => id !== undefined,
    );
  };
  const contentOf = (number: number): Content | null => (view.number === number ? view.content : null);

  return {
    open(query) {
      view = { number: view.number + 1, content: find(query) };
      const { content } = view;
      return {
        number: view.number,
        total: content.kind === 'drafts' ? content.ids.length : content.rowids.length,
        checking: query.filters.includes('lint') ? lintShare() : null,
      };
    },
    rows(number, from, count) {
      const content = contentOf(number);
      if (content === null) return [];
      if (content.kind === 'drafts') return rows.ofDrafts(content.ids.slice(from, from + count), now());
      return rows.ofReplies(content.rowids.subarray(from, from + count), content.inTrash, now());
    },
    ids(number, from, to) {
      const content = contentOf(number);
      return content === null ? [] : idsIn(content, from, to);
    },
    indexOf(number, id) {
      const content = contentOf(number);
      if (content === null) return -1;
      if (content.kind === 'drafts') return content.ids.indexOf(id);
      const rowid = rowidOf.get(id);
      return rowid === undefined ? -1 : content.rowids.indexOf(rowid);
    },
    idsOf(query) {
      return idsIn(find(query), 0, Number.MAX_SAFE_INTEGER);
    },
  };
}

/** Found rows, in their order, that are marked. */
function kept(found: readonly number[], marks: Uint8Array): Uint32Array {
  return Uint32Array.from(found.filter((rowid) => marks[rowid] === 1));
}

/** Sorted rows that were found. */
function within(sorted: Uint32Array, found: readonly number[]): Uint32Array {
  const wanted = new Set(found);
  return sorted.filter((rowid) => wanted.has(rowid));
}

/** The search index knows living replies only: in the trash each word has to stand somewhere in a reply. */
function trashMatches(db: ReadableDatabase, text: string): number[] {
  const words = wordsIn(text);
  return db
    .prepare<[], { rowid: number; text: string }>(
      `SELECT rowid, title || ' ' || coalesce(shortcode, '') || ' ' || coalesce(
         (SELECT group_concat(text, ' ') FROM reply_part WHERE reply_id = reply.id), '') AS text
       FROM reply WHERE deleted_at IS NOT NULL`,
    )
    .all()
    .filter((row) => hasWords(row.text, words))
    .map((row) => row.rowid);
}

/** Drafts are few: the latest first, unless they are to be sorted by title. Filters that ask about use do not apply. */
function draftIds(db: ReadableDatabase, query: ListQuery): Id[] {
  const words = wordsIn(query.text);
  const isBelow = categoryTest(db, query.categoryId);
  const drafts = listDrafts(db).flatMap((id) => {
    const value = readDraft(db, id)?.value;
    return value ? [{ id, value, key: query.sort === 'title' ? titleSortKey(value.title) : '' }] : [];
  });
  const listed = drafts.filter(
    ({ value }) =>
      (query.libraryId === null || value.libraryId === query.libraryId) &&
      isBelow(value.categoryId) &&
      query.tags.every((tag) => value.tags.includes(tag)) &&
      hasWords([value.title, value.shortcode ?? '', ...value.variants.map(textOf)].join(' '), words),
  );
  if (query.sort === 'title') listed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const ids = listed.map(({ id }) => id);
  const turned = query.sort === 'title' ? query.descending : query.sort === 'updated' && !query.descending;
  return turned ? ids.reverse() : ids;
}

function categoryTest(db: ReadableDatabase, categoryId: ListQuery['categoryId']) {
  if (categoryId === null) return () => true;
  if (categoryId === 'none') return (id: Id | null) => id === null;
  const below = new Set(
    db.prepare<[string], string>(`${subtreeSql} SELECT id FROM subtree`).pluck().all(categoryId),
  );
  return (id: Id | null) => id !== null && below.has(id);
}

function wordsIn(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function hasWords(text: string, words: readonly string[]): boolean {
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}
