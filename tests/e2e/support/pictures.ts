import { PNG } from 'pngjs';

/** A PNG of one colour; different colours make different pictures. */
export function plainPicture(red: number, green: number, blue: number, width = 64, height = 48): Buffer {
  const png = new PNG({ width, height });
  for (let offset = 0; offset < png.data.length; offset += 4) png.data.set([red, green, blue, 255], offset);
  return PNG.sync.write(png);
}

/** Width, height and the colour of the middle pixel of a PNG. */
export function lookAt(bytes: Buffer): { width: number; height: number; colour: number[] } {
  const { width, height, data } = PNG.sync.read(bytes);
  const middle = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 4;
  return { width, height, colour: [...data.subarray(middle, middle + 3)] };
}
