import type { Id } from './domain/reply.ts';

/**
 * Writes a UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits.
 * @param time Milliseconds since 1970.
 * @param random At least ten random bytes.
 */
export function uuidV7(time: number, random: Uint8Array): Id {
  const bytes = new Uint8Array(16);
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(time / 256 ** (5 - index)) % 256;
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
