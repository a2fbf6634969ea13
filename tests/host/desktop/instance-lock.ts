import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import type { DesktopHandlers, Emit, SecondInstance } from './contract.ts';

function handOver(path: string, message: SecondInstance): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.end(JSON.stringify(message)));
    socket.on('close', (failed) => resolve(!failed));
    socket.on('error', () => resolve(false));
    socket.resume();
  });
}

function listen(path: string, onMessage: (message: SecondInstance) => void): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('end', () => {
      onMessage(JSON.parse(Buffer.concat(chunks).toString()) as SecondInstance);
      socket.end();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}

/** One process per user-data folder: whoever listens on the folder's socket is the first. */
export function manageLock(emit: Emit): Pick<DesktopHandlers, 'acquireLock' | 'releaseLock'> {
  let server: Server | null = null;

  return {
    async acquireLock({ path, message }) {
      if (await handOver(path, message)) {
        return false;
      }
      // What is left of a process that was killed.
      rmSync(path, { force: true });
      server = await listen(path, (received) => emit('secondInstance', received));
      return true;
    },

    releaseLock() {
      server?.close();
      server = null;
    },
  };
}
