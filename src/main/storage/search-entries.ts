import type { Judged } from '../../shared/domain/judge.ts';
import { splitUnits, type Unit } from '../../shared/domain/units.ts';
import type { SearchDatabase } from './search-schema.ts';

/** What a row of the index is judged by; read for every candidate of every keystroke, so it is kept small. */
type EntryRow = {
  rank: number;
  title: string;
  shortcode_key: string | null;
  category_path: string;
  tags: string;
  use_key: number | null;
  valid_from: string | null;
  valid_until: string | null;
  updated_ms: number;
};

/** What the rows that are shown need besides. */
export type EntryDetail = {
  reply_id: string;
  library_id: string;
  shortcode: string | null;
  category_color: string | null;
  favourite: number;
  revision: number;
  variant_count: number;
  has_image: number;
  has_file: number;
  body_start: string;
};

/** A reply of the index, ready to be judged. */
export type Entry = Judged & {
  /** Its place in the index; lower is better known. */
  rank: number;
  shortcodeKey: string | null;
  tags: readonly string[];
  categoryPath: readonly string[];
  useKey: number | null;
  validFrom: string | null;
  validUntil: string | null;
  updatedMs: number;
};

const columns = `entry.rank, title, shortcode_key, category_path, tags, use_key, valid_from, valid_until, updated_ms`;

/** Entries taken apart that are kept for the next keystroke, which mostly shows the same rows; about 3 KB each. */
const maxKept = 1_000;
/** A category path or list of tags is shared by many replies: its units are taken apart once. */
const maxKeptLabels = 2_000;
/** Shortcodes looked at for one prefix; in a library with more of them the best known may be missed. */
const maxShortcodes = 20_000;

/** Reads entries in rank order. Every iterable reads as far as it is pulled and no further. */
export type SearchEntries = {
  matching(expression: string): Iterable<Entry>;
  byShortcode(key: string): Entry[];
  /** Entries whose shortcode goes on after `key`, best rank first, at most `limit`. */
  byShortcodePrefix(key: string, limit: number): Entry[];
  byId(replyId: string): Entry | null;
  favourites(limit: number): Entry[];
  inRankOrder(): Iterable<Entry>;
  detailOf(rank: number): EntryDetail;
  bodyOf(rank: number): string;
  /** Latin words of all titles. */
  words(): readonly string[];
  /** Spellings of neighbouring syllables of all titles, joined. */
  syllablePairs(): ReadonlySet<string>;
  /** Forgets the entries it keeps and learns new words and pairs: before the first search and after every write. */
  refresh(): void;
};

/** Words of one table that were added after some id, in one string: row by row the index would take twice as long to open. */
type NewTexts = { last: number; texts: string } | { last: null; texts: null };

function newTextsOf(table: 'word' | 'syllable_pair'): string {
  return `SELECT max(id) AS last, group_concat(text, ' ') AS texts FROM ${table} WHERE id > ?`;
}

type Labels = { texts: string[]; units: Unit[][] };

