import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FillContext } from '../shared/domain/fill.ts';
import type { LintPolicy } from '../shared/domain/lint/lint-rule.ts';
import type { InsertAction, InsertOutcome, InsertRequest } from '../shared/insert.ts';
import type { InsertTarget, InsertTools } from './insert-reply.ts';
import { insertReply } from './insert-reply.ts';
import type { LibraryGate } from './library-gate.ts';
import type { Insertion, Refusal } from './prepare-insertion.ts';
import { prepareInsertion } from './prepare-insertion.ts';
import type { WritableDatabase } from './storage/database.ts';
import { logPaste } from './storage/paste-log.ts';
import { countUse } from './storage/usage.ts';

/** More insertions than this waiting behind a slow target means that it does not answer. */
const maxQueued = 5;

export type InsertionSurroundings = {
  db: WritableDatabase;
  /** An insertion is counted when nobody else has the library. */
  gate: Pick<LibraryGate, 'soon'>;
  mediaFolder: string;
  /** File parts are laid out here, since a pasted file must exist under its own name. */
  outgoingFolder: string;
  tools: () => InsertTools;
  /** What an edited text may not say. */
  lintPolicy: () => LintPolicy;
  now: () => Date;
  /** Called after a use was counted. */
  onUsed: () => void;
  /** Called when an insertion could not be written down, for want of space say. */
  onNotCounted: (error: unknown) => void;
};

/** Runs insertions one after the other, counted and logged without content. */
export type Insertions = {
  /** Checks and fills at once; `hidePalette` is called when nothing stands against it, before any key is pressed. */
  run: (
    request: InsertRequest,
    target: InsertTarget,
    context: FillContext,
    hidePalette: () => void,
  ) => Promise<InsertOutcome>;
  /** Resolves when no insertion has a key left to press. */
  keysIdle: () => Promise<void>;
  /** Resolves when the insertions begun so far are over and the clipboard was given back. */
  idle: () => Promise<void>;
};

/** Makes the queue of insertions. */
export function createInsertions(around: InsertionSurroundings): Insertions {
  let queue: Promise<unknown> = Promise.resolve();
  let keys: Promise<void> = Promise.resolve();
  let queued = 0;

  function exportFile(name: string, bytes: Buffer): string {
    // A folder of its own, since two files may have the same name and the first is still to be read.
    const folder = join(around.outgoingFolder, randomUUID());
    mkdirSync(folder, { recursive: true });
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  async function perform(
    insertion: Insertion,
    target: InsertTarget,
    action: InsertAction,
    keysDone: () => void,
  ): Promise<InsertOutcome> {
    const outcome = await insertReply(around.tools(), target, insertion, action, keysDone);
    const at = around.now();
    try {
      around.gate.soon(() => count(insertion, target, outcome, at));
    } catch (error) {
      // The reply is where it belongs: to call that a failure would have it pasted a second time.
      around.onNotCounted(error);
    }
    return outcome;
  }

  function count(insertion: Insertion, target: InsertTarget, outcome: InsertOutcome, at: Date): void {
    const { db } = around;
    const app = target.window?.app ?? '';
    const { id: replyId, revision } = insertion.reply;
    logPaste(db, { replyId, revision, at: at.toISOString(), app, outcome: outcomeWord(outcome) });
    countUse(db, replyId, app, at);
    around.onUsed();
  }

  return {
    async run(request, target, context, hidePalette) {
      if (queued >= maxQueued) return refused({ reason: 'busy', names: [] });
      if (request.action === 'paste-and-send' && !target.quirk.allowSend) {
        return refused({ reason: 'sending-not-allowed', names: [] });
      }
      const prepared = prepareInsertion(
        around.db,
        around.mediaFolder,
        request,
        context,
        exportFile,
        around.lintPolicy(),
      );
      if (!prepared.ok) return refused(prepared.error);
      hidePalette();

      queued += 1;
      const { promise: keysDone, resolve: markKeysDone } = Promise.withResolvers<void>();
      keys = Promise.all([keys, keysDone]).then(() => undefined);
      const outcome = queue
        .then(() => perform(prepared.value, target, request.action, markKeysDone))
        .finally(() => {
          markKeysDone();
          queued -= 1;
        });
      // The next one runs whatever becomes of this one, whose failure reaches its own caller.
      queue = outcome.catch(() => undefined);
      return outcome;
    },
    keysIdle: () => keys,
    idle: async () => {
      await queue;
    },
  };
}

function refused({ reason, names }: Refusal): InsertOutcome {
  return { kind: 'refused', reason, names };
}

function outcomeWord(outcome: InsertOutcome): string {
  if (outcome.kind === 'pasted') return outcome.sent ? 'sent' : 'pasted';
  return outcome.kind === 'cancelled' ? 'cancelled' : `${outcome.kind}:${outcome.reason}`;
}
