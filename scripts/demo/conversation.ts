import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { Display } from '../../tests/e2e/support/display.ts';
import { until } from '../../tests/e2e/support/poll.ts';
import { windowTitled } from '../../tests/e2e/support/targets/target.ts';

const pageUrl = new URL('./conversation.html', import.meta.url).href;
const browserPath = process.env.REPARTEE_CHROMIUM ?? '/usr/lib/chromium/chromium';

/** A chat with a customer in a browser window, as an agent has it before them. */
export type Conversation = {
  page: Page;
  focus: () => Promise<void>;
  /** Waits until the input holds this many pieces, texts and pictures, every picture drawn; says what it holds. */
  received: (pieces: number) => Promise<string[]>;
  close: () => Promise<void>;
};

/** Opens the conversation over the whole display but a margin. */
export async function openConversation(display: Display): Promise<Conversation> {
  const profile = await mkdtemp(join(tmpdir(), 'repartee-demo-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    headless: false,
    viewport: null,
    env: { ...display.env, LANGUAGE: 'zh_CN' } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      // Without it a bar in the window tells of the missing sandbox.
      '--test-type',
      '--window-size=1160,720',
      '--window-position=60,30',
      `--app=${pageUrl}`,
    ],
  });
  const page = await until(
    () => context.pages().find((candidate) => candidate.url() === pageUrl),
    'the conversation is open',
  );
  const window = await windowTitled(display, '客服工作台');

  return {
    page,
    focus: async () => {
      await display.activate(window);
      await page.focus('#input');
    },
    received: (pieces) =>
      until(async () => {
        const found = await page.evaluate(() =>
          [...(document.querySelector('#input')?.childNodes ?? [])].map((node) => {
            if (!(node instanceof HTMLImageElement)) return node.textContent ?? '';
            return node.complete ? `[${node.naturalWidth} × ${node.naturalHeight} pixels]` : null;
          }),
        );
        const complete = found.filter((piece) => piece !== null);
        return complete.length >= pieces && complete.length === found.length ? complete : null;
      }, `${pieces} pieces have arrived in the conversation`),
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
