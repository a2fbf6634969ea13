import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Id, Part } from '../shared/domain/reply.ts';
import type { Locale } from '../shared/i18n/locale.ts';
import { insertCategory } from './storage/categories.ts';
import type { WritableDatabase } from './storage/database.ts';
import { insertLibrary } from './storage/libraries.ts';
import { storeMedia } from './storage/media.ts';
import { insertReply } from './storage/replies.ts';
import { writeSetting } from './storage/settings-store.ts';
import { newId } from './storage/uuid.ts';

const partSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image'), file: z.string(), alt: z.string() }),
]);

const starterSchema = z.object({
  format: z.literal(1),
  name: z.string(),
  categories: z.array(
    z.object({
      key: z.string(),
      parent: z.string().optional(),
      name: z.string(),
      color: z.string().optional(),
    }),
  ),
  replies: z.array(
    z.object({
      key: z.string(),
      category: z.string(),
      title: z.string(),
      shortcode: z.string().optional(),
      tags: z.array(z.string()).default([]),
      note: z.string().default(''),
      favourite: z.boolean().default(false),
      role: z.literal('holding').optional(),
      variants: z.array(z.array(partSchema)),
      next: z.array(z.string()).default([]),
    }),
  ),
});

type Starter = z.output<typeof starterSchema>;

/**
 * Installs the starter library of a language as the personal library, in one transaction, and makes its holding reply
 * the one of the holding hotkey.
 * @param folder Absolute path of `resources/starter`.
 * @throws When the library's files are missing or broken; the database is unchanged then.
 */
export function installStarter(
  db: WritableDatabase,
  folder: string,
  locale: Locale,
  mediaFolder: string,
  now: Date,
): void {
  const root = join(folder, locale);
  const starter = starterSchema.parse(JSON.parse(readFileSync(join(root, 'library.json'), 'utf8')));
  db.transaction(() => addStarter(db, starter, root, locale, mediaFolder, now)).immediate();
}

function addStarter(
  db: WritableDatabase,
  starter: Starter,
  root: string,
  locale: Locale,
  mediaFolder: string,
  now: Date,
): void {
  const at = now.toISOString();
  const libraryId = insertLibrary(
    db,
    { id: newId(now), name: starter.name, tier: 'personal', origin: `starter:${locale}` },
    at,
  );
  const categoryIds = idsByKey(starter.categories, now);
  starter.categories.forEach(({ key, parent, name, color }, position) => {
    const parentId = parent === undefined ? null : need(categoryIds, parent);
    insertCategory(
      db,
      { id: need(categoryIds, key), libraryId, parentId, name, color: color ?? null, position },
      at,
    );
  });

  const replyIds = idsByKey(starter.replies, now);
  const toPart = (part: z.output<typeof partSchema>): Part => {
    if (part.type === 'text') return { kind: 'text', text: part.text };
    const { hash } = storeMedia(db, mediaFolder, readFileSync(join(root, part.file)), at);
    return { kind: 'image', hash, alt: part.alt };
  };
  for (const reply of starter.replies) {
    const saved = insertReply(
      db,
      {
        libraryId,
        categoryId: need(categoryIds, reply.category),
        title: reply.title,
        shortcode: reply.shortcode ?? null,
        variants: reply.variants.map((parts) => parts.map(toPart)),
        tags: reply.tags,
        note: reply.note,
        validFrom: null,
        validUntil: null,
        successorId: null,
        nextIds: reply.next.map((key) => need(replyIds, key)),
        favourite: reply.favourite,
      },
      now,
      need(replyIds, reply.key),
      { by: '', source: 'starter' },
    );
    if (!saved.ok) throw new Error(`starter reply ${reply.key}: ${JSON.stringify(saved.error)}`);
    if (reply.role === 'holding') writeSetting(db, 'holding.replyId', saved.value.id);
  }
}

function idsByKey(items: readonly { key: string }[], now: Date): Map<string, Id> {
  return new Map(items.map(({ key }) => [key, newId(now)]));
}

function need(ids: Map<string, Id>, key: string): Id {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the starter library names ${key}, which it does not have`);
  return id;
}
