import type { Instant } from '../../shared/domain/reply.ts';
import type { ActionDone, ActionProblem, LibraryAction } from '../../shared/library-action.ts';
import type { Result } from '../../shared/result.ts';
import { err } from '../../shared/result.ts';
import { codeOf } from '../start-failure.ts';
import { openWritable } from '../storage/database.ts';
import { redoStep, undoStep } from '../storage/edit-journal.ts';
import { applyAction } from '../storage/library-actions.ts';
import type { JobContext } from './job-protocol.ts';

/** What makes a step, takes the last one back, or does it again. */
export type StepWork = { kind: 'undo' } | { kind: 'redo' } | { kind: 'action'; action: LibraryAction };

export type StepTask = {
  /** Path of the library. */
  database: string;
  work: StepWork;
  /** Who does it: the profile name. */
  by: string;
  now: Instant;
};

/** Changes the library where that is too much for the main process. */
export function stepJob(
  { database, work, by, now }: StepTask,
  { report }: JobContext,
): Result<ActionDone, ActionProblem> {
  report('apply', null);
  try {
    const db = openWritable(database);
    try {
      const context = { by, now: new Date(now) };
      if (work.kind === 'action') return applyAction(db, work.action, context);
      return work.kind === 'undo' ? undoStep(db, context) : redoStep(db, context);
    } finally {
      db.close();
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === 'none') throw error;
    return err({ kind: 'storage', code });
  }
}
