import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSaveText } from '../../src/main/save-text.ts';
import { testFolder } from './storage/open-test-database.ts';

test('the text is written to the chosen file, which is proposed in the given folder', async () => {
  const folder = testFolder();
  const path = join(folder, '选的.csv');
  let proposed: string | undefined;
  const save = createSaveText(
    async ({ defaultPath }) => {
      proposed = defaultPath;
      return { canceled: false, filePath: path };
    },
    () => folder,
  );
  expect(await save('表.csv', '甲,1\r\n')).toEqual({ ok: true, value: { path } });
  expect(proposed).toBe(join(folder, '表.csv'));
  expect(readFileSync(path, 'utf8')).toBe('甲,1\r\n');
  expect(readdirSync(folder)).toEqual(['选的.csv']);
});

test('nothing is written when the person chose nothing', async () => {
  const folder = testFolder();
  const save = createSaveText(
    async () => ({ canceled: true, filePath: '' }),
    () => folder,
  );
  expect(await save('表.csv', 'x')).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('a place that cannot be written is told with its code, and what was there stays', async () => {
  const folder = testFolder();
  const path = join(folder, 'folder.csv');
  mkdirSync(path);
  writeFileSync(join(path, 'kept'), 'kept');
  const save = createSaveText(
    async () => ({ canceled: false, filePath: path }),
    () => folder,
  );
  expect(await save('表.csv', 'x')).toMatchObject({ ok: false, error: { kind: 'storage', path } });
  expect(readdirSync(folder)).toEqual(['folder.csv']);
  expect(readdirSync(path)).toEqual(['kept']);
});
