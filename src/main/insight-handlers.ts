import type { insightCalls } from '../shared/contract/insight-calls.ts';
import type { Handlers } from '../shared/ipc.ts';
import type { WritableDatabase } from './storage/database.ts';

export type InsightSurroundings = { db: WritableDatabase; now: () => Date };

/** The dashboard's calls. */
export function insightHandlers(_around: InsightSurroundings): Handlers<typeof insightCalls> {
  return {} as Handlers<typeof insightCalls>;
}
