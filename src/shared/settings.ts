import { z } from 'zod';
import type { ProfileKey } from './domain/placeholders.ts';

/** Electron accelerator, for example `Ctrl+Shift+Space`; the empty string switches a hotkey off. */
const accelerator = z.string().max(60);

const profileValue = z.string().max(200);

const lintWord = z.object({
  word: z.string().trim().min(1).max(60),
  level: z.enum(['warn', 'block']),
  instead: z.string().max(200),
});

/**
 * The one table of settings: key, validation, default. Nothing else knows a default.
 * Values are stored as JSON, one row per key that was changed.
 */
export const settingsTable = {
  /** Opens the palette. `CommandOrControl` is Cmd on macOS. */
  'hotkey.palette': z.string().min(1).max(60).default('CommandOrControl+Shift+Space'),
  /** Pastes the holding line with no window shown. */
  'hotkey.holding': accelerator.default('CommandOrControl+Shift+H'),
  language: z.enum(['system', 'zh-CN', 'zh-TW', 'en']).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  autostart: z.boolean().default(false),
  /** The reply that the holding hotkey pastes; set when the starter library is installed. */
  'holding.replyId': z.string().nullable().default(null),
  'profile.name': profileValue.default(''),
  'profile.number': profileValue.default(''),
  'profile.shop': profileValue.default(''),
  /**
   * Longest wait, in milliseconds, for the target to read the clipboard before it is given back. Where the system
   * tells that it was read (X11) the clipboard is given back at once; elsewhere after this time.
   */
  'paste.restoreDelayMs': z.number().int().min(100).max(10_000).default(800),
  /** Opens the manager; off until it is set. */
  'hotkey.manager': accelerator.default(''),
  /** The manager's tour was closed. */
  'manager.tourDone': z.boolean().default(false),
  /** How the shop sees saying that it was wrong: authorities disagree, so the team decides. */
  'lint.admitFault': z.enum(['warn', 'allow', 'encourage']).default('warn'),
  /** Ids of lint rules that are switched off, and of those that are on although they are off by default. */
  'lint.off': z.array(z.string().max(60)).max(200).default([]),
  'lint.on': z.array(z.string().max(60)).max(200).default([]),
  /** The shop's own words; null until the list was edited, which means the starter list. */
  'lint.words': z.array(lintWord).max(5_000).nullable().default(null),
  /** Size of the palette and everything in it, in percent. */
  'palette.scale': z.union([z.literal(90), z.literal(100), z.literal(115), z.literal(130)]).default(100),
  /** Daily backups beyond the newest ones of this number are removed; those before big changes are counted apart. */
  'backup.keep': z.number().int().min(1).max(365).default(10),
  /** Absolute path; null is the folder `backups` below the user data. */
  'backup.folder': z.string().max(4_096).nullable().default(null),
  /** Whether searches without an answer are remembered for the dashboard. */
  'insight.keepFailedSearches': z.boolean().default(true),
} as const;

/** The hotkeys, each kept in the setting `hotkey.` with its name. */
export const hotkeyNames = ['palette', 'holding', 'manager'] as const;
export type HotkeyName = (typeof hotkeyNames)[number];

export type SettingKey = keyof typeof settingsTable;
export type Settings = { [K in SettingKey]: z.output<(typeof settingsTable)[K]> };

/** Every setting at its default. */
export function defaultSettings(): Settings {
  const entries = Object.entries(settingsTable).map(([key, schema]) => [key, schema.parse(undefined)]);
  return Object.fromEntries(entries) as Settings;
}

/** True when `key` names a setting of this version. */
export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settingsTable, key);
}

/** The agent's values that `{{agent.…}}` stands for. */
export function profileOf(settings: Settings): Record<ProfileKey, string> {
  return {
    name: settings['profile.name'],
    number: settings['profile.number'],
    shop: settings['profile.shop'],
  };
}
