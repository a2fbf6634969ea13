import type { safetyCalls } from '../shared/contract/safety-calls.ts';
import type { Handlers } from '../shared/ipc.ts';
import type { WritableDatabase } from './storage/database.ts';

export type SafetySurroundings = { db: WritableDatabase; now: () => Date };

/** The calls for backups, archive and integrity check. */
export function safetyHandlers(_around: SafetySurroundings): Handlers<typeof safetyCalls> {
  return {} as Handlers<typeof safetyCalls>;
}
