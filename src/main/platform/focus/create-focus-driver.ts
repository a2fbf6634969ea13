import type { PlatformName } from '../platform.ts';
import type { FocusDriver } from './focus.ts';
import { createMacFocusDriver } from './mac-focus.ts';
import { createWaylandFocusDriver } from './wayland-focus.ts';
import { createWindowsFocusDriver } from './windows-focus.ts';
import { createX11FocusDriver } from './x11-focus.ts';

/** The focus driver of a system. Throws where the system's own library cannot be used. */
export function createFocusDriver(platform: PlatformName): FocusDriver {
  switch (platform) {
    case 'x11':
      return createX11FocusDriver();
    case 'wayland':
      return createWaylandFocusDriver();
    case 'windows':
      return createWindowsFocusDriver();
    case 'mac':
      return createMacFocusDriver();
  }
}
