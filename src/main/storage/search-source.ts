import { readableTemplate } from '../../shared/domain/placeholders.ts';
import type { Id } from '../../shared/domain/reply.ts';
import { listCategories } from './categories.ts';
import type { ReadableDatabase } from './database.ts';

/** What the index keeps of one reply. */
export type SourceReply = {
  id: Id;
  libraryId: Id;
  title: string;
  shortcode: string | null;
  categoryPath: string[];
  categoryColor: string | null;
  tags: string[];
  validFrom: string | null;
  validUntil: string | null;
  updatedAt: string;
  favourite: boolean;
  revision: number;
  variantCount: number;
  hasImage: boolean;
  hasFile: boolean;
  /** Texts of all variants and picture descriptions, the first variant first, white space collapsed. */
  body: string;
};

/** Reads replies of the library for the index; statements are prepared once, categories read at `refresh`. */
export type SearchSource = {
  /** The reply as it is to be indexed; null when it is gone or deleted. */
  read(id: Id): SourceReply | null;
  /** Decayed use over all apps; undefined when it was never used. */
  usageOf(id: Id): { score: number; scored_at: string } | undefined;
  /** Reads the categories anew; before a batch of reads. */
  refresh(): void;
};

type ReplyRow = {
  id: string;
  library_id: string;
  category_id: string | null;
  title: string;
  shortcode: string | null;
  valid_from: string | null;
  valid_until: string | null;
  favourite: number;
  revision: number;
  updated_at: string;
};

type PartRow = { variant: number; kind: string; text: string };

type CategoryEntry = { path: string[]; color: string | null };

const noCategory: CategoryEntry = { path: [], color: null };

/** Makes a reader of what the index is made from; its statements are prepared once. */
export function searchSource(db: ReadableDatabase): SearchSource {
  const replyRow = db.prepare<[string], ReplyRow>(
    `SELECT id, library_id, category_id, title, shortcode, valid_from, valid_until, favourite, revision, updated_at
     FROM reply WHERE id = ? AND deleted_at IS NULL`,
  );
  const partRows = db.prepare<[string], PartRow>(
    'SELECT variant, kind, text FROM reply_part WHERE reply_id = ? ORDER BY variant, position',
  );
  const tags = db
    .prepare<[string], string>('SELECT tag FROM reply_tag WHERE reply_id = ? ORDER BY position')
    .pluck();
  const use = db.prepare<[string], { score: number; scored_at: string }>(
    `SELECT score, scored_at FROM usage_score WHERE reply_id = ? AND app = ''`,
  );
  let categories = new Map<Id, CategoryEntry>();
  return {
    refresh() {
      categories = readCategories(db);
    },
    usageOf: (id) => use.get(id),
    read(id) {
      const row = replyRow.get(id);
      if (!row) return null;
      const parts = partRows.all(id);
      const category = categories.get(row.category_id ?? '') ?? noCategory;
      return {
        id: row.id,
        libraryId: row.library_id,
        title: row.title,
        shortcode: row.shortcode,
        categoryPath: category.path,
        categoryColor: category.color,
        tags: tags.all(id),
        validFrom: row.valid_from,
        validUntil: row.valid_until,
        updatedAt: row.updated_at,
        favourite: row.favourite === 1,
        revision: row.revision,
        variantCount: 1 + (parts.at(-1)?.variant ?? 0),
        hasImage: parts.some((part) => part.kind === 'image'),
        hasFile: parts.some((part) => part.kind === 'file'),
        body: collapse(parts.map((part) => (part.kind === 'text' ? readableTemplate(part.text) : part.text))),
      };
    },
  };
}

function collapse(texts: readonly string[]): string {
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Parents come before their children, so each path is its parent's and one name more. */
function readCategories(db: ReadableDatabase): Map<Id, CategoryEntry> {
  const entries = new Map<Id, CategoryEntry>();
  for (const category of listCategories(db)) {
    const parent = entries.get(category.parentId ?? '') ?? noCategory;
    entries.set(category.id, {
      path: [...parent.path, category.name],
      color: category.color ?? parent.color,
    });
  }
  return entries;
}
