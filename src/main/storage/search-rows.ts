import { cutSnippet, findInBody } from '../../shared/domain/body-match.ts';
import { shortcodeKey } from '../../shared/domain/query.ts';
import type { Instant } from '../../shared/domain/reply.ts';
import { validityAt } from '../../shared/domain/reply.ts';
import type { MatchRange, SearchRow } from '../../shared/domain/search-result.ts';
import type { ReadableDatabase } from './database.ts';
import { validSuccessor } from './replies.ts';
import type { Entry, EntryDetail, SearchEntries } from './search-entries.ts';
import type { Found } from './search-found.ts';

/** Turns found replies into the rows of the list, with the line of the body around the match. */
export function foundRows(
  db: ReadableDatabase,
  entries: SearchEntries,
  found: readonly Found[],
  now: Instant,
): SearchRow[] {
  return found.map((match) => {
    const { rank } = match.entry;
    const detail = entries.detailOf(rank);
    // Only a match in the body needs all of it.
    const body = match.bodyTerms.length > 0 ? entries.bodyOf(rank) : detail.body_start;
    const ranges = match.bodyTerms
      .map((term) => findInBody(body, term.text))
      .filter((range) => range !== null)
      .sort((a, b) => a[0] - b[0]);
    return {
      ...plainRow(db, match.entry, detail, cutSnippet(body, ranges), now),
      titleRanges: match.titleRanges,
      shortcodeRanges: shortcodeRanges(detail.shortcode, match.shortcodeLength),
      matchClass: match.matchClass,
    };
  });
}

/**
 * Rows for an empty query: favourites, then what was used recently and often in `app`, then everything else by use and
 * latest change, `limit` in all.
 */
export function startRows(
  db: ReadableDatabase,
  entries: SearchEntries,
  app: string | null,
  now: Instant,
  limit: number,
): SearchRow[] {
  const rows = new Map<string, SearchRow>();
  const add = (entry: Entry) => {
    const detail = entries.detailOf(entry.rank);
    if (rows.has(detail.reply_id)) return;
    const row = plainRow(db, entry, detail, cutSnippet(detail.body_start, []), now);
    if (row.validity === 'valid') rows.set(row.id, row);
  };
  for (const entry of entries.favourites(limit)) add(entry);
  for (const id of app === null ? [] : usedIn(db, app, limit)) {
    if (rows.size >= limit) break;
    const entry = entries.byId(id);
    if (entry) add(entry);
  }
  for (const entry of entries.inRankOrder()) {
    if (rows.size >= limit) break;
    add(entry);
  }
  return [...rows.values()];
}

/** Latest uses in an app that are looked at: older ones have decayed below them. */
const latestUses = 500;
const halfLifeSeconds = 14 * 86_400;

/** Ids of the replies used in an app, by decayed score. All scores decay alike, so they compare at any one time. */
function usedIn(db: ReadableDatabase, app: string, limit: number): string[] {
  return db
    .prepare<[string, number, number, number], string>(
      `SELECT reply_id FROM (
         SELECT reply_id, score, scored_at FROM usage_score WHERE app = ? ORDER BY scored_at DESC LIMIT ?
       ) WHERE score > 0 ORDER BY log2(score) + unixepoch(scored_at) / (1.0 * ?) DESC LIMIT ?`,
    )
    .pluck()
    .all(app, latestUses, halfLifeSeconds, limit);
}

/** The matched beginning of a shortcode, behind its slash if it was stored with one. */
function shortcodeRanges(shortcode: string | null, length: number): MatchRange[] {
  if (shortcode === null || length === 0) return [];
  const start = shortcode.length - shortcodeKey(shortcode).length;
  return [[start, start + length]];
}

function plainRow(
  db: ReadableDatabase,
  entry: Entry,
  detail: EntryDetail,
  { snippet, ranges }: { snippet: string; ranges: MatchRange[] },
  now: Instant,
): SearchRow {
  const validity = validityAt(entry, now);
  return {
    id: detail.reply_id,
    libraryId: detail.library_id,
    title: entry.title,
    titleRanges: [],
    shortcode: detail.shortcode,
    shortcodeRanges: [],
    categoryPath: [...entry.categoryPath],
    categoryColor: detail.category_color,
    tags: [...entry.tags],
    snippet,
    snippetRanges: ranges,
    hasImage: detail.has_image === 1,
    hasFile: detail.has_file === 1,
    variantCount: detail.variant_count,
    favourite: detail.favourite === 1,
    revision: detail.revision,
    validity,
    successor: validity === 'expired' ? validSuccessor(db, detail.reply_id, now) : null,
    matchClass: detail.favourite === 1 ? 'favourite' : 'recent',
  };
}
