import { z } from 'zod';
import { mostEntries } from './zip-format.ts';

/** Names of the entries of an archive of everything. */
export const manifestName = 'manifest.json';
export const databaseName = 'repartee.db';
export const mediaPrefix = 'media/';

/** Goes up when an older version of the app could not read the archive any more. */
export const archiveVersion = 1;

/** As many files as a zip can hold beside the manifest and the database. */
const mostMedia = mostEntries - 2;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.number().int().nonnegative();

/** What an archive holds. The media are named by their hash, so that the list needs no names. */
export const archiveManifest = z.object({
  format: z.literal('repartee-archive'),
  version: z.number().int().positive(),
  madeAt: z.iso.datetime(),
  database: z.object({ bytes, sha256 }),
  media: z.array(z.object({ hash: sha256, bytes })).max(mostMedia),
});

export type ArchiveManifest = z.output<typeof archiveManifest>;
