import { cutText } from '../../shared/domain/cut-text.ts';
import type { Id, ReplyDraft } from '../../shared/domain/reply.ts';
import { MAX_TITLE_LENGTH } from '../../shared/domain/reply.ts';
import type { LibraryAction } from '../../shared/library-action.ts';
import { err, ok } from '../../shared/result.ts';
import type { ReadableDatabase } from './database.ts';
import type { Change } from './edit-journal.ts';
import type { Planned } from './library-actions.ts';
import { isPlace, isReversed } from './reply-actions.ts';
import { neverWas, type ReplyState, replyReader, type StoredScalars } from './reply-rows.ts';
import { newId } from './uuid.ts';

type ActionOf<Kind extends LibraryAction['kind']> = Extract<LibraryAction, { kind: Kind }>;
type Stored = StoredScalars & { id: Id };

/** Into the trash, where they stay for 30 days. */
export function deleteReplies(db: ReadableDatabase, { ids }: ActionOf<'delete-replies'>, now: Date): Planned {
  const deletedAt = now.toISOString();
  return planEach(db, 'delete-replies', ids, isLiving, () => ({ deletedAt }));
}

/** Out of the trash. A shortcode that was given to another reply meanwhile is given up and counted. */
export function restoreReplies(db: ReadableDatabase, { ids }: ActionOf<'restore-replies'>): Planned {
  const taken = shortcodeClaims(db);
  let givenUp = 0;
  const planned = planEach(db, 'restore-replies', ids, isInTrash, (reply) => {
    if (!taken(reply.id, reply.libraryId, reply.shortcode)) return { deletedAt: null };
    givenUp += 1;
    return { deletedAt: null, shortcode: null };
  });
  return alsoSkipped(planned, givenUp);
}

/** To another category or library. A shortcode that the other library has already is given up and counted. */
export function moveReplies(
  db: ReadableDatabase,
  { ids, libraryId, categoryId }: ActionOf<'move-replies'>,
): Planned {
  if (!isPlace(db, { libraryId, categoryId })) return err({ kind: 'not-found' });
  const taken = shortcodeClaims(db);
  let givenUp = 0;
  const planned = planEach(db, 'move-replies', ids, isLiving, (reply) => {
    if (reply.libraryId === libraryId) return reply.categoryId === categoryId ? null : { categoryId };
    if (!taken(reply.id, libraryId, reply.shortcode)) return { libraryId, categoryId };
    givenUp += 1;
    return { libraryId, categoryId, shortcode: null };
  });
  return alsoSkipped(planned, givenUp);
}

/** Adds tags behind those that a reply has, and takes others away. */
export function tagReplies(db: ReadableDatabase, { ids, add, remove }: ActionOf<'tag-replies'>): Planned {
  const { list } = replyReader(db);
  return planEach(db, 'tag-replies', ids, isLiving, ({ id }) => {
    const before = list(id, 'tags');
    const kept = before.filter((tag) => !remove.includes(tag));
    const tags = [...new Set([...kept, ...add])];
    const isSame = tags.length === before.length && tags.every((tag, index) => tag === before[index]);
    return isSame ? null : { tags };
  });
}

/** Sets one or both bounds. Refused as a whole when one of the replies would never be valid. */
export function setValidity(db: ReadableDatabase, action: ActionOf<'set-validity'>): Planned {
  const { ids, validFrom, validUntil } = action;
  let reversed: string | null = null;
  const planned = planEach(db, 'set-validity', ids, isLiving, (reply) => {
    const wanted = {
      validFrom: validFrom === undefined ? reply.validFrom : validFrom,
      validUntil: validUntil === undefined ? reply.validUntil : validUntil,
    };
    if (isReversed(wanted)) reversed ??= reply.title;
    const isSame = wanted.validFrom === reply.validFrom && wanted.validUntil === reply.validUntil;
    return isSame ? null : wanted;
  });
  return reversed === null ? planned : err({ kind: 'validity-reversed', of: reversed });
}

