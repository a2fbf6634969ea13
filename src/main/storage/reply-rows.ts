import { createHash } from 'node:crypto';
import type { Id, Instant, Part, ReplyDraft } from '../../shared/domain/reply.ts';
import type { ReadableDatabase } from './database.ts';

/** A reply as a person may change it: what is filled in, and whether it lies in the trash. */
export type ReplyState = ReplyDraft & { deletedAt: Instant | null };

/**
 * Time of deletion of a reply whose creation was undone. It is in no list, not even in the trash; its rows wait for a
 * redo, so that the id, the history and the counted uses come back with it.
 */
export const neverWas: Instant = '0000-01-01T00:00:00.000Z';

/** Columns of `reply` that hold a state's single values. */
export const scalarColumns = {
  libraryId: 'library_id',
  categoryId: 'category_id',
  title: 'title',
  shortcode: 'shortcode',
  note: 'note',
  validFrom: 'valid_from',
  validUntil: 'valid_until',
  successorId: 'successor_id',
  favourite: 'favourite',
  deletedAt: 'deleted_at',
} as const satisfies Partial<Record<keyof ReplyState, string>>;

export type ScalarKey = keyof typeof scalarColumns;

/** The names of a state's single values, and of its lists. */
export const scalarKeys = Object.keys(scalarColumns) as ScalarKey[];
export const listKeys = ['variants', 'tags', 'nextIds'] as const;
export type ListKey = (typeof listKeys)[number];

export type PartRow = { variant: number; kind: Part['kind']; text: string; media_hash: string | null };

/** SHA-256 over everything an agent would see or paste of a reply; library, category and favourite mark do not count. */
export function contentHash(draft: ReplyDraft): string {
  const content = [
    draft.title,
    draft.shortcode,
    draft.variants.map((parts) => parts.map(partColumns)),
    draft.tags,
    draft.note,
    draft.validFrom,
    draft.validUntil,
    draft.successorId,
    draft.nextIds,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Column `text` holds a text part's text, an image's description or a file's name. */
export function partColumns(part: Part): [kind: string, text: string, mediaHash: string | null] {
  switch (part.kind) {
    case 'text':
      return ['text', part.text, null];
    case 'image':
      return ['image', part.alt, part.hash];
    case 'file':
      return ['file', part.name, part.hash];
  }
}

/** Gathers part rows, which come in order, into variants. */
export function toVariants(rows: readonly PartRow[]): Part[][] {
  const variants: Part[][] = [];
  for (const row of rows) {
    variants[row.variant] ??= [];
    variants[row.variant]?.push(toPart(row));
  }
  return variants;
}

function toPart(row: PartRow): Part {
  if (row.kind === 'text' || row.media_hash === null) return { kind: 'text', text: row.text };
  if (row.kind === 'image') return { kind: 'image', hash: row.media_hash, alt: row.text };
  return { kind: 'file', hash: row.media_hash, name: row.text };
}

/** Single values of a reply as they are stored, with what belongs to the revision. */
export type StoredScalars = Omit<ReplyState, ListKey> & { rowid: number; revision: number };

/** Reads replies, deleted ones too; the statements are prepared once. */
export type ReplyReader = {
  scalars(id: Id): StoredScalars | null;
  list<Key extends ListKey>(id: Id, key: Key): ReplyState[Key];
  /** The whole state, null when there is no such reply. */
  state(id: Id): ReplyState | null;
};

/** Makes a reader of stored replies; its statements are prepared once. */
export function replyReader(db: ReadableDatabase): ReplyReader {
  const columns = scalarKeys.map((key) => `${scalarColumns[key]} AS ${key}`).join(', ');
  type ScalarRow = Omit<StoredScalars, 'favourite'> & { favourite: 0 | 1 };
  const scalarRow = db.prepare<[string], ScalarRow>(
    `SELECT rowid, revision, ${columns} FROM reply WHERE id = ?`,
  );
  const parts = db.prepare<[string], PartRow>(
    'SELECT variant, kind, text, media_hash FROM reply_part WHERE reply_id = ? ORDER BY variant, position',
  );
  const tags = db
    .prepare<[string], string>('SELECT tag FROM reply_tag WHERE reply_id = ? ORDER BY position')
    .pluck();
  const nextIds = db
    .prepare<[string], string>('SELECT next_id FROM reply_next WHERE reply_id = ? ORDER BY position')
    .pluck();
  const lists: { [Key in ListKey]: (id: Id) => ReplyState[Key] } = {
    variants: (id) => toVariants(parts.all(id)),
    tags: (id) => tags.all(id),
    nextIds: (id) => nextIds.all(id),
  };
  const scalars = (id: Id): StoredScalars | null => {
    const row = scalarRow.get(id);
    return row ? { ...row, favourite: row.favourite === 1 } : null;
  };
  return {
    scalars,
    list: (id, key) => lists[key](id),
    state(id) {
      const found = scalars(id);
      if (!found) return null;
      const { rowid: _rowid, revision: _revision, ...rest } = found;
      return { ...rest, variants: lists.variants(id), tags: lists.tags(id), nextIds: lists.nextIds(id) };
    },
  };
}
