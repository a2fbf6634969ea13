import type { ReplyDraft } from '../../../shared/domain/reply.ts';

export type DraftField = keyof ReplyDraft;

/** Fields that belong together: a category only means something in its library, an end only beside its beginning. */
const groups: DraftField[][] = [
  ['libraryId', 'categoryId'],
  ['title'],
  ['shortcode'],
  ['variants'],
  ['tags'],
  ['note'],
  ['validFrom', 'validUntil'],
  ['successorId'],
  ['nextIds'],
  ['favourite'],
];

export type Merged = {
  /** Both sides' changes; where both changed the same, `mine`. */
  draft: ReplyDraft;
  /** Fields that both changed, and not to the same. */
  conflicts: DraftField[];
};

/**
 * Joins two drafts that were made of the same base. A reply that was moved or tagged in the list while its text was being
 * written is no conflict.
 */
export function mergeDrafts(base: ReplyDraft, mine: ReplyDraft, theirs: ReplyDraft): Merged {
  const conflicts: DraftField[] = [];
  const draft = { ...mine };
  for (const group of groups) {
    const iChanged = differs(group, base, mine);
    const theyChanged = differs(group, base, theirs);
    if (!theyChanged) continue;
    if (!iChanged) for (const field of group) take(draft, theirs, field);
    else if (differs(group, mine, theirs)) conflicts.push(...group);
  }
  return { draft, conflicts };
}

function take<Field extends DraftField>(into: ReplyDraft, from: ReplyDraft, field: Field): void {
  into[field] = from[field];
}

function differs(group: readonly DraftField[], a: ReplyDraft, b: ReplyDraft): boolean {
  return group.some((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}
