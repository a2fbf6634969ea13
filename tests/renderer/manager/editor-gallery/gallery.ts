import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import type { Locale } from '../../../../src/shared/i18n/locale.ts';
import type { Shown } from './fake-library.ts';
import { sampleView } from './sample-view.ts';

const projectRoot = resolve(import.meta.dirname, '../../../..');

/** What the app's own scheme sends with every page, so that a breach shows up here too. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

export type Look = {
  colorScheme?: 'light' | 'dark';
  locale?: Locale;
  width?: number;
  height?: number;
  scale?: number;
};

export type EditorGallery = {
  /** An editor of its own that shows a reply. */
  open: (shown: Partial<Shown>, look?: Look) => Promise<Page>;
  /** Waits until nothing moves any more. */
  still: (page: Page) => Promise<void>;
  /** What pages logged as errors: breaches of the policy, exceptions. */
  complaints: string[];
  close: () => Promise<void>;
};

/** Serves the editor with a fake library in place of the main process, and drives it in a headless Chromium. */
export async function startEditorGallery(): Promise<EditorGallery> {
  const files = await buildPage();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const content = path.startsWith('/media/') ? await picture(path) : files.get(path);
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(path === '/favicon.ico' ? 204 : content === undefined ? 404 : 200, {
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy,
    });
    response.end(content);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`;
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  const complaints: string[] = [];

  return {
    complaints,
    async open(shown, look = {}) {
      const { colorScheme = 'light', locale = 'zh-CN', width = 720, height = 900, scale = 1 } = look;
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: scale,
        colorScheme,
        locale,
        timezoneId: 'Asia/Shanghai',
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(url);
      await page.waitForFunction(() => window.editorFake !== undefined);
      await page.evaluate((next) => window.editorFake.show(next), { view: sampleView(locale), ...shown });
      await page.locator('.editor-header, .empty-editor, .editor-message p').first().waitFor();
      return page;
    },
    async still(page) {
      await page.waitForFunction(() =>
        document.getAnimations().every(({ playState }) => playState !== 'running'),
      );
      await page.waitForLoadState('networkidle');
    },
    async close() {
      await browser.close();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

async function buildPage(): Promise<Map<string, string | Uint8Array>> {
  const root = join(import.meta.dirname, 'page');
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { write: false, rollupOptions: { input: join(root, 'index.html') } },
  })) as Rolldown.RolldownOutput;
  return new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}

async function picture(path: string): Promise<Uint8Array | undefined> {
  const name = path.slice('/media/'.length);
  if (!/^[\w-]+\.png$/.test(name)) return undefined;
  return readFile(join(projectRoot, 'resources/starter/zh-CN/images', name)).catch(() => undefined);
}
