import type { FillContext } from '../shared/domain/fill.ts';
import { blockedMatches } from '../shared/domain/lint/blocked-matches.ts';
import { lintDraft } from '../shared/domain/lint/lint-draft.ts';
import { lintNotes } from '../shared/domain/lint/lint-note.ts';
import { lintPolicy } from '../shared/domain/lint/lint-policy.ts';
import { parseTemplate } from '../shared/domain/placeholders.ts';
import type { Id } from '../shared/domain/reply.ts';
import { textOf } from '../shared/domain/reply.ts';
import { emptyDraft } from '../shared/domain/reply-draft.ts';
import type { Locale } from '../shared/i18n/locale.ts';
import type { InsertOutcome, InsertRequest } from '../shared/insert.ts';
import type { Handlers, NewReplyError, PaletteCalls } from '../shared/ipc.ts';
import { err, ok } from '../shared/result.ts';
import type { Settings } from '../shared/settings.ts';
import { profileOf } from '../shared/settings.ts';
import { categoryChoices } from './category-choices.ts';
import type { FailedSearchWatch } from './failed-search-watch.ts';
import type { FieldMemory } from './field-memory.ts';
import type { Insertions } from './insertions.ts';
import type { Palette, PaletteSession } from './palette.ts';
import type { MediaView } from './reply-view.ts';
import { viewReply } from './reply-view.ts';
import type { WritableDatabase } from './storage/database.ts';
import { personalLibrary } from './storage/libraries.ts';
import type { SaveProblem } from './storage/replies.ts';
import { findReply, insertReply } from './storage/replies.ts';
import type { SearchIndex } from './storage/search-index.ts';

/** Rows that the palette asks for; more than fit on the screen, so that arrow keys have somewhere to go. */
export const rowLimit = 60;

export type HandlerSurroundings = {
  db: WritableDatabase;
  media: MediaView;
  search: SearchIndex;
  palette: Palette;
  insertions: Insertions;
  fieldMemory: FieldMemory;
  failedSearches: FailedSearchWatch;
  settings: () => Settings;
  locale: () => Locale;
  now: () => Date;
  openSettings: () => void;
  openManager: (target: Id | 'list' | 'new') => void;
  /** Told of a reply that was written in the palette. */
  onCreated: (id: Id) => void;
};

/** What placeholders stand for in this session; the clipboard is read only for a reply that names it. */
async function fillContext(
  around: HandlerSurroundings,
  session: PaletteSession | null,
  replyId: Id,
): Promise<FillContext> {
  const settings = around.settings();
  return {
    now: around.now(),
    locale: around.locale(),
    profile: profileOf(settings),
    clipboard: session && usesClipboard(around.db, replyId) ? await session.clipboardText() : '',
  };
}

function usesClipboard(db: WritableDatabase, replyId: Id): boolean {
  const texts = findReply(db, replyId)?.variants.map(textOf) ?? [];
  return texts.some((text) => parseTemplate(text).some((piece) => piece.kind === 'clipboard'));
}

