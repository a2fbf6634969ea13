import type { ExportFormat } from '../../../shared/contract/transfer-calls.ts';
import type { Instant, MediaHash } from '../../../shared/domain/reply.ts';
import { exportFileMessages } from '../../../shared/i18n/areas/export-files.ts';
import { wordsOf } from '../../../shared/i18n/catalogue.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { ZipTooLarge } from '../../safety/zip-writer.ts';
import { codeOf } from '../../start-failure.ts';
import { openReadable } from '../../storage/database.ts';
import { readMedia } from '../../storage/media.ts';
import { csvText } from '../csv-text.ts';
import type { JobContext } from '../job-protocol.ts';
import { defaultLimits } from '../read/limits.ts';
import { reparteeJson } from '../repartee-json.ts';
import { cheatSheetHtml } from './cheat-sheet.ts';
import { type ExportedLibrary, type ExportSelection, exportedLibrary } from './exported-library.ts';
import { markdown } from './markdown.ts';
import { mediaMarks } from './media-marks.ts';
import { type TablePackage, writeTablePackage } from './table-package.ts';
import { replyTable } from './table-rows.ts';
import { templateFile } from './template.ts';
import { FileTooLarge, writeWhole } from './write-whole.ts';
import { loadXlsx, type WriteXlsx } from './xlsx-file.ts';

export type ExportTask = {
  /** Path of the library. */
  database: string;
  mediaFolder: string;
  format: ExportFormat;
  selection: ExportSelection;
  path: string;
  /** Beside `path`; main removes it when the process is ended in the middle. */
  unfinished: string;
  /** Heading of what is read by people. */
  title: string;
  sheetName: string;
  locale: Locale;
  now: Instant;
  /** The day of `now` where the person is. */
  date: string;
};

/** `html` is the document of a cheat sheet, which main prints; nothing was written then. */
export type ExportWritten = { count: number; missingMedia: number; html: string | null };

export type ExportFailure =
  | { kind: 'empty' }
  | { kind: 'too-many'; limit: number }
  /** `limit` in bytes. */
  | { kind: 'too-large'; limit: number }
  | { kind: 'storage'; code: string };

/** A cheat sheet of more is some hundred pages that nobody prints, and takes minutes to lay out. */
const cheatSheetLimit = 5_000;
/** A sheet has 1,048,576 rows; we would not read more than this back. */
const tableLimit = defaultLimits.rows;

/** Reads the replies and writes them in the asked-for format. */
export async function exportJob(
  task: ExportTask,
  { report }: JobContext,
): Promise<Result<ExportWritten, ExportFailure>> {
  report('export', 0);
  const xlsxFile = task.format === 'xlsx' || task.format === 'zip' ? await loadXlsx() : null;
  try {
    const db = openReadable(task.database);
    try {
      // One state of the library throughout, whatever is edited meanwhile.
      const written = db.transaction(() => {
        const library = exportedLibrary(db, task.selection, (number, count) =>
          report('export', number / count),
        );
        return write(library, task, xlsxFile);
      })();
      if (!written.ok || written.value.pack === null) return withoutPack(written);
      const { pack } = written.value;
      await writeTablePackage(pack, task, defaultLimits.fileBytes, (number) =>
        report('export', number / pack.files.size),
      );
      return withoutPack(written);
    } finally {
      db.close();
    }
  } catch (error) {
    const isTooLarge = error instanceof FileTooLarge || error instanceof ZipTooLarge;
    if (isTooLarge) return err({ kind: 'too-large', limit: defaultLimits.fileBytes });
    const code = codeOf(error);
    if (code === 'none') throw error;
    return err({ kind: 'storage', code });
  }
}

/** What was written within the transaction; `pack` is still to be written. */
type Written = ExportWritten & { pack: TablePackage | null };

function withoutPack(written: Result<Written, ExportFailure>): Result<ExportWritten, ExportFailure> {
  if (!written.ok) return written;
  const { pack: _pack, ...value } = written.value;
  return ok(value);
}

function write(
  library: ExportedLibrary,
  task: ExportTask,
  xlsxFile: WriteXlsx | null,
): Result<Written, ExportFailure> {
  const { format, locale } = task;
  const { count } = library;
  const limit =
    format === 'pdf' ? cheatSheetLimit : format === 'json' || format === 'markdown' ? null : tableLimit;
  if (count === 0 && (format !== 'json' || library.categories.length === 0)) return err({ kind: 'empty' });
  if (limit !== null && count > limit) return err({ kind: 'too-many', limit });
  if (format === 'pdf') {
    return ok({
      count,
      missingMedia: 0,
      html: cheatSheetHtml(library, task.title, task.date, locale),
      pack: null,
    });
  }
  let missingMedia = 0;
  const media = (hash: MediaHash) => {
    const bytes = readMedia(task.mediaFolder, hash);
    if (bytes === null) missingMedia += 1;
    return bytes;
  };
  if (format === 'zip' && xlsxFile !== null) {
    const pack = tablePackage(library, task, media, xlsxFile);
    return ok({ count, missingMedia, html: null, pack });
  }
  writeWhole(
    task.path,
    task.unfinished,
    contentOf(library, task, media, xlsxFile),
    format === 'json' ? defaultLimits.fileBytes : undefined,
  );
  return ok({ count, missingMedia, html: null, pack: null });
}

function tablePackage(
  library: ExportedLibrary,
  { locale, sheetName }: ExportTask,
  media: (hash: MediaHash) => Buffer | null,
  xlsxFile: WriteXlsx,
): TablePackage {
  const t = wordsOf(exportFileMessages, locale);
  const { cellOf, files } = mediaMarks({ picture: t('picture'), file: t('file') }, media);
  const { header, widths, rows } = replyTable(library, locale, cellOf);
  const bytes = xlsxFile([{ name: sheetName, rows: [header, ...rows], widths }]);
  return { sheet: { name: `${sheetName}.xlsx`, bytes }, files };
}

function contentOf(
  library: ExportedLibrary,
  task: ExportTask,
  media: (hash: MediaHash) => Uint8Array | null,
  xlsxFile: WriteXlsx | null,
): Uint8Array | Iterable<string> {
  const { format, locale } = task;
  if (format === 'json') {
    const { libraries, categories, replies } = library;
    const whole = { exportedAt: task.now, libraries, categories, replies: replies() };
    return reparteeJson(whole, media);
  }
  if (format === 'markdown') return markdown(library, task.title, locale);
  const { header, widths, rows } = replyTable(library, locale);
  const all = [header, ...rows];
  return xlsxFile ? xlsxFile([{ name: task.sheetName, rows: all, widths }]) : [csvText(all)];
}

export type TemplateTask = { format: 'xlsx' | 'csv'; locale: Locale; path: string; unfinished: string };

/** Writes the sample table. */
export async function templateJob({
  format,
  locale,
  path,
  unfinished,
}: TemplateTask): Promise<Result<null, ExportFailure>> {
  const content = await templateFile(format, locale);
  try {
    writeWhole(path, unfinished, content);
    return ok(null);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'none') throw error;
    return err({ kind: 'storage', code });
  }
}
