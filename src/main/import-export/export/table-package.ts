import { renameSync, rmSync } from 'node:fs';
import type { MediaHash } from '../../../shared/domain/reply.ts';
import { openZipWriter } from '../../safety/zip-writer.ts';
import { mediaPath } from '../../storage/media.ts';
import { FileTooLarge } from './write-whole.ts';

/** A sheet and the files that its cells name, by their paths beside it. */
export type TablePackage = {
  sheet: { name: string; bytes: Uint8Array };
  files: ReadonlyMap<string, MediaHash>;
};

/**
 * Writes a zip with a sheet and the folder `media`, which the importer reads back. It gets its name when it is whole.
 * @param unfinished Where it is written first, beside `path`; the caller removes it after a kill.
 * @param limit Most bytes of the zip; more throw `FileTooLarge`.
 */
export async function writeTablePackage(
  { sheet, files }: TablePackage,
  { path, unfinished, mediaFolder }: { path: string; unfinished: string; mediaFolder: string },
  limit: number,
  onFile: (number: number) => void,
): Promise<void> {
  try {
    const zip = await openZipWriter(unfinished);
    try {
      await zip.addBytes(sheet.name, sheet.bytes);
      let number = 0;
      for (const [name, hash] of files) {
        await zip.addFile(name, mediaPath(mediaFolder, hash) as string, 'stored');
        number += 1;
        onFile(number);
      }
    } catch (error) {
      await zip.close();
      throw error;
    }
    if ((await zip.finish()) > limit) throw new FileTooLarge();
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
