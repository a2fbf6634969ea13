import type * as Electron from 'electron';

/** A frame as an IPC event shows it, with the address that the app knows. */
export type FrameView = Pick<
  Electron.WebFrameMain,
  'url' | 'origin' | 'name' | 'routingId' | 'processId' | 'detached'
> & {
  parent: null;
  top: FrameView;
  isDestroyed: () => boolean;
};

/** The main frame of a page at `url`. Preloads, and so IPC, exist in main frames only. */
export function mainFrameAt(url: string): FrameView {
  const hasOrigin = /^[a-z][a-z0-9+.-]*:\/\//i.test(url);
  const frame = {
    url,
    // Node's URL gives "null" as the origin of a scheme that it does not know.
    origin: hasOrigin ? `${new URL(url).protocol}//${new URL(url).host}` : 'null',
    name: '',
    routingId: 1,
    processId: 1,
    detached: false,
    parent: null,
    isDestroyed: () => false,
  };
  return Object.defineProperty(frame, 'top', { get: () => frame }) as unknown as FrameView;
}
