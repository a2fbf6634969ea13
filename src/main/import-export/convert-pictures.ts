import type { ImportedPart, ImportedReply } from './read/imported.ts';

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Makes every picture of the replies a PNG, which is what is pasted. One that cannot be read is left out and named; a
 * reply that is nothing without it is skipped.
 */
export async function convertPictures(
  replies: readonly ImportedReply[],
  toPng: (picture: Uint8Array) => Promise<Uint8Array | null>,
): Promise<void> {
  // The same bytes stand in many rows.
  const converted = new Map<Uint8Array, Uint8Array | null>();
  for (const reply of replies) {
    for (const parts of reply.variants) {
      for (const [index, part] of parts.entries()) {
        if (part.kind !== 'image' || isPng(part.bytes)) continue;
        let png = converted.get(part.bytes);
        if (png === undefined) {
          png = await toPng(part.bytes);
          converted.set(part.bytes, png);
        }
        parts[index] = { ...part, bytes: png ?? unreadable };
      }
    }
    dropUnreadable(reply);
  }
}

const unreadable = new Uint8Array();

function dropUnreadable(reply: ImportedReply): void {
  const isUnreadable = (part: ImportedPart) => part.kind === 'image' && part.bytes === unreadable;
  if (!reply.variants.flat().some(isUnreadable)) return;
  reply.variants = reply.variants
    .map((parts) => parts.filter((part) => !isUnreadable(part)))
    .filter((parts) => parts.length > 0);
  if (reply.variants.length === 0) reply.skip ??= 'image-unreadable';
  else reply.reasons.push('image-unreadable');
}

function isPng(bytes: Uint8Array): boolean {
  return pngSignature.every((byte, index) => bytes[index] === byte);
}
