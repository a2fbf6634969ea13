import type {
  ImportChoice,
  ImportDone,
  ImportPreview,
  ImportProblem,
  RowFate,
} from '../../shared/contract/transfer-calls.ts';
import type { LintPolicy } from '../../shared/domain/lint/lint-rule.ts';
import type { Instant } from '../../shared/domain/reply.ts';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import { codeOf } from '../start-failure.ts';
import { openReadable, openWritable, type WritableDatabase } from '../storage/database.ts';
import { performStep, undoState } from '../storage/edit-journal.ts';
import { libraryMark } from '../storage/library-mark.ts';
import { storeMedia } from '../storage/media.ts';
import { convertPictures } from './convert-pictures.ts';
import type { JobContext } from './job-protocol.ts';
import { type ImportPlan, planImport } from './plan/plan-import.ts';
import { countFates, previewOf } from './plan/preview.ts';
import type { Reading, ReadOutcome } from './read/imported.ts';
import { readSource } from './read/read-source.ts';

/** Files, or one folder, and the number under which main knows them. */
export type SourceFiles = { number: number; files: { path: string; name: string }[] };

export type PreviewTask = {
  /** Path of the library. */
  database: string;
  source: SourceFiles;
  choice: ImportChoice;
  policy: LintPolicy;
  now: Instant;
};

export type ApplyTask = {
  database: string;
  mediaFolder: string;
  source: number;
  /** Who imports: the profile name. */
  by: string;
  now: Instant;
};

/** How much of a preview is reading; the rest is comparing with the library. */
const readShare = 0.6;
/** How much of applying is storing pictures, where there are any. */
const mediaShare = 0.3;

/*
 * What the process remembers between two jobs. A source is read once, also when only the choices change, and applying does
 * exactly what the last preview has shown.
 */
let lastReading: { keys: string[]; reading: Reading } | null = null;
let lastPlan: { source: number; plan: ImportPlan } | null = null;

/** Reads a source and decides what would become of its rows. Writes nothing. */
export async function previewJob(
  { database, source, choice, policy, now }: PreviewTask,
  { report, toPng }: JobContext,
): Promise<Result<ImportPreview, ImportProblem>> {
  lastPlan = null;
  const outcome = await readOnce(source, choice, toPng, (share) => report('read', share * readShare));
  if (!outcome.ok) return outcome;
  return withStorageProblems(() => {
    const db = openReadable(database);
    try {
      const plan = planImport(db, outcome.value, choice, policy, new Date(now), (share) =>
        report('read', readShare + share * (1 - readShare)),
      );
      lastPlan = { source: source.number, plan };
      return ok(previewOf(outcome.value, plan));
    } finally {
      db.close();
    }
  });
}

/** Does what the last preview has shown, in one transaction. A library that has changed since is left alone. */
export function applyJob(
  { database, mediaFolder, source, by, now }: ApplyTask,
  { report }: JobContext,
): Result<ImportDone, ImportProblem> {
  const plan = lastPlan?.source === source ? lastPlan.plan : null;
  lastPlan = null;
  if (plan === null) return err({ kind: 'preview-outdated' });
  return withStorageProblems(() => {
    const db = openWritable(database);
    try {
      if (libraryMark(db) !== plan.mark) return err({ kind: 'preview-outdated' });
      carryOut(db, plan, mediaFolder, { now: new Date(now), by, source: 'import' }, (share) =>
        report('apply', share),
      );
      const counts = countFates(plan.rows);
      return ok({
        counts,
        categories: plan.newCategories.length,
        pictures: plan.media.size,
        undo: undoState(db),
      });
    } finally {
      db.close();
    }
  });
}

function carryOut(
  db: WritableDatabase,
  plan: ImportPlan,
  mediaFolder: string,
  saver: { now: Date; by: string; source: 'import' },
  onProgress: (share: number) => void,
): void {
  if (plan.changes.length === 0) return;
  const share = plan.media.size > 0 ? mediaShare : 0;
  onProgress(0);
  let stored = 0;
  // One transaction for the notes on all files; a file is whole before it has its name.
  db.transaction(() => {
    for (const bytes of plan.media.values()) {
      storeMedia(db, mediaFolder, Buffer.from(bytes), saver.now.toISOString());
      stored += 1;
      onProgress((share * stored) / plan.media.size);
    }
  }).immediate();
  const fates: Record<RowFate, number> = countFates(plan.rows);
  const count = fates.new + fates.changed;
  const only = count === 1 ? plan.rows.find(({ fate }) => fate === 'new' || fate === 'changed') : undefined;
  const label = { kind: 'import', count, name: only?.title ?? null } as const;
  performStep(db, label, plan.changes, saver, (done) => onProgress(share + done * (1 - share)));
}

async function readOnce(
  source: SourceFiles,
  { mapping }: ImportChoice,
  toPng: JobContext['toPng'],
  onProgress: (share: number) => void,
): Promise<ReadOutcome> {
  const keyOf = (used: ImportChoice['mapping']) => JSON.stringify([source.number, used]);
  const key = keyOf(mapping);
  if (lastReading?.keys.includes(key)) return ok(lastReading.reading);
  lastReading = null;
  const outcome = await readSource(source.files, { mapping, onProgress });
  if (outcome.ok) {
    await convertPictures(outcome.value.replies, toPng);
    // What the reader has decided for itself may come back as the mapping of the next preview.
    const decided = keyOf(outcome.value.table?.mapping ?? mapping);
    lastReading = { keys: [key, decided], reading: outcome.value };
  }
  return outcome;
}

/** A full disk, a locked or read-only file is an outcome; anything else that throws is a bug. */
function withStorageProblems<Value>(work: () => Result<Value, ImportProblem>): Result<Value, ImportProblem> {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'none') throw error;
    return err({ kind: 'storage', code });
  }
}
