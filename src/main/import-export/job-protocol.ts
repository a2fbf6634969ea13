import type { jobs } from './jobs.ts';

/** Where a job stands: what it is doing, and how much of that is done, 0 to 1; null while that is not known. */
export type JobProgress<Phase extends string = string> = { phase: Phase; share: number | null };

/** What a job may do besides its work. */
export type JobContext = {
  /** Tells main how far the job is. Cheap to call often: most calls are dropped. */
  report: (phase: string, share: number | null) => void;
  /** Has main turn a picture of any usual format into PNG; null when it is none. */
  toPng: (picture: Uint8Array) => Promise<Uint8Array | null>;
};

/**
 * Work that would hold up the app. It runs in a process of its own, which may be killed at any moment: whatever it writes
 * has to be one transaction, or a file that gets its name when it is whole. Task and value are plain data.
 */
export type Job<Task, Value> = (task: Task, context: JobContext) => Value | Promise<Value>;

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type TaskOf<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type ValueOf<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;

/** What main sends: a job, and the answers to what the job has asked. */
export type JobRequest =
  | { kind: 'run'; number: number; name: JobName; task: unknown }
  | { kind: 'answer'; question: number; png: Uint8Array | null };

/** What the process sends: progress and questions any number of times, then the value or what went wrong. */
export type JobReport =
  | { kind: 'progress'; number: number; progress: JobProgress }
  | { kind: 'ask'; number: number; question: number; picture: Uint8Array }
  | { kind: 'done'; number: number; value: unknown }
  | { kind: 'failed'; number: number; code: string; message: string };
