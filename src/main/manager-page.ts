import type { WebContents } from 'electron';
import type { ManagerEvents } from '../shared/ipc.ts';
import { sendEvent } from './ipc.ts';
import type { ManagerWindow } from './windows/manager-window.ts';

/** The manager's page as main sees it. */
export type ManagerPage = {
  /** Shows the window, and tells its page as soon as it listens. */
  show: <Name extends keyof ManagerEvents & string>(name?: Name, payload?: ManagerEvents[Name]) => void;
  /** Tells the page something; nothing happens while it is closed. */
  send: <Name extends keyof ManagerEvents & string>(name: Name, payload: ManagerEvents[Name]) => void;
  /** The page listens now. */
  ready: () => void;
};

/**
 * Wires the manager's window to its page. What is asked of a page that is still loading waits until it says that it
 * listens: an event before that would be lost.
 */
export function createManagerPage(window: Pick<ManagerWindow, 'show' | 'contents'>): ManagerPage {
  let listening: WebContents | null = null;
  let waiting: (() => void)[] = [];

  const send: ManagerPage['send'] = (name, payload) => {
    sendEvent<ManagerEvents, typeof name>(window.contents(), 'manager', name, payload);
  };

  return {
    show(name, payload) {
      void window.show();
      if (name === undefined) return;
      const tell = () => send(name, payload as ManagerEvents[typeof name]);
      if (listening !== null && listening === window.contents()) tell();
      else waiting.push(tell);
    },
    send,
    ready() {
      listening = window.contents();
      const told = waiting;
      waiting = [];
      for (const tell of told) tell();
    },
  };
}
