import type { SafetyProblem } from '../../shared/contract/safety-calls.ts';
import type { JobEnd } from '../import-export/job-runner.ts';

/** Codes of the system and of SQLite, such as `ENOSPC` and `SQLITE_FULL`, as against a mistake of the program. */
const systemCode = /^(?:E[A-Z0-9]+|SQLITE_[A-Z_]+)$/;

/** Codes that only writing can have. */
const writingCode = /^(?:ENOSPC|EDQUOT|EROFS|SQLITE_FULL|SQLITE_READONLY\w*|SQLITE_IOERR_WRITE)$/;

/** What a job reads and where it writes: one of them is to blame. */
export type JobPlaces = { reads: string; writes: string };

/** The place that an error with this code is about. */
export function placeOf(code: string, { reads, writes }: JobPlaces): string {
  return writingCode.test(code) ? writes : reads;
}

/** Why a job did not come to its end, for the page. A mistake of the program is thrown. */
export function jobProblem(
  end: Exclude<JobEnd<unknown>, { kind: 'done' }>,
  places: JobPlaces,
): SafetyProblem {
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
      if (systemCode.test(end.code)) {
        return { kind: 'storage', code: end.code, path: placeOf(end.code, places) };
      }
      throw new Error(`A safety job failed: ${end.message}`);
  }
}
