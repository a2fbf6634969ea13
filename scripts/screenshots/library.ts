import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installStarter } from '../../src/main/starter.ts';
import { openDatabase, type WritableDatabase } from '../../src/main/storage/database.ts';
import { rememberFailedSearch } from '../../src/main/storage/failed-searches.ts';
import { applyAction } from '../../src/main/storage/library-actions.ts';
import { mediaPath, storeMedia } from '../../src/main/storage/media.ts';
import { saveDraft } from '../../src/main/storage/reply-drafts.ts';
import { writeSetting } from '../../src/main/storage/settings-store.ts';
import { countUse } from '../../src/main/storage/usage.ts';
import { newId } from '../../src/main/storage/uuid.ts';
import type { Id, Part, ReplyDraft } from '../../src/shared/domain/reply.ts';
import { emptyDraft } from '../../src/shared/domain/reply-draft.ts';
import type { Locale } from '../../src/shared/i18n/locale.ts';
import type { LibraryAction } from '../../src/shared/library-action.ts';
import type { SettingKey, Settings } from '../../src/shared/settings.ts';
import { plainPicture } from '../../tests/e2e/support/pictures.ts';
import { type Piece, type ShopWords, shopWords } from './words.ts';

const starterFolder = join(import.meta.dirname, '../../resources/starter');

const dayMs = 24 * 60 * 60 * 1_000;
const daysFromNow = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();

/** A user-data folder made for the pictures; `files` holds what is imported. */
export type PictureLibrary = { userData: string; files: string; words: ShopWords; remove: () => void };

/** Whether the library is as it comes, or as after some months of work. */
export type LibraryAge = 'fresh' | 'used';

/** Makes a user-data folder with the starter library of a language in it. */
export function makePictureLibrary(
  locale: Locale,
  theme: Settings['theme'],
  age: LibraryAge,
): PictureLibrary {
  const userData = mkdtempSync(join(tmpdir(), 'repartee-pictures-'));
  const words = shopWords[locale];
  const opened = openDatabase(join(userData, 'repartee.db'));
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { db } = opened;
  const mediaFolder = join(userData, 'media');
  installStarter(db, starterFolder, locale, mediaFolder, new Date(Date.now() - 120 * dayMs));
  const settings: Partial<Settings> = {
    language: locale,
    theme,
    'manager.tourDone': age === 'used',
    'profile.name': words.agent,
    'profile.shop': words.shop,
    'profile.number': 'A027',
  };
  for (const [key, value] of Object.entries(settings)) writeSetting(db, key as SettingKey, value);
  if (age === 'used') db.transaction(() => addWork(db, mediaFolder, locale, words)).immediate();
  else addEmptyCategory(db, words);
  db.close();
  const files = join(userData, 'to-import');
  mkdirSync(files);
  writeSheets(files, words);
  writePasteRules(userData, words);
  return {
    userData,
    files,
    words,
    remove: () => rmSync(userData, { recursive: true, force: true, maxRetries: 5 }),
  };
}

type Shelf = { libraryId: Id; categoryOf: (name: string) => Id };

function shelfOf(db: WritableDatabase): Shelf {
  const libraryId = db.prepare<[], Id>('SELECT id FROM library').pluck().get() as Id;
  return {
    libraryId,
    categoryOf(name) {
      const id = db.prepare<[string], Id>('SELECT id FROM category WHERE name = ?').pluck().get(name);
      if (id === undefined) throw new Error(`the starter library has no category ${name}`);
      return id;
    },
  };
}

function act(db: WritableDatabase, action: LibraryAction, by: string, daysAgo: number): void {
  const done = applyAction(db, action, { by, now: new Date(Date.now() - daysAgo * dayMs) });
  if (!done.ok) throw new Error(`${action.kind}: ${JSON.stringify(done.error)}`);
}

function addEmptyCategory(db: WritableDatabase, words: ShopWords): void {
  const { libraryId } = shelfOf(db);
  const category = {
    id: newId(new Date()),
    libraryId,
    parentId: null,
    name: words.emptyCategory,
    color: null,
  };
  act(db, { kind: 'create-category', ...category }, words.lead, 0);
}

