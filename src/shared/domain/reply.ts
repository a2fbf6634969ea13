/** Stable, global identifier of a library, category or reply: a UUIDv7. */
export type Id = string;

/** UTC instant, ISO-8601 with milliseconds and `Z`. */
export type Instant = string;

/** SHA-256 of a media file's bytes, 64 lower-case hex digits; also its name on disk. */
export type MediaHash = string;

export type TextPart = { kind: 'text'; text: string };
export type ImagePart = { kind: 'image'; hash: MediaHash; alt: string };
export type FilePart = { kind: 'file'; hash: MediaHash; name: string };

/** One piece of a reply. Parts are pasted one by one in their order. */
export type Part = TextPart | ImagePart | FilePart;

export type LibraryTier = 'personal' | 'team';

export type Library = {
  id: Id;
  name: string;
  tier: LibraryTier;
  /** Where a library came from: null for one made here, else a pack's or starter's name. */
  origin: string | null;
};

export type Category = {
  id: Id;
  libraryId: Id;
  parentId: Id | null;
  name: string;
  /** CSS hex colour such as `#3b82f6`, or null. */
  color: string | null;
  position: number;
};

export type Reply = {
  id: Id;
  libraryId: Id;
  categoryId: Id | null;
  title: string;
  /** Half-width lower case, unique within its library; null when it has none. */
  shortcode: string | null;
  /** At least one; each is an ordered list of parts. The first is the default. */
  variants: Part[][];
  tags: string[];
  /** Shown to the agent, never pasted. */
  note: string;
  validFrom: Instant | null;
  validUntil: Instant | null;
  /** The reply that takes this one's place once it has expired. */
  successorId: Id | null;
  /** Next-step replies, in order. */
  nextIds: Id[];
  favourite: boolean;
  /** Counts up by one with every saved change. */
  revision: number;
  /** SHA-256 over everything an agent would see or paste; equal hashes mean equal replies. */
  contentHash: string;
  createdAt: Instant;
  updatedAt: Instant;
};

/** What a person fills in; the storage adds identity, revision and times. */
export type ReplyDraft = Pick<
  Reply,
  | 'libraryId'
  | 'categoryId'
  | 'title'
  | 'shortcode'
  | 'variants'
  | 'tags'
  | 'note'
  | 'validFrom'
  | 'validUntil'
  | 'successorId'
  | 'nextIds'
  | 'favourite'
>;

/** Whether a reply may be pasted now. */
export type Validity = 'valid' | 'not-yet' | 'expired';

/** Longest body that is stored, in UTF-16 code units over all text parts of a variant. */
export const MAX_BODY_LENGTH = 20_000;
export const MAX_TITLE_LENGTH = 200;
export const MAX_SHORTCODE_LENGTH = 40;

/**
 * Tells whether `reply` may be pasted at `now`.
 * A reply is valid from `validFrom` inclusive to `validUntil` exclusive.
 */
export function validityAt(reply: Pick<Reply, 'validFrom' | 'validUntil'>, now: Instant): Validity {
  if (reply.validUntil !== null && now >= reply.validUntil) return 'expired';
  if (reply.validFrom !== null && now < reply.validFrom) return 'not-yet';
  return 'valid';
}

const trashKeptMs = 30 * 24 * 60 * 60 * 1000;

/** Until when a reply that was deleted at an instant can be brought back. */
export function keptInTrashUntil(deletedAt: Instant): Instant {
  return new Date(Date.parse(deletedAt) + trashKeptMs).toISOString();
}

/** The last instant of deletion whose replies are out of time at `now`. */
export function lastOutOfTrash(now: Date): Instant {
  return new Date(now.getTime() - trashKeptMs).toISOString();
}

/** The text of a variant, its text parts joined by line breaks; pictures and files leave nothing. */
export function textOf(parts: readonly Part[]): string {
  return parts
    .filter((part) => part.kind === 'text')
    .map((part) => part.text)
    .join('\n');
}
