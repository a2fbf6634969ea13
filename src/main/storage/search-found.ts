import type { Term } from '../../shared/domain/query.ts';
import type { MatchClass, MatchRange } from '../../shared/domain/search-result.ts';
import type { Entry } from './search-entries.ts';

/** A found reply with everything that orders it. */
export type Found = {
  entry: Entry;
  matchClass: MatchClass;
  points: number;
  closeness: number;
  titleRanges: MatchRange[];
  /** How many characters of the shortcode the query has, 0 for none. */
  shortcodeLength: number;
  /** Terms that only the body has; their places there are looked up for the rows that are shown. */
  bodyTerms: readonly Term[];
};

/** Best first: points, then the latest change, then how close the match is. */
export function bestFirst(found: Iterable<Found>): Found[] {
  return [...found].sort(
    (a, b) =>
      b.points - a.points ||
      b.entry.updatedMs - a.entry.updatedMs ||
      b.closeness - a.closeness ||
      a.entry.rank - b.entry.rank,
  );
}
