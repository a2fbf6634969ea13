import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../shared/result.ts';
import { ok } from '../../shared/result.ts';
import type { Job } from '../import-export/job-protocol.ts';
import { removeDatabase } from '../storage/backup.ts';
import { openReadable } from '../storage/database.ts';
import { carrySettings, type StageProblem, stageDatabase, writeClean } from '../storage/stage-database.ts';

export type StageRestoreTask = {
  /** The backup; it is only read. */
  source: string;
  /** The library in use, some of whose settings stay. */
  database: string;
  /** The folder of the restore: `next.db` is made there. */
  staging: string;
};

/** Checks a backup from end to end, brings a copy up to the present schema and lays it ready for the next start. */
export const stageRestore: Job<StageRestoreTask, Result<null, StageProblem>> = (
  { source, database, staging },
  { report },
) => {
  report('restore', null);
  return stageInto(source, database, staging);
};

/** As `stageRestore`, for what has been unpacked. */
export function stageInto(source: string, database: string, staging: string): Result<null, StageProblem> {
  mkdirSync(staging, { recursive: true });
  const draft = join(staging, 'draft.db');
  try {
    const staged = stageDatabase(source, draft);
    if (!staged.ok) return staged;
    const present = openReadable(database);
    try {
      carrySettings(staged.value, present);
      writeClean(staged.value, join(staging, 'next.db'));
    } finally {
      present.close();
      staged.value.close();
    }
    return ok(null);
  } finally {
    removeDatabase(draft);
  }
}
