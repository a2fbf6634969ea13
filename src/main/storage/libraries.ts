import type { Id, Instant, Library } from '../../shared/domain/reply.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';

type LibraryRow = { id: string; name: string; tier: Library['tier']; origin: string | null };

/** All libraries, the personal one first, then by age. */
export function listLibraries(db: ReadableDatabase): Library[] {
  return db
    .prepare<[], LibraryRow>("SELECT id, name, tier, origin FROM library ORDER BY tier <> 'personal', id")
    .all();
}

/** The library that replies written in the palette go to, or null before the first start has made it. */
export function personalLibrary(db: ReadableDatabase): Library | null {
  return listLibraries(db).find((library) => library.tier === 'personal') ?? null;
}

/** Adds a library. */
export function insertLibrary(db: WritableDatabase, library: Library, now: Instant): Id {
  db.prepare(
    'INSERT INTO library (id, name, tier, origin, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(library.id, library.name, library.tier, library.origin, now, now);
  return library.id;
}
