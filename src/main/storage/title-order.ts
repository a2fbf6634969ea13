import { fold } from '../../shared/domain/fold.ts';
import { readingsOf, syllables } from '../../shared/domain/pinyin.ts';
import type { ReadableDatabase } from './database.ts';

/** All replies by title, deleted ones too. */
export type TitleOrder = {
  /** Row numbers in the order of their titles, brought up to date. Not to be written to. */
  rowids(): Uint32Array;
};

/** More changes than these are quicker sorted anew than put in one by one. */
const maxSingle = 1_000;

let rankTable: Uint16Array | null = null;

/** Place of each UTF-16 code unit in the order of titles: marks, digits, letters, then ideographs by pinyin. */
function ranks(): Uint16Array {
  if (rankTable) return rankTable;
  const places = new Map(syllables.map((syllable, index) => [syllable, index + 1]));
  const keys = new Float64Array(0x10000);
  for (let code = 0; code < keys.length; code += 1) {
    const character = String.fromCharCode(code);
    const syllable = places.get(readingsOf(character)[0] ?? '');
    keys[code] = (syllable === undefined ? kindOf(character) : 3 + syllable) * 0x10000 + code;
  }
  rankTable = new Uint16Array(0x10000);
  for (const [rank, key] of keys.sort().entries()) rankTable[key % 0x10000] = rank;
  return rankTable;
}

function kindOf(character: string): 0 | 1 | 2 {
  if (/\p{N}/u.test(character)) return 1;
  return /\p{L}/u.test(character) ? 2 : 0;
}

/**
 * A string that sorts, compared code unit by code unit, as a person looks a title up: marks, digits and letters first,
 * then ideographs by their pinyin, whatever the case, width or script.
 */
export function titleSortKey(title: string): string {
  const table = ranks();
  const folded = fold(title);
  let key = '';
  for (let index = 0; index < folded.length; index += 1) {
    key += String.fromCharCode(table[folded.charCodeAt(index)] as number);
  }
  return key;
}

/**
 * Keeps the order of titles in memory, 4 bytes a reply: sorting 100,000 of them takes a while, bringing the order up to date
 * after an edit does not.
 */
export function titleOrder(db: ReadableDatabase): TitleOrder {
  const lastChange = db.prepare<[], number | null>('SELECT max(seq) FROM reply_change').pluck();
  const changedRows = db
    .prepare<[number], number>(
      'SELECT reply.rowid FROM reply_change JOIN reply ON reply.id = reply_id WHERE seq > ?',
    )
    .pluck();
  const titleAt = db.prepare<[number], string>('SELECT title FROM reply WHERE rowid = ?').pluck();
  const keyAt = (rowid: number) => titleSortKey(titleAt.get(rowid) ?? '');
  let order = new Uint32Array(0);
  let known = -1;

  return {
    rowids() {
      const last = lastChange.get() ?? 0;
      if (last === known) return order;
      const changed = known < 0 || last - known > maxSingle ? null : changedRows.all(known);
      order = changed ? inserted(order, changed, keyAt) : sortedRows(db);
      known = last;
      return order;
    },
  };
}

function sortedRows(db: ReadableDatabase): Uint32Array<ArrayBuffer> {
  const rows = db.prepare<[], [number, string]>('SELECT rowid, title FROM reply').raw().all();
  const keys = rows.map(([, title]) => titleSortKey(title));
  // The first three characters decide most comparisons, as one number.
  const heads = Float64Array.from(keys, (key) => {
    const at = (index: number) => (index < key.length ? key.charCodeAt(index) : 0);
    return (at(0) * 0x10000 + at(1)) * 0x10000 + at(2);
  });
  const order = Uint32Array.from(rows.keys()).sort((a, b) => {
    const difference = (heads[a] as number) - (heads[b] as number);
    return difference || compare(keys[a] as string, keys[b] as string) || a - b;
  });
  return order.map((place) => rows[place]?.[0] as number);
}

/** The order with the changed rows taken out and put in where they belong now. */
function inserted(
  order: Uint32Array,
  changed: readonly number[],
  keyAt: (rowid: number) => string,
): Uint32Array<ArrayBuffer> {
  const moved = new Set(changed);
  const kept = order.filter((rowid) => !moved.has(rowid));
  const places = [...moved]
    .map((rowid) => ({ rowid, key: keyAt(rowid) }))
    .sort((a, b) => compare(a.key, b.key) || a.rowid - b.rowid)
    .map(({ rowid, key }) => ({ rowid, place: placeOf(kept, key, rowid, keyAt) }));
  const next = new Uint32Array(kept.length + places.length);
  let from = 0;
  places.forEach(({ rowid, place }, index) => {
    next.set(kept.subarray(from, place), from + index);
    next[place + index] = rowid;
    from = place;
  });
  next.set(kept.subarray(from), from + places.length);
  return next;
}

/** How many of the rows come before a title. */
function placeOf(order: Uint32Array, key: string, rowid: number, keyAt: (rowid: number) => string): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = order[middle] as number;
    if ((compare(keyAt(other), key) || other - rowid) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
