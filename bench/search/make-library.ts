import { rmSync } from 'node:fs';
import { openDatabase, type WritableDatabase } from '../../src/main/storage/database.ts';
import { normalizeShortcode } from '../../src/shared/domain/reply-draft.ts';
import { type BenchDocument, readDocuments } from './documents.ts';

const madeAt = '2026-01-01T00:00:00.000Z';

/** Id of the document with this number: shaped as the ids of the app are. */
function idOfDocument(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Number of the document that a reply was made from. */
export function documentOfId(id: string): number {
  return Number.parseInt(id.slice(24), 16);
}

/**
 * Fills a new library database at `path` with the documents of a file, in one transaction. `fre` becomes the use score
 * of today. A shortcode is unique within its library only, so documents that share one are spread over libraries.
 * Returns the number of documents.
 */
export async function makeLibrary(path: string, documents: string): Promise<number> {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const opened = openDatabase(path);
  if (opened.kind !== 'open') throw new Error(`no library database could be made: ${opened.kind}`);
  const { db } = opened;
  // The one thing that differs from the app: nobody needs this file after a power cut.
  db.pragma('synchronous = OFF');
  const add = documentWriter(db);
  let count = 0;
  db.exec('BEGIN');
  for await (const document of readDocuments(documents)) {
    add(document);
    count += 1;
  }
  db.exec('COMMIT');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return count;
}

function documentWriter(db: WritableDatabase): (document: BenchDocument) => void {
  const insertLibrary = db.prepare(
    `INSERT INTO library (id, name, tier, origin, created_at, updated_at) VALUES (?, ?, 'personal', NULL, ?, ?)`,
  );
  const insertCategory = db.prepare(
    `INSERT INTO category (id, library_id, parent_id, name, color, position, created_at, updated_at)
     VALUES (?, ?, NULL, ?, NULL, ?, ?, ?)`,
  );
  const insertReply = db.prepare(
    `INSERT INTO reply (id, library_id, category_id, title, shortcode, note, favourite, revision, content_hash,
       created_at, updated_at) VALUES (?, ?, ?, ?, ?, '', 0, 1, '', ?, ?)`,
  );
  const insertPart = db.prepare(
    `INSERT INTO reply_part (reply_id, variant, position, kind, text) VALUES (?, 0, 0, 'text', ?)`,
  );
  const insertChange = db.prepare('INSERT INTO reply_change (reply_id) VALUES (?)');
  const insertScore = db.prepare(
    `INSERT INTO usage_score (reply_id, app, score, scored_at) VALUES (?, '', ?, ?)`,
  );
  const now = new Date().toISOString();
  const categories = new Set<string>();
  const libraries = new Set<number>();
  const shortcodeUses = new Map<string, number>();

  return (document) => {
    const shortcode = document.code ? normalizeShortcode(document.code) : null;
    const library = shortcode === null ? 0 : (shortcodeUses.get(shortcode) ?? 0);
    if (shortcode !== null) shortcodeUses.set(shortcode, library + 1);
    const libraryId = `library-${library}`;
    if (!libraries.has(library)) {
      libraries.add(library);
      insertLibrary.run(libraryId, libraryId, madeAt, madeAt);
    }
    const categoryId = `${libraryId}/${document.cat}`;
    if (!categories.has(categoryId)) {
      categories.add(categoryId);
      insertCategory.run(categoryId, libraryId, document.cat, categories.size, madeAt, madeAt);
    }
    const id = idOfDocument(document.id);
    insertReply.run(id, libraryId, categoryId, document.title, shortcode, madeAt, madeAt);
    insertPart.run(id, document.body);
    insertChange.run(id);
    if (document.fre > 0) insertScore.run(id, document.fre, now);
  };
}
