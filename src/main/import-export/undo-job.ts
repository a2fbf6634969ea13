import type { Instant } from '../../shared/domain/reply.ts';
import type { ActionDone, ActionProblem } from '../../shared/library-action.ts';
import type { Result } from '../../shared/result.ts';
import { err } from '../../shared/result.ts';
import { codeOf } from '../start-failure.ts';
import { openWritable } from '../storage/database.ts';
import { redoStep, undoStep } from '../storage/edit-journal.ts';
import type { JobContext } from './job-protocol.ts';

export type UndoTask = {
  /** Path of the library. */
  database: string;
  direction: 'undo' | 'redo';
  /** Who does it: the profile name. */
  by: string;
  now: Instant;
};

/** Takes the last step back, or does it again, where that is too much for the main process. */
export function undoJob(
  { database, direction, by, now }: UndoTask,
  { report }: JobContext,
): Result<ActionDone, ActionProblem> {
  report('apply', null);
  try {
    const db = openWritable(database);
    try {
      const context = { by, now: new Date(now) };
      return direction === 'undo' ? undoStep(db, context) : redoStep(db, context);
    } finally {
      db.close();
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === 'none') throw error;
    return err({ kind: 'storage', code });
  }
}
