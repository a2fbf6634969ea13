import type { MediaHash, Part } from '../../../shared/domain/reply.ts';
import { describeMedia } from '../../storage/media-kind.ts';

/** A name that every system takes for a file, and that a mark in a cell can hold. */
const plainName = /^(?![\s.])[^\\/:*?"<>|[\]{}\p{Cc}]{1,100}(?<![\s.])$/u;

/** Writes pictures and files as marks of a cell, and remembers which files these marks name. */
export type MediaMarks = {
  /** The text of a variant with its marks; what is gone is left out. */
  cellOf: (parts: readonly Part[]) => string;
  /** The named files by their paths beside the sheet. */
  files: ReadonlyMap<string, MediaHash>;
};

/**
 * Makes the marks that the importer reads back (`read/picture-marks.ts`): `[图片:media/尺码表.png]`, whose name is the picture's text. A text that is
 * no name for a file goes into `![text](media/….png)`, named by its hash.
 * @param words What a picture and a file are called in a mark.
 * @param readMedia Gives the bytes of a picture or file; null when they are gone.
 */
export function mediaMarks(
  words: { picture: string; file: string },
  readMedia: (hash: MediaHash) => Buffer | null,
): MediaMarks {
  const files = new Map<string, MediaHash>();
  const taken = new Map<string, MediaHash>();

  /** Names that differ in case only are one on Windows; a second one goes into a folder of its own. */
  function pathFor(name: string, hash: MediaHash): string {
    for (let number = 1; ; number += 1) {
      const path = number === 1 ? `media/${name}` : `media/${number}/${name}`;
      const owner = taken.get(path.toLowerCase());
      if (owner !== undefined && (owner !== hash || !files.has(path))) continue;
      taken.set(path.toLowerCase(), hash);
      files.set(path, hash);
      return path;
    }
  }

  function markOf(part: Exclude<Part, { kind: 'text' }>): string | null {
    const bytes = readMedia(part.hash);
    if (bytes === null) return null;
    if (part.kind === 'file') {
      const name = plainName.test(part.name) ? part.name : fileName(part.name);
      return `[${words.file}:${pathFor(name, part.hash)}]`;
    }
    const ending = describeMedia(bytes)
      .mime.replace(/^image\//, '.')
      .replace(/^[^.].*/, '.png');
    if (plainName.test(part.alt)) return `[${words.picture}:${pathFor(part.alt + ending, part.hash)}]`;
    const alt = part.alt.replace(/[\]\n]/g, ' ');
    return `![${alt}](${pathFor(part.hash + ending, part.hash)})`;
  }

  return {
    cellOf: (parts) =>
      parts
        .map((part) => (part.kind === 'text' ? part.text : markOf(part)))
        .filter((text) => text !== null)
        .join('\n'),
    files,
  };
}

/** The nearest name for a file that a mark can hold. */
function fileName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|[\]{}\p{Cc}]+/gu, '_')
    .slice(-100)
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return plain === '' ? '_' : plain;
}
