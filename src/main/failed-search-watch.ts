import { failedQuery } from '../shared/domain/failed-query.ts';

/** Follows the searches of an opening of the palette, and remembers the last one if nothing came of it. */
export type FailedSearchWatch = {
  /**
   * A search was answered. `complete` is false while the index cannot know every reply; `composing` is true while an input
   * method still holds letters of the query.
   */
  searched: (opening: number, query: string, found: number, complete: boolean, composing?: boolean) => void;
  /** The opening gave the agent what was needed: a paste, or a reply written on the spot. */
  answered: (opening: number) => void;
  /** The opening is over. */
  ended: (opening: number) => void;
};

export type FailedSearchSurroundings = {
  /** Whether the person lets such searches be kept. */
  keeps: () => boolean;
  /** Stores the query; it is normalized and free of numbers that could be somebody's. */
  remember: (query: string) => void;
};

/**
 * Makes the watch. Only the last search of an opening counts, so that words on their way to being typed do not; an emptied search
 * box does not count as a search, since Esc empties it before it closes the palette.
 */
export function createFailedSearchWatch(around: FailedSearchSurroundings): FailedSearchWatch {
  let current: { opening: number; last: string | null; answered: boolean } | null = null;

  function of(opening: number): { last: string | null; answered: boolean } {
    if (current?.opening !== opening) current = { opening, last: null, answered: false };
    return current;
  }

  return {
    searched(opening, query, found, complete, composing = false) {
      if (query.trim() === '' || (composing && found === 0)) return;
      of(opening).last = found === 0 && complete ? query : null;
    },
    answered(opening) {
      of(opening).answered = true;
    },
    ended(opening) {
      if (current?.opening !== opening) return;
      const { last, answered } = current;
      current = null;
      const query = last === null || answered || !around.keeps() ? null : failedQuery(last);
      if (query !== null) around.remember(query);
    },
  };
}
