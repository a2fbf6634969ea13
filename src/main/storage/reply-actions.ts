import type { Id, ReplyDraft } from '../../shared/domain/reply.ts';
import { draftProblems, normalizeDraft } from '../../shared/domain/reply-draft.ts';
import type { ActionProblem, LibraryAction } from '../../shared/library-action.ts';
import { err, ok } from '../../shared/result.ts';
import type { ReadableDatabase } from './database.ts';
import type { Planned } from './library-actions.ts';
import { readHistory } from './reply-history.ts';
import { neverWas, replyReader } from './reply-rows.ts';

type ActionOf<Kind extends LibraryAction['kind']> = Extract<LibraryAction, { kind: Kind }>;

/** A new reply under the id that the page chose. */
export function createReply(db: ReadableDatabase, { id, draft: input }: ActionOf<'create-reply'>): Planned {
  const stored = replyReader(db).scalars(id);
  // The page has sent it twice, or another one has made it.
  if (stored && stored.deletedAt !== neverWas) return err({ kind: 'changed' });
  const draft = tidyDraft(input, id);
  const problem = draftProblem(db, id, draft);
  if (problem) return err(problem);
  return ok({
    label: { kind: 'create-reply', count: 1, name: draft.title },
    changes: [{ entity: 'reply', id, before: null, after: { ...draft, deletedAt: null } }],
    skipped: 0,
    draftOf: id,
  });
}

/** A reply as it was edited, unless somebody else has changed it since. */
export function saveReply(
  db: ReadableDatabase,
  { id, revision, draft: input }: ActionOf<'save-reply'>,
): Planned {
  const reader = replyReader(db);
  const stored = reader.scalars(id);
  if (!stored || stored.deletedAt !== null) return err({ kind: 'not-found' });
  if (stored.revision !== revision) return err({ kind: 'changed' });
  const draft = tidyDraft(input, id);
  const problem = draftProblem(db, id, draft);
  if (problem) return err(problem);
  const label = { kind: 'save-reply', count: 1, name: draft.title } as const;
  return ok({ label, changes: changesOf(db, id, draft), skipped: 0, draftOf: id });
}

/**
 * Brings an earlier state back as a new revision. What has no place any more is left as it is now: a category that is
 * gone, pictures that are gone; a shortcode that another reply has taken is given up.
 */
export function restoreRevision(
  db: ReadableDatabase,
  { id, revision }: ActionOf<'restore-revision'>,
): Planned {
  const current = replyReader(db).state(id);
  if (!current || current.deletedAt !== null) return err({ kind: 'not-found' });
  const entry = readHistory(db, id).find((candidate) => candidate.revision === revision);
  if (!entry) return err({ kind: 'not-found' });
  const wanted = { ...entry.content };
  let skipped = 0;
  const give = <Key extends keyof ReplyDraft>(keys: readonly Key[], instead: Pick<ReplyDraft, Key>) => {
    for (const key of keys) wanted[key] = instead[key];
    skipped += 1;
  };
  if (!isPlace(db, wanted)) give(['libraryId', 'categoryId'], current);
  if (!hasMedia(db, wanted)) give(['variants'], current);
  if (shortcodeTaken(db, id, wanted)) give(['shortcode'], { shortcode: null });
  return ok({
    label: { kind: 'restore-revision', count: 1, name: wanted.title },
    changes: changesOf(db, id, wanted),
    skipped,
    source: 'restore',
  });
}

/** The living reply that has the shortcode of a draft, null when it is free. */
export function shortcodeTaken(
  db: ReadableDatabase,
  id: Id,
  { libraryId, shortcode }: Pick<ReplyDraft, 'libraryId' | 'shortcode'>,
): { id: Id; title: string } | null {
  if (shortcode === null) return null;
  return (
    db
      .prepare<[string, string, string], { id: Id; title: string }>(
        'SELECT id, title FROM reply WHERE library_id = ? AND shortcode = ? AND id <> ? AND deleted_at IS NULL',
      )
      .get(libraryId, shortcode, id) ?? null
  );
}

/** Whether a library exists and, if one is named, the category in it. */
export function isPlace(
  db: ReadableDatabase,
  { libraryId, categoryId }: Pick<ReplyDraft, 'libraryId' | 'categoryId'>,
): boolean {
  if (categoryId === null)
    return db.prepare('SELECT 1 FROM library WHERE id = ?').get(libraryId) !== undefined;
  return (
    db.prepare('SELECT 1 FROM category WHERE id = ? AND library_id = ?').get(categoryId, libraryId) !==
    undefined
  );
}

/** Normalized, with each tag and each next step once, and no reply that leads to itself. */
function tidyDraft(input: ReplyDraft, id: Id): ReplyDraft {
  const draft = normalizeDraft(input);
  const tags = draft.tags.map((tag) => tag.normalize('NFC').replace(/\s+/g, ' ').trim());
  return {
    ...draft,
    tags: [...new Set(tags)].filter((tag) => tag !== ''),
    nextIds: [...new Set(draft.nextIds)].filter((nextId) => nextId !== id),
    successorId: draft.successorId === id ? null : draft.successorId,
  };
}

function draftProblem(db: ReadableDatabase, id: Id, draft: ReplyDraft): ActionProblem | null {
  const problems = draftProblems(draft);
  if (problems.length > 0) return { kind: 'invalid', problems };
  if (isReversed(draft)) return { kind: 'validity-reversed', of: draft.title };
  if (!isPlace(db, draft) || !hasMedia(db, draft)) return { kind: 'not-found' };
  const by = shortcodeTaken(db, id, draft);
  return by && { kind: 'shortcode-taken', by };
}

/** Whether a reply would never be valid: it is valid from the first instant inclusive to the second exclusive. */
export function isReversed({ validFrom, validUntil }: Pick<ReplyDraft, 'validFrom' | 'validUntil'>): boolean {
  return validFrom !== null && validUntil !== null && validFrom >= validUntil;
}

function hasMedia(db: ReadableDatabase, { variants }: Pick<ReplyDraft, 'variants'>): boolean {
  const exists = db.prepare('SELECT 1 FROM media WHERE hash = ?');
  return variants.flat().every((part) => part.kind === 'text' || exists.get(part.hash) !== undefined);
}

/** The change that makes the stored reply equal to a draft; none when it is so already. */
function changesOf(
  db: ReadableDatabase,
  id: Id,
  draft: ReplyDraft,
): Extract<Planned, { ok: true }>['value']['changes'] {
  const stored = replyReader(db).state(id);
  const keys = (Object.keys(draft) as (keyof ReplyDraft)[]).filter(
    (key) => JSON.stringify(draft[key]) !== JSON.stringify(stored?.[key]),
  );
  if (keys.length === 0 || !stored) return [];
  const pick = (from: ReplyDraft) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return [{ entity: 'reply', id, before: pick(stored), after: pick(draft) }];
}
