import type {
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import type { ListQuery } from '../shared/contract/library-calls.ts';
import type { TransferProgress, transferCalls } from '../shared/contract/transfer-calls.ts';
import type { Id } from '../shared/domain/reply.ts';
import type { Locale } from '../shared/i18n/locale.ts';
import type { Handlers } from '../shared/ipc.ts';
import type { Settings } from '../shared/settings.ts';
import { createExports } from './exports.ts';
import type { JobRunner } from './import-export/job-runner.ts';
import { createImportSources, type ImportSources } from './import-sources.ts';
import type { LibraryGate } from './library-gate.ts';
import { transferHandlers } from './transfer-handlers.ts';
import { createPictureConverter, printPdf } from './windows/hidden-page.ts';
import type { TemporaryResources } from './windows/temporary-resources.ts';

export type TransferOptions = {
  paths: { incoming: string; database: string; media: string };
  jobs: JobRunner;
  gate: LibraryGate;
  temporary: TemporaryResources;
  dialogs: {
    open: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>;
    save: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
  };
  documents: () => string;
  settings: () => Settings;
  locale: () => Locale;
  now: () => Date;
  backups: () => Promise<{ folder: string; keep: number }>;
  listedIds: (query: ListQuery) => Id[];
  progress: (progress: TransferProgress) => void;
  changed: () => void;
  showInFolder: (path: string) => void;
};

/** Import and export, joined with the dialogs and pages that they need. */
export type Transfer = { handlers: Handlers<typeof transferCalls>; sources: ImportSources };

/** Joins the calls of import and export with dialogs, hidden pages and the process for jobs. */
export function createTransfer(options: TransferOptions): Transfer {
  const { temporary, dialogs } = options;
  const sources = createImportSources(options.paths.incoming);
  const pictures = createPictureConverter(temporary);
  const exports = createExports({
    ...options,
    ask: (given) => dialogs.save(given),
    print: (html, css) => printPdf(temporary, html, css),
  });
  const handlers = transferHandlers({
    ...options,
    sources,
    exports,
    toPng: (picture) => pictures.toPng(picture),
    picturesDone: () => pictures.rest(),
    async choose(folder) {
      const { canceled, filePaths } = await dialogs.open({
        defaultPath: options.documents(),
        properties: folder ? ['openDirectory'] : ['openFile', 'multiSelections'],
      });
      return canceled || filePaths.length === 0 ? null : filePaths;
    },
  });
  return { handlers, sources };
}
