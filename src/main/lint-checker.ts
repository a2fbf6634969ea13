import { lintDraft } from '../shared/domain/lint/lint-draft.ts';
import { policyKey } from '../shared/domain/lint/lint-policy.ts';
import type { LintPolicy } from '../shared/domain/lint/lint-rule.ts';
import type { Id } from '../shared/domain/reply.ts';
import type { WritableDatabase } from './storage/database.ts';
import { lintFindings } from './storage/lint-findings.ts';

/** Up to this many saved replies are checked before `check` returns; about a millisecond. */
const checkedAtOnce = 20;

/** Replies looked at for being checked already, in one step. */
const pageSize = 500;

/** A slice ends after this time: a keystroke in the palette waits for it at most. */
const defaultSliceMs = 4;

/** Between two slices the palette, the manager and the disk have their turn. */
const pauseMs = 8;

/** How long to wait when the database is locked or the disk is full. */
const defaultRetryMs = 30_000;

/** Where the database is in use by others or out of space; the findings are worth no more than another try. */
const passingCodes = ['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY'];

export type LintCheckerOptions = {
  db: WritableDatabase;
  policy: () => LintPolicy;
  /** The share that was checked changed by a percent or more, or all is done (null). */
  onProgress: (share: number | null) => void;
  /** The check stopped for a reason that waiting does not mend. */
  onFailure: (error: unknown) => void;
  sliceMs?: number;
  retryMs?: number;
};

/** Keeps the findings of all replies up to date, in the background; asleep when there is nothing to check. */
export type LintChecker = {
  /**
   * To be called after replies were saved or came back from the trash, outside of a transaction: few are checked at
   * once, many soon.
   */
  check: (ids: readonly Id[]) => void;
  /**
   * Goes through all replies for those that were not checked as they are now. To be called at the start, after an import or
   * a restored backup, and when the policy changed.
   */
  restart: () => void;
  /** 0 to 1 while replies are being checked, else null. */
  share: () => number | null;
  close: () => void;
};

/** Makes a checker that is asleep until `restart` or `check` is called. */
export function createLintChecker(options: LintCheckerOptions): LintChecker {
  const { db, sliceMs = defaultSliceMs, retryMs = defaultRetryMs } = options;
  const kept = lintFindings(db);
  let policy = options.policy();
  let key = policyKey(policy);
  /** Replies that are known to need a check, and where the way through all of them has got to; null when it ended. */
  let waiting: Id[] = [];
  let after: Id | '' | null = null;
  let seen = 0;
  let total = 0;
  /** What was last told, in whole percent; undefined at a beginning, so that its end is told in any case. */
  let told: number | null | undefined;
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  function checkReply(id: Id): void {
    const reply = kept.read(id);
    if (reply !== null) kept.save(reply, key, lintDraft(reply, policy));
  }

  /** Runs `work` in a transaction that neither waits for a lock nor for the disk: what it writes can be made again. */
  function write(work: () => void): void {
    const wait = db.pragma('busy_timeout', { simple: true });
    db.pragma('busy_timeout = 0');
    db.pragma('synchronous = NORMAL');
    try {
      db.transaction(work).immediate();
    } finally {
      db.pragma('synchronous = FULL');
      db.pragma(`busy_timeout = ${wait}`);
    }
  }

  function readPage(): void {
    if (after === null) return;
    const page = kept.page(after, key, pageSize);
    waiting = page.unchecked;
    seen += page.seen;
    after = page.seen < pageSize ? null : page.last;
  }

  function slice(): void {
    timer = null;
    try {
      if (waiting.length === 0) readPage();
      if (waiting.length > 0) {
        const end = performance.now() + sliceMs;
        let done = 0;
        write(() => {
          for (const id of waiting) {
            checkReply(id);
            done += 1;
            if (performance.now() >= end) break;
          }
        });
        waiting = waiting.slice(done);
      }
    } catch (error) {
      failed(error);
      return;
    }
    tell();
    if (share() !== null) wake(pauseMs);
  }

  function failed(error: unknown): void {
    if (isPassing(error)) wake(retryMs);
    else {
      waiting = [];
      after = null;
      options.onFailure(error);
      tell();
    }
  }

  function wake(wait: number): void {
    if (isClosed) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(slice, wait);
    timer.unref();
  }

  function share(): number | null {
    if (waiting.length === 0 && after === null) return null;
    return Math.min(1, Math.max(0, seen - waiting.length) / Math.max(1, total));
  }

  function tell(): void {
    const now = share();
    const percent = now === null ? null : Math.floor(now * 100);
    if (percent === told) return;
    told = percent;
    options.onProgress(now);
  }

  return {
    check(ids) {
      const now = ids.slice(0, checkedAtOnce);
      const later = ids.slice(checkedAtOnce);
      try {
        write(() => now.forEach(checkReply));
      } catch (error) {
        // The replies are saved already: that they could not be checked must not look like a failure of that.
        if (isPassing(error)) later.unshift(...now);
        else options.onFailure(error);
      }
      if (later.length === 0) return;
      if (share() === null) {
        seen = 0;
        total = 0;
        told = undefined;
      }
      waiting = [...new Set([...later, ...waiting])];
      seen += later.length;
      total += later.length;
      wake(pauseMs);
    },

    restart() {
      policy = options.policy();
      key = policyKey(policy);
      waiting = [];
      after = '';
      seen = 0;
      total = kept.total();
      told = undefined;
      wake(pauseMs);
    },

    share,

    close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return passingCodes.some((passing) => code.startsWith(passing));
}
