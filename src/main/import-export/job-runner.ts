import type { JobName, JobProgress, JobReport, JobRequest, TaskOf, ValueOf } from './job-protocol.ts';

/** The process that jobs run in: Electron's utility process, or one that behaves like it. */
export type WorkerProcess = {
  postMessage: (message: unknown) => void;
  on: {
    (event: 'message', listener: (message: unknown) => void): unknown;
    (event: 'exit', listener: (code: number) => void): unknown;
  };
  kill: () => boolean;
};

/** How a job ended. What a job itself expects to go wrong is in its value. */
export type JobEnd<Value> =
  | { kind: 'done'; value: Value }
  /** It threw; `code` is the system's or SQLite's, or `none`. */
  | { kind: 'failed'; code: string; message: string }
  | { kind: 'cancelled' }
  | { kind: 'timeout' }
  /** The process ended by itself: out of memory, or killed from outside. */
  | { kind: 'crashed' }
  /** Another job runs; nothing was begun. */
  | { kind: 'busy' };

export type JobOptions = {
  onProgress?: (progress: JobProgress) => void;
  /** The job is stopped after this time. */
  timeoutMs?: number;
  /** Turns pictures into PNG for the job; without it no picture is one. */
  toPng?: (picture: Uint8Array) => Promise<Uint8Array | null>;
};

/** Runs jobs in another process, one at a time. */
export type JobRunner = {
  run: <Name extends JobName>(
    name: Name,
    task: TaskOf<Name>,
    options?: JobOptions,
  ) => Promise<JobEnd<ValueOf<Name>>>;
  /** Stops the running job, if there is one, by ending its process. Nothing that it began stays half done. */
  cancel: () => void;
  isBusy: () => boolean;
  /** Ends the process unless a job runs: what it has kept in memory, such as the plan of an import, is given up. */
  forget: () => void;
  close: () => void;
};

type Running = {
  number: number;
  settle: (end: JobEnd<unknown>) => void;
  onProgress: (progress: JobProgress) => void;
  toPng: (picture: Uint8Array) => Promise<Uint8Array | null>;
};

/**
 * Prepares the process for jobs, which is started when the first one comes and kept for the next.
 * @param fork Starts `worker.ts` in a process of its own.
 */
export function createJobRunner(fork: () => WorkerProcess): JobRunner {
  let worker: WorkerProcess | null = null;
  let running: Running | null = null;
  let lastNumber = 0;

  function start(): WorkerProcess {
    const started = fork();
    started.on('message', (message) => {
      if (started === worker) receive(message as JobReport);
    });
    started.on('exit', () => {
      if (started !== worker) return;
      worker = null;
      finish({ kind: 'crashed' });
    });
    return started;
  }

  function receive(report: JobReport): void {
    if (report.number !== running?.number) return;
    if (report.kind === 'progress') running.onProgress(report.progress);
    else if (report.kind === 'ask') void answer(running, report.question, report.picture);
    else if (report.kind === 'done') finish({ kind: 'done', value: report.value });
    else finish({ kind: 'failed', code: report.code, message: report.message });
  }

  async function answer(job: Running, question: number, picture: Uint8Array): Promise<void> {
    // A picture that breaks its decoder is one that cannot be read.
    const png = await job.toPng(picture).catch(() => null);
    if (job === running) worker?.postMessage({ kind: 'answer', question, png } satisfies JobRequest);
  }

  function finish(end: JobEnd<unknown>): void {
    const ended = running;
    running = null;
    ended?.settle(end);
  }

  /** Resolves when the process is gone, so that its locks and open files are gone as well. */
  function stop(end: JobEnd<unknown>): void {
    const stopped = worker;
    worker = null;
    if (!stopped) {
      finish(end);
      return;
    }
    const job = running;
    stopped.on('exit', () => {
      if (running === job) finish(end);
    });
    stopped.kill();
  }

  return {
    run(name, task, { onProgress = () => {}, timeoutMs, toPng = async () => null } = {}) {
      if (running) return Promise.resolve({ kind: 'busy' });
      lastNumber += 1;
      const number = lastNumber;
      const { promise, resolve } = Promise.withResolvers<JobEnd<unknown>>();
      const timer =
        timeoutMs === undefined ? undefined : setTimeout(() => stop({ kind: 'timeout' }), timeoutMs);
      const settle = (end: JobEnd<unknown>) => {
        clearTimeout(timer);
        resolve(end);
      };
      running = { number, settle, onProgress, toPng };
      worker ??= start();
      worker.postMessage({ kind: 'run', number, name, task } satisfies JobRequest);
      return promise as Promise<JobEnd<ValueOf<typeof name>>>;
    },
    cancel() {
      if (running) stop({ kind: 'cancelled' });
    },
    isBusy: () => running !== null,
    forget() {
      if (!running) stop({ kind: 'cancelled' });
    },
    close() {
      stop({ kind: 'cancelled' });
    },
  };
}
