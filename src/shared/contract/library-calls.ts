import { z } from 'zod';
import type { FillContext } from '../domain/fill.ts';
import type { LintFinding } from '../domain/lint/lint-rule.ts';
import type { Category, Id, Instant, Library, Reply, ReplyDraft, Validity } from '../domain/reply.ts';
import type { Locale } from '../i18n/locale.ts';
import type { ActionDone, ActionProblem, UndoState } from '../library-action.ts';
import { libraryAction, replyDraft } from '../library-action.ts';
import type { Result } from '../result.ts';
import type { Settings } from '../settings.ts';
import { call, id } from './call.ts';

const sortKey = z.enum(['relevance', 'title', 'shortcode', 'category', 'updated', 'used', 'expiry']);

/** Which replies a list shows, and in which order. */
export const listQuery = z.object({
  /** `trash` lists deleted replies, `drafts` those with unsaved changes. */
  scope: z.enum(['all', 'trash', 'drafts']),
  libraryId: id.nullable(),
  /** With everything below it. `none` is replies without a category; null means any. */
  categoryId: id.or(z.literal('none')).nullable(),
  /** As typed; searched like in the palette. Empty means everything. */
  text: z.string().max(1_000),
  /** All of these. */
  tags: z.array(z.string().max(200)).max(20),
  /** All of these. */
  filters: z
    .array(z.enum(['picture', 'expired', 'expiring-30', 'unused-90', 'lint', 'duplicate', 'favourite']))
    .max(7),
  sort: sortKey,
  descending: z.boolean(),
});

export type ListQuery = z.output<typeof listQuery>;
export type SortKey = z.output<typeof sortKey>;
export type ListFilter = ListQuery['filters'][number];

const viewNumber = z.number().int().nonnegative();
const rowIndex = z.number().int().min(0).max(10_000_000);

/** Calls for the tree, the list and the editor. */
export const libraryCalls = {
  readManager: call<ManagerView>()(z.tuple([])),
  /** Libraries, categories with counts, tags with counts. */
  readTree: call<LibraryTree>()(z.tuple([])),
  /**
   * Fixes the rows and the order of a list. The view stays readable until the next is opened; changes since then show in
   * the rows' contents, not in their order.
   */
  openList: call<ListView>()(z.tuple([listQuery])),
  /** Rows `[from, from + count)` of a view; null in the place of a row that is gone. Empty for a view that is closed. */
  readRows: call<(ReplyRow | null)[]>()(z.tuple([viewNumber, rowIndex, z.number().int().min(1).max(1_000)])),
  /** Ids of the rows `[from, to)` of a view, for selecting a range or everything. */
  readIds: call<Id[]>()(z.tuple([viewNumber, rowIndex, rowIndex])),
  /** Where a reply stands in a view; -1 when it is not in it. */
  indexInView: call<number>()(z.tuple([viewNumber, id])),
  applyAction: call<Result<ActionDone, ActionProblem>>()(z.tuple([libraryAction])),
  undo: call<Result<ActionDone, ActionProblem>>()(z.tuple([])),
  redo: call<Result<ActionDone, ActionProblem>>()(z.tuple([])),
  undoState: call<UndoState>()(z.tuple([])),

  /** A reply for the editor, with its draft if there is one. Null when there is neither. */
  readReply: call<EditorReply | null>()(z.tuple([id])),
  /** Keeps unsaved changes; survives a crash. `revision` is the one being edited, null for a new reply. */
  saveDraft: call<Result<null, ActionProblem>>()(z.tuple([id, z.number().int().nullable(), replyDraft])),
  discardDraft: call<Result<null, ActionProblem>>()(z.tuple([id])),
  /** Who has this shortcode already, null when it is free. It is normalized first. */
  shortcodeOwner: call<{ id: Id; title: string } | null>()(
    z.tuple([id, z.string().max(2_000), id.nullable()]),
  ),
  /** Stores a picture or file; at most 20 MB. Images arrive as the PNG that will be pasted. */
  addMedia: call<Result<MediaInfo, MediaProblem>>()(z.tuple([z.instanceof(Uint8Array), z.string().max(255)])),
  mediaInfo: call<MediaInfo[]>()(z.tuple([z.array(z.string().max(64)).max(500)])),
  /** Replies for the successor and next-step pickers, at most 20. */
  findReplies: call<ReplyChoice[]>()(z.tuple([z.string().max(200)])),
  replyChoices: call<ReplyChoice[]>()(z.tuple([z.array(id).max(200)])),
  /** Every tag in use, the most used first, at most 500. */
  listTags: call<TagCount[]>()(z.tuple([])),
  /** The newest states of a reply, this many at most; the present one is the first entry. */
  readHistory: call<HistoryEntry[]>()(z.tuple([id, z.number().int().min(1).max(1_000_000)])),
  /** Closes the tour for good. */
  finishTour: call<void>()(z.tuple([])),
  openSettings: call<void>()(z.tuple([])),
};

