import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SafetyProblem } from '../../shared/contract/safety-calls.ts';
import type { Instant } from '../../shared/domain/reply.ts';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import type { Job } from '../import-export/job-protocol.ts';
import { removeDatabase } from '../storage/backup.ts';
import { openReadable } from '../storage/database.ts';
import { mediaPath } from '../storage/media.ts';
import { writeClean } from '../storage/stage-database.ts';
import {
  type ArchiveManifest,
  archiveVersion,
  databaseName,
  manifestName,
  mediaPrefix,
} from './archive-manifest.ts';
import { mostBytes } from './zip-format.ts';
import { openZipWriter, ZipTooLarge } from './zip-writer.ts';

export type WriteArchiveTask = {
  /** The library in use. */
  database: string;
  media: string;
  /** Where a copy of the database may lie meanwhile. */
  draftFolder: string;
  target: string;
  now: Instant;
};

/**
 * Writes the database as it is now and every stored file into one zip. The zip gets its name when it is whole; a job that
 * is killed leaves `target + '.part'`.
 */
export const writeArchive: Job<WriteArchiveTask, Result<{ bytes: number }, SafetyProblem>> = async (
  { database, media, draftFolder, target, now },
  { report },
) => {
  const copy = join(draftFolder, 'archive.db');
  const draft = `${target}.part`;
  try {
    report('archive', null);
    mkdirSync(draftFolder, { recursive: true });
    const db = openReadable(database);
    try {
      writeClean(db, copy);
    } finally {
      db.close();
    }
    const bytes = await writeZip(draft, copy, mediaFiles(media), now, (share) => report('archive', share));
    renameSync(draft, target);
    return ok({ bytes });
  } catch (error) {
    if (error instanceof ZipTooLarge) return err({ kind: 'too-large', limit: mostBytes });
    throw error;
  } finally {
    removeDatabase(copy);
    rmSync(draft, { force: true });
  }
};

type StoredFile = { hash: string; path: string; bytes: number };

async function writeZip(
  path: string,
  database: string,
  files: StoredFile[],
  now: Instant,
  onShare: (share: number) => void,
): Promise<number> {
  const total = files.reduce((sum, file) => sum + file.bytes, statSync(database).size);
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    onShare(total === 0 ? 1 : Math.min(1, done / total));
  };
  const zip = await openZipWriter(path);
  try {
    const { bytes, sha256 } = await zip.addFile(databaseName, database, 'deflated', onBytes);
    const manifest: ArchiveManifest = {
      format: 'repartee-archive',
      version: archiveVersion,
      madeAt: now,
      database: { bytes, sha256 },
      media: [],
    };
    for (const file of files) {
      const added = await zip.addFile(`${mediaPrefix}${file.hash}`, file.path, 'stored', onBytes);
      // A file that is no longer what it is named for would be refused as a whole when the archive is read.
      if (added.sha256 === file.hash) manifest.media.push({ hash: file.hash, bytes: added.bytes });
    }
    await zip.addText(manifestName, JSON.stringify(manifest));
    return await zip.finish();
  } catch (error) {
    await zip.close();
    throw error;
  }
}

/** Every file of the media folder; drafts of files that are being written have other names. */
export function mediaFiles(folder: string): StoredFile[] {
  const files: StoredFile[] = [];
  for (const group of namesIn(folder)) {
    for (const hash of namesIn(join(folder, group))) {
      const path = mediaPath(folder, hash);
      const stats = path === null ? undefined : statSync(path, { throwIfNoEntry: false });
      if (path !== null && stats?.isFile()) files.push({ hash, path, bytes: stats.size });
    }
  }
  return files;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // No picture was ever stored, or a stray file lies where a folder should be.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
