import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  applyRestore,
  clearRestore,
  requestRestore,
  stagedDatabase,
} from '../../../src/main/storage/pending-restore.ts';
import { testFolder } from './open-test-database.ts';

const request = {
  madeAt: '2026-03-01T08:00:00.000Z',
  previous: 'repartee-x.db',
  windows: ['settings' as const],
};

/** A folder in which a restore was requested; files hold words in place of tables. */
function requested() {
  const folder = testFolder();
  const paths = {
    database: join(folder, 'repartee.db'),
    search: join(folder, 'search.db'),
    restore: join(folder, 'restore'),
  };
  writeFileSync(paths.database, 'present');
  writeFileSync(`${paths.database}-wal`, 'present log');
  writeFileSync(paths.search, 'index');
  mkdirSync(paths.restore);
  writeFileSync(stagedDatabase(paths), 'restored');
  requestRestore(paths, request);
  return { folder, paths };
}

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);

test('the staged database takes the place of the present one, its log and its search index go', () => {
  const { paths } = requested();
  expect(applyRestore(paths)).toEqual({ kind: 'restored', request });
  expect(read(paths.database)).toBe('restored');
  expect(read(`${paths.database}-wal`)).toBeNull();
  expect(read(paths.search)).toBeNull();
  expect(existsSync(paths.restore)).toBe(false);
  expect(applyRestore(paths)).toBeNull();
});

test('what was staged but not requested is removed and nothing is replaced', () => {
  const { paths } = requested();
  rmSync(join(paths.restore, 'request.json'));
  expect(applyRestore(paths)).toBeNull();
  expect(read(paths.database)).toBe('present');
  expect(existsSync(paths.restore)).toBe(false);
});

test('a restore that was given up is not carried out', () => {
  const { paths } = requested();
  clearRestore(paths);
  expect(applyRestore(paths)).toBeNull();
  expect(read(paths.database)).toBe('present');
});

test('wherever the first try was killed, the second one ends with the restored state', () => {
  const { folder, paths } = requested();
  const replaced = join(paths.restore, 'replaced.db');
  const steps = [
    () => rmSync(paths.search, { force: true }),
    () => renameSync(paths.database, replaced),
    () => renameSync(`${paths.database}-wal`, `${replaced}-wal`),
    () => renameSync(stagedDatabase(paths), paths.database),
    () => rmSync(replaced),
    () => rmSync(`${replaced}-wal`),
  ];
  for (const step of steps) {
    step();
    const copy = testFolder();
    cpSync(folder, copy, { recursive: true });
    const moved = {
      database: join(copy, 'repartee.db'),
      search: join(copy, 'search.db'),
      restore: join(copy, 'restore'),
    };
    expect(applyRestore(moved)).toEqual({ kind: 'restored', request });
    expect(read(moved.database)).toBe('restored');
    expect(read(`${moved.database}-wal`)).toBeNull();
  }
});

test('a request that cannot be read any more gives back the database that was moved for it', () => {
  const { paths } = requested();
  const replaced = join(paths.restore, 'replaced.db');
  renameSync(paths.database, replaced);
  renameSync(`${paths.database}-wal`, `${replaced}-wal`);
  writeFileSync(join(paths.restore, 'request.json'), '');
  expect(applyRestore(paths)).toBeNull();
  expect(read(paths.database)).toBe('present');
  expect(read(`${paths.database}-wal`)).toBe('present log');
});

test('a request that cannot be read any more leaves the restored database without the old log', () => {
  const { paths } = requested();
  const replaced = join(paths.restore, 'replaced.db');
  renameSync(`${paths.database}-wal`, `${replaced}-wal`);
  renameSync(stagedDatabase(paths), paths.database);
  writeFileSync(join(paths.restore, 'request.json'), '');
  expect(applyRestore(paths)).toBeNull();
  expect([read(paths.database), read(`${paths.database}-wal`)]).toEqual(['restored', null]);
});

test('a database that cannot be moved stays where it is, and the failure is told', () => {
  const { paths } = requested();
  // A folder that is not empty cannot be replaced by a file, as a file that is held open cannot on Windows.
  mkdirSync(join(paths.restore, 'replaced.db', 'held'), { recursive: true });
  expect(applyRestore(paths)).toMatchObject({ kind: 'failed', request });
  expect(read(paths.database)).toBe('present');
  expect(read(`${paths.database}-wal`)).toBe('present log');
  expect(applyRestore(paths)).toBeNull();
});
