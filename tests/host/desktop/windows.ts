import type { XEvent } from 'x11';
import { type Connection, eventMask, isSynthetic } from './connection.ts';
import type { DesktopHandlers, Emit, Rectangle, WindowState } from './contract.ts';

type ManagedWindow = {
  states: Set<WindowState>;
  mapped: boolean;
  /** Windows that were never shown paint as if they were (Electron's `paintWhenInitiallyHidden`). */
  wasShown: boolean;
  tellsHidden: boolean;
  bounds: Rectangle | null;
};

type WindowHandlers = Pick<
  DesktopHandlers,
  | 'adoptWindow'
  | 'setUpWindow'
  | 'showWindow'
  | 'hideWindow'
  | 'focusWindow'
  | 'raiseWindow'
  | 'setWindowBounds'
  | 'setWindowState'
  | 'setWindowOpacity'
  | 'pretendFocus'
  | 'setPageHidden'
>;

const adoptionTimeout = 10_000;
const adoptionInterval = 5;

// Focus event details that do not move the focus between top-level windows.
const detailInferior = 2;
const detailPointer = 5;
const modeNormal = 0;
const modeWhileGrabbed = 3;

// EWMH: the request comes from a pager or a tool, so the window manager obeys without doubting it.
const sourcePager = 2;

const sizeHints = { userPosition: 1, userSize: 2, programPosition: 4, programSize: 8, gravity: 512 };
const gravityNorthWest = 1;

/** WM_NORMAL_HINTS of ICCCM 4.1.2.3 that fix place and size: 18 numbers, flags first, gravity last. */
function normalHints(bounds: Rectangle): number[] {
  const hints = new Array<number>(18).fill(0);
  hints[0] = Object.values(sizeHints).reduce((flags, flag) => flags | flag, 0);
  hints.splice(1, 4, bounds.x, bounds.y, bounds.width, bounds.height);
  hints[17] = gravityNorthWest;
  return hints;
}

function isHiddenToPage({ mapped, wasShown, tellsHidden }: ManagedWindow): boolean {
  return !mapped && wasShown && tellsHidden;
}

