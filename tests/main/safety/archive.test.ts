import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { archiveManifest } from '../../../src/main/safety/archive-manifest.ts';
import { readArchive } from '../../../src/main/safety/read-archive.ts';
import { writeArchive } from '../../../src/main/safety/write-archive.ts';
import { mostEntries } from '../../../src/main/safety/zip-format.ts';
import { mediaPath, readMedia, storeMedia } from '../../../src/main/storage/media.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import { draft, openTestDatabase, testFolder } from '../storage/open-test-database.ts';
import { filesBelow, jobContext, titlesIn } from './safety-job.ts';

const now = '2026-03-01T08:00:00.000Z';

/** A library with one reply and two stored files, in use. */
function library(title: string) {
  const { db, folder, path, libraryId } = openTestDatabase();
  const media = join(folder, 'media');
  const picture = storeMedia(db, media, Buffer.from(`picture of ${title}`), now).hash;
  const file = storeMedia(db, media, Buffer.alloc(300_000, title), now).hash;
  insertReply(
    db,
    draft(libraryId, {
      title,
      variants: [
        [
          { kind: 'image', hash: picture, alt: '' },
          { kind: 'file', hash: file, name: 'price list.pdf' },
        ],
      ],
    }),
    new Date(now),
  );
  return { db, folder, path, media, hashes: [picture, file].sort(), staging: join(folder, 'restore') };
}

type Library = ReturnType<typeof library>;

async function exported(from: Library): Promise<string> {
  const target = join(testFolder(), 'everything.zip');
  const written = await writeArchive(
    { database: from.path, media: from.media, draftFolder: from.folder, target, now },
    jobContext(),
  );
  expect(written).toEqual({ ok: true, value: { bytes: statSync(target).size } });
  return target;
}

function unpack(source: string, into: Library) {
  return readArchive({ source, database: into.path, staging: into.staging, media: into.media }, jobContext());
}

test('database and media go into one zip that other programs read, and leave nothing beside it', async () => {
  const from = library('甲');
  const target = await exported(from);
  const entries = unzipSync(readFileSync(target));
  expect(Object.keys(entries).sort()).toEqual(
    ['manifest.json', 'repartee.db', ...from.hashes.map((hash) => `media/${hash}`)].sort(),
  );
  for (const hash of from.hashes) {
    const bytes = entries[`media/${hash}`] ?? new Uint8Array();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  }
  expect(existsSync(`${target}.part`)).toBe(false);
  expect(filesBelow(from.folder).filter((name) => name.includes('archive'))).toEqual([]);
});

test('the zip brings the library to another computer, and adds its media to those that are there', async () => {
  const [from, into] = [library('甲'), library('乙')];
  const context = jobContext();
  const source = await exported(from);
  const task = { source, database: into.path, staging: into.staging, media: into.media };
  expect(await readArchive(task, context)).toEqual({ ok: true, value: { madeAt: now } });
  expect(context.shares).toContain(1);
  expect(titlesIn(join(into.staging, 'next.db'))).toEqual(['甲']);
  expect(titlesIn(into.path)).toEqual(['乙']);
  for (const hash of [...from.hashes, ...into.hashes]) expect(readMedia(into.media, hash)).not.toBeNull();
  expect(filesBelow(into.staging)).toEqual(['next.db']);
});

test('a picture that is damaged here is mended from the zip', async () => {
  const from = library('甲');
  const source = await exported(from);
  const [hash = ''] = from.hashes;
  writeFileSync(mediaPath(from.media, hash) ?? '', 'damaged');
  await unpack(source, from);
  expect(readMedia(from.media, hash)).not.toBeNull();
});

test('as many files as fit into a zip are read again', () => {
  const sha256 = 'a'.repeat(64);
  const media = Array.from({ length: mostEntries - 2 }, () => ({ hash: sha256, bytes: 1 }));
  const manifest = {
    format: 'repartee-archive',
    version: 1,
    madeAt: now,
    database: { bytes: 1, sha256 },
    media,
  };
  expect(archiveManifest.safeParse(manifest).success).toBe(true);
});

test('a zip that another program packed anew is read as well', async () => {
  const [from, into] = [library('甲'), library('乙')];
  const source = await exported(from);
  writeFileSync(source, zipSync(unzipSync(readFileSync(source))));
  expect(await unpack(source, into)).toMatchObject({ ok: true });
});

