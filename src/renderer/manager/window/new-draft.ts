import { MAX_TITLE_LENGTH, type ReplyDraft } from '../../../shared/domain/reply.ts';

/** What a new reply starts from: where it goes and, if it began as a search, the searched words as its title. */
export function newDraft(target: Pick<ReplyDraft, 'libraryId' | 'categoryId'>, title: string): ReplyDraft {
  return {
    libraryId: target.libraryId,
    categoryId: target.categoryId,
    title: title.trim().slice(0, MAX_TITLE_LENGTH),
    shortcode: null,
    variants: [[{ kind: 'text', text: '' }]],
    tags: [],
    note: '',
    validFrom: null,
    validUntil: null,
    successorId: null,
    nextIds: [],
    favourite: false,
  };
}
