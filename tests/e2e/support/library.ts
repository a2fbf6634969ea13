import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { insertCategory } from '../../../src/main/storage/categories.ts';
import { openDatabase, type WritableDatabase } from '../../../src/main/storage/database.ts';
import { insertLibrary, listLibraries } from '../../../src/main/storage/libraries.ts';
import { storeMedia } from '../../../src/main/storage/media.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import { writeSetting } from '../../../src/main/storage/settings-store.ts';
import { newId } from '../../../src/main/storage/uuid.ts';
import type { Part, ReplyDraft } from '../../../src/shared/domain/reply.ts';
import type { SettingKey, Settings } from '../../../src/shared/settings.ts';

/** A reply of a test library; `text` is short for one variant of one text. */
export type TestReply = Partial<Omit<ReplyDraft, 'libraryId' | 'variants' | 'successorId'>> & {
  title: string;
  text?: string;
  /** A picture part is given by its PNG bytes. */
  variants?: (Part | { kind: 'png'; png: Buffer })[][];
  /** Title of the reply that takes this one's place. */
  successor?: string;
};

/**
 * Makes a user-data folder with a personal library in it, as a previous run of the app would have left it.
 * Returns the folder and the ids of the replies by title.
 */
export function makeUserData(
  replies: readonly TestReply[],
  options: { settings?: Partial<Settings>; holding?: string } = {},
): { folder: string; ids: Map<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), 'repartee-library-'));
  const opened = openDatabase(join(folder, 'repartee.db'));
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { db } = opened;
  const now = new Date();
  const libraryId = insertLibrary(
    db,
    { id: newId(now), name: '测试话术', tier: 'personal', origin: null },
    now.toISOString(),
  );
  const ids = new Map(replies.map(({ title }) => [title, newId(now)]));
  const add = ({ title, text, variants, successor, ...rest }: TestReply) => {
    const parts = variants ?? [[{ kind: 'text' as const, text: text ?? title }]];
    const draft: ReplyDraft = {
      libraryId,
      categoryId: null,
      shortcode: null,
      tags: [],
      note: '',
      validFrom: null,
      validUntil: null,
      nextIds: [],
      favourite: false,
      ...rest,
      title,
      successorId: successor === undefined ? null : (ids.get(successor) ?? null),
      variants: parts.map((variant) =>
        variant.map((part) => {
          if (part.kind !== 'png') return part;
          const { hash } = storeMedia(db, join(folder, 'media'), part.png, now.toISOString());
          return { kind: 'image', hash, alt: '图' };
        }),
      ),
    };
    const saved = insertReply(db, draft, now, ids.get(title));
    if (!saved.ok) throw new Error(`${title}: ${JSON.stringify(saved.error)}`);
  };
  // In one go: thousands of transactions of their own would take minutes.
  db.transaction(() => replies.forEach(add)).immediate();
  const settings = { ...options.settings, 'holding.replyId': ids.get(options.holding ?? '') ?? null };
  for (const [key, value] of Object.entries(settings)) writeSetting(db, key as SettingKey, value);
  db.close();
  return { folder, ids };
}

/** Adds empty categories to the one library of a user-data folder. */
export function addCategories(folder: string, ...names: string[]): void {
  inDatabase(folder, (opened) => {
    const db = opened as WritableDatabase;
    const [library] = listLibraries(db);
    if (library === undefined) throw new Error('There is no library');
    const now = new Date();
    for (const [position, name] of names.entries()) {
      const place = { libraryId: library.id, parentId: null, color: null, position };
      insertCategory(db, { id: newId(now), name, ...place }, now.toISOString());
    }
  });
}

/** Works on the database of a user-data folder behind the app's back, as another program would. */
export function inDatabase<Value>(folder: string, work: (db: Database.Database) => Value): Value {
  const db = new Database(join(folder, 'repartee.db'));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** How many insertions have ended: each is written down when its last key is pressed and the clipboard is given back. */
export function pastesIn(folder: string): number {
  return inDatabase(
    folder,
    (db) => db.prepare<[], number>('SELECT count(*) FROM paste_log').pluck().get() ?? 0,
  );
}

/** Writes the user's own paste rules into a user-data folder. */
export function writePasteRules(folder: string, content: string): void {
  writeFileSync(join(folder, 'paste-rules.json'), content);
}
