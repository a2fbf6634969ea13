import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JobContext } from '../../../src/main/import-export/job-protocol.ts';
import { openReadable } from '../../../src/main/storage/database.ts';

/** A job's surroundings that remember the shares it reported. */
export function jobContext(): JobContext & { shares: (number | null)[] } {
  const shares: (number | null)[] = [];
  return {
    shares,
    toPng: async () => null,
    report: (_phase, share) => {
      shares.push(share);
    },
  };
}

/** Names of all files below a folder, sorted. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Titles of the replies in a database file. */
export function titlesIn(path: string): string[] {
  const db = openReadable(path);
  try {
    return db.prepare<[], string>('SELECT title FROM reply ORDER BY title').pluck().all();
  } finally {
    db.close();
  }
}
