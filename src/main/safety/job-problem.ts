import type { SafetyProblem } from '../../shared/contract/safety-calls.ts';
import type { JobEnd } from '../import-export/job-runner.ts';

/** Codes of the system and of SQLite, such as `ENOSPC` and `SQLITE_FULL`, as against a mistake of the program. */
const systemCode = /^(?:E[A-Z0-9]+|SQLITE_[A-Z_]+)$/;

/**
 * Why a job did not come to its end, for the page. A mistake of the program is thrown.
 * @param path What the job was about to write or read.
 */
export function jobProblem(end: Exclude<JobEnd<unknown>, { kind: 'done' }>, path: string): SafetyProblem {
  switch (end.kind) {
    case 'busy':
    case 'cancelled':
      return { kind: end.kind };
    case 'timeout':
      return { kind: 'damaged', detail: 'timeout' };
    case 'crashed':
      // What was read was too much for the process: nothing sound is.
      return { kind: 'damaged', detail: 'crashed' };
    case 'failed':
      if (systemCode.test(end.code)) return { kind: 'storage', code: end.code, path };
      throw new Error(`A safety job failed: ${end.message}`);
  }
}
