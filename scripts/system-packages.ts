import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A Debian package that the tests or the demo need, and how to tell that it is there. */
type SystemPackage = { name: string; isInstalled: () => boolean };

const command = (name: string, binary: string): SystemPackage => ({
  name,
  isInstalled: () => spawnSync('which', [binary], { stdio: 'ignore' }).status === 0,
});
const file = (name: string, path: string): SystemPackage => ({ name, isInstalled: () => existsSync(path) });

/** A virtual screen, a window manager, a text editor as the chat, and the browser engine for the windows. */
export const desktopPackages: readonly SystemPackage[] = [
  file('chromium-shell', '/usr/lib/chromium/chromium-shell'),
  command('chromium', 'chromium'),
  command('xvfb', 'Xvfb'),
  command('openbox', 'openbox'),
  command('xdotool', 'xdotool'),
  command('xclip', 'xclip'),
  command('x11-utils', 'xprop'),
  command('x11-xserver-utils', 'xrandr'),
  command('mousepad', 'mousepad'),
  command('xterm', 'xterm'),
  command('rofi', 'rofi'),
  command('imagemagick', 'import'),
  file('fonts-noto-cjk', '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  file('fonts-noto-color-emoji', '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'),
];

/** What runs the Windows driver. */
export const winePackages: readonly SystemPackage[] = [
  command('wine', 'wine'),
  file('wine64', '/usr/lib/wine/wine64'),
];

/**
 * Installs the missing packages where that may be done without asking (Debian, as root).
 * Returns the command that a person has to run where not, or null when everything is there.
 */
export function ensurePackages(packages: readonly SystemPackage[]): string | null {
  const missing = packages.filter((item) => !item.isInstalled()).map((item) => item.name);
  if (missing.length === 0) return null;
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const isRoot = process.getuid?.() === 0;
  const isDebian = existsSync('/etc/debian_version');
  if (!isRoot || !isDebian) return isDebian ? `sudo ${install}` : `the equivalent of: ${install}`;

  console.log(`Installing what is missing: ${missing.join(' ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (line: string) =>
    spawnSync('sh', ['-c', line], { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0;
  run('apt-get update');
  run(install);
  return packages.every((item) => item.isInstalled()) ? null : install;
}
