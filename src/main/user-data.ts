import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../shared/i18n/locale.ts';
import type { PaletteNotice } from '../shared/ipc.ts';
import type { QuirkRow } from './platform/paste/app-quirks.ts';
import { parseUserQuirks } from './platform/paste/app-quirks.ts';
import { rememberedFolders } from './safety/backup-folders.ts';
import { codeOf } from './start-failure.ts';
import { installStarter } from './starter.ts';
import { backUpBeforeUpgrade } from './storage/backup.ts';
import type { WritableDatabase } from './storage/database.ts';
import { listLibraries } from './storage/libraries.ts';
import { openOrRestore, type Recovery } from './storage/open-or-restore.ts';
import { applyRestore, type RestoreOutcome, type RestoreRequest } from './storage/pending-restore.ts';
import { removeSearchIndex } from './storage/search-index.ts';
import type { StoredSettings } from './storage/settings-store.ts';
import { readSettings } from './storage/settings-store.ts';
import { purgeTrash } from './storage/trash.ts';

/** Where everything of one user lies, below the user-data folder. */
export function userDataPaths(folder: string) {
  return {
    folder,
    database: join(folder, 'repartee.db'),
    search: join(folder, 'search.db'),
    media: join(folder, 'media'),
    backups: join(folder, 'backups'),
    /** Names the folders that were chosen for backups. */
    backupFolders: join(folder, 'backup-folders.json'),
    /** What the next start puts in place. */
    restore: join(folder, 'restore'),
    damaged: join(folder, 'damaged'),
    incoming: join(folder, 'incoming'),
    outgoing: join(folder, 'outgoing'),
    pasteRules: join(folder, 'paste-rules.json'),
    logs: join(folder, 'logs'),
  };
}

export type UserDataPaths = ReturnType<typeof userDataPaths>;

/** What the app starts with. `notices` say what was amiss and was mended or left out. */
export type UserData = {
  db: WritableDatabase;
  stored: StoredSettings;
  quirks: QuirkRow[];
  notices: PaletteNotice[];
  /** Windows that were open when the app started itself anew to restore a backup. */
  reopen: RestoreRequest['windows'];
};

/**
 * Opens the database, restoring it where it is damaged, reads settings and paste rules, and on the first start installs
 * the starter library.
 * @param starterFolder Absolute path of `resources/starter`.
 * @param starterLocale Language of the starter library, given the settings.
 */
export function openUserData(
  paths: UserDataPaths,
  starterFolder: string,
  starterLocale: (stored: StoredSettings) => Locale,
  now: Date,
): { kind: 'open'; data: UserData } | { kind: 'newer' } {
  mkdirSync(paths.folder, { recursive: true });
  // Files that were laid out for pasting in earlier runs.
  rmSync(paths.outgoing, { recursive: true, force: true });
  const notices: PaletteNotice[] = [];
  const restore = applyRestore(paths);
  if (restore) notices.push(restoreNotice(restore));
  backUpBefore(paths, now, notices);
  const backupFolders = [paths.backups, ...rememberedFolders(paths.backupFolders)];
  const opened = openOrRestore(paths, now, backupFolders);
  if (opened.kind === 'newer') return { kind: 'newer' };
  const { db, recovery } = opened;
  if (recovery) {
    // It was made from the database that is gone now, and may take changes of the new one for known.
    removeSearchIndex(paths.search);
    notices.push(recoveryNotice(recovery));
  }
  if (listLibraries(db).length === 0) {
    try {
      installStarter(db, starterFolder, starterLocale(readSettings(db)), paths.media, now);
    } catch (error) {
      // The app works without it; the person is told why the library is empty.
      notices.push({ kind: 'starter-failed', detail: error instanceof Error ? error.message : '' });
    }
  }
  purgeTrash(db, now);
  const stored = readSettings(db);
  if (stored.ignored.length > 0) notices.push({ kind: 'settings-invalid', keys: stored.ignored });
  const quirks = readPasteRules(paths.pasteRules, notices);
  return { kind: 'open', data: { db, stored, quirks, notices, reopen: restore?.request.windows ?? [] } };
}

function recoveryNotice(recovery: Recovery): PaletteNotice {
  if (recovery.kind === 'lost') return { kind: 'database-lost', backupDate: recovery.backup.madeAt };
  const { keptAside, backup } = recovery;
  return { kind: 'database-restored', backupDate: backup?.madeAt ?? null, keptAside };
}

function restoreNotice(restore: RestoreOutcome): PaletteNotice {
  if (restore.kind === 'failed') return { kind: 'restore-failed', code: restore.code };
  const { madeAt, previous } = restore.request;
  return { kind: 'library-restored', madeAt, previous };
}

/** A schema upgrade is one transaction: without the copy it is still no danger, and the library has to open. */
function backUpBefore(paths: UserDataPaths, now: Date, notices: PaletteNotice[]): void {
  try {
    backUpBeforeUpgrade(paths, now);
  } catch (error) {
    notices.push({ kind: 'backup-failed', code: codeOf(error) });
  }
}

/** The user's own paste rules; a file that cannot be used is named and left as it is. */
function readPasteRules(path: string, notices: PaletteNotice[]): QuirkRow[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') notices.push({ kind: 'quirks-invalid', path, detail: code ?? '' });
    return [];
  }
  const parsed = parseUserQuirks(text);
  if (parsed.ok) return parsed.value;
  const { path: where, detail } = parsed.error;
  notices.push({ kind: 'quirks-invalid', path, detail: where === '' ? detail : `${where}: ${detail}` });
  return [];
}
