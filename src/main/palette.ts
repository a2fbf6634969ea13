import { setTimeout as wait } from 'node:timers/promises';
import type { PaletteEvents, PaletteNotice, PaletteOpening, TargetInfo } from '../shared/ipc.ts';
import type { InsertTarget } from './insert-reply.ts';
import { sendEvent } from './ipc.ts';
import type { FocusDriver } from './platform/focus/focus.ts';
import type { AppQuirk } from './platform/paste/app-quirks.ts';
import type { PaletteWindow } from './windows/palette-window.ts';

/** A page that is too busy to answer by then is shown as it is; it takes some 5 ms. */
const pageAnswerMs = 200;

/** Windows that change places all the time must not keep it from opening. */
const mostStarts = 5;

/** One opening of the palette: the window that had the focus then is where replies go until it closes. */
export type PaletteSession = InsertTarget & {
  /** Tells one opening from the next. */
  number: number;
  /** Text of the clipboard, for `{{clipboard}}`: read once in a session, when it is first needed. */
  clipboardText: () => Promise<string>;
};

/** What the palette needs to know when it opens. */
export type PaletteSurroundings = {
  focus: FocusDriver;
  quirkFor: (app: string) => AppQuirk;
  clipboardText: () => Promise<string>;
  /** Everything of the opening but its number, its time and its target. */
  opening: (session: PaletteSession) => Omit<PaletteOpening, 'target' | 'number' | 'at'>;
  /** Resolves when no key is left to be pressed, so that the palette does not get in an insertion's way. */
  keysIdle: () => Promise<void>;
  /** Told when the opening with this number is over and the palette out of sight. */
  ended: (number: number) => void;
};

/** The palette's life: opened by the hotkey, closed by Esc, blur or a second press. */
export type Palette = {
  session: () => PaletteSession | null;
  /** Shows the palette over the window in front, or hides it when it has the focus already. */
  toggle: () => Promise<void>;
  open: () => Promise<void>;
  /** To be called when the page has taken over the opening that it was sent. */
  openingTaken: () => void;
  /** Hides the palette; it starts afresh next time. */
  close: () => void;
  /** Hides the palette for an insertion; with `keep` its page keeps what it shows. */
  stepAside: (keep: boolean) => void;
  /** Comes back with the focus after `stepAside(true)`. */
  comeBack: () => void;
  /** Shows the palette without the focus, with a line that says how an insertion ended. */
  tell: (notice: PaletteNotice) => void;
  /** Passes an event on to the page. */
  send: <Name extends keyof PaletteEvents & string>(name: Name, payload: PaletteEvents[Name]) => void;
};

/** Wires the palette's window to its sessions. */
export function createPalette(view: PaletteWindow, around: PaletteSurroundings): Palette {
  let session: PaletteSession | null = null;
  let opening = false;
  let openingTaken = () => {};

  const send: Palette['send'] = (name, payload) => {
    sendEvent<PaletteEvents, typeof name>(view.window.webContents, 'palette', name, payload);
  };

  const isInUse = () => view.window.isVisible() && view.window.isFocused();

  async function open(): Promise<void> {
    // Opening it again would take the palette itself for the window in front, and so for the target.
    if (opening || isInUse()) return;
    opening = true;
    try {
      await view.ready;
      await around.keysIdle();
      let started = await start();
      for (let again = 0; again < mostStarts && session === started; again += 1) {
        if (around.focus.capture()?.id === started.window?.id) break;
        // Somebody who has gone to another window by now means that one: the palette will stand over it.
        started = await start();
      }
      if (session === started) view.show(started.window?.bounds ?? null);
    } finally {
      opening = false;
    }
  }

  /** Begins a session over the window in front, tells the page of it and waits until it has taken it over. */
  async function start(): Promise<PaletteSession> {
    const started = startSession(around);
    session = started;
    const { promise: taken, resolve } = Promise.withResolvers<void>();
    openingTaken = resolve;
    const { number } = started;
    const at = Date.now();
    send('opened', { ...around.opening(started), number, at, target: targetInfo(started) });
    // Keys overtake messages to a page: letters typed before the page has taken over the opening would be lost.
    await Promise.race([taken, wait(pageAnswerMs)]);
    return started;
  }

  function close(): void {
    const ended = session;
    session = null;
    view.hide();
    send('closed', null);
    if (ended) around.ended(ended.number);
  }

  return {
    session: () => session,
    send,
    open,
    openingTaken: () => openingTaken(),
    close,
    async toggle() {
      if (isInUse()) close();
      else await open();
    },
    stepAside(keep) {
      if (keep) view.hide();
      else close();
    },
    comeBack() {
      if (session) view.show(session.window?.bounds ?? null);
    },
    tell(notice) {
      send('notice', notice);
      view.showWithoutFocus(session?.window?.bounds ?? null);
    },
  };
}

let sessions = 0;

/** Notes the window in front, which is where replies go, and its app's rule. */
export function startSession(
  around: Pick<PaletteSurroundings, 'focus' | 'quirkFor' | 'clipboardText'>,
): PaletteSession {
  const window = around.focus.capture();
  let text: Promise<string> | null = null;
  sessions += 1;
  return {
    number: sessions,
    window,
    quirk: around.quirkFor(window?.app ?? ''),
    clipboardText: () => {
      text ??= around.clipboardText();
      return text;
    },
  };
}

function targetInfo({ window, quirk }: PaletteSession): TargetInfo | null {
  if (window === null) return null;
  const copyOnly = window.elevated || quirk.mode === 'copy-only';
  return {
    app: window.appName,
    title: window.title,
    paste: copyOnly ? 'copy-only' : quirk.mode === 'type' ? 'type' : 'paste',
    canSend: !copyOnly && quirk.allowSend,
  };
}
