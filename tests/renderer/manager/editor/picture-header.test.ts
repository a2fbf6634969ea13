import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { pictureHeader } from '../../../../src/renderer/manager/editor/picture-header.ts';

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const bytes = (...parts: (number | number[])[]) => Uint8Array.from(parts.flat());
const zeros = (count: number) => new Array<number>(count).fill(0);

test('a PNG tells its size', () => {
  const png = PNG.sync.write(new PNG({ width: 31, height: 17 }));
  expect(pictureHeader(png)).toEqual({ kind: 'png', size: { width: 31, height: 17 }, animated: false });
});

test('a PNG with an animation before its pixels moves', () => {
  const png = PNG.sync.write(new PNG({ width: 2, height: 2 }));
  const chunk = bytes([0, 0, 0, 8], ascii('acTL'), zeros(12));
  const moving = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
  expect(pictureHeader(moving)?.animated).toBe(true);
});

test('a JPEG tells its size behind other segments', () => {
  const app = [0xff, 0xe1, 0, 4, 0, 0];
  const table = [0xff, 0xc4, 0, 4, 0, 0];
  const frame = [0xff, 0xc2, 0, 17, 8, 0x01, 0x00, 0x02, 0x00, 3];
  const jpeg = bytes([0xff, 0xd8], app, table, frame, zeros(10));
  expect(pictureHeader(jpeg)).toEqual({ kind: 'jpeg', size: { width: 512, height: 256 }, animated: false });
});

test('a GIF with two pictures moves, one with one does not', () => {
  const head = [...ascii('GIF89a'), 4, 0, 3, 0, 0x80, 0, 0, ...zeros(6)];
  const control = [0x21, 0xf9, 4, 0, 0, 0, 0, 0];
  const frame = [0x2c, 0, 0, 0, 0, 4, 0, 3, 0, 0, 2, 2, 1, 1, 0];
  const size = { width: 4, height: 3 };
  expect(pictureHeader(bytes(head, control, frame, 0x3b))).toEqual({ kind: 'gif', size, animated: false });
  expect(pictureHeader(bytes(head, control, frame, control, frame, 0x3b))?.animated).toBe(true);
});

test('a WebP tells size and movement', () => {
  const riff = [...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WEBP')];
  const extended = bytes(riff, ascii('VP8X'), [10, 0, 0, 0], [0x02, 0, 0, 0], [0xff, 1, 0], [0x7f, 0, 0]);
  expect(pictureHeader(extended)).toEqual({
    kind: 'webp',
    size: { width: 512, height: 128 },
    animated: true,
  });
});

test('whatever is none of them, or cut off, is told as such', () => {
  expect(pictureHeader(bytes())).toBeNull();
  expect(pictureHeader(bytes(ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')))).toBeNull();
  expect(pictureHeader(bytes([0xff, 0xd8, 0xff, 0xe1]))).toEqual({
    kind: 'jpeg',
    size: null,
    animated: false,
  });
  const png = PNG.sync.write(new PNG({ width: 9, height: 9 }));
  for (let end = 0; end < png.length; end += 1) pictureHeader(png.subarray(0, end));
});
