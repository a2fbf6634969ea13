import type { BackupContents } from '../../shared/contract/safety-calls.ts';
import type { Result } from '../../shared/result.ts';
import { ok } from '../../shared/result.ts';
import type { Job } from '../import-export/job-protocol.ts';
import { removeDatabase } from '../storage/backup.ts';
import { readBackupContents } from '../storage/backup-contents.ts';
import { openReadable } from '../storage/database.ts';
import { type StageProblem, stageDatabase } from '../storage/stage-database.ts';

export type InspectTask = {
  source: string;
  /** Where a copy may lie meanwhile: the backup itself is only read. */
  draft: string;
  database: string;
  media: string;
};

/** What is in a backup, compared with the library in use. */
export const inspectBackup: Job<InspectTask, Result<BackupContents, StageProblem>> = (
  { source, draft, database, media },
  { report },
) => {
  report('inspect', null);
  try {
    const staged = stageDatabase(source, draft);
    if (!staged.ok) return staged;
    const present = openReadable(database);
    try {
      return ok(readBackupContents(staged.value, present, media));
    } finally {
      present.close();
      staged.value.close();
    }
  } finally {
    removeDatabase(draft);
  }
};
