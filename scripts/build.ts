import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const built = ['out/main/index.js', 'out/preload/palette.cjs', 'out/renderer/palette/index.html'];

function newestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

function isBuildCurrent(): boolean {
  const outputs = built.map((path) => join(root, path));
  if (!outputs.every((path) => existsSync(path))) {
    return false;
  }
  const oldestOutput = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  return sources.every((path) => newestChange(join(root, path)) <= oldestOutput);
}

/** Builds the app where the build is missing or older than what it is made from; `false` when that fails. */
export function ensureBuild(): boolean {
  if (isBuildCurrent()) {
    return true;
  }
  const script = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status } = spawnSync(process.execPath, [script, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}
