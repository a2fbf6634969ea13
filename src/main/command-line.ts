import { resolve } from 'node:path';

/** What the command line asks for. */
export type CommandLine =
  | { kind: 'start' }
  /** Absolute paths, as many as were given; whether they exist is told where they are read. */
  | { kind: 'import'; paths: string[] }
  /** `wrong` is what was not understood; null when help was asked for. */
  | { kind: 'usage'; wrong: string | null };

/**
 * Reads the command line of a start, or of a second one. Switches are Chromium's business, except for help; what follows
 * `--` is never a switch.
 * @param argv With the program first, and after it, unless the app is packaged, the app's folder.
 * @param folder Working directory of the caller, which relative paths are relative to.
 */
export function parseCommandLine(argv: readonly string[], packaged: boolean, folder: string): CommandLine {
  const args = argv.slice(1);
  const separator = args.indexOf('--');
  const before = separator < 0 ? args : args.slice(0, separator);
  const words = [
    ...before.filter((argument) => argument !== '' && !argument.startsWith('-')),
    ...(separator < 0 ? [] : args.slice(separator + 1)),
  ];
  const [command, ...files] = packaged ? words : words.slice(1);
  if (before.includes('--help') || before.includes('-h')) return { kind: 'usage', wrong: null };
  if (command === undefined) return { kind: 'start' };
  if (command !== 'import' || files.length === 0) return { kind: 'usage', wrong: command };
  return { kind: 'import', paths: files.map((file) => resolve(folder, file)) };
}
