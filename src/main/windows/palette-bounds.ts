import type { Rect } from '../platform/focus/focus.ts';

/** Size of the palette in device-independent pixels. */
export const paletteSize = { width: 760, height: 480 };

/** The palette sits a little above the middle, where the eye is, and the chat's input box below stays in sight. */
const shareAbove = 0.3;

/**
 * Where the palette opens on a screen: centred, and never outside or larger than the work area.
 * @param scale Its size in percent of the normal one.
 */
export function paletteBounds(workArea: Rect, scale = 100): Rect {
  const width = Math.min(Math.round((paletteSize.width * scale) / 100), workArea.width);
  const height = Math.min(Math.round((paletteSize.height * scale) / 100), workArea.height);
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) * shareAbove),
    width,
    height,
  };
}

/** The middle of a rectangle; the screen that holds it is the one a window is on. */
export function centreOf({ x, y, width, height }: Rect): { x: number; y: number } {
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}