/** What main tells the manager about the library. */
export type LibraryEvents = {
  /** Something changed, here or elsewhere: trees, lists and the undo state are read anew. */
  libraryChanged: { undo: UndoState };
  /** A paste was counted or a search without an answer kept: the dashboard is read anew. */
  usageChanged: null;
  /** The palette or a command line asks for this reply, or for a new one (null). */
  showReply: { id: Id | null };
  managerChanged: ManagerView;
  /** The window is about to close: the page saves its draft and answers with `readyToClose`. */
  closing: null;
};

export type ManagerView = {
  locale: Locale;
  theme: Settings['theme'];
  platform: 'windows' | 'mac' | 'linux';
  /** The tour has not been closed yet. */
  tour: boolean;
  /** The palette's hotkey, for hints; null when it is not registered. */
  hotkey: string | null;
  /** Settings that the editor's check and preview need. */
  settings: Settings;
  /** Profile and clipboard of the preview; `now` is left to the page. */
  fill: Omit<FillContext, 'now' | 'locale'>;
  undo: UndoState;
};

export type LibraryTree = {
  libraries: (Library & { count: number; uncategorized: number })[];
  /** Parents before children, siblings in order. `count` includes everything below. */
  categories: (Category & { count: number })[];
  tags: TagCount[];
  trash: number;
  drafts: number;
};

export type TagCount = { tag: string; count: number };

export type ListView = {
  number: number;
  total: number;
  /** 0 to 1 while replies are still being checked for the lint filter, else null. */
  checking: number | null;
};

export type ReplyRow = {
  id: Id;
  libraryId: Id;
  categoryId: Id | null;
  title: string;
  shortcode: string | null;
  /** One line of the first text, white space collapsed, at most 120 characters. */
  snippet: string;
  tags: string[];
  categoryPath: string[];
  categoryColor: string | null;
  variantCount: number;
  pictures: number;
  files: number;
  favourite: boolean;
  validity: Validity;
  validUntil: Instant | null;
  updatedAt: Instant;
  deletedAt: Instant | null;
  /** Pastes in the last 90 days, and the last one. */
  uses: number;
  lastUsedAt: Instant | null;
  hasDraft: boolean;
  /** Worst lint finding; null when there is none or it was not checked yet. */
  lint: LintFinding['severity'] | null;
  duplicate: boolean;
};

export type ReplyChoice = { id: Id; title: string; categoryPath: string[]; validity: Validity };

export type MediaInfo = {
  hash: string;
  mime: string;
  bytes: number;
  width: number | null;
  height: number | null;
  /** Null when the file is missing or changed on disk. */
  url: string | null;
};

export type MediaProblem =
  | { kind: 'too-large'; limit: number }
  | { kind: 'empty' }
  | { kind: 'storage'; code: string };

export type EditorReply = {
  id: Id;
  /** Null for a new reply that exists as a draft only. */
  saved: Reply | null;
  deletedAt: Instant | null;
  /** Unsaved changes, and the revision that they were made on. */
  draft: { value: ReplyDraft; revision: number | null; at: Instant } | null;
  media: MediaInfo[];
  /** Titles of successor and next-step replies. */
  links: ReplyChoice[];
};

export type HistoryEntry = {
  revision: number;
  at: Instant;
  /** The profile name at that time, empty when there was none. */
  by: string;
  /** Where the change came from. */
  source: 'edit' | 'import' | 'undo' | 'restore' | 'palette' | 'starter';
  content: ReplyDraft;
  categoryPath: string[];
};