/**
 * Copies beside the originals, titled `… 2` or with the next number that is free. A copy has no shortcode, since that is
 * the original's, and is no favourite.
 */
export function duplicateReplies(
  db: ReadableDatabase,
  { ids }: ActionOf<'duplicate-replies'>,
  now: Date,
): Planned {
  const reader = replyReader(db);
  const freeTitle = titleChooser(db);
  const changes: Change[] = [];
  let name: string | null = null;
  for (const id of new Set(ids)) {
    const state = reader.state(id);
    if (!state || state.deletedAt !== null) continue;
    name = state.title;
    const copy = { ...state, title: freeTitle(state), shortcode: null, favourite: false };
    changes.push({ entity: 'reply', id: newId(now), before: null, after: copy });
  }
  if (name === null) return err({ kind: 'not-found' });
  const count = changes.length;
  const label = { kind: 'duplicate-replies', count, name: count === 1 ? name : null } as const;
  return ok({ label, changes, skipped: new Set(ids).size - count });
}

/**
 * Plans one change for each of the replies. `accepts` tells which of them the action is for, the others are skipped;
 * `changeOf` what becomes of one, null when it is so already.
 */
function planEach(
  db: ReadableDatabase,
  kind: LibraryAction['kind'],
  ids: readonly Id[],
  accepts: (reply: Stored) => boolean,
  changeOf: (reply: Stored) => Partial<ReplyState> | null,
): Planned {
  const { scalars } = replyReader(db);
  const planned: { rowid: number; change: Change }[] = [];
  let name: string | null = null;
  let accepted = 0;
  const unique = new Set(ids);
  for (const id of unique) {
    const stored = scalars(id);
    if (!stored) continue;
    const reply = Object.assign(stored, { id });
    if (!accepts(reply)) continue;
    accepted += 1;
    const after = changeOf(reply);
    if (after === null) continue;
    name = stored.title;
    planned.push({ rowid: stored.rowid, change: { entity: 'reply', id, before: {}, after } });
  }
  if (accepted === 0) return err({ kind: 'not-found' });
  const count = planned.length;
  // Neighbours in the file are written together, whatever the order of the list that they were picked from.
  planned.sort((a, b) => a.rowid - b.rowid);
  return ok({
    label: { kind, count, name: count === 1 ? name : null },
    changes: planned.map(({ change }) => change),
    skipped: unique.size - accepted,
  });
}

function alsoSkipped(planned: Planned, more: number): Planned {
  return planned.ok ? ok({ ...planned.value, skipped: planned.value.skipped + more }) : planned;
}

function isLiving(reply: Stored): boolean {
  return reply.deletedAt === null;
}

function isInTrash(reply: Stored): boolean {
  return reply.deletedAt !== null && reply.deletedAt !== neverWas;
}

/** Tells whether a shortcode is taken in a library, by a living reply or by one that has asked before. */
function shortcodeClaims(db: ReadableDatabase) {
  const owner = db.prepare<[string, string, string]>(
    'SELECT 1 FROM reply WHERE library_id = ? AND shortcode = ? AND id <> ? AND deleted_at IS NULL',
  );
  const claimed = new Set<string>();
  return (id: Id, libraryId: Id, shortcode: string | null): boolean => {
    if (shortcode === null) return false;
    const key = `${libraryId} ${shortcode}`;
    if (claimed.has(key) || owner.get(libraryId, shortcode, id) !== undefined) return true;
    claimed.add(key);
    return false;
  };
}

function titleChooser(db: ReadableDatabase): (draft: ReplyDraft) => string {
  const titles = new Set(
    db.prepare<[], string>('SELECT title FROM reply WHERE deleted_at IS NULL').pluck().all(),
  );
  return ({ title }) => {
    for (let number = 2; ; number += 1) {
      const suffix = ` ${number}`;
      const candidate = cutText(title, MAX_TITLE_LENGTH - suffix.length) + suffix;
      if (titles.has(candidate)) continue;
      titles.add(candidate);
      return candidate;
    }
  };
}
