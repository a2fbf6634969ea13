import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ImportProblem, ImportSource } from '../shared/contract/transfer-calls.ts';
import type { Result } from '../shared/result.ts';
import { err, ok } from '../shared/result.ts';
import { defaultLimits } from './import-export/read/limits.ts';
import { codeOf } from './start-failure.ts';

export type SourceFile = { path: string; name: string };

/** What can be imported at the moment: files that were chosen, dropped or named on the command line. */
export type ImportSources = {
  open: (paths: readonly string[]) => ImportSource;
  /** Files as bytes, which are laid out in a folder of their own until the source is closed. */
  take: (files: readonly { name: string; bytes: Uint8Array }[]) => Result<ImportSource, ImportProblem>;
  /** The files of a source; null for one that was closed. */
  files: (number: number) => SourceFile[] | null;
  close: (number: number) => void;
  count: () => number;
};

/**
 * Makes an empty collection.
 * @param incoming Folder for files that come as bytes; emptied now, since what lies there is from an earlier run.
 */
export function createImportSources(incoming: string): ImportSources {
  const sources = new Map<number, { files: SourceFile[]; folder: string | null }>();
  let lastNumber = 0;
  rmSync(incoming, { recursive: true, force: true });

  function add(files: SourceFile[], folder: string | null): ImportSource {
    lastNumber += 1;
    sources.set(lastNumber, { files, folder });
    return { number: lastNumber, names: files.map(({ name }) => name) };
  }

  return {
    open: (paths) =>
      add(
        paths.map((path) => ({ path: resolve(path), name: basename(resolve(path)) || path })),
        null,
      ),
    take(files) {
      const tooLarge = files.find(({ bytes }) => bytes.byteLength > defaultLimits.fileBytes);
      if (tooLarge) {
        return err({ kind: 'too-large', name: tooLarge.name, limit: defaultLimits.fileBytes });
      }
      const folder = join(incoming, randomUUID());
      try {
        mkdirSync(folder, { recursive: true });
        const laidOut = files.map(({ name, bytes }, index) => {
          const path = join(folder, safeName(name, index));
          writeFileSync(path, bytes);
          return { path, name };
        });
        return ok(add(laidOut, folder));
      } catch (error) {
        rmSync(folder, { recursive: true, force: true });
        const code = codeOf(error);
        if (code === 'none') throw error;
        return err({ kind: 'storage', code });
      }
    },
    files: (number) => sources.get(number)?.files ?? null,
    close(number) {
      const source = sources.get(number);
      sources.delete(number);
      if (source?.folder) rmSync(source.folder, { recursive: true, force: true });
    },
    count: () => sources.size,
  };
}

/** A name that every file system takes, of ASCII and with a number in front, so that none leaves its folder or meets another. */
function safeName(name: string, index: number): string {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1];
  return extension === undefined ? `${index}` : `${index}.${extension.toLowerCase()}`;
}
