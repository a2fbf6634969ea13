import { codeOf } from '../start-failure.ts';
import type { JobContext, JobReport, JobRequest } from './job-protocol.ts';
import { jobs } from './jobs.ts';

/** Milliseconds between two reports of progress of the same phase: more than a page can show are not worth a message. */
const reportInterval = 50;

/** The port to main, as Electron gives it to a utility process. */
const port = process.parentPort;

port.on('message', ({ data }) => void perform(data as JobRequest));

async function perform({ number, name, task }: JobRequest): Promise<void> {
  try {
    const job = jobs[name] as (task: unknown, context: JobContext) => unknown;
    const value = await job(task, { report: reporter(number) });
    tell({ kind: 'done', number, value });
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    tell({ kind: 'failed', number, code: codeOf(error), message });
  }
}

function tell(report: JobReport): void {
  port.postMessage(report);
}

function reporter(number: number): JobContext['report'] {
  let last = { phase: '', at: 0 };
  return (phase, share) => {
    const at = performance.now();
    if (phase === last.phase && at - last.at < reportInterval) return;
    last = { phase, at };
    tell({ kind: 'progress', number, progress: { phase, share } });
  };
}
