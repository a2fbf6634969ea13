import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { insightHandlers } from '../../../../src/main/insight-handlers.ts';
import { libraryHandlers } from '../../../../src/main/library-handlers.ts';
import { createLintChecker } from '../../../../src/main/lint-checker.ts';
import { installStarter } from '../../../../src/main/starter.ts';
import { openDatabase, type WritableDatabase } from '../../../../src/main/storage/database.ts';
import { undoState } from '../../../../src/main/storage/edit-journal.ts';
import { insertLibrary } from '../../../../src/main/storage/libraries.ts';
import { replyLists } from '../../../../src/main/storage/reply-list.ts';
import { openSearchIndex } from '../../../../src/main/storage/search-index.ts';
import type { ManagerView } from '../../../../src/shared/contract/library-calls.ts';
import { lintPolicy } from '../../../../src/shared/domain/lint/lint-policy.ts';
import type { Locale } from '../../../../src/shared/i18n/locale.ts';
import { managerCalls } from '../../../../src/shared/ipc.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';

const projectRoot = resolve(import.meta.dirname, '../../../..');

export type LibraryOptions = {
  locale: Locale;
  theme: ManagerView['theme'];
  /** Shows the tour, as on the first opening. */
  tour: boolean;
  /** What the library holds: the starter library, an empty library, or no library at all. */
  content: 'starter' | 'empty' | 'none';
  /** Fills the library further. */
  fill?: (db: WritableDatabase) => void;
};

export type RealLibrary = {
  db: WritableDatabase;
  mediaFolder: string;
  /** Answers a call of the page as main does. */
  call: (name: string, args: unknown[]) => Promise<unknown>;
  /** Every call the page made, in order. */
  calls: { name: string; args: unknown[] }[];
  /** Where events for the page go. */
  onEvent: (listener: (name: string, payload: unknown) => void) => void;
  close: () => void;
};

/** The manager's main-process side over a real database: everything but the windows, dialogs and imports. */
export function openRealLibrary(options: LibraryOptions): RealLibrary {
  const folder = mkdtempSync(join(tmpdir(), 'repartee-gallery-'));
  const mediaFolder = join(folder, 'media');
  const opened = openDatabase(join(folder, 'repartee.db'));
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { db } = opened;
  const now = () => new Date();
  if (options.content === 'starter') {
    installStarter(db, join(projectRoot, 'resources/starter'), options.locale, mediaFolder, now());
  }
  if (options.content === 'empty') {
    const name = { 'zh-CN': '我的话术', 'zh-TW': '我的話術', en: 'My replies' }[options.locale];
    const library = { id: crypto.randomUUID(), name, tier: 'personal', origin: null } as const;
    insertLibrary(db, library, now().toISOString());
  }
  options.fill?.(db);

  let listener: (name: string, payload: unknown) => void = () => {};
  const settings = { ...defaultSettings(), 'manager.tourDone': !options.tour, 'profile.name': '小满' };
  const search = openSearchIndex({
    path: join(folder, 'search.db'),
    library: db,
    worker: new URL('../../../../src/main/storage/search-rebuild-worker.ts', import.meta.url),
  });
  const tell = () => listener('libraryChanged', { undo: undoState(db) });
  const lint = createLintChecker({
    db,
    policy: () => lintPolicy(settings),
    onProgress: (share) => {
      if (share === null) tell();
    },
    onFailure: (error) => {
      throw error;
    },
  });
  const lists = replyLists({
    db,
    matches: (text, limit) => search.matches(text, now().toISOString(), limit),
    lintShare: () => lint.share(),
    now,
  });
  const handlers: Record<string, (...args: never[]) => unknown> = {
    ...libraryHandlers({
      db,
      media: { folder: mediaFolder, url: (hash) => `/media/${hash}` },
      search,
      lists,
      settings: () => settings,
      managerView: () => ({
        locale: options.locale,
        theme: options.theme,
        platform: 'linux',
        tour: !settings['manager.tourDone'],
        hotkey: 'CommandOrControl+Shift+Space',
        settings,
        fill: { profile: { name: settings['profile.name'], number: '', shop: '' }, clipboard: '' },
        undo: undoState(db),
      }),
      checked: (ids) => lint.check(ids),
      now,
      changed: () => {
        search.applyChanges();
        tell();
      },
      finishTour: () => {
        settings['manager.tourDone'] = true;
      },
      openSettings: () => {},
    }),
    ...insightHandlers({
      db,
      now,
      locale: () => options.locale,
      keepsFailedSearches: () => true,
      setKeepFailedSearches: () => {},
      checking: () => lint.share(),
      saveText: () => Promise.resolve(null),
    }),
    managerReady: () => {},
    readyToClose: () => {},
  };
  lint.restart();

  const calls: RealLibrary['calls'] = [];
  return {
    db,
    mediaFolder,
    calls,
    async call(name, args) {
      calls.push({ name, args });
      const schema = managerCalls[name as keyof typeof managerCalls];
      const handler = handlers[name];
      if (schema === undefined || handler === undefined) throw new Error(`nobody answers ${name}`);
      return handler(...(schema.args.parse(args) as never[]));
    },
    onEvent(next) {
      listener = next;
    },
    close() {
      lint.close();
      search.close();
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
