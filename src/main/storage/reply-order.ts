import type { SortKey } from '../../shared/contract/library-calls.ts';
import { listCategories } from './categories.ts';
import type { ReadableDatabase } from './database.ts';
import { listLibraries } from './libraries.ts';
import { type Condition, firstUseDay } from './reply-filter.ts';
import type { TitleOrder } from './title-order.ts';

/** How a list is to be sorted. Titles decide between equals; what has no value stands last, either way. */
export type Sorting = {
  key: Exclude<SortKey, 'relevance'>;
  descending: boolean;
  /** In the trash, `updated` means when a reply was deleted. */
  inTrash: boolean;
};

/** Row numbers of the replies that fulfil a condition, in order. */
export function orderedRows(
  db: ReadableDatabase,
  titles: TitleOrder,
  condition: Condition,
  { key, descending, inTrash }: Sorting,
  now: Date,
): Uint32Array<ArrayBuffer> {
  switch (key) {
    case 'title':
      return byTitle(db, titles, condition, descending);
    case 'updated':
      return byColumn(db, titles, condition, inTrash ? 'deleted_at' : 'updated_at', descending);
    case 'shortcode':
      return byColumn(db, titles, condition, 'shortcode', descending);
    case 'expiry':
      return byColumn(db, titles, condition, 'valid_until', descending);
    case 'category':
      return byNumber(byTitle(db, titles, condition, false), categoryPlaces(db), descending);
    case 'used':
      return byNumber(byTitle(db, titles, condition, false), uses(db, now), descending);
  }
}

/** Row numbers of the replies that fulfil a condition, as a set that is quick to ask. */
export function matchingRows(db: ReadableDatabase, { sql, values }: Condition): Uint8Array {
  const rowids = db
    .prepare<string[], number>(`SELECT rowid FROM reply WHERE ${sql}`)
    .pluck()
    .all(...values);
  const marks = new Uint8Array(highestRow(db) + 1);
  for (const rowid of rowids) marks[rowid] = 1;
  return marks;
}

function highestRow(db: ReadableDatabase): number {
  return db.prepare<[], number | null>('SELECT max(rowid) FROM reply').pluck().get() ?? 0;
}

function byTitle(
  db: ReadableDatabase,
  titles: TitleOrder,
  condition: Condition,
  descending: boolean,
): Uint32Array<ArrayBuffer> {
  const marks = matchingRows(db, condition);
  const rows = Uint32Array.from(titles.rowids().filter((rowid) => marks[rowid] === 1));
  return descending ? rows.reverse() : rows;
}

function byColumn(
  db: ReadableDatabase,
  titles: TitleOrder,
  { sql, values }: Condition,
  column: 'deleted_at' | 'updated_at' | 'shortcode' | 'valid_until',
  descending: boolean,
): Uint32Array<ArrayBuffer> {
  const sorted = db
    .prepare<string[], number>(
      `SELECT rowid FROM reply WHERE ${column} IS NOT NULL AND ${sql}
       ORDER BY ${column} ${descending ? 'DESC' : 'ASC'}, rowid`,
    )
    .pluck()
    .all(...values);
  if (column === 'updated_at') return Uint32Array.from(sorted);
  const rest = byTitle(db, titles, { sql: `${column} IS NULL AND ${sql}`, values }, false);
  const all = new Uint32Array(sorted.length + rest.length);
  all.set(sorted);
  all.set(rest, sorted.length);
  return all;
}

/** Sorts rows by a number each; those without one come last. Rows with equal numbers keep their order. */
function byNumber(
  rows: Uint32Array<ArrayBuffer>,
  numbers: Float64Array,
  descending: boolean,
): Uint32Array<ArrayBuffer> {
  const keys = new Float64Array(rows.length);
  rows.forEach((rowid, place) => {
    const number = numbers[rowid] ?? Number.NaN;
    keys[place] = Number.isNaN(number) ? Number.POSITIVE_INFINITY : descending ? -number : number;
  });
  return Uint32Array.from(rows.keys())
    .sort((a, b) => order(keys[a] as number, keys[b] as number) || a - b)
    .map((place) => rows[place] as number);
}

/** As a difference would be, but for two infinities. */
function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Place of each row's category when the trees of all libraries are read from top to bottom. */
function categoryPlaces(db: ReadableDatabase): Float64Array {
  const places = new Float64Array(highestRow(db) + 1).fill(Number.NaN);
  const rowsOf = db.prepare<[string], number>('SELECT rowid FROM reply WHERE category_id = ?').pluck();
  let place = 0;
  for (const id of categoriesInOrder(db)) {
    for (const rowid of rowsOf.all(id)) places[rowid] = place;
    place += 1;
  }
  return places;
}

function categoriesInOrder(db: ReadableDatabase): string[] {
  const children = Map.groupBy(listCategories(db), (category) => category.parentId ?? category.libraryId);
  const ids: string[] = [];
  const visit = (parent: string) => {
    for (const { id } of children.get(parent) ?? []) {
      ids.push(id);
      visit(id);
    }
  };
  for (const { id } of listLibraries(db)) visit(id);
  return ids;
}

/** Uses of each row in the last 90 days. */
function uses(db: ReadableDatabase, now: Date): Float64Array {
  const counts = new Float64Array(highestRow(db) + 1);
  const rows = db
    .prepare<[string], [number, number]>(
      `SELECT reply.rowid, uses.count FROM reply JOIN (
         SELECT reply_id, sum(count) AS count FROM usage_day WHERE day >= ? GROUP BY reply_id
       ) AS uses ON uses.reply_id = reply.id`,
    )
    .raw()
    .all(firstUseDay(now));
  for (const [rowid, count] of rows) counts[rowid] = count;
  return counts;
}
