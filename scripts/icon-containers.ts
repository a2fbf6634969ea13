/** A square PNG and its side in pixels. */
export type IconImage = { side: number; png: Buffer };

/** Packs PNGs, each at most 256 pixels wide, into a Windows icon (ICO, PNG entries as since Windows Vista). */
export function packIco(images: readonly IconImage[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);

  let offset = header.length;
  images.forEach(({ side, png }, index) => {
    const entry = 6 + 16 * index;
    // One byte holds 0 to 255; 0 stands for 256.
    header.writeUInt8(side % 256, entry);
    header.writeUInt8(side % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

// Types of Apple's icon format that hold PNGs, by pixels. A side that serves two of them (256 as itself and as 128 at
// double density) goes in twice.
const icnsTypes: Record<number, string[]> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** Packs PNGs of 32 to 1024 pixels into a macOS icon (ICNS); other sides are left out. */
export function packIcns(images: readonly IconImage[]): Buffer {
  const chunks = images.flatMap(({ side, png }) => (icnsTypes[side] ?? []).map((type) => chunk(type, png)));
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}
