import type { PlatformName } from '../platform.ts';
import type { ClipboardDriver } from './clipboard.ts';
import type { ElectronClipboard } from './electron-clipboard.ts';
import { createWaylandClipboardDriver } from './wayland-clipboard.ts';
import { createX11ClipboardDriver } from './x11-clipboard.ts';

/** The clipboard driver of a system. Throws where the system's own library cannot be used. */
export function createClipboardDriver(platform: PlatformName, electron: ElectronClipboard): ClipboardDriver {
  switch (platform) {
    case 'x11':
      return createX11ClipboardDriver(electron);
    case 'wayland':
      return createWaylandClipboardDriver(electron);
    case 'windows':
    case 'mac':
      throw new Error(`No clipboard driver for ${platform}`);
  }
}
