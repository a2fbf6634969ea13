import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createJobRunner, type WorkerProcess } from '../../../src/main/import-export/job-runner.ts';
import { openTestDatabase } from '../storage/open-test-database.ts';
import { openJobs } from './open-jobs.ts';

const now = '2026-02-03T04:05:06.789Z';
const isRunning = (pid: number | undefined) => existsSync(`/proc/${pid}/exe`);

function backupTask() {
  const { path, folder } = openTestDatabase();
  return { database: path, folder: `${folder}/backups`, reason: 'manual', keep: 10, now } as const;
}

/** A process that says nothing until it is told to. */
function silentProcess() {
  const listeners: Record<string, ((value: never) => void)[]> = { message: [], exit: [] };
  const sent: { number: number }[] = [];
  const emit = (event: string, value: unknown) => {
    for (const listener of listeners[event] ?? []) listener(value as never);
  };
  const process: WorkerProcess = {
    postMessage: (message) => sent.push(message as { number: number }),
    on: (event: string, listener: (value: never) => void) => listeners[event]?.push(listener),
    kill: () => {
      queueMicrotask(() => emit('exit', 0));
      return true;
    },
  };
  return { process, sent, emit };
}

test('a job runs in another process and answers with its value', async () => {
  const { jobs, pids } = openJobs();
  const phases: string[] = [];
  const end = await jobs.run('make-backup', backupTask(), { onProgress: ({ phase }) => phases.push(phase) });
  expect(end).toMatchObject({ kind: 'done', value: { ok: true, value: { madeAt: now, reason: 'manual' } } });
  expect(phases).toContain('backup');
  expect(pids).not.toContain(process.pid);
  expect(isRunning(pids[0])).toBe(true);
});

test('the next job takes the same process, unless it was forgotten', async () => {
  const { jobs, pids } = openJobs();
  await jobs.run('make-backup', backupTask());
  await jobs.run('make-backup', backupTask());
  expect(pids).toHaveLength(1);
  jobs.forget();
  await jobs.run('make-backup', backupTask());
  expect(pids).toHaveLength(2);
});

test('a job that throws is told with its code, and the process serves on', async () => {
  const { jobs, pids } = openJobs();
  const broken = { ...backupTask(), folder: null as unknown as string };
  expect(await jobs.run('make-backup', broken)).toMatchObject({ kind: 'done', value: { ok: false } });
  const unknown = jobs.run as unknown as (name: string, task: unknown) => Promise<unknown>;
  expect(await unknown('no-such-job', {})).toMatchObject({ kind: 'failed', code: 'none' });
  expect(await jobs.run('make-backup', backupTask())).toMatchObject({ kind: 'done' });
  expect(pids).toHaveLength(1);
});

test('a second job at the same time is refused as busy', async () => {
  const { jobs } = openJobs();
  const first = jobs.run('make-backup', backupTask());
  expect(jobs.isBusy()).toBe(true);
  expect(await jobs.run('make-backup', backupTask())).toEqual({ kind: 'busy' });
  expect(await first).toMatchObject({ kind: 'done' });
  expect(jobs.isBusy()).toBe(false);
});

test('a cancelled job has ended when its outcome comes, with its process', async () => {
  const { jobs, pids } = openJobs();
  const job = jobs.run('make-backup', backupTask());
  jobs.cancel();
  expect(await job).toEqual({ kind: 'cancelled' });
  expect(isRunning(pids[0])).toBe(false);
  expect(await jobs.run('make-backup', backupTask())).toMatchObject({ kind: 'done' });
});

test('a process that is killed from outside is a crash, and the next job gets a new one', async () => {
  const { jobs, pids } = openJobs();
  await jobs.run('make-backup', backupTask());
  // Stopped first, else it could be done before it is killed.
  process.kill(pids[0] as number, 'SIGSTOP');
  const job = jobs.run('make-backup', backupTask());
  process.kill(pids[0] as number, 'SIGKILL');
  expect(await job).toEqual({ kind: 'crashed' });
  expect(await jobs.run('make-backup', backupTask())).toMatchObject({ kind: 'done' });
});

test('a job that takes too long is stopped', async () => {
  const { process: silent } = silentProcess();
  const jobs = createJobRunner(() => silent);
  const task = { database: '', folder: '', reason: 'manual', keep: 1, now } as const;
  expect(await jobs.run('make-backup', task, { timeoutMs: 1 })).toEqual({ kind: 'timeout' });
  expect(jobs.isBusy()).toBe(false);
});

test('an answer to a job that is over is not taken for that of the next one', async () => {
  const first = silentProcess();
  const second = silentProcess();
  const processes = [first, second];
  const jobs = createJobRunner(() => processes.shift()?.process as WorkerProcess);
  const task = { database: '', folder: '', reason: 'manual', keep: 1, now } as const;
  const cancelled = jobs.run('make-backup', task);
  jobs.cancel();
  await cancelled;
  const next = jobs.run('make-backup', task);
  first.emit('message', { kind: 'done', number: 1, value: 'late' });
  second.emit('message', { kind: 'done', number: 1, value: 'late' });
  second.emit('message', { kind: 'done', number: second.sent[0]?.number, value: 'right' });
  expect(await next).toEqual({ kind: 'done', value: 'right' });
});
