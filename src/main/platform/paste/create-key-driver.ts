import type { PlatformName } from '../platform.ts';
import type { KeyDriver } from './keys.ts';
import { createMacKeyDriver } from './mac-keys.ts';
import { createWaylandKeyDriver } from './wayland-keys.ts';
import { createWindowsKeyDriver } from './windows-keys.ts';
import { createX11KeyDriver } from './x11-keys.ts';

/** The key driver of a system. Throws where the system's own library cannot be used. */
export function createKeyDriver(platform: PlatformName): KeyDriver {
  switch (platform) {
    case 'x11':
      return createX11KeyDriver();
    case 'wayland':
      return createWaylandKeyDriver();
    case 'windows':
      return createWindowsKeyDriver();
    case 'mac':
      return createMacKeyDriver();
  }
}
