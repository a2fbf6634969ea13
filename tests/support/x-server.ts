import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/**
 * Starts Xvfb on the first free display number; the server says the number when it takes connections, and dies with us.
 * @param size Width and height in pixels: `1280x800`.
 */
export async function startServer(size: string): Promise<{ server: ChildProcess; name: string }> {
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'];
  // Dies with us, whatever kills us.
  const server = spawn('setpriv', ['--pdeathsig', 'KILL', 'Xvfb', ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const failed = once(server, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with code ${code} before it was ready. Is the package xvfb installed?`);
  });
  const [number] = await Promise.race([once(server.stdio[3] as Readable, 'data'), failed]);
  failed.catch(() => {});
  return { server, name: `:${String(number).trim()}` };
}
