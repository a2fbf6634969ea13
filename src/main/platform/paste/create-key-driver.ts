import type { PlatformName } from '../platform.ts';
import type { KeyDriver } from './keys.ts';
import { createWaylandKeyDriver } from './wayland-keys.ts';
import { createX11KeyDriver } from './x11-keys.ts';

/** The key driver of a system. Throws where the system's own library cannot be used. */
export function createKeyDriver(platform: PlatformName): KeyDriver {
  switch (platform) {
    case 'x11':
      return createX11KeyDriver();
    case 'wayland':
      return createWaylandKeyDriver();
    case 'windows':
    case 'mac':
      throw new Error(`No key driver for ${platform}`);
  }
}
