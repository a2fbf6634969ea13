import { expect, test } from 'vitest';
import { describeMedia } from '../../../src/main/storage/media-kind.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const rest = Array.from({ length: 40 }, () => 0);

test.each([
  [
    'PNG',
    'image/png',
    bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 2, 128], [0, 0, 1, 224], rest),
  ],
  ['GIF', 'image/gif', bytes('GIF89a', [0x80, 2], [0xe0, 1], rest)],
  [
    'JPEG',
    'image/jpeg',
    bytes(
      [0xff, 0xd8],
      [0xff, 0xe0, 0, 4, 1, 1],
      [0xff, 0xc4, 0, 3, 0],
      [0xff, 0xc2, 0, 17, 8, 1, 0xe0, 2, 128],
      rest,
    ),
  ],
  [
    'WebP (lossy)',
    'image/webp',
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', rest.slice(0, 10), [0x80, 2, 0xe0, 1], rest),
  ],
  [
    'WebP (lossless)',
    'image/webp',
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f], [0x7f, 0xc2, 0x77, 0], rest),
  ],
  [
    'WebP (extended)',
    'image/webp',
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', rest.slice(0, 8), [0x7f, 2, 0], [0xdf, 1, 0], rest),
  ],
])('a %s picture is recognised with its size', (_name, mime, content) => {
  expect(describeMedia(content)).toEqual({ mime, width: 640, height: 480 });
});

test.each([
  ['nothing', bytes()],
  ['a document', bytes('%PDF-1.7', rest)],
  ['a PNG that was cut off', bytes([0x89], 'PNG\r\n\x1a\n')],
  ['another RIFF file', bytes('RIFF', [0, 0, 0, 0], 'WAVEfmt ', rest)],
])('%s is a file', (_name, content) => {
  expect(describeMedia(content)).toEqual({ mime: 'application/octet-stream', width: null, height: null });
});

test('a JPEG that was cut off before its frame is a picture of unknown size', () => {
  const cut = bytes([0xff, 0xd8], [0xff, 0xe0, 0xff, 0xff, 1, 1]);
  expect(describeMedia(cut)).toEqual({ mime: 'image/jpeg', width: null, height: null });
});