/** The palette's calls. */
export function paletteHandlers(around: HandlerSurroundings): Handlers<PaletteCalls> {
  const { db, palette, now } = around;
  return {
    openingTaken: () => palette.openingTaken(),

    searchReplies(query, composing) {
      const session = palette.session();
      const app = session?.window?.app ?? null;
      const outcome = around.search.search(query, { now: now().toISOString(), app, limit: rowLimit });
      if (session) {
        const complete = outcome.rebuilding === null;
        around.failedSearches.searched(session.number, query, outcome.rows.length, complete, composing);
      }
      return outcome;
    },

    async openReply(id) {
      const session = palette.session();
      const view = viewReply(db, id, await fillContext(around, session, id), around.media);
      const windowId = session?.window?.id;
      const remembered = windowId ? around.fieldMemory.recall(windowId, now().getTime()) : {};
      return view && { ...view, remembered };
    },

    insertReply: (opening, request) => insertFromPalette(around, opening, request),

    closePalette(opening) {
      // A late Esc must not close what the agent has opened since.
      if ((palette.session()?.number ?? null) === opening) palette.close();
    },

    listCategories: () => categoryChoices(db),

    checkTexts: (title, texts) =>
      lintNotes(title, texts, lintPolicy(around.settings(), around.locale()), around.locale()),

    createReply(draft) {
      const variants = [[{ kind: 'text' as const, text: draft.text }]];
      const findings = lintDraft({ title: draft.title, variants }, lintPolicy(around.settings()));
      if (blockedMatches(findings).length > 0)
        return err({ field: 'text', problem: 'blocked-words', limit: null });
      const library = personalLibrary(db);
      if (!library) return err({ field: 'storage', problem: 'failed', limit: null });
      const saved = insertReply(
        db,
        {
          ...emptyDraft(library.id, draft.categoryId),
          title: draft.title,
          shortcode: draft.shortcode === '' ? null : draft.shortcode,
          variants,
        },
        now(),
        undefined,
        { by: around.settings()['profile.name'], source: 'palette' },
      );
      if (!saved.ok) return err(newReplyError(saved.error));
      const opening = palette.session()?.number;
      if (opening !== undefined) around.failedSearches.answered(opening);
      around.search.applyChanges();
      around.onCreated(saved.value.id);
      return ok({ id: saved.value.id });
    },

    openSettings() {
      palette.close();
      around.openSettings();
    },

    openManager(target) {
      palette.close();
      around.openManager(target);
    },
  };
}

async function insertFromPalette(
  around: HandlerSurroundings,
  opening: number,
  request: InsertRequest,
): Promise<InsertOutcome> {
  const { palette } = around;
  const session = palette.session();
  // An Enter that was on its way while the palette opened over another window was not meant for that window.
  if (session?.number !== opening) return { kind: 'cancelled' };
  const keepOpen = request.action === 'append';
  const context = await fillContext(around, session, request.replyId);
  // A program that is slow to give its copy leaves time for Esc, which takes the Enter back, or for another opening.
  if (palette.session() !== session) return { kind: 'cancelled' };
  const outcome = await around.insertions.run(request, session, context, () => {
    around.failedSearches.answered(opening);
    if (session.window)
      around.fieldMemory.remember(session.window.id, request.fields, around.now().getTime());
    palette.stepAside(keepOpen);
  });
  if (outcome.kind === 'copied' && outcome.reason !== 'asked') palette.tell({ kind: 'outcome', outcome });
  else if (keepOpen && outcome.kind === 'pasted') palette.comeBack();
  return outcome;
}

/**
 * Pastes the holding line into the window in front, with no window of ours shown. Each use takes the next variant.
 * @returns The outcome, or null when no holding line is chosen.
 */
export function createHoldingLine(
  around: HandlerSurroundings,
  startSession: () => PaletteSession,
): () => Promise<InsertOutcome | null> {
  let turn = 0;
  return async () => {
    const id: Id | null = around.settings()['holding.replyId'];
    if (id === null) return null;
    const session = around.palette.session() ?? startSession();
    const context = await fillContext(around, session, id);
    const view = viewReply(around.db, id, context, around.media);
    if (!view) return null;
    const remembered = session.window
      ? around.fieldMemory.recall(session.window.id, around.now().getTime())
      : {};
    const request: InsertRequest = {
      replyId: view.id,
      revision: view.revision,
      variant: turn++ % view.variants.length,
      action: 'paste',
      fields: remembered,
      choices: [],
      editedTexts: null,
    };
    const outcome = await around.insertions.run(request, session, context, () => around.palette.close());
    if (outcome.kind !== 'pasted') around.palette.tell({ kind: 'outcome', outcome });
    return outcome;
  };
}

function newReplyError(problem: SaveProblem): NewReplyError {
  if (problem.kind === 'shortcode-taken') return { field: 'shortcode', problem: 'taken', limit: null };
  const first = problem.kind === 'invalid' ? problem.problems[0] : undefined;
  if (!first) return { field: 'storage', problem: 'failed', limit: null };
  return {
    field: first.field,
    problem: first.problem,
    limit: first.problem === 'too-long' ? first.limit : null,
  };
}
