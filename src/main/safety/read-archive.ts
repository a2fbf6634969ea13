import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SafetyProblem } from '../../shared/contract/safety-calls.ts';
import type { Instant } from '../../shared/domain/reply.ts';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import type { Job } from '../import-export/job-protocol.ts';
import { mediaPath, readMedia } from '../storage/media.ts';
import {
  type ArchiveManifest,
  archiveManifest,
  archiveVersion,
  databaseName,
  manifestName,
  mediaPrefix,
} from './archive-manifest.ts';
import { stageInto } from './stage-restore.ts';
import type { ZipEntry } from './zip-format.ts';
import { readZipDirectory, unpackEntry, unpackText, ZipDamaged, ZipOverflow } from './zip-reader.ts';

export type ReadArchiveTask = {
  source: string;
  /** The library in use, some of whose settings stay. */
  database: string;
  /** The folder of the restore: `next.db` is made there. */
  staging: string;
  /** Where the media go in the end. */
  media: string;
};

const largestManifest = 16 * 1024 * 1024;
const largestUnpacked = 16 * 1024 * 1024 * 1024;

/** Deflate reaches 1,000 to 1; databases of text reach 20, so that more than this is a trap. */
const highestRatio = 100;

/** A small archive may unpack to this much whatever its ratio. */
const alwaysAllowed = 64 * 1024 * 1024;

/**
 * Unpacks an archive of everything, checks every hash, stages its database for a restore and then adds its media to the
 * folder. Until the last step nothing but the staging folder is written; media are named by hash, so that adding them
 * changes nothing that is there.
 */
export const readArchive: Job<ReadArchiveTask, Result<{ madeAt: Instant }, SafetyProblem>> = async (
  task,
  { report },
) => {
  const { source, staging, media } = task;
  if (!existsSync(source)) return err({ kind: 'not-found' });
  report('unpack', null);
  const limit = Math.min(largestUnpacked, statSync(source).size * highestRatio + alwaysAllowed);
  try {
    const opened = await openArchive(source);
    if (!opened.ok) return opened;
    const { manifest, entries } = opened.value;
    const total = manifest.media.reduce((sum, file) => sum + file.bytes, manifest.database.bytes);
    if (total > limit) return err({ kind: 'too-large', limit });

    const unpacked = join(staging, 'unpacked');
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(join(unpacked, 'media'), { recursive: true });
    let done = 0;
    const take = async (entryName: string, path: string, expected: { bytes: number; sha256: string }) => {
      const entry = entries.get(entryName);
      if (!entry) throw new ZipDamaged(entryName);
      const found = await unpackEntry(source, entry, createWriteStream(path), expected.bytes);
      const same = found.bytes === expected.bytes && found.sha256 === expected.sha256;
      if (!same) throw new ZipDamaged(entryName);
      done += found.bytes;
      report('unpack', total === 0 ? 1 : done / total);
    };
    await take(databaseName, join(unpacked, 'repartee.db'), manifest.database);
    // What is there but damaged comes from the archive again.
    const missing = manifest.media.filter(({ hash }) => readMedia(media, hash) === null);
    for (const { hash, bytes } of missing) {
      await take(`${mediaPrefix}${hash}`, join(unpacked, 'media', hash), { bytes, sha256: hash });
    }

    report('restore', null);
    const staged = stageInto(join(unpacked, 'repartee.db'), task.database, staging);
    if (!staged.ok) return staged;
    for (const { hash } of missing) moveIn(join(unpacked, 'media', hash), media, hash);
    rmSync(unpacked, { recursive: true, force: true });
    return ok({ madeAt: manifest.madeAt });
  } catch (error) {
    if (error instanceof ZipDamaged) return err({ kind: 'damaged', detail: error.message });
    // An entry that is longer than its manifest says.
    if (error instanceof ZipOverflow) return err({ kind: 'damaged', detail: error.message });
    throw error;
  }
};

async function openArchive(
  source: string,
): Promise<Result<{ manifest: ArchiveManifest; entries: Map<string, ZipEntry> }, SafetyProblem>> {
  const directory = await readZipDirectory(source);
  if (directory === null) return err({ kind: 'foreign' });
  // Only names that the manifest leads to are ever unpacked: what else is in the zip, with whatever path, is left alone.
  const entries = new Map(directory.map((entry) => [entry.name, entry]));
  const entry = entries.get(manifestName);
  if (!entry) return err({ kind: 'foreign' });
  const data = parseJson(await unpackText(source, entry, largestManifest));
  const version = versionOf(data);
  if (version !== null && version > archiveVersion) return err({ kind: 'newer' });
  const parsed = archiveManifest.safeParse(data);
  if (!parsed.success) return err({ kind: version === null ? 'foreign' : 'damaged', detail: manifestName });
  return ok({ manifest: parsed.data, entries });
}

/** The version that an archive of ours names, also one whose manifest is no longer known otherwise. */
function versionOf(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null;
  const { format, version } = data as { format?: unknown; version?: unknown };
  return format === 'repartee-archive' && typeof version === 'number' ? version : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ZipDamaged(manifestName);
  }
}

function moveIn(from: string, media: string, hash: string): void {
  const path = mediaPath(media, hash) as string;
  mkdirSync(dirname(path), { recursive: true });
  renameSync(from, path);
}
