import type { ActionDone, ActionProblem } from '../shared/library-action.ts';
import type { Result } from '../shared/result.ts';
import { err } from '../shared/result.ts';
import type { JobRunner } from './import-export/job-runner.ts';
import type { StepWork } from './import-export/step-job.ts';
import type { LibraryGate } from './library-gate.ts';
import { countBelow } from './storage/category-actions.ts';
import type { ReadableDatabase } from './storage/database.ts';
import { stepSize } from './storage/edit-journal.ts';

/** A step of more replies is made in another process: so many take a twentieth of a second. */
const largeStep = 1_000;

type Outcome = Result<ActionDone, ActionProblem>;

export type LargeStepOptions = {
  database: string;
  jobs: JobRunner;
  gate: LibraryGate;
  db: ReadableDatabase;
  by: () => string;
  now: () => Date;
  /** Replies were changed. */
  changed: () => void;
};

/**
 * Makes a function that does in another process what the main process would be busy with for too long, such as taking an
 * import back or moving a whole library; anything else is left to `small`.
 */
export function largeSteps(
  options: LargeStepOptions,
): (work: StepWork, small: () => Outcome | Promise<Outcome>) => Promise<Outcome> {
  const { database, jobs, gate, by, now } = options;
  return async (work, small) => {
    if (sizeOf(options.db, work) <= largeStep) return small();
    const open = jobs.isBusy() ? null : gate.tryHold();
    if (open === null) return err({ kind: 'busy' });
    try {
      const end = await jobs.run('make-step', { database, work, by: by(), now: now().toISOString() });
      if (end.kind === 'done') return end.value;
      if (end.kind === 'failed') throw new Error(`a job failed: ${end.message}`);
      // Cancelled or ended from outside: nothing was done.
      return err({ kind: 'busy' });
    } finally {
      // What it may remember of an import is outdated now.
      jobs.forget();
      open();
      options.changed();
    }
  };
}

/** How many replies the work is about, or a little more. */
function sizeOf(db: ReadableDatabase, work: StepWork): number {
  if (work.kind !== 'action') return stepSize(db, work.kind);
  const { action } = work;
  if (action.kind === 'delete-category') return countBelow(db, action.id);
  return 'ids' in action ? action.ids.length : 1;
}
