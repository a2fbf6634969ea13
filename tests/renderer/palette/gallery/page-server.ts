import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';

const projectRoot = resolve(import.meta.dirname, '../../../..');

/** What the app's own scheme sends with every page, so that a breach shows up here too. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

export type PageServer = { url: string; close: () => Promise<void> };

async function buildPalette(): Promise<Map<string, string | Uint8Array>> {
  const built = (await build({
    root: join(projectRoot, 'src/renderer'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      write: false,
      rollupOptions: { input: { palette: join(projectRoot, 'src/renderer/palette/index.html') } },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}

/** Builds the palette's page as the app does and serves it, with pictures of the starter library under `/media/`. */
export async function servePalette(): Promise<PageServer> {
  const files = await buildPalette();
  const server: Server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const content = path.startsWith('/media/') ? await picture(path) : files.get(path);
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
    url: `http://127.0.0.1:${port}/palette/index.html`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function picture(path: string): Promise<Uint8Array | undefined> {
  const name = path.slice('/media/'.length);
  if (!/^[\w-]+\.png$/.test(name)) return undefined;
  return readFile(join(projectRoot, 'resources/starter/zh-CN/images', name)).catch(() => undefined);
}
