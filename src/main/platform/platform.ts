/** The systems with a driver of their own; a Wayland session is told apart from X11 at start. */
export type PlatformName = 'windows' | 'mac' | 'x11' | 'wayland';
