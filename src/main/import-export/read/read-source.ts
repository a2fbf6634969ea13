import type { TableMapping } from '../../../shared/contract/transfer-calls.ts';
import { err } from '../../../shared/result.ts';
import type { ReadOutcome } from './imported.ts';
import type { Limits } from './limits.ts';

export type ReadOptions = {
  /** How a table is to be read; null lets the reader decide. Means nothing for what is no table. */
  mapping: TableMapping | null;
  /** Told the share that is done, 0 to 1. */
  onProgress: (share: number) => void;
  limits?: Limits;
};

/**
 * Reads files, or one folder, as replies. What they are is decided by their content, never by their names.
 * Bad input gives a problem, a bad row a reply with `skip`; it throws for nothing that a file can hold.
 */
export async function readSource(
  files: readonly { path: string; name: string }[],
  options: ReadOptions,
): Promise<ReadOutcome> {
  options.onProgress(0);
  return err({ kind: 'unknown-format', name: files[0]?.name ?? '' });
}
