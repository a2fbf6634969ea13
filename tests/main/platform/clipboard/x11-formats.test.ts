import { expect, test } from 'vitest';
import {
  electronFormats,
  isContent,
  lentFormats,
  snapshotOf,
  targetsToSave,
} from '../../../../src/main/platform/clipboard/x11-formats.ts';

const bytes = (text: string) => Buffer.from(text);

test('of the names for the same text the most exact one is saved', () => {
  expect(targetsToSave(['TARGETS', 'STRING', 'TEXT', 'text/plain', 'UTF8_STRING', 'text/html'])).toEqual([
    'UTF8_STRING',
    'text/html',
  ]);
});

test('of pictures PNG is saved, with what PNG cannot hold', () => {
  expect(targetsToSave(['image/bmp', 'image/svg+xml', 'image/gif', 'image/tiff', 'image/png'])).toEqual([
    'image/svg+xml',
    'image/gif',
    'image/png',
  ]);
  expect(targetsToSave(['image/webp', 'image/jpeg'])).toEqual(['image/jpeg']);
});

test('questions and requests are not content', () => {
  expect(targetsToSave(['TARGETS', 'TIMESTAMP', 'MULTIPLE', 'SAVE_TARGETS', 'DELETE'])).toEqual([]);
  expect(isContent('TARGETS')).toBe(false);
});

test('text in STRING is read as UTF-8 where it is that, else as Latin-1', () => {
  expect(snapshotOf(new Map([['STRING', bytes('您好')]]), true).text).toBe('您好');
  expect(snapshotOf(new Map([['STRING', Buffer.from('café', 'latin1')]]), true).text).toBe('café');
});

test('our own mark is not part of a snapshot', () => {
  const snapshot = snapshotOf(lentFormats({ kind: 'text', text: 'a' }), true);
  expect(snapshot.text).toBe('a');
  expect([...snapshot.formats.keys()]).not.toContain('x-kde-passwordManagerHint');
});

test('Electron knows text and PNG by their own names, all else as formats of the system', () => {
  const saved = new Map([
    ['UTF8_STRING', bytes('a')],
    ['image/png', bytes('b')],
    ['text/html', bytes('c')],
    ['text/uri-list', bytes('d')],
  ]);
  expect([...electronFormats(saved).keys()]).toEqual([
    'text/plain',
    'image/png',
    'electron application/osclipboard;format="text/html"',
    'electron application/osclipboard;format="text/uri-list"',
  ]);
});
