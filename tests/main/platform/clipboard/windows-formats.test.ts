import { expect, test } from 'vitest';
import {
  CF,
  decodeText,
  encodeBitmap,
  encodeFileList,
  encodeText,
  exclusionMarks,
  formatsToSave,
  isMemoryFormat,
  windowsFormatsOf,
  windowsSnapshot,
} from '../../../../src/main/platform/clipboard/windows-formats.ts';

const named = (...formats: [number, string][]) => formats.map(([format, name]) => ({ format, name }));

test('text is NUL-terminated UTF-16 with CR LF, and comes back with LF', () => {
  expect(encodeText('好\n').toString('hex')).toBe('7d590d000a000000');
  expect(decodeText(encodeText('好\r\na\rb'))).toBe('好\na\nb');
});

test('what follows the terminating NUL is not text', () => {
  expect(decodeText(Buffer.from('ab\0cd', 'utf16le'))).toBe('ab');
});

test('rows of a bitmap go from bottom to top, each filled to four bytes', () => {
  const red = [0, 0, 255, 255];
  const blue = [255, 0, 0, 255];
  const bitmap = encodeBitmap({ width: 1, height: 2, bgra: Uint8Array.from([...red, ...blue]) });
  expect([...bitmap.subarray(40)]).toEqual([255, 0, 0, 0, 0, 0, 255, 0]);
  expect(bitmap.readUInt32LE(20)).toBe(8);
});

test('a clear pixel is white', () => {
  const bitmap = encodeBitmap({ width: 1, height: 1, bgra: Uint8Array.of(0, 0, 0, 0) });
  expect([...bitmap.subarray(40, 43)]).toEqual([255, 255, 255]);
});

test('a picture that cannot be decoded is still lent as PNG', () => {
  expect([...windowsFormatsOf({ kind: 'image', png: Uint8Array.of(1) }, () => null).keys()]).toEqual(['PNG']);
});

test('a file list is a header of 20 bytes and paths that end twice', () => {
  const list = encodeFileList(['C:\\a', 'C:\\b']);
  expect([list.readUInt32LE(0), list.readUInt32LE(16)]).toEqual([20, 1]);
  expect(list.subarray(20).toString('utf16le')).toBe('C:\\a\0C:\\b\0\0');
});

test.each([
  [CF.unicodeText, true],
  [CF.dib, true],
  [CF.fileList, true],
  [0xc0a1, true],
  [2, false],
  [14, false],
  [0x80, false],
  [0x201, false],
  [0x300, false],
])('format %i is plain memory: %s', (format, expected) => {
  expect(isMemoryFormat(format)).toBe(expected);
});

test('of several texts and pictures the original is saved, of the rest everything', () => {
  const formats = named(
    [13, '#13'],
    [49_000, 'HTML Format'],
    [17, '#17'],
    [16, '#16'],
    [1, '#1'],
    [7, '#7'],
    [8, '#8'],
    [2, '#2'],
  );
  expect(formatsToSave(formats)).toEqual(['#13', 'HTML Format', '#17', '#16']);
});

test('our own marks and formats bound to a live object are not saved', () => {
  const formats = named([49_001, 'DataObject'], [49_002, 'Ole Private Data'], [13, '#13']);
  const marks = [...exclusionMarks.keys()].map((name, index) => ({ format: 50_000 + index, name }));
  expect(formatsToSave([...formats, ...marks])).toEqual(['#13']);
});

test('a clipboard that could not be opened is said to be incomplete', () => {
  expect(windowsSnapshot(null)).toMatchObject({ text: null, complete: false });
  expect(windowsSnapshot(new Map())).toMatchObject({ text: null, complete: true });
});
