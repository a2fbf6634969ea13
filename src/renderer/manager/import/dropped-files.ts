import type { DialogProblem } from './problem-words.ts';

/** What main takes of dropped files; a page that exceeds it would be refused without a word. */
export const maxFiles = 200;
export const maxFileBytes = 50 * 1024 * 1024;
const maxNameLength = 255;

/** A dropped file: `path` is where it lay in a dropped folder, such as `./phrases/refund.txt`. */
export type DroppedFile = Pick<File, 'name' | 'size'> & { path?: string; relativePath?: string };

/** Why dropped files are not even sent to main; null when they are. */
export function dropProblem(files: readonly DroppedFile[]): DialogProblem | null {
  if (files.length === 0) return { kind: 'nothing-dropped' };
  if (files.length > maxFiles) return { kind: 'too-many-files' };
  const large = files.find(({ size }) => size > maxFileBytes);
  return large ? { kind: 'too-large', name: large.name, limit: maxFileBytes } : null;
}

/** The name that a file keeps: with its folders, as packages of several files need them, if that is not too long. */
export function droppedName(file: DroppedFile): string {
  const path = (file.relativePath ?? file.path ?? file.name).replace(/^\.?\//, '');
  return path.length <= maxNameLength && path !== '' ? path : file.name.slice(-maxNameLength);
}
