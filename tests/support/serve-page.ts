import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { answerAppRequest } from '../../src/main/windows/app-resource.ts';

const projectRoot = resolve(import.meta.dirname, '../..');

export type PageServer = { url: string; close: () => Promise<void> };

export type PageOptions = {
  /** Folder that the page's URL counts from, below the project's. */
  root?: string;
  /** Absolute path of the picture of this name, a SHA-256 in the app; null when there is none. */
  picture?: (name: string) => string | null;
};

/**
 * Builds a page as the app builds its own and serves it as the app's own scheme does, security policy included.
 * @param page Its `index.html`, below the project's folder.
 */
export async function servePage(page: string, options: PageOptions = {}): Promise<PageServer> {
  const root = join(projectRoot, options.root ?? 'src/renderer');
  const picture = options.picture ?? (() => null);
  const rendererRoot = mkdtempSync(join(tmpdir(), 'repartee-page-'));
  const input = join(projectRoot, page);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: rendererRoot, chunkSizeWarningLimit: 5_000, rollupOptions: { input } },
  });

  const server = createServer(async ({ url = '/', method = 'GET' }, response) => {
    // Browsers ask for an icon by themselves; the app is never asked for one.
    if (url === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const name = /^\/media\/(.+)$/.exec(url)?.[1];
    const path = name === undefined ? null : picture(name);
    const asked = name === undefined ? `app://repartee${url}` : `app://repartee/media/${'0'.repeat(64)}`;
    const answer = await answerAppRequest({ url: asked, method }, { rendererRoot, mediaFile: () => path });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/${relative(root, input)}`,
    async close() {
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
      rmSync(rendererRoot, { recursive: true, force: true });
    },
  };
}

/** Where the pictures of the starter library lie, for pages whose library is made up. */
export function starterPicture(name: string): string | null {
  return /^[\w-]+\.png$/.test(name) ? join(projectRoot, 'resources/starter/zh-CN/images', name) : null;
}
