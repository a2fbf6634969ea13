import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Thrown when a file would have more bytes than its limit. */
export class FileTooLarge extends Error {}

/** Characters that are gathered before they are written. */
const chunkLength = 256 * 1024;

/**
 * Writes a file that gets its name only when it is whole: what was there stays until then, and a failure leaves nothing.
 * @param unfinished Where it is written first, beside `path`; the caller removes it after a kill.
 * @param limit Most bytes; more throw `FileTooLarge`.
 */
export function writeWhole(
  path: string,
  unfinished: string,
  content: Uint8Array | Iterable<string>,
  limit = Number.POSITIVE_INFINITY,
): void {
  try {
    const file = openSync(unfinished, 'wx');
    try {
      let bytes = 0;
      for (const chunk of chunks(content)) {
        bytes += chunk.byteLength;
        if (bytes > limit) throw new FileTooLarge();
        writeAll(file, chunk);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function* chunks(content: Uint8Array | Iterable<string>): Generator<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content;
    return;
  }
  let text = '';
  for (const piece of content) {
    text += piece;
    if (text.length < chunkLength) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

function writeAll(file: number, chunk: Uint8Array): void {
  let written = 0;
  while (written < chunk.byteLength) written += writeSync(file, chunk, written);
}
