import type { ActionDone, ActionProblem, UndoState } from '../shared/library-action.ts';
import type { Result } from '../shared/result.ts';
import { err } from '../shared/result.ts';
import type { JobRunner } from './import-export/job-runner.ts';
import type { LibraryGate } from './library-gate.ts';

/** A step of more replies is taken back in another process: so many take a twentieth of a second. */
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
 * Makes a function that takes back, or does again, what the main process would be busy with for too long, such as an import;
 * anything else is left to `small`.
 */
export function largeSteps(
  options: LargeStepOptions,
): (direction: 'undo' | 'redo', small: () => Outcome | Promise<Outcome>) => Promise<Outcome> {
  const { database, jobs, gate, by, now } = options;
  return async (direction, small) => {
    const label = options.undoState()[direction];
    if (label === null || label.count <= largeStep) return small();
    if (jobs.isBusy()) return err({ kind: 'busy' });
    const open = gate.hold();
    try {
      const end = await jobs.run('undo-step', { database, direction, by: by(), now: now().toISOString() });
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
