import { z } from 'zod';
import { type Call, call, id } from './contract/call.ts';
import { insightCalls } from './contract/insight-calls.ts';
import { type LibraryEvents, libraryCalls } from './contract/library-calls.ts';
import { type SafetyEvents, type SafetyProblem, safetyCalls } from './contract/safety-calls.ts';
import { type TransferEvents, transferCalls } from './contract/transfer-calls.ts';
import type { FilledPiece } from './domain/fill.ts';
import type { LintNote } from './domain/lint/lint-note.ts';
import type { Category, Id, Library, Reply, Validity } from './domain/reply.ts';
import type { SearchOutcome } from './domain/search-result.ts';
import type { Locale } from './i18n/locale.ts';
import type { InsertOutcome } from './insert.ts';
import { type PasteRulesView, type PickedApp, pasteRules } from './paste-rule.ts';
import type { Result } from './result.ts';
import type { SettingKey, Settings } from './settings.ts';

/*
 * The one contract between the processes. A call is one line here and one handler in `src/main/handlers.ts`;
 * a missing handler does not compile. Arguments are validated in the main process, results are plain data.
 */

const fieldName = z.string().min(1).max(100);

const insertRequest = z.object({
  replyId: id,
  revision: z.number().int().nonnegative(),
  variant: z.number().int().min(0).max(50),
  action: z.enum(['paste', 'paste-and-send', 'append', 'copy']),
  fields: z.record(fieldName, z.string().max(20_000)),
  choices: z.array(z.number().int().min(0).max(200)).max(200),
  editedTexts: z.array(z.string().max(200_000)).max(200).nullable(),
});

const newReply = z.object({
  title: z.string().max(2_000),
  text: z.string().max(2_000_000),
  shortcode: z.string().max(2_000),
  categoryId: id.nullable(),
});

/** Calls that the palette window may make. */
export const paletteCalls = {
  /** The page shows the opening that it was sent last, and takes keys for it. */
  openingTaken: call<void>()(z.tuple([])),
  /**
   * Finds replies; an empty query gives favourites, then what was used recently and often in the target app. Told whether an
   * input method is still composing the query, which then says nothing about what the library lacks.
   */
  searchReplies: call<SearchOutcome>()(z.tuple([z.string().max(1_000), z.boolean()])),
  /** Everything the preview shows of one reply; null when it is gone. */
  openReply: call<ReplyView | null>()(z.tuple([id])),
  /** Inserts into the target of the opening with this number; one that is over is answered with `cancelled`. */
  insertReply: call<InsertOutcome>()(z.tuple([z.number().int(), insertRequest])),
  /** Hides the palette and gives the focus back to the target. */
  /** Closes the opening with this number, or with null a notice that stands alone; what is over by then closes nothing else. */
  closePalette: call<void>()(z.tuple([z.number().int().nullable()])),
  listCategories: call<CategoryChoice[]>()(z.tuple([])),
  /** Saves a reply written in the palette into the personal library. */
  createReply: call<Result<{ id: Id }, NewReplyError>>()(z.tuple([newReply])),
  /** What the lint says of a text written in the palette; the title is empty where there is none. */
  checkTexts: call<LintNote[]>()(
    z.tuple([z.string().max(2_000), z.array(z.string().max(2_000_000)).max(200)]),
  ),
  openSettings: call<void>()(z.tuple([])),
  /** Opens the manager: on a reply, on the list with nothing selected, or on a new reply. */
  openManager: call<void>()(z.tuple([id.or(z.enum(['list', 'new']))])),
};

/** Calls that the manager window may make. */
export const managerCalls = {
  ...libraryCalls,
  ...transferCalls,
  ...insightCalls,
  /** The page listens: what was asked of it while it was loading comes now. */
  managerReady: call<void>()(z.tuple([])),
  /** The page has saved its drafts and may be closed. */
  readyToClose: call<void>()(z.tuple([])),
};

/** Calls that the settings window may make. */
export const settingsCalls = {
  readSettings: call<SettingsView>()(z.tuple([])),
  /** Validates and stores one setting; a hotkey is registered before it is stored. */
  changeSetting: call<Result<SettingsView, SettingError>>()(z.tuple([z.string().max(100), z.unknown()])),
  /** Opens the folder with the database, media, backups and the paste-rules file. */
  openDataFolder: call<void>()(z.tuple([])),
  /** macOS: asks the system for the accessibility permission. */
  requestPastePermission: call<SettingsView>()(z.tuple([])),
  /** Gives the hotkeys back to the system while another one is recorded, and takes them again. */
  suspendHotkeys: call<void>()(z.tuple([z.boolean()])),
  readPasteRules: call<PasteRulesView>()(z.tuple([])),
  /** Replaces the user's paste rules; they apply from the next paste on. */
  savePasteRules: call<Result<PasteRulesView, SafetyProblem>>()(z.tuple([pasteRules])),
  /** Waits, at most 15 seconds, until the person clicks a window of another app. */
  pickApp: call<PickedApp>()(z.tuple([])),
  cancelPick: call<void>()(z.tuple([])),
  ...safetyCalls,
};

/** What main tells the palette. */
export type PaletteEvents = {
  /** The palette is about to be shown: it starts from the empty query. */
  opened: PaletteOpening;
  /** The palette was hidden; it forgets what it shows. */
  closed: null;
  /** Something changed that the open list may show. */
  libraryChanged: null;
  /** An insertion that could not paste keeps or brings back the palette with this outcome in words. */
  notice: PaletteNotice;
};

