import { usageKey } from '../../shared/domain/ranking.ts';
import type { SearchDatabase } from './search-schema.ts';

/*
 * A rank is the rowid of a reply in the index: used replies first, by use, then the unused ones, latest change
 * first. All use scores decay alike, so a rank stays right until the reply is used again, and only that one row moves.
 */

/** Ranks of used replies lie below: about 7 million today, 27,000 less every year. */
const usedBase = 2 ** 23;
/** Ranks within a doubling of use. */
const ranksPerDoubling = 1_024;
/** The first build numbers unused replies upwards from here; newer ones go in front of them. */
export const unusedBase = 2 ** 27;

/** Ordering key of a use score row; null for none. */
export function usageKeyOf(use: { score: number; scored_at: string } | undefined): number | null {
  if (!use || use.score <= 0) return null;
  const key = usageKey(use.score, use.scored_at);
  return Number.isFinite(key) ? key : null;
}

/** The rank that a use key asks for; a taken one means the next free above it. */
export function usedRank(useKey: number): number {
  return Math.max(1, Math.min(usedBase - 1, usedBase - Math.floor(useKey * ranksPerDoubling)));
}

/** The first free rank for a reply with this use key, or in front of all unused replies. */
export function freeRank(db: SearchDatabase, useKey: number | null): number {
  if (useKey === null) {
    const first = db
      .prepare<[number], number | null>('SELECT min(rank) FROM entry WHERE rank >= ?')
      .pluck()
      .get(usedBase);
    return (first ?? unusedBase) - 1;
  }
  const isTaken = db.prepare<[number], number>('SELECT 1 FROM entry WHERE rank = ?').pluck();
  let rank = usedRank(useKey);
  while (isTaken.get(rank) !== undefined) rank += 1;
  return rank;
}
