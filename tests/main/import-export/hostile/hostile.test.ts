import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultLimits } from '../../../../src/main/import-export/read/limits.ts';
import { readSource } from '../../../../src/main/import-export/read/read-source.ts';
import { expectClear, fateOf } from './clear-outcome.ts';
import { documents } from './documents.ts';
import { places } from './places.ts';
import { texts } from './texts.ts';
import { workbooks } from './workbooks.ts';
import { zips } from './zips.ts';

const hostileFiles = [...zips(), ...workbooks(), ...texts(), ...documents(), ...places()];

let top: string;

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'hostile-'));
});

afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

test('there are at least two hundred of them, each named once', () => {
  expect(hostileFiles.length).toBeGreaterThanOrEqual(200);
  expect(new Set(hostileFiles.map(({ title }) => title)).size).toBe(hostileFiles.length);
});

test.each(hostileFiles)('$title has one clear outcome', async ({ make, fates, limits }) => {
  const folder = mkdtempSync(join(top, 'x'));
  const path = await make(folder);
  const outcome = await readSource([{ path, name: basename(path) }], {
    mapping: null,
    onProgress: () => {},
    limits: { ...defaultLimits, ...limits },
  });
  expectClear(outcome);
  if (fates !== undefined) expect(fates).toContain(fateOf(outcome));
});
