import type { Id, ReplyDraft } from '../../../shared/domain/reply.ts';
import type { ActionProblem } from '../../../shared/library-action.ts';
import { err, type Result } from '../../../shared/result.ts';

/** What is to be kept: unsaved changes and the revision that they were made on, or nothing any more. */
export type Keep = { draft: ReplyDraft; revision: number | null } | null;

export type DraftCalls = {
  saveDraft: (id: Id, revision: number | null, draft: ReplyDraft) => Promise<Result<null, ActionProblem>>;
  discardDraft: (id: Id) => Promise<Result<null, ActionProblem>>;
};

export type KeepState = 'kept' | 'waiting' | 'failed';

/** After the last change, in milliseconds: shorter than a pause between two words, longer than one between two keys. */
const pauseMs = 300;

const keepers = new Set<DraftKeeper>();

/** Writes every unsaved change away; resolves once it is on disk, or could not be written. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...keepers].map((keeper) => keeper.flush()));
}

/**
 * Keeps the unsaved changes of one reply: a little after the last change, one write at a time, and always the newest
 * last. It stays in the register of `flushDrafts` while something is not written yet, also when its editor is gone.
 */
export class DraftKeeper {
  private readonly id: Id;
  private readonly calls: DraftCalls;
  private readonly onState: (state: KeepState, problem: ActionProblem | null) => void;
  private pending: { keep: Keep } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private writing: Promise<boolean> | null = null;

  constructor(
    id: Id,
    calls: DraftCalls,
    onState: (state: KeepState, problem: ActionProblem | null) => void = () => {},
  ) {
    this.id = id;
    this.calls = calls;
    this.onState = onState;
  }

  /** Notes what to keep; it is written after the pause. */
  keep(keep: Keep): void {
    this.pending = { keep };
    keepers.add(this);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pauseMs);
    this.onState('waiting', null);
  }

  /** Forgets what is not written yet, because it has been saved; waits for a write that is under way. */
  async settle(): Promise<void> {
    this.stopTimer();
    this.pending = null;
    await this.writing;
    // A write that failed meanwhile is waiting again.
    this.pending = null;
    keepers.delete(this);
  }

  /** Writes at once what is waiting. */
  async flush(): Promise<void> {
    this.stopTimer();
    while (this.pending || this.writing) {
      this.writing ??= this.write();
      // A failed write is tried again with the next change or flush, not in a circle.
      if (!(await this.writing)) return;
    }
  }

  private async write(): Promise<boolean> {
    const job = this.pending;
    this.pending = null;
    if (!job) return true;
    const done = await this.send(job.keep).catch((error: unknown) =>
      err<ActionProblem>({ kind: 'storage', code: error instanceof Error ? error.name : 'unknown' }),
    );
    this.writing = null;
    if (done.ok) {
      if (this.pending === null) {
        keepers.delete(this);
        this.onState('kept', null);
      }
      return true;
    }
    this.pending ??= job;
    this.onState('failed', done.error);
    return false;
  }

  private send(keep: Keep): Promise<Result<null, ActionProblem>> {
    if (keep === null) return this.calls.discardDraft(this.id);
    return this.calls.saveDraft(this.id, keep.revision, keep.draft);
  }

  private stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
