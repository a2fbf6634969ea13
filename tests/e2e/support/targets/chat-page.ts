import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { Display } from '../display.ts';
import { until } from '../poll.ts';
import { type Target, windowTitled } from './target.ts';

const pageUrl = new URL('./chat.html', import.meta.url);
const browserPath = process.env.REPARTEE_CHROMIUM ?? '/usr/lib/chromium/chromium';

/** Something that was pasted into the chat's input. */
export type PastedPart =
  | { kind: 'text'; text: string }
  | { kind: 'image'; type: string; width: number; height: number; sha256: string };

/** A chat in a browser window, whose input takes text and pictures and sends with Enter. */
export type ChatPage = Target & {
  page: Page;
  /** What was pasted since the page was opened, in order. */
  pasted: () => Promise<PastedPart[]>;
  /** The texts that Enter has sent. */
  sent: () => Promise<string[]>;
  /** Another window of the same browser process. */
  openAnother: (title: string) => Promise<ChatPage>;
};

type ChatWindow = Window & { pasted: ({ kind: 'pending' } | PastedPart)[]; sentMessages: string[] };

function chatUrl(title: string): string {
  return `${pageUrl.href}?title=${encodeURIComponent(title)}`;
}

async function asChat(
  display: Display,
  page: Page,
  title: string,
  close: () => Promise<void>,
): Promise<ChatPage> {
  const window = await windowTitled(display, title);
  const focus = async () => {
    await display.activate(window);
    await page.focus('#input');
  };

  await focus();
  return {
    page,
    window,
    focus,
    text: async () => (await page.locator('#input').textContent()) ?? '',
    pasted: () =>
      until(async () => {
        const parts = await page.evaluate(() => (globalThis as unknown as ChatWindow).pasted);
        const isComplete = (part: (typeof parts)[number]): part is PastedPart => part.kind !== 'pending';
        return parts.every(isComplete) ? parts : null;
      }, 'every pasted picture has been looked at'),
    sent: () => page.evaluate(() => (globalThis as unknown as ChatWindow).sentMessages),
    close,
    openAnother: async (other) => {
      const opened = page.context().waitForEvent('page');
      await page.evaluate((url) => {
        globalThis.open(url, '_blank', 'popup,width=640,height=480');
      }, chatUrl(other));
      const popup = await opened;
      await popup.waitForFunction((name) => document.title === name, other);
      return asChat(display, popup, other, () => popup.close());
    },
  };
}

/** Opens the chat page in a Chromium of its own. `title` becomes the window's title. */
export async function openChatPage(display: Display, title = 'Chat'): Promise<ChatPage> {
  const profile = await mkdtemp(join(tmpdir(), 'repartee-chat-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    headless: false,
    viewport: null,
    env: display.env as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--window-size=640,520',
      '--window-position=40,60',
      `--app=${chatUrl(title)}`,
    ],
  });
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const page = await until(
      () => context.pages().find((candidate) => candidate.url().startsWith(pageUrl.href)),
      'the chat page is open',
    );
    await page.waitForFunction((name) => document.title === name, title);
    return await asChat(display, page, title, close);
  } catch (error) {
    await close();
    throw error;
  }
}
