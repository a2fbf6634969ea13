import { expect, test } from 'vitest';
import { chosenFileCause, storageCause } from '../../src/shared/storage-cause.ts';

test.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_FULL', 'full'],
  ['EROFS', 'denied'],
  ['SQLITE_READONLY_DBMOVED', 'denied'],
  ['SQLITE_CANTOPEN', 'denied'],
  ['EBUSY', 'in-use'],
  ['SQLITE_BUSY_SNAPSHOT', 'in-use'],
  ['ENODEV', 'gone'],
  ['SQLITE_IOERR_READ', 'other'],
  ['none', 'other'],
])('%s says that the place is %s', (code, cause) => {
  expect(storageCause(code)).toBe(cause);
});

test('a chosen file that may not be written is taken to be open in another program', () => {
  expect(storageCause('EPERM')).toBe('denied');
  expect(chosenFileCause('EPERM')).toBe('in-use');
  expect(chosenFileCause('EACCES')).toBe('denied');
});
