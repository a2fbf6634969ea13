import type { Id } from '../../../shared/domain/reply.ts';
import type { ReplyState } from '../../storage/edit-journal.ts';
import { newId } from '../../storage/uuid.ts';

/**
 * Makes ids that sort in the order in which they are asked for, so that replies keep the order of their file; those of one
 * millisecond are random otherwise.
 */
export function ascendingIds(now: Date, count: number): () => Id {
  let ids: Id[] = [];
  return () => {
    if (ids.length === 0) {
      ids = Array.from({ length: Math.max(count, 100) }, () => newId(now))
        .sort()
        .reverse();
    }
    return ids.pop() as Id;
  };
}

/** The values that differ, as they were and as they become. */
export function difference(
  current: ReplyState,
  next: ReplyState,
): [before: Partial<ReplyState>, after: Partial<ReplyState>] {
  const before: Partial<ReplyState> = {};
  const after: Partial<ReplyState> = {};
  for (const key of Object.keys(next) as (keyof ReplyState)[]) {
    if (JSON.stringify(current[key]) === JSON.stringify(next[key])) continue;
    Object.assign(before, { [key]: current[key] });
    Object.assign(after, { [key]: next[key] });
  }
  return [before, after];
}
