import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { HostileFile } from './hostile-file.ts';
import { write } from './hostile-file.ts';

const csv = '标题,内容\n问候,您好\n';

/** Paths that are no files, or lead where none is. The ones that only POSIX has are left out elsewhere. */
export function places(): HostileFile[] {
  return process.platform === 'win32' ? anywhere : [...anywhere, ...posix];
}

const anywhere: HostileFile[] = [
  { title: 'a missing file', make: (folder) => join(folder, 'gone.csv'), fates: ['not-found'] },
  {
    title: 'a file as a folder',
    make: (folder) => join(write(folder, 'a.csv', csv), 'b.csv'),
    fates: ['not-found'],
  },
  { title: 'an empty folder', make: (folder) => made(join(folder, 'empty')), fates: ['folder-empty'] },
  {
    title: 'a folder of nothing useful',
    make: (folder) => parentOf(write(folder, 'x/readme.md', 'x')),
    fates: ['folder-empty'],
  },
  {
    title: 'a folder of pictures alone',
    make: (folder) => parentOf(write(folder, 'x/a.png', Buffer.from('89504e470d0a1a0a', 'hex'))),
    fates: ['folder-empty'],
  },
  {
    title: 'folders far too deep',
    make: (folder) => {
      write(folder, `x/${'d/'.repeat(40)}a.csv`, csv);
      return join(folder, 'x');
    },
    fates: ['too-complex'],
  },
  {
    title: 'a folder of more files than are looked at',
    make: (folder) => {
      for (let index = 0; index < 60; index += 1) write(folder, `x/${index}.csv`, csv);
      return join(folder, 'x');
    },
    fates: ['too-complex'],
    limits: { entries: 50 },
  },
  {
    title: 'a folder of more bytes than are read',
    make: (folder) => {
      for (let index = 0; index < 10; index += 1) write(folder, `x/${index}.csv`, csv.repeat(100));
      return join(folder, 'x');
    },
    fates: ['unpacks-too-large'],
    limits: { unpackedBytes: 5_000 },
  },
];

const posix: HostileFile[] = [
  {
    title: 'a pipe that nobody writes to',
    make: (folder) => {
      const path = join(folder, 'pipe.csv');
      execFileSync('mkfifo', [path]);
      return path;
    },
    fates: ['unreadable'],
  },
  {
    title: 'a socket',
    make: async (folder) => {
      const path = join(folder, 's.csv');
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(path, resolve));
      server.unref();
      return path;
    },
    fates: ['unreadable'],
  },
  { title: 'a device without an end', make: () => '/dev/zero', fates: ['unreadable'] },
  { title: 'a device without a beginning', make: () => '/dev/null', fates: ['unreadable'] },
  {
    title: 'a link to itself',
    make: (folder) => linked(join(folder, 'a.csv'), join(folder, 'a.csv')),
    fates: ['unreadable'],
  },
  {
    title: 'two links in a circle',
    make: (folder) => {
      linked(join(folder, 'b.csv'), join(folder, 'a.csv'));
      return linked(join(folder, 'a.csv'), join(folder, 'b.csv'));
    },
    fates: ['unreadable'],
  },
  {
    title: 'a link to nothing',
    make: (folder) => linked('/nowhere/at/all', join(folder, 'a.csv')),
    fates: ['not-found'],
  },
  {
    title: 'a folder that links to itself',
    make: (folder) => {
      write(folder, 'x/a.csv', csv);
      linked(join(folder, 'x'), join(folder, 'x/again'));
      return join(folder, 'x');
    },
    fates: ['read'],
  },
  {
    title: 'a folder with a link to a device',
    make: (folder) => {
      write(folder, 'x/a.csv', csv);
      linked('/dev/zero', join(folder, 'x/b.csv'));
      return join(folder, 'x');
    },
    fates: ['read'],
  },
  { title: 'a name with a break in it', make: (folder) => write(folder, 'a\nb.csv', csv), fates: ['read'] },
];

function made(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}

function parentOf(path: string): string {
  return join(path, '..');
}

function linked(target: string, path: string): string {
  symlinkSync(target, path);
  return path;
}