describe('a zip that is not right changes nothing:', () => {
  const manifestOf = (entries: Record<string, Uint8Array>) =>
    JSON.parse(Buffer.from(entries['manifest.json'] ?? []).toString()) as {
      version: number;
      madeAt: string;
      database: { bytes: number };
      media: { hash: string; bytes: number }[];
    };
  type Entries = Record<string, Uint8Array>;
  const repacked = (change: (entries: Entries) => Zippable) => (path: string) =>
    writeFileSync(path, zipSync(change(unzipSync(readFileSync(path)))));
  const withManifest = (change: (manifest: ReturnType<typeof manifestOf>) => void) =>
    repacked((entries) => {
      const manifest = manifestOf(entries);
      change(manifest);
      return { ...entries, 'manifest.json': strToU8(JSON.stringify(manifest)) };
    });

  test.each<[string, (path: string) => void, object]>([
    ['no zip at all', (path) => writeFileSync(path, 'PK, but not really'), { kind: 'foreign' }],
    ['somebody else’s zip', repacked(() => ({ 'a.txt': strToU8('a') })), { kind: 'foreign' }],
    ['one of a later version', withManifest((manifest) => (manifest.version = 2)), { kind: 'newer' }],
    [
      'a time that is none',
      withManifest((manifest) => (manifest.madeAt = 'yesterday')),
      { kind: 'damaged', detail: 'manifest.json' },
    ],
    ['one that was cut off', (path) => truncateSync(path, statSync(path).size - 100), { kind: 'foreign' }],
    [
      'a picture that was swapped',
      repacked((entries) => {
        const name = Object.keys(entries).find((key) => key.startsWith('media/')) ?? '';
        return { ...entries, [name]: strToU8('something else') };
      }),
      { kind: 'damaged' },
    ],
    [
      'a picture that is left out',
      repacked((entries) => {
        const name = Object.keys(entries).find((key) => key.startsWith('media/')) ?? '';
        const { [name]: _gone, ...rest } = entries;
        return rest;
      }),
      { kind: 'damaged' },
    ],
    [
      'a media name that climbs out of the folder',
      withManifest((manifest) => {
        manifest.media.push({ hash: '../../etc/passwd', bytes: 4 });
      }),
      { kind: 'damaged', detail: 'manifest.json' },
    ],
    [
      'an entry that is longer than the manifest says',
      withManifest((manifest) => (manifest.database.bytes -= 1)),
      { kind: 'damaged', detail: 'repartee.db' },
    ],
    [
      'one that claims to unpack to terabytes',
      withManifest((manifest) => (manifest.database.bytes = 2 ** 42)),
      { kind: 'too-large' },
    ],
    [
      'a manifest that is a bomb',
      repacked((entries) => ({ ...entries, 'manifest.json': new Uint8Array(64 * 1024 * 1024) })),
      { kind: 'damaged', detail: 'manifest.json' },
    ],
    [
      'a database that is none',
      (path) => {
        const entries = unzipSync(readFileSync(path));
        const bytes = strToU8('no database');
        const manifest = manifestOf(entries);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        Object.assign(manifest.database, { bytes: bytes.length, sha256 });
        const changed = {
          ...entries,
          'repartee.db': bytes,
          'manifest.json': strToU8(JSON.stringify(manifest)),
        };
        writeFileSync(path, zipSync(changed));
      },
      { kind: 'damaged' },
    ],
  ])('%s', async (_what, spoil, problem) => {
    const [from, into] = [library('甲'), library('乙')];
    const source = await exported(from);
    spoil(source);
    const before = filesBelow(into.media);
    expect(await unpack(source, into)).toMatchObject({ ok: false, error: problem });
    expect(filesBelow(into.media)).toEqual(before);
    expect(existsSync(join(into.staging, 'next.db'))).toBe(false);
    expect(titlesIn(into.path)).toEqual(['乙']);
  });

  test('one that is gone', async () => {
    const into = library('乙');
    rmSync(into.staging, { recursive: true, force: true });
    expect(await unpack(join(into.folder, 'gone.zip'), into)).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
  });
});
