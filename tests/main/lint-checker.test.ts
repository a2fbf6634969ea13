import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLintChecker } from '../../src/main/lint-checker.ts';
import type { WritableDatabase } from '../../src/main/storage/database.ts';
import { insertReply } from '../../src/main/storage/replies.ts';
import { lintPolicy } from '../../src/shared/domain/lint/lint-policy.ts';
import type { LintPolicy } from '../../src/shared/domain/lint/lint-rule.ts';
import type { Id } from '../../src/shared/domain/reply.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { saveReply } from './storage/library-state.ts';
import { draft, openTestDatabase } from './storage/open-test-database.ts';

const now = new Date('2026-03-01T08:00:00.000Z');

/** A library with one reply for each text, and a checker of it whose slices are as short as can be. */
function setUp(texts: readonly string[], options: { sliceMs?: number; retryMs?: number } = {}) {
  const { db, libraryId, path } = openTestDatabase();
  const bodyOf = (text: string) => draft(libraryId, { variants: [[{ kind: 'text', text }]] });
  const add = (text: string): Id => {
    const saved = insertReply(db, bodyOf(text), now);
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    return saved.value.id;
  };
  const ids = db.transaction(() => texts.map(add))();
  let policy: LintPolicy = lintPolicy(defaultSettings());
  const progress: (number | null)[] = [];
  const failures: unknown[] = [];
  let done = Promise.withResolvers<void>();
  const checker = createLintChecker({
    db,
    policy: () => policy,
    onProgress(share) {
      progress.push(share);
      if (share === null) done.resolve();
    },
    onFailure: (error) => failures.push(error),
    sliceMs: 0,
    ...options,
  });
  onTestFinished(() => checker.close());
  return {
    db,
    path,
    ids,
    add,
    checker,
    progress,
    failures,
    setPolicy(changes: Partial<LintPolicy>) {
      policy = { ...policy, ...changes };
    },
    edit: (id: Id, text: string) => saveReply(db, id, bodyOf(text), now),
    /** Starts `work` and waits until everything is checked. */
    async untilDone(work: () => void) {
      done = Promise.withResolvers();
      work();
      await done.promise;
    },
  };
}

/** The worst finding of every checked reply, in the order in which they were made. */
const worst = (db: WritableDatabase) =>
  db
    .prepare<[], string | null>(
      'SELECT worst FROM reply_lint JOIN reply ON reply.id = reply_lint.reply_id ORDER BY reply.rowid',
    )
    .pluck()
    .all();

test('everything is checked slice by slice, with progress, and then there is nothing to wake up for', async () => {
  const texts = Array.from({ length: 30 }, (_, index) => (index % 3 === 0 ? '这个不行。' : '好的，谢谢您。'));
  const { db, checker, progress, untilDone } = setUp(texts);
  await untilDone(() => checker.restart());
  expect(worst(db)).toEqual(texts.map((text) => (text === '这个不行。' ? 'warn' : null)));
  expect(progress.at(-1)).toBeNull();
  expect(progress.length).toBeGreaterThan(10);
  const shares = progress.filter((share) => share !== null);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(checker.share()).toBeNull();
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  checker.check([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a second way through writes nothing', async () => {
  const { db, checker, untilDone } = setUp(['这个不行。', '好的']);
  await untilDone(() => checker.restart());
  const changes = () => db.prepare('SELECT total_changes()').pluck().get();
  const before = changes();
  await untilDone(() => checker.restart());
  expect(changes()).toBe(before);
});

test('a saved reply is checked at once, before the call returns', () => {
  const { db, checker, ids, edit } = setUp(['好的']);
  checker.check(ids);
  expect(worst(db)).toEqual([null]);
  edit(ids[0] ?? '', '这个不行。');
  checker.check(ids);
  expect(worst(db)).toEqual(['warn']);
  expect(checker.share()).toBeNull();
});

test('many saved replies are checked soon', async () => {
  const { db, checker, ids, untilDone } = setUp(Array.from({ length: 60 }, () => '这个不行。'));
  await untilDone(() => {
    checker.check(ids);
    expect(worst(db).length).toBeLessThan(60);
    expect(checker.share()).toBe(0);
  });
  expect(worst(db)).toEqual(ids.map(() => 'warn'));
});

test('a changed policy checks everything anew', async () => {
  const { db, checker, setPolicy, untilDone } = setUp(['这个不行。', '支持假一赔十']);
  await untilDone(() => checker.restart());
  setPolicy({ off: ['blunt-refusal'], words: [{ word: '假一赔十', level: 'block', instead: '' }] });
  await untilDone(() => checker.restart());
  expect(worst(db)).toEqual([null, 'block']);
});

test('a reply that was changed behind its back is found by the next way through', async () => {
  const { db, checker, ids, edit, untilDone } = setUp(['好的', '好的']);
  await untilDone(() => checker.restart());
  edit(ids[1] ?? '', '这个不行。');
  await untilDone(() => checker.restart());
  expect(worst(db)).toEqual([null, 'warn']);
});

test('a locked database is tried again later, and saving does not wait for it', async () => {
  const { db, path, checker, ids, failures, untilDone } = setUp(['这个不行。'], { retryMs: 5 });
  const other = new Database(path);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  const done = untilDone(() => checker.check(ids));
  expect(worst(db)).toEqual([]);
  expect(checker.share()).toBe(0);
  other.exec('COMMIT');
  await done;
  expect(worst(db)).toEqual(['warn']);
  expect(failures).toEqual([]);
  expect(db.pragma('busy_timeout', { simple: true })).toBe(5_000);
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
});

test('a failure that waiting does not mend is told once and ends the check', async () => {
  const { db, checker, failures, untilDone } = setUp(['这个不行。']);
  db.exec('DROP TABLE lint_finding');
  await untilDone(() => checker.restart());
  expect(failures).toHaveLength(1);
  expect(checker.share()).toBeNull();
});

test('a closed checker writes nothing any more', async () => {
  const { db, checker } = setUp(['这个不行。']);
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  checker.restart();
  checker.close();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(worst(db)).toEqual([]);
});
