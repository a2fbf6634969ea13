import { checkIntegrity } from './check-integrity.ts';
import { inspectBackup } from './inspect-backup.ts';
import { readArchive } from './read-archive.ts';
import { stageRestore } from './stage-restore.ts';
import { writeArchive } from './write-archive.ts';

/** The jobs of backups, archive and integrity check. */
export const safetyJobs = {
  'inspect-backup': inspectBackup,
  'stage-restore': stageRestore,
  'write-archive': writeArchive,
  'read-archive': readArchive,
  'check-integrity': checkIntegrity,
};
