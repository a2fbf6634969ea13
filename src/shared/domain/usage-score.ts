import type { Instant } from './reply.ts';

/** A reply that was last used two weeks ago counts half of one used today. */
export const useHalfLifeDays = 14;

const dayMs = 86_400_000;

/**
 * What a score of `score` at `scoredAt` is worth at `now`: it halves every 14 days.
 * Example: 8 uses four weeks ago are worth 2 today. A clock that ran backwards does not raise it.
 */
export function decayedScore(score: number, scoredAt: Instant, now: Instant): number {
  const days = Math.max(0, Date.parse(now) - Date.parse(scoredAt)) / dayMs;
  return score * 0.5 ** (days / useHalfLifeDays);
}