/** What main tells the settings window. */
export type SettingsEvents = { settingsChanged: SettingsView } & SafetyEvents;

/** What main tells the manager. */
export type ManagerEvents = LibraryEvents & TransferEvents;

/** The window that had the focus when the hotkey came. */
export type TargetInfo = {
  /** Display name of the application, for example `mousepad`. */
  app: string;
  title: string;
  /** What Enter will do there. `copy-only` carries the reason in the footer. */
  paste: 'paste' | 'type' | 'copy-only';
  canSend: boolean;
};

export type PaletteOpening = {
  /** Number of this opening: an insertion names it, so that it never lands in the target of a later one. */
  number: number;
  /** When main asked for it, in milliseconds since the epoch: keys that are older were not meant for it. */
  at: number;
  /** Null when no window could be determined (Wayland, no focus): Enter copies. */
  target: TargetInfo | null;
  results: SearchOutcome;
  locale: Locale;
  theme: Settings['theme'];
  /** Size of everything in percent. */
  scale: Settings['palette.scale'];
  platform: 'windows' | 'mac' | 'linux';
  notices: PaletteNotice[];
};

/** A line that the palette shows above its footer. */
export type PaletteNotice =
  | { kind: 'outcome'; outcome: InsertOutcome }
  | { kind: 'hotkey-taken'; hotkey: string; using: string | null }
  | { kind: 'database-restored'; backupDate: string | null; keptAside: string }
  /** It was missing or empty. */
  | { kind: 'database-lost'; backupDate: string }
  | { kind: 'database-newer' }
  | { kind: 'quirks-invalid'; path: string; detail: string }
  | { kind: 'settings-invalid'; keys: string[] }
  | { kind: 'starter-failed'; detail: string }
  /** `previous` is the backup of the state that was replaced. */
  | { kind: 'library-restored'; madeAt: string; previous: string }
  /** The library is as it was before. */
  | { kind: 'restore-failed'; code: string }
  | { kind: 'backup-failed'; code: string }
  /** The folder that was chosen for backups cannot be written; the app's own one is used meanwhile. */
  | { kind: 'backup-folder'; folder: string; code: string };

export type PreviewPart =
  | { kind: 'text'; pieces: FilledPiece[] }
  /** `url` is null when the file is missing or unreadable. */
  | { kind: 'image'; url: string | null; alt: string; width: number; height: number }
  | { kind: 'file'; name: string; bytes: number | null };

export type ReplyView = {
  id: Id;
  revision: number;
  title: string;
  shortcode: string | null;
  categoryPath: string[];
  tags: string[];
  note: string;
  validity: Validity;
  validFrom: Reply['validFrom'];
  validUntil: Reply['validUntil'];
  successor: { id: Id; title: string } | null;
  next: { id: Id; title: string }[];
  variants: PreviewPart[][];
  /** Field values remembered for this target window, by placeholder name. */
  remembered: Record<string, string>;
};

export type CategoryChoice = Pick<Category, 'id' | 'color'> & { path: string[]; library: Library['name'] };

/** What is wrong with a new reply, by field. */
export type NewReplyError = {
  field: 'title' | 'text' | 'shortcode' | 'storage';
  problem: 'empty' | 'too-long' | 'taken' | 'invalid-characters' | 'blocked-words' | 'failed';
  limit: number | null;
};

export type HotkeyState = {
  accelerator: string;
  state: 'registered' | 'taken' | 'off';
  suggestion: string | null;
};

export type SettingsView = {
  settings: Settings;
  locale: Locale;
  platform: PaletteOpening['platform'];
  hotkeys: Record<'palette' | 'holding' | 'manager', HotkeyState>;
  /** Replies that can serve as the holding line. */
  holdingChoices: { id: Id; title: string }[];
  version: string;
  dataFolder: string;
  /** Null where the system needs no permission. */
  pastePermission: 'granted' | 'missing' | null;
  notices: PaletteNotice[];
};

export type SettingError =
  | { kind: 'unknown-key' }
  | { kind: 'invalid-value'; key: SettingKey }
  | { kind: 'hotkey-taken'; suggestion: string | null }
  | { kind: 'storage-failed' };

type ArgsOf<C> = C extends Call<infer Args, unknown> ? z.output<Args> : never;
type ValueOf<C> = C extends Call<z.ZodTuple, infer Value> ? Value : never;

/** The calls of a window as its page sees them. */
export type ClientApi<Calls> = {
  [K in keyof Calls]: (...args: ArgsOf<Calls[K]>) => Promise<ValueOf<Calls[K]>>;
};

/** The calls of a window as main implements them. */
export type Handlers<Calls> = {
  [K in keyof Calls]: (...args: ArgsOf<Calls[K]>) => ValueOf<Calls[K]> | Promise<ValueOf<Calls[K]>>;
};

export type PaletteCalls = typeof paletteCalls;
export type SettingsCalls = typeof settingsCalls;
export type ManagerCalls = typeof managerCalls;

/** What the preload scripts expose as `window.repartee`. */
export type Wire = {
  call: (name: string, ...args: unknown[]) => Promise<unknown>;
  /** Returns a function that ends the subscription. */
  on: (name: string, listener: (payload: unknown) => void) => () => void;
};
