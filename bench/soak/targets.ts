import type { Page } from 'playwright-core';
import type { XWindow } from '../../src/main/platform/native/x-connection.ts';
import type { Display } from '../../tests/e2e/support/display.ts';
import { type ChatPage, openChatPage, type PastedPart } from '../../tests/e2e/support/targets/chat-page.ts';

/** Windows of one browser process, side by side: the hardest to tell apart. */
export type Targets = {
  count: number;
  window: (index: number) => XWindow;
  closeWindow: (index: number) => Promise<void>;
  /** Opens a closed window again. */
  reopen: (index: number) => Promise<void>;
  /** True when the browser has ended, or closed a window, of its own accord: then nothing more can be learnt from it. */
  hasEnded: () => boolean;
  /**
   * Everything that a window has received since the last call: what was pasted, and then keys that landed in its input, or
   * messages that an Enter has sent. Waits up to `patienceMs` for `expected` parts; null when the window is closed.
   */
  collect: (index: number, expected: number, patienceMs: number) => Promise<PastedPart[] | null>;
  close: () => Promise<void>;
};

type ChatWindow = Window & { pasted: ({ kind: 'pending' } | PastedPart)[]; sentMessages: string[] };

async function collectFrom(page: Page, expected: number, patienceMs: number): Promise<PastedPart[]> {
  return page.evaluate(
    async ([wanted, patience]) => {
      const chat = globalThis as unknown as ChatWindow;
      const isPending = () => chat.pasted.some(({ kind }) => kind === 'pending');
      const deadline = performance.now() + patience;
      while ((chat.pasted.length < wanted || isPending()) && performance.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
      const parts = chat.pasted.filter((part) => part.kind !== 'pending');
      const input = document.querySelector('#input');
      const pastedText = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
      const leaked = input?.textContent === pastedText ? [] : [`input: ${input?.textContent}`];
      const leaks = [...leaked, ...chat.sentMessages.map((message) => `sent: ${message}`)];
      input?.replaceChildren();
      document.querySelector('#sent')?.replaceChildren();
      chat.pasted.length = 0;
      chat.sentMessages.length = 0;
      return [...parts, ...leaks.map((text) => ({ kind: 'text' as const, text }))];
    },
    [expected, patienceMs] as const,
  );
}

/** Opens two chat windows. */
export async function openTargets(display: Display): Promise<Targets> {
  const titles = ['Chat one', 'Chat two'];
  const first = await openChatPage(display, titles[0]);
  const chats: (ChatPage | null)[] = [first, await first.openAnother(titles[1] ?? '')];
  const context = first.page.context();
  let contextClosed = false;
  context.on('close', () => {
    contextClosed = true;
  });
  const chatAt = (index: number): ChatPage => {
    const chat = chats[index];
    if (!chat) throw new Error(`The chat window ${index} is closed.`);
    return chat;
  };

  return {
    count: chats.length,
    window: (index) => Number(chatAt(index).window),
    async closeWindow(index) {
      const { page } = chatAt(index);
      chats[index] = null;
      await page.close();
    },
    async reopen(index) {
      const survivor = chats.find((chat) => chat !== null);
      chats[index] = (await survivor?.openAnother(titles[index] ?? '')) ?? null;
    },
    hasEnded: () => contextClosed || chats.some((chat) => chat?.page.isClosed()),
    async collect(index, expected, patienceMs) {
      const chat = chats[index];
      return chat ? collectFrom(chat.page, expected, patienceMs) : null;
    },
    close: () => context.close().catch(() => {}),
  };
}
