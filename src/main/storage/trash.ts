import { lastOutOfTrash } from '../../shared/domain/reply.ts';
import type { WritableDatabase } from './database.ts';
import { neverWas } from './reply-rows.ts';
import { storageProblem } from './storage-problem.ts';
import { defaultTextLength } from './usage.ts';

/** Adds the uses of a reply, which go with it, to those of their days. */
const keepUsesSql = `
  INSERT INTO usage_removed (day, count, characters)
  SELECT day, count, count * ${defaultTextLength} FROM usage_day WHERE reply_id = ?
  ON CONFLICT (day) DO UPDATE SET count = count + excluded.count, characters = characters + excluded.characters`;

/**
 * Removes for good what was deleted 30 days ago, with its history and draft, and new replies whose making was undone and
 * can no longer be redone. Steps of undo that name them skip them. Pictures and files stay, and so does how much was pasted.
 * To be called at the start only: lists that are open know replies by their row.
 * @returns How many replies were removed; 0 on a full disk and the like, where the next start tries again.
 */
export function purgeTrash(db: WritableDatabase, now: Date): number {
  const limit = lastOutOfTrash(now);
  const expired = db
    .prepare<[string, string], string>('SELECT id FROM reply WHERE deleted_at > ? AND deleted_at <= ?')
    .pluck();
  const abandoned = db
    .prepare<[string], string>(
      `WITH redoable AS MATERIALIZED (
         SELECT entity_id FROM edit_change JOIN edit_step ON edit_step.id = step_id
         WHERE undone = 1 AND entity = 'reply' AND before IS NULL
       )
       SELECT id FROM reply WHERE deleted_at = ? AND id NOT IN (SELECT entity_id FROM redoable)`,
    )
    .pluck();
  const dropDraft = db.prepare('DELETE FROM reply_draft WHERE reply_id = ?');
  const keepUses = db.prepare(keepUsesSql);
  const drop = db.prepare('DELETE FROM reply WHERE id = ?');
  const purge = db.transaction(() => {
    const old = expired.all(neverWas, limit);
    for (const id of old) dropDraft.run(id);
    // The draft of a reply that never was is an unsaved new reply, and stays.
    const doomed = [...old, ...abandoned.all(neverWas)];
    for (const id of doomed) {
      keepUses.run(id);
      drop.run(id);
    }
    return doomed.length;
  });
  try {
    return purge.immediate();
  } catch (error) {
    if (storageProblem(error) === null) throw error;
    return 0;
  }
}