/** Everything that months of work leave behind: replies of all kinds, their history, drafts, uses, searches in vain. */
function addWork(db: WritableDatabase, mediaFolder: string, locale: Locale, words: ShopWords): void {
  const { libraryId, categoryOf } = shelfOf(db);
  const refunds = categoryOf(words.refunds);
  const promotions = categoryOf(words.promotions);
  const idOfTitle = db.prepare<[string], Id>('SELECT id FROM reply WHERE title = ?').pluck();
  const plain = (title: string, text: string, categoryId: Id = promotions): ReplyDraft => ({
    ...emptyDraft(libraryId, categoryId),
    title,
    variants: [[{ kind: 'text', text }]],
  });
  const create = (draft: ReplyDraft, by = words.agent, daysAgo = 40): Id => {
    const id = newId(new Date(Date.now() - daysAgo * dayMs));
    act(db, { kind: 'create-reply', id, draft }, by, daysAgo);
    return id;
  };
  const picture = (bytes: Buffer, alt: string): Part => {
    const { hash } = storeMedia(db, mediaFolder, bytes, daysFromNow(-60));
    return { kind: 'image', hash, alt };
  };
  const toPart = (piece: Piece): Part =>
    typeof piece === 'string'
      ? { kind: 'text', text: piece }
      : picture(readFileSync(join(starterFolder, locale, 'images', piece.image)), piece.alt);

  const { featured } = words;
  const nextIds = featured.next.flatMap((title) => idOfTitle.get(title) ?? []);
  const early = (text: string): ReplyDraft => ({
    ...plain(featured.title, text, refunds),
    shortcode: featured.shortcode,
  });
  const [first = '', second = ''] = featured.earlier;
  const featuredId = create(early(first), words.agent, 62);
  act(db, { kind: 'save-reply', id: featuredId, revision: 1, draft: early(second) }, words.lead, 30);
  const finished: ReplyDraft = {
    ...early(''),
    variants: featured.variants.map((pieces) => pieces.map(toPart)),
    tags: featured.tags,
    note: featured.note,
    nextIds,
    favourite: true,
    validUntil: daysFromNow(20),
  };
  act(db, { kind: 'save-reply', id: featuredId, revision: 2, draft: finished }, words.lead, 3);

  const { expired, ending, coming, blunt, foreign, twins, long, deleted, disputed } = words;
  create({ ...plain(expired.title, expired.text), validUntil: daysFromNow(-8), successorId: featuredId });
  create({ ...plain(ending.title, ending.text), validUntil: daysFromNow(9), tags: featured.tags.slice(1) });
  create({ ...plain(coming.title, coming.text), validFrom: daysFromNow(16) });
  create(plain(blunt.title, blunt.text));
  create(plain(foreign.title, foreign.text));
  for (const title of twins.titles) create(plain(title, twins.text, refunds));
  create({ ...plain(long.title, long.text, refunds), tags: featured.tags });
  create(plain(disputed.title, disputed.text, refunds));
  act(db, { kind: 'delete-replies', ids: [create(plain(deleted.title, deleted.text))] }, words.lead, 5);

  const { draft, unsavedNew, lostPicture } = words;
  const draftId = create(plain(draft.title, draft.text));
  saveDraft(db, draftId, 1, plain(draft.title, draft.change), new Date(Date.now() - 0.1 * dayMs));
  saveDraft(db, newId(new Date()), null, plain(unsavedNew.title, unsavedNew.text), new Date());

  const lost = picture(plainPicture(90, 130, 180, 640, 360), lostPicture.title);
  create({
    ...plain('', '', refunds),
    title: lostPicture.title,
    variants: [[toPart(lostPicture.text), lost]],
  });
  if (lost.kind === 'image') rmSync(mediaPath(mediaFolder, lost.hash) as string);

  addUses(db, featuredId);
  for (const [query, count] of words.failedSearches) {
    for (let time = 0; time < count; time += 1) {
      rememberFailedSearch(db, query, new Date(Date.now() - (count - time) * 0.3 * dayMs));
    }
  }
  addEmptyCategory(db, words);
}

/** Five weeks of pastes: fewer at weekends, growing, some replies far more than others. */
function addUses(db: WritableDatabase, favourite: Id): void {
  const ids = db.prepare<[], Id>('SELECT id FROM reply WHERE deleted_at IS NULL ORDER BY id').pluck().all();
  // A fixed sequence, so that pictures of two runs can be compared.
  let state = 20_26;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (let daysAgo = 34; daysAgo >= 0; daysAgo -= 1) {
    const now = new Date(Date.now() - daysAgo * dayMs);
    const isWeekend = now.getDay() === 0 || now.getDay() === 6;
    const pastes = Math.round((isWeekend ? 18 : 46) + (34 - daysAgo) * 0.6 + random() * 12);
    for (let paste = 0; paste < pastes; paste += 1) {
      const id = random() < 0.08 ? favourite : (ids[Math.floor(random() ** 3 * ids.length * 0.7)] as Id);
      countUse(db, id, 'chat', now);
    }
  }
}

function writeSheets(folder: string, { sheet, unsureSheet, brokenSheet }: ShopWords): void {
  const csv = (rows: readonly string[][]) =>
    `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
  writeFileSync(join(folder, sheet.name), csv(sheet.rows));
  writeFileSync(join(folder, unsureSheet.name), csv(unsureSheet.rows));
  // Begins like a workbook and ends in the middle.
  writeFileSync(
    join(folder, brokenSheet),
    Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)]),
  );
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function writePasteRules(userData: string, { pasteRules }: ShopWords): void {
  const [slow, copied] = pasteRules;
  const rules = [
    { ...slow, gapMs: 300, allowSend: true },
    { ...copied, mode: 'copy-only' },
  ];
  writeFileSync(join(userData, 'paste-rules.json'), JSON.stringify({ rules }));
}
