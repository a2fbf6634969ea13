import type { libraryCalls, ManagerView } from '../shared/contract/library-calls.ts';
import type { Id } from '../shared/domain/reply.ts';
import { normalizeShortcode } from '../shared/domain/reply-draft.ts';
import type { Handlers } from '../shared/ipc.ts';
import type { ActionDone, ActionProblem } from '../shared/library-action.ts';
import type { Result } from '../shared/result.ts';
import { ok } from '../shared/result.ts';
import type { Settings } from '../shared/settings.ts';
import { addMedia, mediaInfo, readEditorReply } from './editor-reply.ts';
import type { MediaView } from './reply-view.ts';
import type { WritableDatabase } from './storage/database.ts';
import { redoStep, undoState, undoStep } from './storage/edit-journal.ts';
import { applyAction } from './storage/library-actions.ts';
import { listTags, readTree } from './storage/library-tree.ts';
import { shortcodeTaken } from './storage/reply-actions.ts';
import { changedSince, lastChange } from './storage/reply-changes.ts';
import { latestReplies, replyChoices } from './storage/reply-choices.ts';
import { discardDraft, readDraft, saveDraft } from './storage/reply-drafts.ts';
import { readHistory } from './storage/reply-history.ts';
import type { ReplyLists } from './storage/reply-list.ts';
import type { SearchIndex } from './storage/search-index.ts';
import { guarded } from './storage/storage-problem.ts';

export type LibrarySurroundings = {
  db: WritableDatabase;
  media: MediaView;
  search: Pick<SearchIndex, 'matches'>;
  /** Made by `replyLists`; exports ask it for the ids of a query. */
  lists: ReplyLists;
  settings: () => Settings;
  managerView: () => ManagerView;
  /** To check the texts of these replies anew; called after they were changed, before `changed`. */
  checked?: (ids: readonly Id[]) => void;
  now: () => Date;
  /**
   * Something was committed, a reply, a category or the number of drafts: the search takes it over, and the pages are
   * told.
   */
  changed: () => void;
  /** Remembers that the tour was closed, and tells the page. */
  finishTour: () => void;
  openSettings: () => void;
};

/** Replies that a picker offers. */
const pickerRows = 20;

/** The calls for the tree, the list and the editor. */
export function libraryHandlers(around: LibrarySurroundings): Handlers<typeof libraryCalls> {
  const { db, media, lists, now } = around;
  const context = () => ({ now: now(), by: around.settings()['profile.name'] });

  /** Makes a change and, when something was committed, has everybody follow. */
  const commit = (work: () => Result<ActionDone, ActionProblem>): Result<ActionDone, ActionProblem> => {
    const before = lastChange(db);
    const outcome = work();
    if (!outcome.ok) return outcome;
    const ids = changedSince(db, before);
    if (ids.length > 0) around.checked?.(ids);
    around.changed();
    return outcome;
  };

  /** Changes the draft of a reply; the pages count drafts, so they are told when one comes or goes. */
  const changeDraft = (id: Id, work: () => void): Result<null, ActionProblem> =>
    guarded(() => {
      const had = readDraft(db, id) !== null;
      work();
      if (had !== (readDraft(db, id) !== null)) around.changed();
      return ok(null);
    });

  return {
    readManager: around.managerView,
    readTree: () => readTree(db),
    openList: lists.open,
    readRows: lists.rows,
    readIds: lists.ids,
    indexInView: lists.indexOf,

    applyAction: (action) => commit(() => applyAction(db, action, context())),
    undo: () => commit(() => undoStep(db, context())),
    redo: () => commit(() => redoStep(db, context())),
    undoState: () => undoState(db),

    readReply: (id) => readEditorReply(db, id, media, now()),
    saveDraft: (id, revision, draft) => changeDraft(id, () => saveDraft(db, id, revision, draft, now())),
    discardDraft: (id) => changeDraft(id, () => discardDraft(db, id)),

    shortcodeOwner: (libraryId, shortcode, exceptId) =>
      shortcodeTaken(db, exceptId ?? '', { libraryId, shortcode: normalizeShortcode(shortcode) }),

    addMedia: (bytes) => addMedia(db, bytes, media, now()),
    mediaInfo: (hashes) => mediaInfo(db, hashes, media),

    findReplies(text) {
      const at = now().toISOString();
      const ids =
        text.trim() === '' ? latestReplies(db, pickerRows) : around.search.matches(text, at, pickerRows);
      return replyChoices(db, ids, at);
    },

    replyChoices: (ids) => replyChoices(db, ids, now().toISOString()),
    listTags: () => listTags(db),
    readHistory: (id, limit) => readHistory(db, id, limit),
    finishTour: around.finishTour,
    openSettings: around.openSettings,
  };
}
