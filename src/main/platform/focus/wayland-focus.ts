import type { FocusDriver } from './focus.ts';

/** Wayland tells no program about the windows of another, on purpose: there is never a target. */
export function createWaylandFocusDriver(): FocusDriver {
  return {
    capture: () => null,
    isFront: () => false,
    bringBack: () => Promise.resolve('refused'),
    close() {},
  };
}
