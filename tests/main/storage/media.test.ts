import { rmSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { findMedia, mediaPath, readMedia, storeMedia } from '../../../src/main/storage/media.ts';
import { openTestDatabase } from './open-test-database.ts';

const now = '2026-03-01T08:00:00.000Z';
const picture = PNG.sync.write(new PNG({ width: 30, height: 20 }));

test('a picture is stored under its hash with its size, and reads back', () => {
  const { db, folder } = openTestDatabase();
  const media = storeMedia(db, folder, picture, now);
  expect(media).toMatchObject({ mime: 'image/png', width: 30, height: 20, bytes: picture.length });
  expect(findMedia(db, media.hash)).toEqual(media);
  expect(readMedia(folder, media.hash)?.equals(picture)).toBe(true);
  expect(storeMedia(db, folder, picture, now)).toEqual(media);
});

test('a picture that was swapped or removed on disk is not read', () => {
  const { db, folder } = openTestDatabase();
  const { hash } = storeMedia(db, folder, picture, now);
  const path = mediaPath(folder, hash) ?? '';
  writeFileSync(path, 'another picture');
  expect(readMedia(folder, hash)).toBeNull();
  rmSync(path);
  expect(readMedia(folder, hash)).toBeNull();
});

test('a damaged file is mended when the same picture is stored again', () => {
  const { db, folder } = openTestDatabase();
  const { hash } = storeMedia(db, folder, picture, now);
  for (const damaged of ['cut', Buffer.alloc(picture.length)]) {
    writeFileSync(mediaPath(folder, hash) ?? '', damaged);
    storeMedia(db, folder, picture, now);
    expect(readMedia(folder, hash)?.equals(picture)).toBe(true);
  }
});

test.each(['../../etc/passwd', 'ABCDEF', '', `${'a'.repeat(63)}G`])(
  '%o is no name of a media file',
  (name) => {
    expect(mediaPath('/media', name)).toBeNull();
  },
);
