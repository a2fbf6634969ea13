import type { ReplyRow } from '../../shared/contract/library-calls.ts';
import { readableTemplate } from '../../shared/domain/placeholders.ts';
import type { Category, Id, Instant, ReplyDraft } from '../../shared/domain/reply.ts';
import { validityAt } from '../../shared/domain/reply.ts';
import type { ReadableDatabase } from './database.ts';
import { readDraft } from './reply-drafts.ts';
import { firstUseDay } from './reply-filter.ts';
import { neverWas } from './reply-rows.ts';

/** Most characters of the line below a title. */
const snippetLength = 120;

type Row = {
  id: Id;
  libraryId: Id;
  categoryId: Id | null;
  title: string;
  shortcode: string | null;
  text: string | null;
  tags: string;
  variantCount: number | null;
  pictures: number;
  files: number;
  favourite: 0 | 1;
  validFrom: Instant | null;
  validUntil: Instant | null;
  updatedAt: Instant;
  deletedAt: Instant | null;
  uses: number;
  lastUsedAt: Instant | null;
  hasDraft: 0 | 1;
  lint: ReplyRow['lint'];
  duplicate: 0 | 1;
};

const columns = `
  id, library_id AS libraryId, category_id AS categoryId, title, shortcode, favourite, valid_from AS validFrom,
  valid_until AS validUntil, updated_at AS updatedAt, deleted_at AS deletedAt,
  (SELECT text FROM reply_part WHERE reply_id = reply.id AND variant = 0 AND kind = 'text' ORDER BY position LIMIT 1) AS text,
  (SELECT json_group_array(tag ORDER BY position) FROM reply_tag WHERE reply_id = reply.id) AS tags,
  (SELECT max(variant) + 1 FROM reply_part WHERE reply_id = reply.id) AS variantCount,
  (SELECT count(*) FROM reply_part WHERE reply_id = reply.id AND kind = 'image') AS pictures,
  (SELECT count(*) FROM reply_part WHERE reply_id = reply.id AND kind = 'file') AS files,
  (SELECT coalesce(sum(count), 0) FROM usage_day WHERE reply_id = reply.id AND day >= @since) AS uses,
  (SELECT scored_at FROM usage_score WHERE reply_id = reply.id AND app = '') AS lastUsedAt,
  EXISTS (SELECT 1 FROM reply_draft WHERE reply_id = reply.id) AS hasDraft,
  (SELECT worst FROM reply_lint WHERE reply_id = reply.id AND reply_lint.revision = reply.revision) AS lint,
  EXISTS (SELECT 1 FROM reply AS other
    WHERE other.body_hash = reply.body_hash AND other.deleted_at IS NULL AND other.id <> reply.id) AS duplicate`;

/** Reads rows of the list; the statements are prepared once. */
export type ListRows = {
  /** Rows of the replies with these row numbers, null for those that are gone or not where `inTrash` says. */
  ofReplies(rowids: Uint32Array, inTrash: boolean, now: Date): (ReplyRow | null)[];
  /** Rows of unsaved changes, as they would be once they are saved. */
  ofDrafts(ids: readonly Id[], now: Date): (ReplyRow | null)[];
};

type Place = { path: string[]; color: string | null };
type PlaceOf = (categoryId: Id | null) => Place;

/** Makes a reader of rows for lists; its statements are prepared once. */
export function listRows(db: ReadableDatabase): ListRows {
  const byRowid = db.prepare<[{ rowid: number; since: string }], Row>(
    `SELECT ${columns} FROM reply WHERE rowid = @rowid`,
  );
  const byId = db.prepare<[{ id: Id; since: string }], Row>(`SELECT ${columns} FROM reply WHERE id = @id`);
  return {
    ofReplies(rowids, inTrash, now) {
      const placeOf = placesIn(db);
      const since = firstUseDay(now);
      return Array.from(rowids, (rowid) => {
        const row = byRowid.get({ rowid, since });
        if (!row || row.deletedAt === neverWas || (row.deletedAt !== null) !== inTrash) return null;
        return toRow(row, placeOf, now);
      });
    },
    ofDrafts(ids, now) {
      const placeOf = placesIn(db);
      const since = firstUseDay(now);
      return ids.map((id) => {
        const draft = readDraft(db, id);
        if (!draft) return null;
        const saved = byId.get({ id, since });
        const known = saved && saved.deletedAt !== neverWas ? toRow(saved, placeOf, now) : null;
        return draftRow(id, draft.value, draft.at, known, placeOf, now);
      });
    },
  };
}

function toRow(row: Row, placeOf: PlaceOf, now: Date): ReplyRow {
  const { validFrom, text, ...rest } = row;
  const { path, color } = placeOf(row.categoryId);
  return {
    ...rest,
    snippet: snippetOf(text ?? ''),
    tags: JSON.parse(row.tags) as string[],
    categoryPath: path,
    categoryColor: color,
    variantCount: row.variantCount ?? 0,
    favourite: row.favourite === 1,
    validity: validityAt({ validFrom, validUntil: row.validUntil }, now.toISOString()),
    hasDraft: row.hasDraft === 1,
    duplicate: row.duplicate === 1,
  };
}

function draftRow(
  id: Id,
  draft: ReplyDraft,
  at: Instant,
  saved: ReplyRow | null,
  placeOf: PlaceOf,
  now: Date,
): ReplyRow {
  const { path, color } = placeOf(draft.categoryId);
  const parts = draft.variants.flat();
  const text = draft.variants[0]?.find((part) => part.kind === 'text')?.text ?? '';
  return {
    id,
    libraryId: draft.libraryId,
    categoryId: draft.categoryId,
    title: draft.title,
    shortcode: draft.shortcode,
    snippet: snippetOf(text),
    tags: draft.tags,
    categoryPath: path,
    categoryColor: color,
    variantCount: draft.variants.length,
    pictures: parts.filter((part) => part.kind === 'image').length,
    files: parts.filter((part) => part.kind === 'file').length,
    favourite: draft.favourite,
    validity: validityAt(draft, now.toISOString()),
    validUntil: draft.validUntil,
    updatedAt: at,
    deletedAt: null,
    uses: saved?.uses ?? 0,
    lastUsedAt: saved?.lastUsedAt ?? null,
    hasDraft: true,
    lint: saved?.lint ?? null,
    duplicate: saved?.duplicate ?? false,
  };
}

/** One line; the beginning is enough to fill it, however long the text is. */
function snippetOf(text: string): string {
  const line = readableTemplate(text.slice(0, 1_000)).replace(/\s+/g, ' ').trim();
  // A character outside the basic plane is not cut in half.
  return line.slice(0, snippetLength).replace(/[\ud800-\udbff]$/, '');
}

/** Looks up path and colour, read once for a page of rows; a category without a colour has its parent's. */
function placesIn(db: ReadableDatabase): PlaceOf {
  const known = new Map<Id | null, Place>([[null, { path: [], color: null }]]);
  const find = db.prepare<[string], Pick<Category, 'name' | 'color' | 'parentId'>>(
    'SELECT name, color, parent_id AS parentId FROM category WHERE id = ?',
  );
  const placeOf: PlaceOf = (id) => {
    const place = known.get(id);
    if (place || id === null) return place ?? { path: [], color: null };
    const category = find.get(id);
    const above = placeOf(category?.parentId ?? null);
    const found = category
      ? { path: [...above.path, category.name], color: category.color ?? above.color }
      : above;
    known.set(id, found);
    return found;
  };
  return placeOf;
}
