import { expect, test } from 'vitest';
import { largeSteps } from '../../src/main/large-steps.ts';
import { createLibraryGate } from '../../src/main/library-gate.ts';
import { performStep } from '../../src/main/storage/edit-journal.ts';
import { applyAction } from '../../src/main/storage/library-actions.ts';
import type { ActionDone, LibraryAction } from '../../src/shared/library-action.ts';
import { openJobs } from './import-export/open-jobs.ts';
import { draft, openTestDatabase } from './storage/open-test-database.ts';

const now = new Date('2026-02-03T04:05:06.789Z');

function open(count: number) {
  const { db, path, libraryId } = openTestDatabase();
  const ids = Array.from({ length: count }, (_, index) => `reply-${index}`);
  performStep(
    db,
    { kind: 'import', count, name: null },
    ids.map((id) => ({ entity: 'reply', id, before: null, after: { ...draft(libraryId), deletedAt: null } })),
    { now, by: '', source: 'import' },
  );
  const gate = createLibraryGate((error) => {
    throw error;
  });
  let changed = 0;
  const step = largeSteps({
    database: path,
    jobs: openJobs().jobs,
    gate,
    db,
    by: () => '小李',
    now: () => now,
    changed: () => {
      changed += 1;
    },
  });
  const present = () => db.prepare('SELECT count(*) FROM reply WHERE deleted_at IS NULL').pluck().get();
  return { db, libraryId, step, gate, present, ids, changes: () => changed };
}

const undo = { kind: 'undo' } as const;
const redo = { kind: 'redo' } as const;
const small = () => ({ ok: true as const, value: 'small' as unknown as ActionDone });

test('a step of thousands of replies is taken back and done again elsewhere, with the gate held', async () => {
  const { step, gate, present, changes } = open(1_500);
  const undone = step(undo, small);
  expect(gate.isHeld()).toBe(true);
  expect(await undone).toMatchObject({ ok: true, value: { label: { kind: 'import', count: 1_500 } } });
  expect(gate.isHeld()).toBe(false);
  expect(present()).toBe(0);
  expect(await step(redo, small)).toMatchObject({ ok: true });
  expect(present()).toBe(1_500);
  expect(changes()).toBe(2);
});

test('an ordinary step is left to the main process', async () => {
  const { step, changes } = open(3);
  expect(await step(undo, small)).toEqual(small());
  expect(await step(redo, small)).toEqual(small());
  expect(changes()).toBe(0);
});

test('a large step is not taken back while another job runs', async () => {
  const { step } = open(1_500);
  const first = step(undo, small);
  expect(await step(undo, small)).toEqual({ ok: false, error: { kind: 'busy' } });
  expect((await first).ok).toBe(true);
});

test('an action on thousands of replies is done elsewhere, as one step', async () => {
  const { step, present, ids, changes } = open(1_500);
  const action = { kind: 'delete-replies' as const, ids };
  expect(await step({ kind: 'action', action }, small)).toMatchObject({
    ok: true,
    value: { label: { kind: 'delete-replies', count: 1_500 } },
  });
  expect(present()).toBe(0);
  expect(await step(undo, small)).toMatchObject({ ok: true });
  expect(present()).toBe(1_500);
  expect(changes()).toBe(2);
});

test('a category with thousands of replies is deleted elsewhere, and comes back from there', async () => {
  const { db, libraryId, step, present, ids, changes } = open(1_500);
  const context = { now, by: '' };
  const category = {
    kind: 'create-category',
    id: 'sale',
    libraryId,
    parentId: null,
    name: '大促',
    color: null,
  };
  expect(applyAction(db, category as LibraryAction, context).ok).toBe(true);
  const move = { kind: 'move-replies', ids, libraryId, categoryId: 'sale' } as const;
  expect(applyAction(db, move, context).ok).toBe(true);
  const action = { kind: 'delete-category', id: 'sale' } as const;
  expect(await step({ kind: 'action', action }, small)).toMatchObject({ ok: true, value: { changed: true } });
  expect(present()).toBe(0);
  expect(await step(undo, small)).toMatchObject({ ok: true, value: { changed: true } });
  expect(present()).toBe(1_500);
  expect(changes()).toBe(2);
});
