import { expect, test } from 'vitest';
import { parseCommandLine } from '../../src/main/command-line.ts';

const installed = (...args: string[]) =>
  parseCommandLine(['/opt/repartee/repartee', ...args], true, '/home/li');

test('no argument is a plain start, whatever switches stand there', () => {
  expect(installed()).toEqual({ kind: 'start' });
  expect(installed('--user-data-dir=/tmp/x', '--no-sandbox', '')).toEqual({ kind: 'start' });
});

test('import takes files, relative ones from the folder of the caller', () => {
  expect(installed('import', '话术.xlsx', '/data/a.csv', '../b.json')).toEqual({
    kind: 'import',
    paths: ['/home/li/话术.xlsx', '/data/a.csv', '/home/b.json'],
  });
});

test('switches that Chromium puts between the words of a second start do not disturb', () => {
  expect(
    installed('--allow-file-access-from-files', 'import', '--original-process-start-time=1', 'a.csv'),
  ).toEqual({ kind: 'import', paths: ['/home/li/a.csv'] });
});

test('a file whose name begins with a dash is written behind two of them', () => {
  expect(installed('import', '--', '-old.csv')).toEqual({ kind: 'import', paths: ['/home/li/-old.csv'] });
});

test('before packaging the folder of the app is no command', () => {
  const electron = (...args: string[]) => parseCommandLine(['/bin/electron', ...args], false, '/home/li');
  expect(electron('--inspect=0', '.')).toEqual({ kind: 'start' });
  expect(electron('/repo', 'import', 'a.csv')).toEqual({ kind: 'import', paths: ['/home/li/a.csv'] });
});

test('help is given when it is asked for, and for what is not understood', () => {
  expect(installed('--help')).toEqual({ kind: 'usage', wrong: null });
  expect(installed('-h', 'import')).toEqual({ kind: 'usage', wrong: null });
  expect(installed('export', 'a.csv')).toEqual({ kind: 'usage', wrong: 'export' });
  expect(installed('import')).toEqual({ kind: 'usage', wrong: 'import' });
});
