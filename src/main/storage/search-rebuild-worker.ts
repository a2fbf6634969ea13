import { parentPort, workerData } from 'node:worker_threads';
import { openReadable } from './database.ts';
import { buildSearchDatabase } from './search-rebuild.ts';

/** What the worker gets. */
export type RebuildTask = { libraryPath: string; indexPath: string };

/** What it reports: shares of the work from 0 to 1, the last message is 1 when the index is complete and closed. */
export type RebuildReport = { share: number };

const { libraryPath, indexPath } = workerData as RebuildTask;
const library = openReadable(libraryPath);
try {
  buildSearchDatabase(indexPath, library, (share) => {
    if (share < 1) parentPort?.postMessage({ share } satisfies RebuildReport);
  });
} finally {
  library.close();
}
parentPort?.postMessage({ share: 1 } satisfies RebuildReport);
