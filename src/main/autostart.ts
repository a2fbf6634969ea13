import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlatformName } from './platform/platform.ts';

export type AutostartSurroundings = {
  platform: PlatformName;
  /** The user's configuration folder, `~/.config` on Linux. */
  configFolder: string;
  /** Absolute path of the program to start. */
  executable: string;
  /** Electron's own switch, for Windows and macOS. */
  setLoginItem: (settings: { openAtLogin: boolean }) => void;
};

/**
 * Switches starting at login on or off. Electron does it on Windows and macOS; on Linux it is a desktop entry in the
 * autostart folder (freedesktop.org Desktop Application Autostart Specification).
 */
export function setAutostart(around: AutostartSurroundings, on: boolean): void {
  if (around.platform === 'windows' || around.platform === 'mac') {
    around.setLoginItem({ openAtLogin: on });
    return;
  }
  const folder = join(around.configFolder, 'autostart');
  const entry = join(folder, 'repartee.desktop');
  if (!on) {
    rmSync(entry, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  // In an Exec key, the characters " ` $ \ inside quotes are escaped by a backslash.
  const quoted = `"${around.executable.replaceAll(/["`$\\]/g, '\\$&')}"`;
  writeFileSync(
    entry,
    `[Desktop Entry]\nType=Application\nName=Repartee\nExec=${quoted}\nX-GNOME-Autostart-enabled=true\n`,
  );
}
