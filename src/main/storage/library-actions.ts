import type { Id } from '../../shared/domain/reply.ts';
import type { ActionDone, ActionProblem, LibraryAction, StepLabel } from '../../shared/library-action.ts';
import type { Result } from '../../shared/result.ts';
import { ok } from '../../shared/result.ts';
import * as categories from './category-actions.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';
import { type Change, performStep, type StepContext, undoState } from './edit-journal.ts';
import * as replies from './reply-actions.ts';
import * as bulk from './reply-bulk-actions.ts';
import { discardDraft } from './reply-drafts.ts';
import { guarded } from './storage-problem.ts';

/** What an action would do. Without changes there is nothing to do, which is fine. */
export type Plan = {
  label: StepLabel;
  changes: Change[];
  /** What could not be done as asked: gone meanwhile, or a shortcode that had to be given up. */
  skipped: number;
  /** Besides `edit`. */
  source?: StepContext['source'];
  /** The draft that becomes this step. */
  draftOf?: Id;
};

export type Planned = Result<Plan, ActionProblem>;

/** Replies that an outcome names. */
const namedReplies = 100;

/**
 * Does what a person asks for in the manager: in one transaction, as one step of undo. Nothing is changed when it comes back
 * with a problem. An action that would change nothing is no step.
 */
export function applyAction(
  db: WritableDatabase,
  action: LibraryAction,
  context: Omit<StepContext, 'source'>,
): Result<ActionDone, ActionProblem> {
  const act = db.transaction((): Result<ActionDone, ActionProblem> => {
    const planned = planOf(db, action, context.now);
    if (!planned.ok) return planned;
    const { label, changes, skipped, source = 'edit', draftOf } = planned.value;
    if (changes.length > 0) performStep(db, label, changes, { ...context, source });
    if (draftOf !== undefined) discardDraft(db, draftOf);
    const replyIds = changes.filter(({ entity }) => entity === 'reply').map(({ id }) => id);
    return ok({
      label,
      changed: changes.length > 0,
      replyIds: replyIds.slice(0, namedReplies),
      skipped,
      undo: undoState(db),
    });
  });
  return guarded(() => act.immediate());
}

function planOf(db: ReadableDatabase, action: LibraryAction, now: Date): Planned {
  switch (action.kind) {
    case 'create-reply':
      return replies.createReply(db, action);
    case 'save-reply':
      return replies.saveReply(db, action);
    case 'restore-revision':
      return replies.restoreRevision(db, action);
    case 'duplicate-replies':
      return bulk.duplicateReplies(db, action, now);
    case 'delete-replies':
      return bulk.deleteReplies(db, action, now);
    case 'restore-replies':
      return bulk.restoreReplies(db, action);
    case 'move-replies':
      return bulk.moveReplies(db, action);
    case 'tag-replies':
      return bulk.tagReplies(db, action);
    case 'set-validity':
      return bulk.setValidity(db, action);
    case 'create-category':
      return categories.createCategory(db, action);
    case 'change-category':
      return categories.changeCategory(db, action);
    case 'move-category':
      return categories.moveCategory(db, action);
    case 'delete-category':
      return categories.deleteCategory(db, action, now);
  }
}
