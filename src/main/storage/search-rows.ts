import { cutSnippet, findInBody } from '../../shared/domain/body-match.ts';
import type { Instant } from '../../shared/domain/reply.ts';
import { validityAt } from '../../shared/domain/reply.ts';
import type { MatchRange, SearchRow } from '../../shared/domain/search-result.ts';
import type { ReadableDatabase } from './database.ts';
import { validSuccessor } from './replies.ts';
import type { Entry, SearchEntries } from './search-entries.ts';
import type { Found } from './search-finder.ts';

/** Turns found replies into the rows of the list, with the line of the body around the match. */
export function foundRows(
  db: ReadableDatabase,
  entries: SearchEntries,
  found: readonly Found[],
  now: Instant,
): SearchRow[] {
  return found.map((match) => {
    const body = entries.bodyOf(match.entry.row.rank);
    const ranges = match.bodyTerms
      .map((term) => findInBody(body, term.text))
      .filter((range) => range !== null)
      .sort((a, b) => a[0] - b[0]);
    return {
      ...plainRow(db, match.entry, body, ranges, now),
      titleRanges: match.titleRanges,
      shortcodeRanges: match.shortcodeRanges,
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
    if (rows.has(entry.row.reply_id)) return;
    const row = plainRow(db, entry, entries.bodyOf(entry.row.rank), [], now);
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

function plainRow(
  db: ReadableDatabase,
  entry: Entry,
  body: string,
  bodyRanges: readonly MatchRange[],
  now: Instant,
): SearchRow {
  const { row } = entry;
  const validity = validityAt({ validFrom: row.valid_from, validUntil: row.valid_until }, now);
  const { snippet, ranges } = cutSnippet(body, bodyRanges);
  return {
    id: row.reply_id,
    libraryId: row.library_id,
    title: row.title,
    titleRanges: [],
    shortcode: row.shortcode,
    shortcodeRanges: [],
    categoryPath: [...entry.categoryPath],
    categoryColor: row.category_color,
    tags: [...entry.tags],
    snippet,
    snippetRanges: ranges,
    hasImage: row.has_image === 1,
    hasFile: row.has_file === 1,
    variantCount: row.variant_count,
    favourite: row.favourite === 1,
    revision: row.revision,
    validity,
    successor: validity === 'expired' ? validSuccessor(db, row.reply_id, now) : null,
    matchClass: row.favourite === 1 ? 'favourite' : 'recent',
  };
}
