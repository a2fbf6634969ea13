import type { SettingKey, Settings } from '../../shared/settings.ts';
import { defaultSettings, isSettingKey, settingsTable } from '../../shared/settings.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';

export type StoredSettings = {
  settings: Settings;
  /** Keys in the file that this version does not know or whose value it refuses; they are left as they are. */
  ignored: string[];
};

/** Reads all settings; what is missing or invalid has its default. */
export function readSettings(db: ReadableDatabase): StoredSettings {
  const settings = defaultSettings();
  const ignored: string[] = [];
  const rows = db
    .prepare<[], { key: string; value: string }>('SELECT key, value FROM setting ORDER BY key')
    .all();
  for (const { key, value } of rows) {
    const parsed = isSettingKey(key) ? settingsTable[key].safeParse(parseJson(value)) : null;
    if (parsed?.success && parsed.data !== undefined) Object.assign(settings, { [key]: parsed.data });
    else ignored.push(key);
  }
  return { settings, ignored };
}

/** Stores one setting. Returns false, and stores nothing, when the value is not valid for the key. */
export function writeSetting(db: WritableDatabase, key: SettingKey, value: unknown): boolean {
  const parsed = settingsTable[key].safeParse(value);
  if (!parsed.success || value === undefined) return false;
  db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(parsed.data));
  return true;
}

/** A value that is no JSON reads as undefined, wrapped so that no schema default hides it. */
function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return Symbol('not JSON');
  }
}
