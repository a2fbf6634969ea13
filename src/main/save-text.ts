import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import type { ExportProblem } from '../shared/contract/transfer-calls.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { codeOf } from './start-failure.ts';

/**
 * Makes the function that lets the person choose where a CSV file goes, and writes it there. The file gets its name when it is
 * whole: a full disk leaves what was there before.
 * @param folder Where the dialog starts.
 */
export function createSaveText(
  ask: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>,
  folder: () => string,
): (fileName: string, text: string) => Promise<Result<{ path: string }, ExportProblem> | null> {
  return async (fileName, text) => {
    const { canceled, filePath: path } = await ask({
      defaultPath: join(folder(), fileName),
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    });
    if (canceled || path === '') return null;
    const unfinished = `${path}.${randomUUID()}.tmp`;
    try {
      await writeFile(unfinished, text, 'utf8');
      await rename(unfinished, path);
      return ok({ path });
    } catch (error) {
      await rm(unfinished, { force: true });
      return err({ kind: 'storage', code: codeOf(error), path });
    }
  };
}
