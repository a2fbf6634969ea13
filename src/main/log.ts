import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/*
 * The log names what happened and counts it. It never carries what people wrote, copied, searched or had on screen:
 * only the fields below get in, and text only when it looks like a name.
 */

/** Everything that a line may say besides its event. */
export type LogFields = {
  /** Which of an event's outcomes, for example `focus-refused`. */
  kind?: string;
  /** A code of the system or a library, for example `SQLITE_FULL`. */
  code?: string | number;
  version?: string;
  platform?: string;
  /** Name of a program, never a window's title. */
  app?: string;
  ms?: number;
  count?: number;
  bytes?: number;
  ok?: boolean;
};

export type LogLevel = 'info' | 'warn' | 'error';

export type Log = Record<LogLevel, (event: string, fields: LogFields) => void> & {
  /** Writes down an error: its class, its code and where it came from. */
  failure: (event: string, error: unknown) => void;
  /**
   * Writes down errors that nobody caught and keeps the app running. `onCrash` is told as well; the returned function
   * ends it.
   */
  watchCrashes: (onCrash?: (error: unknown) => void) => () => void;
};

const maxBytes = 1024 * 1024;

/** The file in use and the two before it. */
const fileNames = ['repartee.log', 'repartee.1.log', 'repartee.2.log'] as const;

/** Identifiers such as `copied`, `SQLITE_FULL`, `0.1.0`: no spaces, no script but ASCII. */
const identifier = /^[\w.:+-]{1,64}$/;

/** Programs have names in every script. */
const programName = /^[\p{L}\p{N}._ +-]{1,40}$/u;

const textFields: Record<string, RegExp> = {
  kind: identifier,
  code: identifier,
  version: identifier,
  platform: identifier,
  app: programName,
};

const allowedFields = new Set([...Object.keys(textFields), 'ms', 'count', 'bytes', 'ok']);

/**
 * Opens the log in `folder`: lines of JSON, at most three files of 1 MB. A line is on its way to the disk when the
 * call returns, so that nothing is lost in a crash.
 */
export function createLog(folder: string): Log {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // As for a line that cannot be written: what the folder is for matters more than its log.
  }
  const current = join(folder, fileNames[0]);
  let size = sizeOf(current);

  function write(level: LogLevel, event: string, fields: Record<string, unknown>): void {
    const head = { time: new Date().toISOString(), level, event: identifier.test(event) ? event : '?' };
    const line = `${JSON.stringify({ ...head, ...fields })}\n`;
    const bytes = Buffer.byteLength(line);
    try {
      if (size + bytes > maxBytes) {
        rotate(folder);
        size = 0;
      }
      appendFileSync(current, line);
      size += bytes;
    } catch {
      // A full disk or a lost folder: there is nowhere to write it down, and pasting matters more than logging.
    }
  }

  const at = (level: LogLevel) => (event: string, fields: LogFields) => write(level, event, allowed(fields));

  const failure = (event: string, error: unknown) => write('error', event, describeCrash(error));

  return {
    failure,
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    watchCrashes(onCrash = () => {}) {
      const onError = (event: string) => (error: unknown) => {
        failure(event, error);
        onCrash(error);
      };
      const onException = onError('uncaught-exception');
      const onRejection = onError('unhandled-rejection');
      process.on('uncaughtException', onException);
      process.on('unhandledRejection', onRejection);
      return () => {
        process.off('uncaughtException', onException);
        process.off('unhandledRejection', onRejection);
      };
    },
  };
}

/** Keeps the allowed fields. Text that does not look like a name becomes `?`; anything but text, numbers and yes or no goes. */
function allowed(fields: LogFields): Record<string, unknown> {
  const kept = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    if (!allowedFields.has(name)) return [];
    if (typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
    if (typeof value !== 'string') return [];
    return [[name, textFields[name]?.test(value) ? value : '?']];
  });
  return Object.fromEntries(kept);
}

/** What an error may say of itself: its class, its code and where it came from. Its message can quote what people wrote. */
function describeCrash(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = (error as Error & { code?: unknown }).code;
  return {
    ...allowed({ kind: error.name, code: String(code ?? 'none') }),
    at: stackPlaces(error),
  };
}

/** `file:line:column` of each frame, innermost first. The message, which may look like frames, is cut off before. */
function stackPlaces(error: Error): string[] {
  const stack = error.stack ?? '';
  const messageEnd = Math.max(0, stack.indexOf(error.message)) + error.message.length;
  const frames = stack
    .slice(messageEnd)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line));
  return frames.flatMap((line) => {
    const place = /([^\s()]+:\d+:\d+)\)?$/.exec(line)?.[1];
    return place ? [basename(place)] : [];
  });
}

function rotate(folder: string): void {
  for (let index = fileNames.length - 1; index > 0; index -= 1) {
    const older = join(folder, fileNames[index] ?? '');
    const newer = join(folder, fileNames[index - 1] ?? '');
    if (sizeOf(newer) > 0) renameSync(newer, older);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
