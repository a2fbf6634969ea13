import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';
import { mediaPath } from '../../../../src/main/storage/media.ts';

const projectRoot = resolve(import.meta.dirname, '../../../..');

/** What the app's own scheme sends with every page, so that a breach shows up here too. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export type PageServer = {
  url: string;
  /** Where pictures are taken from; the library of the page that is open. */
  mediaFolder: string | null;
  close: () => Promise<void>;
};

async function buildManager(): Promise<Map<string, string | Uint8Array>> {
  const built = (await build({
    root: join(projectRoot, 'src/renderer'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      write: false,
      chunkSizeWarningLimit: 5_000,
      rollupOptions: { input: { manager: join(projectRoot, 'src/renderer/manager/index.html') } },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}

/** Builds the manager's page as the app does, and serves it under the app's security policy. */
export async function serveManager(): Promise<PageServer> {
  const files = await buildManager();
  const server: Server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const content = path.startsWith('/media/') ? await picture(path) : files.get(path);
    const type = path.startsWith('/media/') ? 'image/png' : types[extname(path)];
    response.writeHead(path === '/favicon.ico' ? 204 : content === undefined ? 404 : 200, {
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Security-Policy': contentSecurityPolicy,
    });
    response.end(content);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const page: PageServer = {
    url: `http://127.0.0.1:${port}/manager/index.html`,
    mediaFolder: null,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };

  async function picture(path: string): Promise<Uint8Array | undefined> {
    const file = mediaPath(page.mediaFolder ?? '', path.slice('/media/'.length));
    return file === null ? undefined : readFile(file).catch(() => undefined);
  }

  return page;
}
