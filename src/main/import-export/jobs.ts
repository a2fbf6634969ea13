import { safetyJobs } from '../safety/safety-jobs.ts';
import { backupJob } from './backup-job.ts';
import { exportJob, templateJob } from './export/export-job.ts';
import { applyJob, previewJob } from './import-session.ts';
import { stepJob } from './step-job.ts';

/** Every job by its name. A new one is one line here; main runs it with `JobRunner.run(name, task)`. */
export const jobs = {
  'make-backup': backupJob,
  'preview-import': previewJob,
  'apply-import': applyJob,
  'export-replies': exportJob,
  'write-template': templateJob,
  'make-step': stepJob,
  ...safetyJobs,
};
