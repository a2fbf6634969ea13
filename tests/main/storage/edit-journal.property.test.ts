import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyHash } from '../../../src/main/storage/body-hash.ts';
import type { WritableDatabase } from '../../../src/main/storage/database.ts';
import { redoStep, undoStep } from '../../../src/main/storage/edit-journal.ts';
import { insertLibrary } from '../../../src/main/storage/libraries.ts';
import { applyAction } from '../../../src/main/storage/library-actions.ts';
import { readHistory } from '../../../src/main/storage/reply-history.ts';
import { contentHash, neverWas, replyReader } from '../../../src/main/storage/reply-rows.ts';
import { openSearchIndex } from '../../../src/main/storage/search-index.ts';
import { buildSearchDatabase } from '../../../src/main/storage/search-rebuild.ts';
import { emptyDraft } from '../../../src/shared/domain/reply-draft.ts';
import type { LibraryAction } from '../../../src/shared/library-action.ts';
import { clock, libraryState } from './library-state.ts';
import { openTestDatabase } from './open-test-database.ts';
import { rebuildWorker } from './open-test-index.ts';

const libraries = ['01900000-0000-7000-8000-000000000001', 'library-2'];
const replyIds = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
const categoryIds = ['c1', 'c2', 'c3', 'c4', 'c5'];

const libraryId = fc.constantFrom(...libraries);
const replyId = fc.constantFrom(...replyIds);
const categoryId = fc.constantFrom(...categoryIds);
const anyCategory = fc.option(categoryId, { freq: 2 });
const instant = fc.constantFrom(
  null,
  '2026-01-01T00:00:00.000Z',
  '2026-04-01T00:00:00.000Z',
  '2026-06-01T00:00:00.000Z',
);
const tags = fc.uniqueArray(fc.constantFrom('急', '售后', 'vip'), { maxLength: 3 });
const text = fc.constantFrom('您好', '稍等  ', '已为您登记\n请留意', 'Hello');
const ids = fc.uniqueArray(replyId, { minLength: 1, maxLength: 6 });

const draft = fc.record({
  libraryId,
  categoryId: anyCategory,
  title: fc.constantFrom('退款', '发票', '物流 查询'),
  shortcode: fc.constantFrom(null, null, 'a', 'b', 'Ｃ'),
  variants: fc.array(
    fc.array(
      text.map((value) => ({ kind: 'text' as const, text: value })),
      { minLength: 1, maxLength: 2 },
    ),
    {
      minLength: 1,
      maxLength: 2,
    },
  ),
  tags,
  note: fc.constantFrom('', '内部'),
  validFrom: instant,
  validUntil: instant,
  successorId: fc.option(replyId),
  nextIds: fc.array(replyId, { maxLength: 2 }),
  favourite: fc.boolean(),
});

/** The revision of a saved reply is filled in when the action is done. */
const action: fc.Arbitrary<LibraryAction> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('create-reply' as const), id: replyId, draft }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('save-reply' as const),
      id: replyId,
      revision: fc.constant(-1),
      draft,
    }),
  },
  fc.record({ kind: fc.constant('delete-replies' as const), ids }),
  fc.record({ kind: fc.constant('restore-replies' as const), ids }),
  fc.record({ kind: fc.constant('duplicate-replies' as const), ids }),
  fc.record({ kind: fc.constant('move-replies' as const), ids, libraryId, categoryId: anyCategory }),
  fc.record({ kind: fc.constant('tag-replies' as const), ids, add: tags, remove: tags }),
  fc.record({ kind: fc.constant('set-validity' as const), ids, validFrom: instant, validUntil: instant }),
  fc.record({ kind: fc.constant('restore-revision' as const), id: replyId, revision: fc.nat(4) }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('create-category' as const),
      id: categoryId,
      libraryId,
      parentId: anyCategory,
      name: fc.constantFrom('售前', '售后', '售後', 'VIP', 'ｖｉｐ'),
      color: fc.constantFrom(null, '#ff0000'),
    }),
  },
  fc.record({
    kind: fc.constant('change-category' as const),
    id: categoryId,
    name: fc.constantFrom('售前', '物流', 'VIP'),
    color: fc.constantFrom(null, '#00ff00'),
  }),
  fc.record({
    kind: fc.constant('move-category' as const),
    id: categoryId,
    parentId: anyCategory,
    position: fc.nat(3),
  }),
  fc.record({ kind: fc.constant('delete-category' as const), id: categoryId }),
);

const command = fc.oneof({ weight: 8, arbitrary: action }, fc.constantFrom('undo' as const, 'redo' as const));

/** What every run begins with, so that most of what follows can be done. */
const beginning: LibraryAction[] = [
  ...categoryIds.slice(0, 3).map((id, index) => ({
    kind: 'create-category' as const,
    id,
    libraryId: libraries[0] as string,
    parentId: index === 1 ? 'c1' : null,
    name: id,
    color: null,
  })),
  ...replyIds.slice(0, 5).map((id, index) => ({
    kind: 'create-reply' as const,
    id,
    draft: {
      ...emptyDraft(
        libraries[index === 4 ? 1 : 0] as string,
        index === 4 ? null : (categoryIds[index % 3] as string),
      ),
      title: id,
      shortcode: ['a', 'b', null, null, 'a'][index] ?? null,
      variants: [[{ kind: 'text' as const, text: id }]],
    },
  })),
  { kind: 'delete-replies', ids: ['r3'] },
];

