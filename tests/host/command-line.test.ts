import { expect, test } from 'vitest';
import { parseCommandLine } from './command-line.ts';

test('reads the command line that Playwright gives Electron', () => {
  expect(
    parseCommandLine([
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '--user-data-dir=/u',
      '.',
      '--hidden',
    ]),
  ).toEqual({
    app: '.',
    chromium: ['--remote-debugging-port=0'],
    inspect: { port: 0, wait: false },
    userData: '/u',
  });
});

test('takes the user-data folder after the app too, and leaves the other arguments to the app', () => {
  const { userData, chromium } = parseCommandLine(['app', '--user-data-dir=/u', '--inspect', '--lang=en']);
  expect(userData).toBe('/u');
  expect(chromium).toEqual([]);
});

test('knows the debugger switches with and without an address', () => {
  expect(parseCommandLine(['--inspect', '.']).inspect).toEqual({ port: 9229, wait: false });
  expect(parseCommandLine(['--inspect-brk=127.0.0.1:7', '.']).inspect).toEqual({ port: 7, wait: true });
  expect(parseCommandLine(['.']).inspect).toBeNull();
});

test('names no app when there is none', () => {
  expect(parseCommandLine(['--lang=en']).app).toBeNull();
});
