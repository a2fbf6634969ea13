import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import type { ListQuery } from '../shared/contract/library-calls.ts';
import type {
  ExportDone,
  ExportFormat,
  ExportProblem,
  ExportRequest,
  RepliesExported,
  TransferProgress,
} from '../shared/contract/transfer-calls.ts';
import { localDay } from '../shared/domain/local-day.ts';
import type { Id } from '../shared/domain/reply.ts';
import { exportFileMessages } from '../shared/i18n/areas/export-files.ts';
import { wordsOf } from '../shared/i18n/catalogue.ts';
import type { Locale } from '../shared/i18n/locale.ts';
import type { Result } from '../shared/result.ts';
import { err, ok } from '../shared/result.ts';
import { cheatSheetCss } from './import-export/export/cheat-sheet.ts';
import type { ExportFailure } from './import-export/export/export-job.ts';
import type { ExportSelection } from './import-export/export/exported-library.ts';
import { writeWhole } from './import-export/export/write-whole.ts';
import type { JobEnd, JobRunner } from './import-export/job-runner.ts';
import { codeOf } from './start-failure.ts';

type Outcome<Done> = Result<Done, ExportProblem> | null;

export type Exports = {
  /** Asks where to, and writes; null when the person chose nothing. */
  replies: (request: ExportRequest) => Promise<Outcome<RepliesExported>>;
  template: (format: 'xlsx' | 'csv') => Promise<Outcome<ExportDone>>;
};

export type ExportSurroundings = {
  paths: { database: string; media: string };
  jobs: JobRunner;
  ask: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
  /** Where the dialog starts. */
  documents: () => string;
  locale: () => Locale;
  now: () => Date;
  /** The replies of a list as it is filtered, in its order. */
  listedIds: (query: ListQuery) => Id[];
  /** Lays a document out and prints it; `{style}` in it stands for its style sheet. */
  print: (html: string, css: string) => Promise<Uint8Array>;
  progress: (progress: TransferProgress) => void;
};

const extensions: Record<ExportFormat, string> = {
  xlsx: 'xlsx',
  zip: 'zip',
  csv: 'csv',
  json: 'json',
  markdown: 'md',
  pdf: 'pdf',
};

const typeNames: Record<ExportFormat, string> = {
  xlsx: 'Excel',
  zip: 'ZIP',
  csv: 'CSV',
  json: 'JSON',
  markdown: 'Markdown',
  pdf: 'PDF',
};

/** Makes the exports: the dialog here, the work in the process for jobs, printing in a page of ours. */
export function createExports(around: ExportSurroundings): Exports {
  const { jobs, paths } = around;

  async function askWhere(format: ExportFormat, name: string): Promise<string | null> {
    const extension = extensions[format];
    const { canceled, filePath } = await around.ask({
      defaultPath: join(around.documents(), `${name}.${extension}`),
      filters: [{ name: typeNames[format], extensions: [extension] }],
    });
    if (canceled || filePath === '') return null;
    return extname(filePath) === '' ? freeName(filePath, extension) : filePath;
  }

  async function replies({ format, what }: ExportRequest): Promise<Outcome<RepliesExported>> {
    const locale = around.locale();
    const t = wordsOf(exportFileMessages, locale);
    const now = around.now();
    const day = localDay(now);
    if (jobs.isBusy()) return err({ kind: 'busy' });
    const path = await askWhere(format, `${t(format === 'pdf' ? 'cheatSheetName' : 'fileName')}-${day}`);
    if (path === null) return null;
    const unfinished = besides(path);
    const task = {
      database: paths.database,
      mediaFolder: paths.media,
      format,
      selection: selectionOf(what, around.listedIds),
      path,
      unfinished,
      title: format === 'pdf' ? t('cheatSheet.title') : basename(path, extname(path)),
      sheetName: t('sheet'),
      locale,
      now: now.toISOString(),
      date: day,
    };
    const onProgress = ({ share }: { share: number | null }) => around.progress({ job: 'export', share });
    const written = await finished(await jobs.run('export-replies', task, { onProgress }), path, unfinished);
    if (!written.ok) return written;
    const { count, missingMedia, html } = written.value;
    if (html === null) return ok({ path, count, missingMedia });
    around.progress({ job: 'export', share: null });
    return printed(html, path, unfinished, count);
  }

  async function printed(
    html: string,
    path: string,
    unfinished: string,
    count: number,
  ): Promise<Outcome<RepliesExported>> {
    const pdf = await around.print(html, cheatSheetCss);
    try {
      writeWhole(path, unfinished, pdf);
      return ok({ path, count, missingMedia: 0 });
    } catch (error) {
      const code = codeOf(error);
      if (code === 'none') throw error;
      return err({ kind: 'storage', code, path });
    }
  }

  async function template(format: 'xlsx' | 'csv'): Promise<Outcome<ExportDone>> {
    const locale = around.locale();
    if (jobs.isBusy()) return err({ kind: 'busy' });
    const path = await askWhere(format, wordsOf(exportFileMessages, locale)('templateName'));
    if (path === null) return null;
    const unfinished = besides(path);
    const end = await jobs.run('write-template', { format, locale, path, unfinished });
    const written = await finished(end, path, unfinished);
    return written.ok ? ok({ path, count: 2 }) : written;
  }

  return { replies, template };
}

/** Some systems' dialogs leave the extension to the app; they have not asked whether that file may be replaced. */
function freeName(path: string, extension: string): string {
  let candidate = `${path}.${extension}`;
  for (let number = 2; existsSync(candidate); number += 1) candidate = `${path} (${number}).${extension}`;
  return candidate;
}

/** A file name beside `path` that nobody else has: renaming works within a disk only. */
function besides(path: string): string {
  return `${path}.${randomUUID()}.part`;
}

function selectionOf(what: ExportRequest['what'], listedIds: (query: ListQuery) => Id[]): ExportSelection {
  return what.kind === 'query' ? { kind: 'ids', ids: listedIds(what.query) } : what;
}

/** What became of the job, with nothing left behind where it was ended in the middle. */
async function finished<Value>(
  end: JobEnd<Result<Value, ExportFailure>>,
  path: string,
  unfinished: string,
): Promise<Result<Value, ExportProblem>> {
  if (end.kind === 'done') {
    if (end.value.ok) return end.value;
    const { error } = end.value;
    return err(error.kind === 'storage' ? { ...error, path } : error);
  }
  await rm(unfinished, { force: true });
  if (end.kind === 'cancelled' || end.kind === 'busy') return err({ kind: end.kind });
  throw new Error(
    end.kind === 'failed' ? `a job failed: ${end.message}` : `the process for jobs: ${end.kind}`,
  );
}
