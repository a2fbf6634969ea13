import type { ActionDone, ActionProblem, UndoState } from '../shared/library-action.ts';
import type { Result } from '../shared/result.ts';
import { err } from '../shared/result.ts';
import type { JobRunner } from './import-export/job-runner.ts';
import type { StepWork } from './import-export/step-job.ts';
import type { LibraryGate } from './library-gate.ts';

/** A step of more replies is made in another process: so many take a twentieth of a second. */
const largeStep = 1_000;

type Outcome = Result<ActionDone, ActionProblem>;

export type LargeStepOptions = {
  database: string;
  jobs: JobRunner;
  gate: LibraryGate;
  undoState: () => UndoState;
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
    if (repliesOf(work, options.undoState) <= largeStep) return small();
    if (jobs.isBusy()) return err({ kind: 'busy' });
    const open = gate.hold();
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

/** How many replies the work is about. */
function repliesOf(work: StepWork, undoState: () => UndoState): number {
  if (work.kind !== 'action') return undoState()[work.kind]?.count ?? 0;
  return 'ids' in work.action ? work.action.ids.length : 1;
}
