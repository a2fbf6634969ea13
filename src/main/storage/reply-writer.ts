import type { Statement } from 'better-sqlite3';
import type { HistoryEntry } from '../../shared/contract/library-calls.ts';
import type { Id, ReplyDraft } from '../../shared/domain/reply.ts';
import { bodyHash } from './body-hash.ts';
import { categoryPath } from './categories.ts';
import type { WritableDatabase } from './database.ts';
import {
  contentHash,
  type ListKey,
  listKeys,
  partColumns,
  type ReplyReader,
  type ReplyState,
  replyReader,
  type ScalarKey,
  scalarColumns,
  scalarKeys,
} from './reply-rows.ts';

/** Who saves, when, and by which way. */
export type Saver = { now: Date; by: string; source: HistoryEntry['source'] };

/** Writes replies, with history and all that follows from a change. The caller opens the transaction. */
export type ReplyWriter = {
  reader: ReplyReader;
  /** Adds a reply; its id must be free. */
  create(id: Id, state: ReplyState, saver: Saver): void;
  /**
   * Changes some values of a reply, deleted or not. A change of the content makes a new revision and keeps the one it
   * supersedes; moving into the trash or out of it does not. Returns the former values of what really changed, nothing
   * if all of it was so already; null when there is no such reply.
   */
  change(id: Id, after: Partial<ReplyState>, saver: Saver): Partial<ReplyState> | null;
  /** To be called when a category was renamed, moved, added or removed. */
  forgetCategories(): void;
};

/** What `contentHash` covers. */
const hashedKeys: ReadonlySet<keyof ReplyState> = new Set([
  'title',
  'shortcode',
  'variants',
  'tags',
  'note',
  'validFrom',
  'validUntil',
  'successorId',
  'nextIds',
] as const);

const detailTables: Record<ListKey, string> = {
  variants: 'reply_part',
  tags: 'reply_tag',
  nextIds: 'reply_next',
};

type SqlValue = string | number | null;

/** Makes a writer; worth keeping for many writes, since its statements are prepared once. */
export function replyWriter(db: WritableDatabase): ReplyWriter {
  const reader = replyReader(db);
  const insert = db.prepare(
    `INSERT INTO reply (id, ${scalarKeys.map((key) => scalarColumns[key]).join(', ')},
       revision, content_hash, body_hash, created_at, updated_at, saved_by, saved_from)
     VALUES (@id, ${scalarKeys.map((key) => `@${key}`).join(', ')},
       1, @contentHash, @bodyHash, @at, @at, @by, @source)`,
  );
  // What is kept of a revision are the values that the next one replaces: see reply-history.ts.
  const supersede = db.prepare(
    `INSERT INTO reply_revision (reply_id, revision, at, saved_by, saved_from, content, category_path)
     SELECT id, revision, updated_at, saved_by, saved_from, ?, ? FROM reply WHERE rowid = ?`,
  );
  const noteChange = db.prepare('INSERT OR REPLACE INTO reply_change (reply_id) VALUES (?)');
  const writeList = listWriter(db);
  const update = columnUpdater(db);
  const paths = new Map<Id | null, string>();

  const pathOf = (categoryId: Id | null): string => {
    const known = paths.get(categoryId);
    if (known !== undefined) return known;
    const path = JSON.stringify(categoryPath(db, categoryId));
    paths.set(categoryId, path);
    return path;
  };

  return {
    reader,

    create(id, state, { now, by, source }) {
      const values: Record<string, SqlValue> = { id, at: now.toISOString(), by, source };
      for (const key of scalarKeys) values[key] = sqlValue(state[key]);
      values.contentHash = contentHash(state);
      values.bodyHash = bodyHash(state);
      insert.run(values);
      for (const key of listKeys) writeList(id, key, state);
      noteChange.run(id);
    },

    change(id, after, { now, by, source }) {
      const stored = reader.scalars(id);
      if (!stored) return null;
      const before: Partial<ReplyState> = {};
      const columns: Record<string, SqlValue> = {};
      for (const key of scalarKeys) {
        const value = after[key];
        if (value === undefined || value === stored[key]) continue;
        Object.assign(before, { [key]: stored[key] });
        columns[scalarColumns[key]] = sqlValue(value);
      }
      for (const key of listKeys) {
        if (after[key] === undefined) continue;
        const value = reader.list(id, key);
        if (JSON.stringify(value) !== JSON.stringify(after[key])) Object.assign(before, { [key]: value });
      }
      const { deletedAt, ...content } = before;
      const changed = Object.keys(content) as (keyof ReplyDraft)[];
      if (changed.length === 0 && deletedAt === undefined) return before;
      if (changed.length > 0) {
        supersede.run(JSON.stringify(content), pathOf(stored.categoryId), stored.rowid);
        Object.assign(columns, {
          revision: stored.revision + 1,
          updated_at: now.toISOString(),
          saved_by: by,
          saved_from: source,
        });
        if (changed.some((key) => hashedKeys.has(key))) {
          const whole = { ...(reader.state(id) as ReplyState), ...defined(after) };
          columns.content_hash = contentHash(whole);
          if (content.variants) columns.body_hash = bodyHash(whole);
        }
      }
      update(stored.rowid, columns);
      for (const key of listKeys) if (content[key]) writeList(id, key, after as ReplyState, true);
      noteChange.run(id);
      return before;
    },

    forgetCategories: () => paths.clear(),
  };
}

function sqlValue(value: ReplyState[ScalarKey]): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

function defined(after: Partial<ReplyState>): Partial<ReplyState> {
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined));
}

/** Updates columns of a row, with one prepared statement for each combination of columns. */
function columnUpdater(db: WritableDatabase): (rowid: number, columns: Record<string, SqlValue>) => void {
  const prepared = new Map<string, Statement<SqlValue[]>>();
  return (rowid, columns) => {
    const assignments = Object.keys(columns)
      .map((column) => `${column} = ?`)
      .join(', ');
    let statement = prepared.get(assignments);
    if (!statement) {
      statement = db.prepare<SqlValue[]>(`UPDATE reply SET ${assignments} WHERE rowid = ?`);
      prepared.set(assignments, statement);
    }
    statement.run(...Object.values(columns), rowid);
  };
}

/** Writes the lists of a reply; `anew` clears what is there. */
function listWriter(db: WritableDatabase) {
  const addPart = db.prepare(
    'INSERT INTO reply_part (reply_id, variant, position, kind, text, media_hash) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const addTag = db.prepare('INSERT INTO reply_tag (reply_id, position, tag) VALUES (?, ?, ?)');
  const addNext = db.prepare('INSERT INTO reply_next (reply_id, position, next_id) VALUES (?, ?, ?)');
  const clear = {
    variants: db.prepare(`DELETE FROM ${detailTables.variants} WHERE reply_id = ?`),
    tags: db.prepare(`DELETE FROM ${detailTables.tags} WHERE reply_id = ?`),
    nextIds: db.prepare(`DELETE FROM ${detailTables.nextIds} WHERE reply_id = ?`),
  };
  return (id: Id, key: ListKey, state: Pick<ReplyState, ListKey>, anew = false): void => {
    if (anew) clear[key].run(id);
    if (key === 'variants') {
      state.variants.forEach((parts, variant) => {
        parts.forEach((part, position) => {
          addPart.run(id, variant, position, ...partColumns(part));
        });
      });
    }
    if (key === 'tags') {
      state.tags.forEach((tag, position) => {
        addTag.run(id, position, tag);
      });
    }
    if (key === 'nextIds') {
      state.nextIds.forEach((nextId, position) => {
        addNext.run(id, position, nextId);
      });
    }
  };
}