function openTwoLibraries(): { db: WritableDatabase; folder: string } {
  const { db, folder } = openTestDatabase();
  db.pragma('synchronous = OFF');
  insertLibrary(
    db,
    { id: 'library-2', name: '团队', tier: 'team', origin: 'pack:x' },
    '2026-01-01T00:00:00.000Z',
  );
  return { db, folder };
}

/** Begins each run of a property with an empty library: opening a file for each would take long. */
function clear(db: WritableDatabase): void {
  for (const table of ['edit_step', 'reply', 'category', 'reply_change']) db.exec(`DELETE FROM ${table}`);
}

function steps(db: WritableDatabase): number {
  return db.prepare('SELECT count(*) FROM edit_step WHERE undone = 0').pluck().get() as number;
}

function withRevision(db: WritableDatabase, wanted: LibraryAction): LibraryAction {
  if (wanted.kind !== 'save-reply') return wanted;
  return { ...wanted, revision: replyReader(db).scalars(wanted.id)?.revision ?? 1 };
}

test('undoing everything gives the state before, step by step, and redoing everything gives all of it again', () => {
  const { db } = openTwoLibraries();
  const now = clock();
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 25 }), (actions) => {
      clear(db);
      const states = [libraryState(db)];
      for (const wanted of [...beginning, ...actions]) {
        const before = steps(db);
        const done = applyAction(db, withRevision(db, wanted), { now: now(), by: '小林' });
        if (!done.ok) expect(libraryState(db)).toEqual(states.at(-1));
        if (steps(db) > before) states.push(libraryState(db));
        else expect(libraryState(db)).toEqual(states.at(-1));
      }
      expect(steps(db)).toBe(states.length - 1);
      for (const state of states.slice(0, -1).reverse()) {
        expect(undoStep(db, { now: now(), by: '' })).toMatchObject({ ok: true, value: { skipped: 0 } });
        expect(libraryState(db)).toEqual(state);
      }
      expect(undoStep(db, { now: now(), by: '' })).toEqual({ ok: false, error: { kind: 'nothing-to-undo' } });
      for (const state of states.slice(1)) {
        expect(redoStep(db, { now: now(), by: '' })).toMatchObject({ ok: true, value: { skipped: 0 } });
        expect(libraryState(db)).toEqual(state);
      }
      expect(redoStep(db, { now: now(), by: '' })).toEqual({ ok: false, error: { kind: 'nothing-to-undo' } });
    }),
    { numRuns: 60 },
  );
});

test('whatever is done, revisions only rise, the history tells each of them as it was, and hashes are right', () => {
  const { db } = openTwoLibraries();
  const now = clock();
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 25 }), (commands) => {
      clear(db);
      const { state, scalars } = replyReader(db);
      const told = new Map<string, unknown>();
      const last = new Map<string, number>();
      for (const wanted of [...beginning, ...commands]) {
        const context = { now: now(), by: '小林' };
        if (wanted === 'undo') undoStep(db, context);
        else if (wanted === 'redo') redoStep(db, context);
        else applyAction(db, withRevision(db, wanted), context);
        const all = db.prepare<[], string>('SELECT id FROM reply').pluck().all();
        for (const id of all) {
          const { deletedAt, ...content } = state(id) as NonNullable<ReturnType<typeof state>>;
          const revision = scalars(id)?.revision as number;
          expect(revision).toBeGreaterThanOrEqual(last.get(id) ?? 1);
          last.set(id, revision);
          const key = `${id} ${revision}`;
          // A new reply that was undone is shown nowhere; it may lose its category without a revision.
          if (told.has(key) && deletedAt !== neverWas) expect(content).toEqual(told.get(key));
          told.set(key, content);
          const hashes = db.prepare('SELECT content_hash, body_hash FROM reply WHERE id = ?').get(id);
          expect(hashes).toEqual({ content_hash: contentHash(content), body_hash: bodyHash(content) });
          for (const entry of readHistory(db, id)) {
            expect(entry.content).toEqual(told.get(`${id} ${entry.revision}`));
          }
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('the search index keeps up with every action, undo and redo', () => {
  const { db, folder } = openTwoLibraries();
  const now = clock();
  const path = join(folder, 'search.db');
  const fresh = join(folder, 'fresh.db');
  const index = openSearchIndex({ path, library: db, worker: rebuildWorker });
  const rows = (file: string) => {
    const opened = new Database(file, { readonly: true });
    const all = opened
      .prepare(
        `SELECT reply_id, library_id, title, shortcode, category_path, category_color, tags, valid_from, valid_until,
           favourite, revision, body FROM entry ORDER BY reply_id`,
      )
      .all();
    opened.close();
    return all;
  };
  fc.assert(
    fc.property(fc.array(command, { minLength: 5, maxLength: 25 }), (commands) => {
      for (const wanted of [...beginning, ...commands]) {
        const context = { now: now(), by: '小林' };
        if (wanted === 'undo') undoStep(db, context);
        else if (wanted === 'redo') redoStep(db, context);
        else applyAction(db, withRevision(db, wanted), context);
        index.applyChanges();
      }
      buildSearchDatabase(fresh, db, () => {});
      expect(rows(path)).toEqual(rows(fresh));
    }),
    { numRuns: 25 },
  );
  index.close();
});
