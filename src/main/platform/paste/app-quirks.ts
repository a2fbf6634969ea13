import { z } from 'zod';
import { pasteRules } from '../../../shared/paste-rule.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { builtInQuirks } from './built-in-quirks.ts';
import type { PasteChord } from './keys.ts';

/** How to paste into one app. */
export type AppQuirk = {
  chord: PasteChord;
  /** `type` presses the characters one by one, for apps that take no paste; pictures are pasted all the same. */
  mode: 'paste' | 'type' | 'copy-only';
  /** Pause between two parts of a reply, and between two characters when typing, in milliseconds. */
  gapMs: number;
  /** Pause between the app's return to front and the first key, in milliseconds. */
  settleMs: number;
  /** Whether paste-and-send may press Enter there. False unless the user's own rule says otherwise. */
  allowSend: boolean;
};

/** A row of the table: which apps, what differs from the default, and why. */
export type QuirkRow = Partial<AppQuirk> & {
  /** Lower-case executable or window-class names; `*` stands for any characters. */
  apps: readonly string[];
  /** For whoever reads the table next; never shown. */
  reason?: string;
};

/** What is wrong with the user's file: where, and what to do, in words for a person who edits JSON. */
export type QuirkFileError = { path: string; detail: string };

export const defaultQuirk: AppQuirk = {
  chord: 'Mod+V',
  mode: 'paste',
  gapMs: 120,
  settleMs: 0,
  allowSend: false,
};

/**
 * The rule for an app. The first row of the user that names the app comes over the first built-in one, which comes
 * over the default; each gives only the values that it states.
 * @param app Key of a target window, for example `wechat.exe`.
 * @param userRows Rows of the user's file, in their order.
 */
export function quirkFor(app: string, userRows: readonly QuirkRow[]): AppQuirk {
  const name = app.toLowerCase();
  const builtIn = builtInQuirks.find((row) => names(row, name));
  const user = userRows.find((row) => names(row, name));
  return { ...defaultQuirk, ...valuesOf(builtIn), ...valuesOf(user) };
}

function names(row: QuirkRow, app: string): boolean {
  return row.apps.some((pattern) => matchesPattern(pattern.toLowerCase(), app));
}

/** Compares piece by piece instead of through a regular expression, since patterns come from a file. */
function matchesPattern(pattern: string, app: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) {
    return app === first;
  }
  if (!app.startsWith(first) || app.length < first.length + last.length || !app.endsWith(last)) {
    return false;
  }
  let position = first.length;
  const end = app.length - last.length;
  for (const piece of rest) {
    const found = app.indexOf(piece, position);
    if (found < 0 || found + piece.length > end) {
      return false;
    }
    position = found + piece.length;
  }
  return true;
}

function valuesOf(row: QuirkRow | undefined): Partial<AppQuirk> {
  if (row === undefined) {
    return {};
  }
  const { apps: _apps, reason: _reason, ...values } = row;
  return values;
}

const userFile = z.strictObject({ rules: pasteRules });

/**
 * Reads the user's paste rules, for example
 * `{"rules": [{"apps": ["wechat.exe"], "gapMs": 300, "allowSend": true}]}`.
 * An empty file means no rules. One wrong row refuses the whole file: half of a set of rules may paste where the user
 * forbade it.
 */
export function parseUserQuirks(text: string): Result<QuirkRow[], QuirkFileError> {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') {
    return ok([]);
  }
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch (error) {
    return err({ path: '', detail: (error as SyntaxError).message });
  }
  const parsed = userFile.safeParse(data);
  if (parsed.success) {
    return ok(parsed.data.rules);
  }
  const issue = parsed.error.issues[0];
  return err({ path: issue?.path.map(String).join('.') ?? '', detail: issue?.message ?? '' });
}
