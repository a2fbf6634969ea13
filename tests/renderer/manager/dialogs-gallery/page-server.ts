import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';

const projectRoot = resolve(import.meta.dirname, '../../../..');
const page = 'tests/renderer/manager/dialogs-gallery/index.html';

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
};

export type PageServer = { url: string; close: () => Promise<void> };

/** Builds the gallery's page as the app builds its own, and serves it under the app's security policy. */
export async function serveDialogs(): Promise<PageServer> {
  const built = (await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      write: false,
      chunkSizeWarningLimit: 5_000,
      rollupOptions: { input: { dialogs: join(projectRoot, page) } },
    },
  })) as Rolldown.RolldownOutput;
  const files = new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const content = files.get(path);
    // Browsers ask for an icon by themselves; a page of the app is never asked for one.
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Content-Security-Policy': contentSecurityPolicy,
    });
    response.end(content);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/${page}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
