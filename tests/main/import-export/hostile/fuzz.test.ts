import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, test } from 'vitest';
import { readSource } from '../../../../src/main/import-export/read/read-source.ts';
import { fixturePath } from '../read/read-fixture.ts';
import { expectClear } from './clear-outcome.ts';
import { seeded } from './hostile-file.ts';

/** Mutations of each fixture; a thousand files and more in all. */
const mutationsEach = 30;
const seed = 20_260_301;

const fixtures = readdirSync(fixturePath('.'), { recursive: true, encoding: 'utf8' })
  .filter((name) => !name.includes('autokey/') && statSync(fixturePath(name)).isFile())
  .toSorted();

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(fixtures)('every mutation of %s has one clear outcome', async (name) => {
  const random = seeded(seed + fixtures.indexOf(name));
  const original = readFileSync(fixturePath(name));
  for (let count = 0; count < mutationsEach; count += 1) {
    const path = join(folder, basename(name));
    const mutated = mutate(original, random);
    writeFileSync(path, mutated);
    const files = [{ path, name: basename(name) }];
    const outcome = await readSource(files, { mapping: null, onProgress: () => {} });
    expectClear(outcome);
  }
});

const workbooks = fixtures.filter((name) => /\.(xlsx|ods|alfredsnippets)$/.test(name));

// Broken zips are noticed as such; only what is broken inside of a whole one reaches the readers behind.
test.each(workbooks)('every mutation within the zip of %s has one clear outcome', async (name) => {
  const random = seeded(seed + workbooks.indexOf(name));
  const parts = unzipSync(readFileSync(fixturePath(name)));
  const names = Object.keys(parts);
  for (let count = 0; count < mutationsEach; count += 1) {
    const changed = names[Math.floor(random() * names.length)] as string;
    const mutated = mutate(Buffer.from(parts[changed] as Uint8Array), random);
    const path = join(folder, basename(name));
    writeFileSync(path, zipSync({ ...parts, [changed]: mutated }, { level: 1 }));
    const files = [{ path, name: basename(name) }];
    expectClear(await readSource(files, { mapping: null, onProgress: () => {} }));
  }
});

/** Texts that parsers trip over, to be written into the middle of a file. */
const stumblingBlocks = [
  '"',
  "'",
  ',',
  '\n',
  '\r',
  '\0',
  '{{',
  '}}',
  '[',
  '{',
  '&a',
  '*a',
  '<',
  '%',
  '\ud800',
  '\u202e',
  '|',
];

/** Flips, cuts, repeats, moves and inserts bytes, a few times over. */
function mutate(original: Buffer, random: () => number): Buffer {
  let bytes = Buffer.from(original);
  const rounds = 1 + Math.floor(random() * 6);
  for (let round = 0; round < rounds; round += 1) {
    const at = Math.floor(random() * bytes.length);
    const length = Math.floor(random() * Math.min(64, bytes.length));
    const piece = bytes.subarray(at, at + length);
    const kind = Math.floor(random() * 6);
    if (kind === 0 && bytes.length > 0) bytes[at] = Math.floor(random() * 256);
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), piece, piece, bytes.subarray(at)]);
    else if (kind === 3) bytes = bytes.subarray(0, Math.max(1, at));
    else if (kind === 4) bytes.fill(Math.floor(random() * 256), at, Math.min(bytes.length, at + 8));
    else {
      const block = Buffer.from(stumblingBlocks[Math.floor(random() * stumblingBlocks.length)] ?? '');
      bytes = Buffer.concat([bytes.subarray(0, at), block, bytes.subarray(at)]);
    }
  }
  return bytes;
}
