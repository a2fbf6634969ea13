import { MAX_TITLE_LENGTH, type ReplyDraft } from '../../../shared/domain/reply.ts';
import { emptyDraft } from '../../../shared/domain/reply-draft.ts';

/** What a new reply starts from: where it goes and, if it began as a search, the searched words as its title. */
export function newDraft(
  { libraryId, categoryId }: Pick<ReplyDraft, 'libraryId' | 'categoryId'>,
  title: string,
): ReplyDraft {
  return { ...emptyDraft(libraryId, categoryId), title: title.trim().slice(0, MAX_TITLE_LENGTH) };
}
