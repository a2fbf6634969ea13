import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WritableDatabase } from '../../../src/main/storage/database.ts';
import { openDatabase } from '../../../src/main/storage/database.ts';
import { insertLibrary } from '../../../src/main/storage/libraries.ts';
import type { Id, ReplyDraft } from '../../../src/shared/domain/reply.ts';
import { emptyDraft } from '../../../src/shared/domain/reply-draft.ts';

/** A folder of its own for one test, removed when the test ends; a process that ends with it may write for a moment longer. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'repartee-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return folder;
}

/** A new database on disk, with an empty personal library. */
export function openTestDatabase(folder = testFolder()): {
  db: WritableDatabase;
  folder: string;
  path: string;
  libraryId: Id;
} {
  const path = join(folder, 'repartee.db');
  const opened = openDatabase(path);
  if (opened.kind !== 'open') throw new Error(`the test database did not open: ${opened.kind}`);
  onTestFinished(() => {
    opened.db.close();
  });
  const libraryId = insertLibrary(
    opened.db,
    { id: '01900000-0000-7000-8000-000000000001', name: '个人话术', tier: 'personal', origin: null },
    '2026-01-01T00:00:00.000Z',
  );
  return { db: opened.db, folder, path, libraryId };
}

/** A plain text reply, changed as `changes` says. */
export function draft(libraryId: Id, changes: Partial<ReplyDraft> = {}): ReplyDraft {
  return {
    ...emptyDraft(libraryId, null),
    title: '退款进度',
    variants: [[{ kind: 'text', text: '您的退款正在处理。' }]],
    ...changes,
  };
}

/** Where a library in this folder has its files. */
export function pathsIn(folder: string) {
  return {
    database: join(folder, 'repartee.db'),
    backups: join(folder, 'backups'),
    damaged: join(folder, 'damaged'),
  };
}
