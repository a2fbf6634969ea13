import { readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import { PNG } from 'pngjs';

type Size = { width: number; height: number };

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

// IHDR is always the first chunk: its width follows the signature, its length and its name.
const widthAt = 16;
const heightAt = 20;

function isPng(bytes: Buffer): boolean {
  return bytes.length > heightAt + 4 && bytes.subarray(0, pngSignature.length).equals(pngSignature);
}

/** Averages each channel over the block of source pixels that one target pixel covers. */
function scale(source: PNG, { width, height }: Size): PNG {
  const target = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    const top = Math.floor((y * source.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * source.height) / height));
    for (let x = 0; x < width; x += 1) {
      const left = Math.floor((x * source.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * source.width) / width));
      const count = (right - left) * (bottom - top);
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let row = top; row < bottom; row += 1) {
          for (let column = left; column < right; column += 1) {
            sum += source.data[(row * source.width + column) * 4 + channel] ?? 0;
          }
        }
        target.data[(y * width + x) * 4 + channel] = Math.round(sum / count);
      }
    }
  }
  return target;
}

/** An image held as PNG. Other formats are accepted and come out empty: there is no decoder for them here. */
export class NativeImage
  implements
    Pick<
      Electron.NativeImage,
      | 'isEmpty'
      | 'getSize'
      | 'getAspectRatio'
      | 'toPNG'
      | 'toBitmap'
      | 'toDataURL'
      | 'setTemplateImage'
      | 'isTemplateImage'
    >
{
  readonly #png: Buffer | null;

  constructor(bytes: Buffer | null) {
    this.#png = bytes && isPng(bytes) ? bytes : null;
  }

  isEmpty(): boolean {
    return this.#png === null;
  }

  getSize(): Size {
    return this.#png
      ? { width: this.#png.readUInt32BE(widthAt), height: this.#png.readUInt32BE(heightAt) }
      : { width: 0, height: 0 };
  }

  getAspectRatio(): number {
    const { width, height } = this.getSize();
    return this.#png ? width / height : 1;
  }

  toPNG(): Buffer {
    return Buffer.from(this.#png ?? []);
  }

  /** Pixels in Chromium's order: blue, green, red, alpha. */
  toBitmap(): Buffer {
    const pixels = this.#png ? Buffer.from(PNG.sync.read(this.#png).data) : Buffer.alloc(0);
    for (let at = 0; at < pixels.length; at += 4) {
      const red = pixels[at] ?? 0;
      pixels[at] = pixels[at + 2] ?? 0;
      pixels[at + 2] = red;
    }
    return pixels;
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.toPNG().toString('base64')}`;
  }

  resize(options: Partial<Size>): NativeImage {
    if (!this.#png) {
      return new NativeImage(null);
    }
    const ratio = this.getAspectRatio();
    const own = this.getSize();
    const width = options.width ?? Math.round((options.height ?? own.height) * ratio);
    const height = options.height ?? Math.round(width / ratio);
    return new NativeImage(PNG.sync.write(scale(PNG.sync.read(this.#png), { width, height })));
  }

  crop({ x, y, width, height }: Electron.Rectangle): NativeImage {
    if (!this.#png) {
      return new NativeImage(null);
    }
    const part = new PNG({ width, height });
    PNG.bitblt(PNG.sync.read(this.#png), part, x, y, width, height, 0, 0);
    return new NativeImage(PNG.sync.write(part));
  }

  setTemplateImage(): void {}

  isTemplateImage(): boolean {
    return false;
  }
}

export const nativeImage = {
  createEmpty: () => new NativeImage(null),
  createFromBuffer: (bytes: Buffer) => new NativeImage(Buffer.from(bytes)),
  createFromDataURL: (url: string) => new NativeImage(Buffer.from(url.split(',')[1] ?? '', 'base64')),
  createFromPath(path: string) {
    try {
      return new NativeImage(readFileSync(path));
    } catch {
      // Electron gives an empty image for a file that cannot be read.
      return new NativeImage(null);
    }
  },
};
