/**
 * `npm start`: builds the app where the build is out of date and starts it on Electron, whose runtime is downloaded the first time. Where it
 * cannot be had, the stand-in of `tests/host` runs the same bundles. Arguments go to the app.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installedElectron, type Runtime, standIn } from '../tests/e2e/support/runtime.ts';
import { contentShell } from '../tests/host/browser/chromium.ts';
import { ensureBuild } from './build.ts';

const root = join(import.meta.dirname, '..');

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a script of a package in this node; `false` when it fails. */
function runNode(script: string, ...args: string[]): boolean {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    // What went wrong in a download is told in our own one line.
    stdio: ['ignore', 'inherit', script.endsWith('install.js') ? 'ignore' : 'inherit'],
  });
  return status === 0;
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The real runtime, downloaded where it is missing, else the stand-in, else `null`. */
function findRuntime(): Runtime | null {
  const named = process.env.REPARTEE_ELECTRON;
  if (named) {
    return { kind: 'electron', executablePath: named };
  }
  const installed = installedElectron();
  if (installed) {
    return installed;
  }
  say("Downloading Electron's runtime, once (install-electron) …");
  // Without a network this ends by itself: at once, or after the connection timeout of ten seconds.
  runNode('electron/install.js');
  const downloaded = installedElectron();
  if (downloaded) {
    return downloaded;
  }
  if (process.platform === 'linux' && process.env.DISPLAY && existsSync(contentShell)) {
    say(
      "Electron's runtime could not be downloaded: starting on its stand-in in Chromium windows (tests/host).",
    );
    return standIn;
  }
  return null;
}

function start({ kind, executablePath }: Runtime): void {
  // Chromium refuses to run as root in its sandbox.
  const needsNoSandbox = kind === 'electron' && process.getuid?.() === 0;
  const args = [...(needsNoSandbox ? ['--no-sandbox'] : []), root, ...process.argv.slice(2)];
  const child = spawn(executablePath, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    say(`${executablePath} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

function main(): void {
  if (!hasDisplay()) {
    say('There is no display here. To see the app at work without one, run: npm run demo');
    process.exitCode = 1;
    return;
  }
  if (!ensureBuild()) {
    process.exitCode = 1;
    return;
  }
  const runtime = findRuntime();
  if (!runtime) {
    say(
      "Electron's runtime could not be downloaded. Check the network, or name one: REPARTEE_ELECTRON=/path/to/electron npm start",
    );
    process.exitCode = 1;
    return;
  }
  start(runtime);
}

main();
