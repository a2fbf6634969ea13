import type {
  ImportChoice,
  ImportDone,
  ImportPreview,
  ImportProblem,
  TransferProgress,
  transferCalls,
} from '../shared/contract/transfer-calls.ts';
import { lintPolicy } from '../shared/domain/lint/lint-policy.ts';
import type { Handlers } from '../shared/ipc.ts';
import type { Result } from '../shared/result.ts';
import { err } from '../shared/result.ts';
import type { Settings } from '../shared/settings.ts';
import type { Exports } from './exports.ts';
import type { JobProgress } from './import-export/job-protocol.ts';
import type { JobEnd, JobOptions, JobRunner } from './import-export/job-runner.ts';
import type { ImportSources } from './import-sources.ts';
import type { LibraryGate } from './library-gate.ts';

/** Reading has its own caps; this is for what slips through them. */
const previewTimeoutMs = 60_000;

export type TransferSurroundings = {
  paths: { database: string; media: string };
  jobs: JobRunner;
  gate: LibraryGate;
  sources: ImportSources;
  exports: Exports;
  settings: () => Settings;
  now: () => Date;
  /** Folder of the backups and how many daily ones to keep. */
  backups: () => Promise<{ folder: string; keep: number }>;
  /** Lets the person choose files, or a folder; null when nothing was chosen. */
  choose: (folder: boolean) => Promise<string[] | null>;
  toPng: (picture: Uint8Array) => Promise<Uint8Array | null>;
  /** No picture is to be turned into PNG for the moment. */
  picturesDone: () => void;
  progress: (progress: TransferProgress) => void;
  /** Replies were changed by an import. */
  changed: () => void;
  showInFolder: (path: string) => void;
};

/** The calls for import and export. */
export function transferHandlers(around: TransferSurroundings): Handlers<typeof transferCalls> {
  const { sources, jobs, exports } = around;

  /** The process ends with the last source: what it remembers of one may be hundreds of megabytes. */
  function rest(): void {
    if (sources.count() === 0) jobs.forget();
  }

  async function thenRest<Value>(work: Promise<Value>): Promise<Value> {
    try {
      return await work;
    } finally {
      rest();
    }
  }

  let lastPreview: Promise<unknown> = Promise.resolve();
  let cancellations = 0;

  /** A choice that changes while a preview is made asks for the next one, which waits for it. */
  function previewNext(number: number, choice: ImportChoice): Promise<Result<ImportPreview, ImportProblem>> {
    const asked = cancellations;
    const next = lastPreview.then(() =>
      asked === cancellations ? preview(around, number, choice) : err({ kind: 'cancelled' as const }),
    );
    lastPreview = next.catch(() => undefined);
    return next;
  }

  return {
    async chooseImport(folder) {
      const paths = await around.choose(folder);
      return paths === null ? null : sources.open(paths);
    },
    takeFiles: (files) => sources.take(files),
    previewImport: previewNext,
    applyImport(number) {
      const asked = cancellations;
      return apply(around, number, () => asked !== cancellations);
    },
    closeImport(number) {
      sources.close(number);
      rest();
    },
    cancelTransfer() {
      cancellations += 1;
      jobs.cancel();
    },
    exportReplies: (request) => thenRest(exports.replies(request)),
    saveTemplate: (format) => thenRest(exports.template(format)),
    showInFolder: (path) => around.showInFolder(path),
  };
}

/** Turns what a job says into what the page is told. */
function reportTo(tell: (progress: TransferProgress) => void): (progress: JobProgress) => void {
  return ({ phase, share }) => tell({ job: phase as TransferProgress['job'], share });
}

async function preview(
  around: TransferSurroundings,
  number: number,
  choice: ImportChoice,
): Promise<Result<ImportPreview, ImportProblem>> {
  const files = around.sources.files(number);
  if (files === null) return err({ kind: 'not-found', name: '', code: null });
  const options: JobOptions = {
    onProgress: reportTo(around.progress),
    timeoutMs: previewTimeoutMs,
    toPng: around.toPng,
  };
  const end = await around.jobs.run(
    'preview-import',
    {
      database: around.paths.database,
      source: { number, files },
      choice,
      policy: lintPolicy(around.settings()),
      now: around.now().toISOString(),
    },
    options,
  );
  around.picturesDone();
  return outcome(end, files[0]?.name ?? '');
}

async function apply(
  around: TransferSurroundings,
  number: number,
  isCancelled: () => boolean,
): Promise<Result<ImportDone, ImportProblem>> {
  const { jobs, paths, now } = around;
  const name = around.sources.files(number)?.[0]?.name ?? '';
  const onProgress = reportTo(around.progress);
  const { folder, keep } = await around.backups();
  if (isCancelled()) return err({ kind: 'cancelled' });
  const backup = await jobs.run(
    'make-backup',
    { database: paths.database, folder, keep, reason: 'before-import', now: now().toISOString() },
    { onProgress },
  );
  if (backup.kind !== 'done') return outcome(backup, name);
  if (!backup.value.ok) return err({ kind: 'storage', code: backup.value.error.code });

  const open = around.gate.tryHold();
  // A restore is about to put another library in place: what is imported now would be in neither.
  if (open === null) return err({ kind: 'busy' });
  try {
    const task = {
      database: paths.database,
      mediaFolder: paths.media,
      source: number,
      by: around.settings()['profile.name'],
      now: now().toISOString(),
    };
    const end = await jobs.run('apply-import', task, { onProgress });
    return end.kind === 'crashed' ? err({ kind: 'storage', code: 'CRASHED' }) : outcome(end, name);
  } finally {
    open();
    // Also after a failure: a process that ended right after its commit has done everything.
    around.changed();
  }
}

/** An outcome of the process itself, in the words of an import. */
function outcome<Value>(
  end: JobEnd<Result<Value, ImportProblem>>,
  name: string,
): Result<Value, ImportProblem> {
  switch (end.kind) {
    case 'done':
      return end.value;
    case 'cancelled':
    case 'busy':
      return err({ kind: end.kind });
    case 'timeout':
      return err({ kind: 'timeout', name });
    case 'crashed':
      // Out of memory, most likely: the file asks for more than its size tells.
      return err({ kind: 'too-complex', name });
    case 'failed':
      throw new Error(`a job failed: ${end.message}`);
  }
}
