import { codeOf } from '../start-failure.ts';
import type { JobContext, JobReport, JobRequest } from './job-protocol.ts';
import { jobs } from './jobs.ts';

/** Milliseconds between two reports of progress of the same phase: more than a page can show are not worth a message. */
const reportInterval = 50;

/** The port to main, as Electron gives it to a utility process. */
const port = process.parentPort;

/** What waits for main's answer, by number of the question. */
const questions = new Map<number, (png: Uint8Array | null) => void>();
let lastQuestion = 0;

port.on('message', ({ data }) => {
  const request = data as JobRequest;
  if (request.kind === 'run') void perform(request);
  else answer(request.question, request.png);
});

async function perform({ number, name, task }: Extract<JobRequest, { kind: 'run' }>): Promise<void> {
  try {
    const job = jobs[name] as (task: unknown, context: JobContext) => unknown;
    const value = await job(task, { report: reporter(number), toPng: (picture) => ask(number, picture) });
    tell({ kind: 'done', number, value });
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    tell({ kind: 'failed', number, code: codeOf(error), message });
  }
}

function ask(number: number, picture: Uint8Array): Promise<Uint8Array | null> {
  lastQuestion += 1;
  const question = lastQuestion;
  return new Promise((resolve) => {
    questions.set(question, resolve);
    tell({ kind: 'ask', number, question, picture });
  });
}

function answer(question: number, png: Uint8Array | null): void {
  questions.get(question)?.(png);
  questions.delete(question);
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
