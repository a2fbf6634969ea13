import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../start-failure.ts';

/** The folders that hold backups. */
export type BackupFolders = {
  /** Where the next backup goes. The app's own folder stands in while the chosen one cannot be written. */
  current: () => Promise<{ folder: string; unreachable: { folder: string; code: string } | null }>;
  /** Every folder that may hold some: the present one, the app's own, and those that were chosen before. */
  all: () => string[];
  /** Notes a folder that was chosen, so that its backups stay listed when another one is. */
  remember: (folder: string) => void;
};

const folderList = z.array(z.string().min(1).max(4_096)).max(50);

/**
 * @param own The app's own folder, below the user data.
 * @param listFile File that names the chosen folders. It lies beside the database, for it is needed when that is damaged.
 */
export function createBackupFolders(
  own: string,
  listFile: string,
  chosen: () => string | null,
): BackupFolders {
  return {
    async current() {
      const folder = chosen();
      if (folder === null) return { folder: own, unreachable: null };
      const code = await whyNotWritable(folder);
      return code === null ? { folder, unreachable: null } : { folder: own, unreachable: { folder, code } };
    },
    all: () => [...new Set([chosen() ?? own, own, ...rememberedFolders(listFile)])],
    remember(folder) {
      const known = rememberedFolders(listFile).filter((other) => other !== folder);
      const draft = `${listFile}.part`;
      writeFileSync(draft, JSON.stringify([folder, ...known].slice(0, 50)), { flush: true });
      renameSync(draft, listFile);
    },
  };
}

/** The folders that were ever chosen, the latest first; none when the list is missing or unreadable. */
export function rememberedFolders(listFile: string): string[] {
  try {
    const parsed = folderList.safeParse(JSON.parse(readFileSync(listFile, 'utf8')));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/**
 * The system's code for why no file can be made in `folder`, or null when one can. It is tried, since permissions on
 * Windows and on network drives do not tell; a folder that is not there is not made, for its drive may be absent. Holds nothing up
 * while a drive thinks about it.
 */
export async function whyNotWritable(folder: string): Promise<string | null> {
  const probe = join(folder, `.repartee-${process.pid}.tmp`);
  try {
    if (!(await stat(folder)).isDirectory()) return 'ENOTDIR';
    await writeFile(probe, 'x');
    await rm(probe);
    return null;
  } catch (error) {
    // A full disk leaves an empty probe behind; where none could be made there is nothing to remove.
    await rm(probe, { force: true }).catch(() => {});
    return codeOf(error);
  }
}
