import type { Category, Id } from '../../shared/domain/reply.ts';
import type { ActionDone, ActionProblem, StepLabel, UndoState } from '../../shared/library-action.ts';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';
import { applyChange, putBack } from './edit-change.ts';
import type { ReplyState } from './reply-rows.ts';
import type { Saver } from './reply-writer.ts';
import { guarded } from './storage-problem.ts';

export type { ReplyState } from './reply-rows.ts';

/**
 * One thing that a step does. `before` null means that it is made by the step, `after` null that it is removed. What a
 * step makes of a reply is complete; what it changes names the changed values only. A reply is put into the trash by
 * changing its `deletedAt`, never by removing it.
 */
export type Change =
  | { entity: 'reply'; id: Id; before: Partial<ReplyState> | null; after: Partial<ReplyState> | null }
  | { entity: 'category'; id: Id; before: Category | null; after: Category | null };

/** Who acts, when, and by which way. */
export type StepContext = Saver;

/** Steps that can be undone, whatever their size. */
export const stepsKept = 200;

/** Replies that an outcome names. */
const namedReplies = 100;

/** Changes between two reports of progress. */
const batch = 500;

type StepRow = { id: number; label: string };
type ChangeRow = { entity: Change['entity']; entity_id: Id; before: string | null; after: string | null };

/**
 * Makes the changes in their order and remembers them as one step of undo, all in one transaction: a step that throws has
 * done nothing. The caller has checked the rules; a taken shortcode or id, or an unknown category, throws. What cannot be
 * seen from outside is read anew: the former values are those found, whatever `before` says, so that a plan that another
 * writer has overtaken is still undone rightly. What could be redone is forgotten.
 * @param onProgress Gets 0 to 1.
 */
export function performStep(
  db: WritableDatabase,
  label: StepLabel,
  changes: readonly Change[],
  context: StepContext,
  onProgress: (share: number) => void = () => {},
): void {
  db.transaction(() => {
    db.prepare('DELETE FROM edit_step WHERE undone = 1').run();
    const stepId = db
      .prepare('INSERT INTO edit_step (at, label, undone) VALUES (?, ?, 0)')
      .run(context.now.toISOString(), JSON.stringify(label)).lastInsertRowid;
    const note = db.prepare(
      'INSERT INTO edit_change (step_id, position, entity, entity_id, before, after) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const apply = applyChange(db, context);
    withRoomFor(db, changes.length, () => {
      changes.forEach((change, position) => {
        const { before, after } = apply(change);
        note.run(stepId, position, change.entity, change.id, json(before), json(after));
        if (position % batch === batch - 1) onProgress((position + 1) / changes.length);
      });
    });
    db.prepare(
      'DELETE FROM edit_step WHERE id <= (SELECT id FROM edit_step ORDER BY id DESC LIMIT 1 OFFSET ?)',
    ).run(stepsKept);
  }).immediate();
}

/** Takes the last step back. What is gone meanwhile is counted as skipped; a full disk and the like are outcomes. */
export function undoStep(
  db: WritableDatabase,
  context: Omit<StepContext, 'source'>,
): Result<ActionDone, ActionProblem> {
  return moveBack(db, context, 'undo');
}

/** Does the step that was undone last again. */
export function redoStep(
  db: WritableDatabase,
  context: Omit<StepContext, 'source'>,
): Result<ActionDone, ActionProblem> {
  return moveBack(db, context, 'redo');
}

/** What undo and redo would do now. */
export function undoState(db: ReadableDatabase): UndoState {
  const label = (direction: Direction) => {
    const step = nextStep(db, direction);
    return step ? (JSON.parse(step.label) as StepLabel) : null;
  };
  return { undo: label('undo'), redo: label('redo') };
}

/** How many changes undo or redo would make now. */
export function stepSize(db: ReadableDatabase, direction: Direction): number {
  const step = nextStep(db, direction);
  if (!step) return 0;
  const count = db.prepare<[number], number>('SELECT count(*) FROM edit_change WHERE step_id = ?').pluck();
  return count.get(step.id) ?? 0;
}

type Direction = 'undo' | 'redo';

function nextStep(db: ReadableDatabase, direction: Direction): StepRow | undefined {
  const sql =
    direction === 'undo'
      ? 'SELECT id, label FROM edit_step WHERE undone = 0 ORDER BY id DESC LIMIT 1'
      : 'SELECT id, label FROM edit_step WHERE undone = 1 ORDER BY id LIMIT 1';
  return db.prepare<[], StepRow>(sql).get();
}

function moveBack(
  db: WritableDatabase,
  context: Omit<StepContext, 'source'>,
  direction: Direction,
): Result<ActionDone, ActionProblem> {
  const move = db.transaction((): Result<ActionDone, ActionProblem> => {
    const step = nextStep(db, direction);
    if (!step) return err({ kind: 'nothing-to-undo' });
    const order = direction === 'undo' ? 'DESC' : 'ASC';
    const rows = db
      .prepare<[number], ChangeRow>(
        `SELECT entity, entity_id, before, after FROM edit_change WHERE step_id = ? ORDER BY position ${order}`,
      )
      .all(step.id);
    const put = putBack(db, { ...context, source: 'undo' });
    const replyIds: Id[] = [];
    let skipped = 0;
    withRoomFor(db, rows.length, () => {
      for (const row of rows) {
        const { entity, entity_id: id } = row;
        const [before, after] = direction === 'undo' ? [row.after, row.before] : [row.before, row.after];
        const whole = put({ entity, id, before: parse(before), after: parse(after) } as Change);
        if (!whole) skipped += 1;
        if (entity === 'reply' && after !== null && replyIds.length < namedReplies) replyIds.push(id);
      }
    });
    db.prepare('UPDATE edit_step SET undone = ? WHERE id = ?').run(direction === 'undo' ? 1 : 0, step.id);
    const label = JSON.parse(step.label) as StepLabel;
    return ok({ label, changed: true, replyIds, skipped, undo: undoState(db) });
  });
  return guarded(() => move.immediate());
}

/** From so many changes on, a larger page cache is worth its memory: it saves a fifth of the time. */
const manyChanges = 5_000;
const largeCacheKib = 64 * 1_024;

/** Works with a page cache that fits the number of changes. */
function withRoomFor(db: WritableDatabase, changes: number, work: () => void): void {
  const usual = db.pragma('cache_size', { simple: true });
  if (changes >= manyChanges) db.pragma(`cache_size = -${largeCacheKib}`);
  try {
    work();
  } finally {
    db.pragma(`cache_size = ${usual}`);
  }
}

function json(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function parse(value: string | null): unknown {
  return value === null ? null : JSON.parse(value);
}
