import type { Id, Validity } from './reply.ts';

/** Half-open range of UTF-16 code units, `[start, end)`, of the string it belongs to. */
export type MatchRange = [start: number, end: number];

/** Why a row is in the list; the palette shows nothing of it, tests and the ranking do. */
export type MatchClass =
  | 'shortcode-exact'
  | 'shortcode-prefix'
  | 'title-prefix'
  | 'title'
  | 'initials'
  | 'tag-or-category'
  | 'body'
  | 'favourite'
  | 'recent';

/** One row of the palette's list. */
export type SearchRow = {
  id: Id;
  libraryId: Id;
  title: string;
  titleRanges: MatchRange[];
  shortcode: string | null;
  shortcodeRanges: MatchRange[];
  /** Names from the root to the reply's category. */
  categoryPath: string[];
  categoryColor: string | null;
  tags: string[];
  /** One line of the body around the match, white space collapsed. */
  snippet: string;
  snippetRanges: MatchRange[];
  hasImage: boolean;
  hasFile: boolean;
  variantCount: number;
  favourite: boolean;
  revision: number;
  validity: Validity;
  /** For an expired reply: the valid reply that took its place, if there is one. */
  successor: { id: Id; title: string } | null;
  matchClass: MatchClass;
};

export type SearchOutcome = {
  query: string;
  rows: SearchRow[];
  /** 0 to 1 while the index is being rebuilt aside, else null. */
  rebuilding: number | null;
};
