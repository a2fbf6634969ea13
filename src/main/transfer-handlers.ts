import type { transferCalls } from '../shared/contract/transfer-calls.ts';
import type { Handlers } from '../shared/ipc.ts';
import type { WritableDatabase } from './storage/database.ts';

export type TransferSurroundings = { db: WritableDatabase; now: () => Date };

/** The calls for import and export. */
export function transferHandlers(_around: TransferSurroundings): Handlers<typeof transferCalls> {
  return {} as Handlers<typeof transferCalls>;
}