/** Makes a reader of an index; its statements are prepared once. */
export function searchEntries(db: SearchDatabase): SearchEntries {
  const ranksMatching = db
    .prepare<[string], number>('SELECT rowid FROM gram WHERE gram MATCH ? ORDER BY rowid')
    .pluck();
  const byRank = db.prepare<[number], EntryRow>(`SELECT ${columns} FROM entry WHERE rank = ?`);
  const byShortcode = db.prepare<[string], EntryRow>(
    `SELECT ${columns} FROM entry WHERE shortcode_key = ? ORDER BY rank`,
  );
  const ranksByPrefix = db
    .prepare<[string, string, number, number], number>(
      `SELECT rank FROM (
         SELECT rank FROM entry WHERE shortcode_key > ? AND shortcode_key < ? LIMIT ?
       ) ORDER BY rank LIMIT ?`,
    )
    .pluck();
  const byId = db.prepare<[string], EntryRow>(`SELECT ${columns} FROM entry WHERE reply_id = ?`);
  const favourites = db.prepare<[number], EntryRow>(
    `SELECT ${columns} FROM entry WHERE favourite = 1 ORDER BY rank LIMIT ?`,
  );
  const inRankOrder = db.prepare<[], EntryRow>(`SELECT ${columns} FROM entry ORDER BY rank`);
  const detail = db.prepare<[number], EntryDetail>(
    `SELECT reply_id, library_id, shortcode, category_color, favourite, revision, variant_count, has_image, has_file,
       body_start FROM entry WHERE rank = ?`,
  );
  const body = db.prepare<[number], string>('SELECT body FROM entry WHERE rank = ?').pluck();
  const newWords = db.prepare<[number], NewTexts>(newTextsOf('word'));
  const newPairs = db.prepare<[number], NewTexts>(newTextsOf('syllable_pair'));
  const kept = new Map<number, Entry>();
  const keptDetails = new Map<number, EntryDetail>();
  const labels = new Map<string, Labels>();
  const words: string[] = [];
  const pairs = new Set<string>();
  let lastWord = 0;
  let lastPair = 0;

  const labelsOf = (json: string): Labels => {
    let known = labels.get(json);
    if (!known) {
      const texts = JSON.parse(json) as string[];
      known = { texts, units: texts.map((text) => splitUnits(text)) };
      if (labels.size >= maxKeptLabels) labels.clear();
      labels.set(json, known);
    }
    return known;
  };
  const toEntry = (row: EntryRow): Entry => {
    const known = kept.get(row.rank);
    if (known) return known;
    const tags = labelsOf(row.tags);
    const categories = labelsOf(row.category_path);
    const entry: Entry = {
      rank: row.rank,
      title: row.title,
      titleUnits: splitUnits(row.title),
      shortcodeKey: row.shortcode_key,
      tags: tags.texts,
      tagUnits: tags.units,
      categoryPath: categories.texts,
      categoryUnits: categories.units,
      useKey: row.use_key,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      updatedMs: row.updated_ms,
    };
    if (kept.size >= maxKept) kept.clear();
    kept.set(row.rank, entry);
    return entry;
  };
  const atRank = (rank: number): Entry | null => {
    const known = kept.get(rank);
    if (known) return known;
    const row = byRank.get(rank);
    return row ? toEntry(row) : null;
  };
  const refresh = () => {
    kept.clear();
    keptDetails.clear();
    const moreWords = newWords.get(lastWord);
    if (moreWords?.last) {
      for (const word of moreWords.texts.split(' ')) words.push(word);
      lastWord = moreWords.last;
    }
    const morePairs = newPairs.get(lastPair);
    if (morePairs?.last) {
      for (const pair of morePairs.texts.split(' ')) pairs.add(pair);
      lastPair = morePairs.last;
    }
  };

  return {
    *matching(expression) {
      for (const rank of ranksMatching.iterate(expression)) {
        const entry = atRank(rank);
        if (entry) yield entry;
      }
    },
    byShortcode: (key) => byShortcode.all(key).map(toEntry),
    byShortcodePrefix: (key, limit) =>
      ranksByPrefix
        .all(key, `${key}\u{10ffff}`, maxShortcodes, limit)
        .map(atRank)
        .filter((entry) => entry !== null),
    byId(replyId) {
      const row = byId.get(replyId);
      return row ? toEntry(row) : null;
    },
    favourites: (limit) => favourites.all(limit).map(toEntry),
    *inRankOrder() {
      for (const row of inRankOrder.iterate()) yield toEntry(row);
    },
    detailOf(rank) {
      const known = keptDetails.get(rank);
      if (known) return known;
      const row = detail.get(rank);
      if (!row) throw new Error('an entry vanished while its row was made');
      if (keptDetails.size >= maxKept) keptDetails.clear();
      keptDetails.set(rank, row);
      return row;
    },
    bodyOf: (rank) => body.get(rank) ?? '',
    words: () => words,
    syllablePairs: () => pairs,
    refresh,
  };
}
