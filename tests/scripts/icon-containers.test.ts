import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { packIcns, packIco } from '../../scripts/icon-containers.ts';

const iconFolder = join(import.meta.dirname, '../../resources/icons');

function square(side: number): { side: number; png: Buffer } {
  return { side, png: PNG.sync.write(new PNG({ width: side, height: side })) };
}

/** Sides named in the directory of an ICO with the side of the PNG that each entry points to. */
function icoSides(ico: Buffer): [named: number, real: number][] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const offset = ico.readUInt32LE(entry + 12);
    const png = ico.subarray(offset, offset + ico.readUInt32LE(entry + 8));
    return [ico.readUInt8(entry) || 256, PNG.sync.read(png).width];
  });
}

/** Types in an ICNS with the side of the PNG in each. */
function icnsSides(icns: Buffer): [type: string, side: number][] {
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found: [string, number][] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const png = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4));
    found.push([icns.toString('latin1', at, at + 4), PNG.sync.read(png).width]);
  }
  return found;
}

describe('a Windows icon', () => {
  test('leads from each entry to the picture of that size', () => {
    expect(icoSides(packIco([square(16), square(48), square(256)]))).toEqual([
      [16, 16],
      [48, 48],
      [256, 256],
    ]);
  });

  test('of the app has every size that the shell asks for', () => {
    const sides = icoSides(readFileSync(join(iconFolder, 'icon.ico')));
    expect(sides.map(([named]) => named)).toEqual(expect.arrayContaining([16, 24, 32, 48, 256]));
    for (const [named, real] of sides) expect(real).toBe(named);
  });
});

describe('a macOS icon', () => {
  test('holds a picture once for its own size and once for the half at double density', () => {
    expect(icnsSides(packIcns([square(128), square(256)]))).toEqual([
      ['ic07', 128],
      ['ic08', 256],
      ['ic13', 256],
    ]);
  });

  test('of the app goes up to 512 at double density', () => {
    expect(icnsSides(readFileSync(join(iconFolder, 'icon.icns')))).toContainEqual(['ic10', 1024]);
  });
});
