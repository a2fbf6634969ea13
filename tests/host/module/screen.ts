import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { Rectangle } from '../desktop/contract.ts';
import { callSync, desktopEvents } from '../desktop/desktop.ts';

type Display = Pick<
  Electron.Display,
  'id' | 'label' | 'bounds' | 'workArea' | 'size' | 'workAreaSize' | 'scaleFactor' | 'rotation' | 'internal'
>;

function distance(point: Electron.Point, { x, y, width, height }: Rectangle): number {
  const across = Math.max(x - point.x, 0, point.x - (x + width - 1));
  const down = Math.max(y - point.y, 0, point.y - (y + height - 1));
  return across * across + down * down;
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(width, 0) * Math.max(height, 0);
}

class Screen
  extends EventEmitter
  implements Pick<Electron.Screen, 'getCursorScreenPoint' | 'screenToDipPoint'>
{
  getCursorScreenPoint(): Electron.Point {
    return callSync('pointer', null);
  }

  /** X11 has one scale for all monitors, and the stand-in leaves it at 1. */
  screenToDipPoint(point: Electron.Point): Electron.Point {
    return { ...point };
  }

  getAllDisplays(): Display[] {
    const { monitors, workArea } = callSync('screenState', null);
    return monitors.map(({ x, y, width, height }, index) => {
      const bounds = { x, y, width, height };
      // The window manager knows one work area for the whole screen.
      const area = monitors.length === 1 && workArea ? workArea : bounds;
      return {
        id: index + 1,
        label: `Screen ${index + 1}`,
        bounds,
        workArea: area,
        size: { width, height },
        workAreaSize: { width: area.width, height: area.height },
        scaleFactor: 1,
        rotation: 0,
        internal: false,
      };
    });
  }

  getPrimaryDisplay(): Display {
    const { monitors } = callSync('screenState', null);
    const primary = Math.max(
      monitors.findIndex((monitor) => monitor.primary),
      0,
    );
    return this.getAllDisplays()[primary] as Display;
  }

  getDisplayNearestPoint(point: Electron.Point): Display {
    return this.#best(({ bounds }) => -distance(point, bounds));
  }

  getDisplayMatching(rectangle: Electron.Rectangle): Display {
    const middle = { x: rectangle.x + rectangle.width / 2, y: rectangle.y + rectangle.height / 2 };
    return this.#best(({ bounds }) => overlap(rectangle, bounds) || -distance(middle, bounds));
  }

  #best(score: (display: Display) => number): Display {
    return this.getAllDisplays().reduce((best, display) => (score(display) > score(best) ? display : best));
  }
}

export const screen = new Screen();

desktopEvents.on('screenChanged', () =>
  screen.emit('display-metrics-changed', {}, screen.getPrimaryDisplay(), ['bounds', 'workArea']),
);