/** Shows, hides, moves and watches the top-level windows of the browser. */
export function manageWindows(
  connection: Connection,
  emit: Emit,
): { handlers: WindowHandlers; onEvent: (event: XEvent) => void } {
  const { x, root, known, setNumbers } = connection;
  const windows = new Map<number, ManagedWindow>();
  let lastTime = 0;

  function managed(window: number): ManagedWindow {
    const found = windows.get(window);
    if (!found) {
      throw new Error(`The window ${window} is not managed.`);
    }
    return found;
  }

  function askWindowManager(window: number, message: string, data: number[]): void {
    x.SendClientMessage(root, window, known(message), 32, data);
  }

  function activate(window: number): void {
    askWindowManager(window, '_NET_ACTIVE_WINDOW', [sourcePager, lastTime, 0, 0, 0]);
  }

  function writeStates(window: number): void {
    const atoms = [...managed(window).states].map((state) => known(`_NET_WM_STATE_${state}`));
    setNumbers(window, '_NET_WM_STATE', 'ATOM', atoms);
  }

  function setHiddenState(window: number, hidden: boolean): void {
    setNumbers(window, '_NET_WM_STATE', 'ATOM', hidden ? [known('_NET_WM_STATE_HIDDEN')] : []);
  }

  function place(window: number, bounds: Rectangle): void {
    managed(window).bounds = bounds;
    setNumbers(window, 'WM_NORMAL_HINTS', 'WM_SIZE_HINTS', normalHints(bounds));
    x.ConfigureWindow(window, bounds);
  }

  function pretendFocus(window: number, focused: boolean): void {
    x.SendEvent(window, 0, 0, {
      name: focused ? 'FocusIn' : 'FocusOut',
      wid: window,
      detail: 3,
      mode: modeNormal,
    });
  }

  function withdraw(window: number): void {
    managed(window).mapped = false;
    // Chromium does not deactivate on UnmapNotify: without this the page would get no blur.
    pretendFocus(window, false);
    x.UnmapWindow(window);
    // ICCCM 4.1.4: a synthetic UnmapNotify to the root tells the window manager to withdraw the window.
    x.SendEvent(root, 0, eventMask.SubstructureRedirect | eventMask.SubstructureNotify, {
      name: 'UnmapNotify',
      wid: window,
      ...{ event: root },
    });
  }

  async function findNewWindow(pid: number): Promise<number | null> {
    for (const window of await connection.numbers(root, '_NET_CLIENT_LIST')) {
      if (!windows.has(window) && (await connection.numbers(window, '_NET_WM_PID'))[0] === pid) {
        return window;
      }
    }
    return null;
  }

  const handlers: WindowHandlers = {
    async adoptWindow({ pid }) {
      const deadline = Date.now() + adoptionTimeout;
      while (Date.now() < deadline) {
        const window = await findNewWindow(pid);
        if (window !== null) {
          windows.set(window, {
            states: new Set(),
            mapped: true,
            wasShown: false,
            tellsHidden: false,
            bounds: null,
          });
          x.ChangeWindowAttributes(window, {
            eventMask: eventMask.StructureNotify | eventMask.FocusChange | eventMask.PropertyChange,
          });
          withdraw(window);
          return window;
        }
        await new Promise((resolve) => setTimeout(resolve, adoptionInterval));
      }
      throw new Error(
        `No X window of process ${pid} appeared in ${adoptionTimeout} ms. Is a window manager running?`,
      );
    },

    setUpWindow({ window, frame, bounds, states, tellsHidden }) {
      Object.assign(managed(window), { states: new Set(states), tellsHidden });
      // Motif hints: flags say "decorations given", decorations are none or all.
      setNumbers(window, '_MOTIF_WM_HINTS', '_MOTIF_WM_HINTS', [2, 0, frame ? 1 : 0, 0, 0]);
      place(window, bounds);
    },

    showWindow({ window, activate: wantsFocus }) {
      const state = managed(window);
      state.mapped = true;
      state.wasShown = true;
      // Chromium may have rewritten the hints, and the window manager drops the states of a withdrawn window.
      if (state.bounds) {
        place(window, state.bounds);
      }
      writeStates(window);
      x.MapWindow(window);
      if (wantsFocus) {
        activate(window);
      }
    },

    hideWindow: ({ window }) => withdraw(window),
    focusWindow: ({ window }) => activate(window),
    raiseWindow: ({ window }) => x.RaiseWindow(window),
    setWindowBounds: ({ window, bounds }) => place(window, bounds),

    setWindowState({ window, state, on }) {
      const { states, mapped } = managed(window);
      if (on) {
        states.add(state);
      } else {
        states.delete(state);
      }
      if (mapped) {
        askWindowManager(window, '_NET_WM_STATE', [
          on ? 1 : 0,
          known(`_NET_WM_STATE_${state}`),
          0,
          sourcePager,
          0,
        ]);
      } else {
        writeStates(window);
      }
    },

    setWindowOpacity: ({ window, opacity }) =>
      setNumbers(window, '_NET_WM_WINDOW_OPACITY', 'CARDINAL', [Math.round(opacity * 0xffffffff)]),

    pretendFocus: ({ window, focused }) => pretendFocus(window, focused),

    setPageHidden({ window, hidden }) {
      if (isHiddenToPage(managed(window))) {
        setHiddenState(window, hidden);
      }
    },
  };

  function onFocus(event: XEvent): void {
    const isGrabNoise = event.mode !== modeNormal && event.mode !== modeWhileGrabbed;
    const isInside = event.detail === detailInferior || event.detail >= detailPointer;
    if (!isSynthetic(event) && !isGrabNoise && !isInside) {
      emit(event.name === 'FocusIn' ? 'focus' : 'blur', { window: event.wid });
    }
  }

  function onEvent(event: XEvent): void {
    if (event.time) {
      lastTime = event.time;
    }
    const window = event.name === 'ConfigureNotify' ? event.wid1 : event.wid;
    const state = windows.get(window);
    if (!state) {
      return;
    }
    switch (event.name) {
      case 'FocusIn':
      case 'FocusOut':
        onFocus(event);
        break;
      case 'UnmapNotify':
        emit('unmapped', { window });
        break;
      case 'DestroyNotify':
        windows.delete(window);
        emit('destroyed', { window });
        break;
      case 'ConfigureNotify':
        // Only the window manager's own, synthetic events give the place on the screen.
        if (isSynthetic(event) && state.mapped) {
          state.bounds = { x: event.x, y: event.y, width: event.width, height: event.height };
          emit('moved', { window, bounds: state.bounds });
        }
        break;
      case 'PropertyNotify': {
        // Once the window manager has withdrawn the window, Chromium reads this state as "minimized": visibilityState becomes
        // hidden and painting stops, as after Electron's hide().
        const wasDeleted = event.state === 1;
        if (event.atom === known('_NET_WM_STATE') && wasDeleted && isHiddenToPage(state)) {
          setHiddenState(window, true);
        }
        break;
      }
    }
  }

  return { handlers, onEvent };
}
