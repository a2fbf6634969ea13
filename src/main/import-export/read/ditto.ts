import Database from 'better-sqlite3';
import type { ImportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { finishReply } from './finish-reply.ts';
import type { ImportedPart, ImportedReply } from './imported.ts';
import type { Limits } from './limits.ts';
import { ascii, isPicture } from './media-finder.ts';

type Clip = {
  lID: number;
  mText: unknown;
  lParentID: number | null;
  bIsGroup: number | null;
  QuickPasteText: unknown;
};
type Format = { lParentID: number; strClipBoardFormat: string; ooData: Uint8Array | null };

/** Nested groups; more is a circle. */
const maxGroupDepth = 20;

/** Whether a file begins as every SQLite database does. */
export function looksLikeSqlite(bytes: Uint8Array): boolean {
  return ascii(bytes, 0, 15) === 'SQLite format 3' && bytes[15] === 0;
}

/**
 * Reads Ditto's database from memory. Texts are taken whole from its `Data` table where it has one, since `Main.mText` is only what the
 * list shows; pictures come along if they are kept as PNG.
 */
export function readDitto(
  bytes: Uint8Array,
  from: string,
  limits: Limits,
): Result<ImportedReply[], ImportProblem> {
  let db: Database.Database | null = null;
  try {
    db = new Database(withoutWal(bytes), { readonly: true });
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    if (!isPlainTable(db, 'Main')) return err({ kind: 'unknown-format', name: from });
    return readClips(db, from, limits);
  } catch (error) {
    if (error instanceof Database.SqliteError) return err({ kind: 'damaged', name: from, line: null });
    throw error;
  } finally {
    db?.close();
  }
}

/** A database kept with a write-ahead log cannot be opened from memory; bytes 18 and 19 of the header say so (SQLite, "File Format"). */
function withoutWal(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  if (copy[18] === 2) copy[18] = 1;
  if (copy[19] === 2) copy[19] = 1;
  return copy;
}

/** A view or a virtual table under the name could run anything. */
function isPlainTable(db: Database.Database, name: string): boolean {
  const sql = db
    .prepare<[string], string>("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?")
    .pluck()
    .get(name);
  return typeof sql === 'string' && /^CREATE\s+TABLE\b/i.test(sql);
}

function readClips(
  db: Database.Database,
  from: string,
  limits: Limits,
): Result<ImportedReply[], ImportProblem> {
  const columns = db.prepare<[], string>("SELECT name FROM pragma_table_info('Main')").pluck().all();
  if (!columns.includes('lID') || !columns.includes('mText'))
    return err({ kind: 'unknown-format', name: from });
  const orNull = (column: string) => (columns.includes(column) ? column : `NULL AS ${column}`);
  const clips = db
    .prepare<[number], Clip>(
      `SELECT lID, mText, ${['lParentID', 'bIsGroup', 'QuickPasteText'].map(orNull).join(', ')}
       FROM Main ORDER BY lID LIMIT ?`,
    )
    .all(limits.rows + 1);
  if (clips.length > limits.rows) return err({ kind: 'too-many-rows', name: from, limit: limits.rows });
  const groups = new Map(clips.filter((clip) => clip.bIsGroup === 1).map((clip) => [clip.lID, clip]));
  const data = dataOf(db);
  const replies = clips
    .filter((clip) => clip.bIsGroup !== 1)
    .map((clip, index) => {
      const parts = partsOf(clip, data.get(clip.lID) ?? []);
      return finishReply({
        line: index + 1,
        from,
        title: textOf(clip.QuickPasteText),
        variants: [parts],
        categoryPath: groupPath(clip.lParentID, groups),
        reasons: parts.some(hasBraces) ? ['unknown-placeholder'] : [],
      });
    });
  return ok(replies);
}

/** Ditto knows no placeholders, so double braces are meant as they stand. */
function hasBraces(part: ImportedPart): boolean {
  return part.kind === 'text' && /\{\{|\}\}/.test(part.text);
}

function dataOf(db: Database.Database): Map<number, Format[]> {
  const byClip = new Map<number, Format[]>();
  if (!isPlainTable(db, 'Data')) return byClip;
  const formats = db
    .prepare<[], Format>(
      `SELECT lParentID, strClipBoardFormat, ooData FROM Data
       WHERE strClipBoardFormat IN ('CF_UNICODETEXT', 'PNG') ORDER BY lID`,
    )
    .all();
  for (const format of formats) {
    const list = byClip.get(format.lParentID);
    if (list === undefined) byClip.set(format.lParentID, [format]);
    else list.push(format);
  }
  return byClip;
}

function partsOf(clip: Clip, formats: readonly Format[]): ImportedPart[] {
  const find = (name: string) => {
    const bytes = formats.find((format) => format.strClipBoardFormat === name)?.ooData;
    return bytes instanceof Uint8Array && bytes.length > 0 ? bytes : null;
  };
  const unicode = find('CF_UNICODETEXT');
  if (unicode !== null) {
    const text = new TextDecoder('utf-16le').decode(unicode);
    const end = text.indexOf('\0');
    return [{ kind: 'text', text: end < 0 ? text : text.slice(0, end) }];
  }
  const picture = find('PNG');
  if (picture !== null && isPicture(picture)) return [{ kind: 'image', bytes: picture, alt: '' }];
  return [{ kind: 'text', text: textOf(clip.mText) }];
}

function groupPath(parent: number | null, groups: ReadonlyMap<number, Clip>): string[] {
  const path: string[] = [];
  let group = parent === null ? undefined : groups.get(parent);
  while (group !== undefined && path.length < maxGroupDepth) {
    path.unshift(textOf(group.mText));
    group = group.lParentID === null ? undefined : groups.get(group.lParentID);
  }
  return path;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
