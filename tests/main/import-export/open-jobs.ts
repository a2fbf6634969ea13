import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  createJobRunner,
  type JobRunner,
  type WorkerProcess,
} from '../../../src/main/import-export/job-runner.ts';

const workerPath = fileURLToPath(new URL('../../../src/main/import-export/worker.ts', import.meta.url));
const bootstrap = new URL('../../host/utility-bootstrap.ts', import.meta.url).href;

/** Starts the process for jobs as the stand-in for Electron does: a node process with Electron's way of passing messages. */
export function forkWorker(modulePath = workerPath): WorkerProcess & { pid: number } {
  const child = fork(modulePath, [], {
    execArgv: ['--max-old-space-size=1024', '--import', bootstrap],
    serialization: 'advanced',
  });
  return {
    pid: child.pid ?? 0,
    postMessage: (message) => void child.send(message as object),
    on: (event: string, listener: (value: never) => void) => child.on(event, listener as () => void),
    kill: () => child.kill(),
  };
}

/** A runner with a real process, which ends with the test. `pids` are those of all processes that it has started. */
export function openJobs(modulePath?: string): { jobs: JobRunner; pids: number[] } {
  const pids: number[] = [];
  const jobs = createJobRunner(() => {
    const worker = forkWorker(modulePath);
    pids.push(worker.pid);
    return worker;
  });
  onTestFinished(() => jobs.close());
  return { jobs, pids };
}
