import { renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createLibraryGate, type LibraryGate } from '../../../src/main/library-gate.ts';
import { createSafety, type Safety } from '../../../src/main/safety/create-safety.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import { readSettings, writeSetting } from '../../../src/main/storage/settings-store.ts';
import { type UserDataPaths, userDataPaths } from '../../../src/main/user-data.ts';
import type { SafetyEvents } from '../../../src/shared/contract/safety-calls.ts';
import type { PaletteNotice } from '../../../src/shared/ipc.ts';
import type { SettingKey, Settings } from '../../../src/shared/settings.ts';
import { openJobs } from '../import-export/open-jobs.ts';
import { draft, openTestDatabase, testFolder } from '../storage/open-test-database.ts';

/** What the dialogs answer; without an answer the person chooses nothing. `onSettle` is what happens while windows settle; without a `trash` there is none. */
export type Chosen = {
  folder?: string;
  target?: string;
  archive?: string;
  onSettle?: () => void;
  trash?: string;
};

/** What the calls have done besides their answers. */
export type Seen = {
  progress: SafetyEvents['safetyProgress'][];
  notices: PaletteNotice[];
  restarts: number;
  /** How often the windows came back that were put away. */
  comebacks: number;
};

/** The calls on real files, with the jobs in a process of their own as in the app. */
export function safetyOf(
  paths: UserDataPaths,
  settings: () => Settings,
  saveSetting: (key: SettingKey, value: unknown) => void,
): { safety: Safety; chosen: Chosen; seen: Seen; gate: LibraryGate } {
  const chosen: Chosen = {};
  const seen: Seen = { progress: [], notices: [], restarts: 0, comebacks: 0 };
  const gate = createLibraryGate((error) => {
    throw error;
  });
  let second = 0;
  const safety = createSafety({
    paths,
    gate,
    createRunner: () => openJobs().jobs,
    settings,
    // Each backup has a time of its own.
    now: () => new Date(Date.UTC(2026, 2, 1, 8, 0, second++)),
    saveSetting,
    progress: (progress) => seen.progress.push(progress),
    tell: (notice) => seen.notices.push(notice),
    failed: () => {},
    dialogs: {
      chooseFolder: async () => chosen.folder ?? null,
      chooseTarget: async () => chosen.target ?? null,
      chooseArchive: async () => chosen.archive ?? null,
    },
    settleWindows: async () => {
      chosen.onSettle?.();
      const comeBack = () => {
        seen.comebacks += 1;
      };
      return { windows: ['settings'], comeBack };
    },
    restart: () => {
      seen.restarts += 1;
    },
    trash: async (path) => {
      if (chosen.trash === undefined) throw new Error('Failed to move item to trash');
      renameSync(path, join(chosen.trash, basename(path)));
    },
    openFolder: () => {},
    showFile: () => {},
    rebuildSearch: async () => true,
  });
  return { safety, chosen, seen, gate };
}

/** A library in use with the calls that keep it safe. */
export function openSafety(folder = testFolder()) {
  const { db, libraryId } = openTestDatabase(folder);
  const paths = userDataPaths(folder);
  const { safety, chosen, seen, gate } = safetyOf(
    paths,
    () => readSettings(db).settings,
    (key, value) => void writeSetting(db, key, value),
  );
  const add = (title: string) => insertReply(db, draft(libraryId, { title }), new Date());
  return {
    db,
    folder,
    paths,
    libraryId,
    add,
    chosen,
    seen,
    gate,
    calls: safety.handlers,
    search: join(folder, 'search.db'),
  };
}

export type OpenSafety = ReturnType<typeof openSafety>;

/** Makes a backup by hand and gives its name. */
export async function backUp({ calls }: OpenSafety): Promise<string> {
  const made = await calls.backUpNow();
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.name;
}
