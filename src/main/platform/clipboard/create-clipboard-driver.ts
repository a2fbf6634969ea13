import type { PlatformName } from '../platform.ts';
import type { ClipboardDriver } from './clipboard.ts';
import type { ElectronClipboard } from './electron-clipboard.ts';
import { createMacClipboardDriver } from './mac-clipboard.ts';
import { createWaylandClipboardDriver } from './wayland-clipboard.ts';
import { createWindowsClipboardDriver } from './windows-clipboard.ts';
import type { Bitmap } from './windows-formats.ts';
import { createX11ClipboardDriver } from './x11-clipboard.ts';

/** The clipboard driver of a system. Throws where the system's own library cannot be used. */
export function createClipboardDriver(platform: PlatformName, electron: ElectronClipboard): ClipboardDriver {
  switch (platform) {
    case 'x11':
      return createX11ClipboardDriver(electron);
    case 'wayland':
      return createWaylandClipboardDriver(electron);
    case 'windows':
      return createWindowsClipboardDriver((png) => decodePng(electron, png));
    case 'mac':
      return createMacClipboardDriver(electron);
  }
}

function decodePng(electron: ElectronClipboard, png: Uint8Array): Bitmap | null {
  const image = electron.nativeImage.createFromBuffer(Buffer.from(png));
  const { width, height } = image.getSize();
  return width === 0 || height === 0 ? null : { width, height, bgra: image.toBitmap() };
}
