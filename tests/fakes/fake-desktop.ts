import type { InsertTools } from '../../src/main/insert-reply.ts';
import type { ClipboardContent, ClipboardSnapshot } from '../../src/main/platform/clipboard/clipboard.ts';
import type { TargetWindow } from '../../src/main/platform/focus/focus.ts';
import type { KeyOutcome } from '../../src/main/platform/paste/keys.ts';

/** A desktop with two windows and a clipboard, for the decisions of an insertion. */
export type FakeDesktop = {
  chat: TargetWindow;
  other: TargetWindow;
  drivers: Pick<InsertTools, 'focus' | 'keys' | 'clipboard'>;
  raise: (window: TargetWindow) => void;
  close: (window: TargetWindow) => void;
  /** From now on no window can be brought to front. */
  refuseFocus: () => void;
  copyByUser: (text: string) => void;
  /** Calls `happen` right after the target has read the `count`th paste. */
  afterPaste: (count: number, happen: () => void) => void;
  /** The target reads the clipboard only this long after the paste keys. */
  readAfter: (ms: number) => void;
  /** What arrived in a window, a picture as `[picture]`. */
  arrived: (window: TargetWindow) => string[];
  allKeys: () => string[];
  clipboardText: () => string;
};

function window(id: string): TargetWindow {
  return { id, childId: null, pid: 1, app: id, appName: id, title: id, bounds: null, elevated: false };
}

function words(content: ClipboardContent): string {
  return content.kind === 'text' ? content.text : content.kind === 'image' ? '[picture]' : '[files]';
}

/** Makes the desktop with the chat in front and an empty clipboard. */
export function createFakeDesktop(): FakeDesktop {
  const chat = window('chat');
  const other = window('other');
  const open = new Set([chat.id, other.id]);
  const arrivals = new Map<string, string[]>();
  const keys: string[] = [];
  const happenings = new Map<number, () => void>();
  let front = other.id;
  let focusRefused = false;
  let clipboard = '';
  let owner = 0;
  let readDelay = 0;
  let pastes = 0;
  let reading: Promise<void> = Promise.resolve();

  function arrive(text: string): void {
    arrivals.set(front, [...(arrivals.get(front) ?? []), text]);
  }

  function press(target: TargetWindow, key: string, effect: () => void): Promise<KeyOutcome> {
    if (front !== target.id) return Promise.resolve('focus-lost');
    keys.push(key);
    effect();
    return Promise.resolve('sent');
  }

  function paste(): void {
    const count = ++pastes;
    reading = new Promise((resolve) => {
      setTimeout(() => {
        arrive(clipboard);
        happenings.get(count)?.();
        resolve();
      }, readDelay);
    });
  }

  function put(text: string): number {
    clipboard = text;
    owner += 1;
    return owner;
  }

  return {
    chat,
    other,
    drivers: {
      focus: {
        capture: () => (front === chat.id ? chat : other),
        isFront: (target) => front === target.id,
        async bringBack(target) {
          if (!open.has(target.id)) return 'gone';
          if (focusRefused) return 'refused';
          front = target.id;
          return 'front';
        },
        close() {},
      },
      keys: {
        pressChord: (target, chord) => press(target, chord, paste),
        pressEnter: (target) => press(target, 'Enter', () => {}),
        pressLeft: (target, count) => press(target, `Left×${count}`, () => {}),
        typeText: (target, text) => press(target, 'typing', () => arrive(text)),
        heldKeys: () => new Set(),
        close() {},
      },
      clipboard: {
        save: async () => ({
          formats: new Map([['text/plain', Buffer.from(clipboard)]]),
          text: clipboard,
          complete: true,
        }),
        async lend(content) {
          const lent = put(words(content));
          return {
            async waitUntilRead() {
              await reading;
              return owner === lent ? 'read' : 'changed';
            },
            isOurs: () => owner === lent,
            end() {},
          };
        },
        async restore(snapshot: ClipboardSnapshot) {
          put(Buffer.from(snapshot.formats.get('text/plain') ?? []).toString());
          return 'restored';
        },
        async copy(content) {
          put(words(content));
        },
        handOver: () => null,
        close() {},
      },
    },
    raise: (target) => {
      front = target.id;
    },
    close: (target) => {
      open.delete(target.id);
    },
    refuseFocus: () => {
      focusRefused = true;
    },
    copyByUser: (text) => {
      put(text);
    },
    afterPaste: (count, happen) => {
      happenings.set(count, happen);
    },
    readAfter: (ms) => {
      readDelay = ms;
    },
    arrived: (target) => arrivals.get(target.id) ?? [],
    allKeys: () => keys,
    clipboardText: () => clipboard,
  };
}
