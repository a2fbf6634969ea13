import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { IntegrityFinding } from '../../shared/contract/safety-calls.ts';
import type { Job } from '../import-export/job-protocol.ts';
import { codeOf } from '../start-failure.ts';
import { isHealthy } from '../storage/backup.ts';
import { openReadable } from '../storage/database.ts';
import {
  checkDatabase,
  checkSearchIndex,
  countReplies,
  mediaOwners,
  wantedMedia,
} from '../storage/integrity.ts';
import { mediaPath } from '../storage/media.ts';
import { mediaFiles } from './write-archive.ts';

export type CheckTask = { database: string; search: string; media: string; backups: string[] };

export type CheckValue = { findings: IntegrityFinding[]; replies: number; media: number };

/** Shares of the work for the bar: the database, then the stored files, then the backups. */
const databaseShare = 0.2;
const mediaShare = 0.5;

/** Looks whether everything that belongs to the library is there and sound. Changes nothing. */
export const checkIntegrity: Job<CheckTask, CheckValue> = async (task, { report }) => {
  const findings: IntegrityFinding[] = [];
  report('check', 0);
  const db = openReadable(task.database);
  try {
    findings.push(...checkDatabase(db));
    const search = checkSearchIndex(task.search, db);
    if (search) findings.push(search);
    report('check', databaseShare);

    const owners = mediaOwners(db);
    for (const [index, { hash, replies }] of owners.entries()) {
      const state = await stateOf(mediaPath(task.media, hash), hash);
      if (state !== 'sound') findings.push({ kind: `media-${state}`, hash, replies });
      report('check', databaseShare + (mediaShare * (index + 1)) / owners.length);
    }
    const wanted = wantedMedia(db);
    const unused = mediaFiles(task.media).filter(({ hash }) => !wanted.has(hash));
    if (unused.length > 0) {
      const bytes = unused.reduce((sum, file) => sum + file.bytes, 0);
      findings.push({ kind: 'media-unused', files: unused.length, bytes });
    }

    const done = databaseShare + mediaShare;
    for (const [index, path] of task.backups.entries()) {
      report('check', done + ((1 - done) * index) / task.backups.length);
      if (!isHealthy(path)) findings.push({ kind: 'backup-damaged', name: basename(path) });
    }
    return { findings, replies: countReplies(db), media: owners.length };
  } catch (error) {
    // So damaged that not even its tables can be read: that is the finding.
    const code = codeOf(error);
    if (!/^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) throw error;
    return { findings: [{ kind: 'database', detail: code }, ...findings], replies: 0, media: 0 };
  } finally {
    db.close();
  }
};

/** Whether a stored file is there and still the bytes that it is named for. */
async function stateOf(path: string | null, hash: string): Promise<'sound' | 'missing' | 'damaged'> {
  if (path === null) return 'damaged';
  const sum = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) sum.update(chunk);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'damaged';
  }
  return sum.digest('hex') === hash ? 'sound' : 'damaged';
}
