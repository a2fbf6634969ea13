import type { Id } from '../../../shared/domain/reply.ts';

/** Longest chain of successors that is followed; a longer one is a mistake of its own. */
const maxSteps = 20;

/**
 * Whether the replies that take each other's places from `start` on go round in a circle, with `self` in it or not. It does no harm
 * while one of them is valid, as with the summer and the winter wording; once all have expired none is left.
 */
export async function leadsBack(
  self: Id,
  start: Id,
  successorOf: (id: Id) => Promise<Id | null>,
): Promise<boolean> {
  const seen = new Set<Id>();
  let at: Id | null = start;
  while (at !== null && seen.size < maxSteps) {
    if (at === self || seen.has(at)) return true;
    seen.add(at);
    at = await successorOf(at);
  }
  return false;
}
