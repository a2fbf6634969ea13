import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { fetchWineRuntime } from '../../../../scripts/fetch-wine-runtime.ts';
import { startDesktop } from './x-desktop.ts';

const root = resolve(import.meta.dirname, '../../../..');

export type Wine = {
  /** Runs the Windows scenarios; gives what went wrong in each, or null. */
  runScenarios(): Promise<Record<string, string | null>>;
  /** What the program printed as errors. */
  errors(): string;
  close(): Promise<void>;
};

/** Starts an X desktop with Wine as Windows 10 on it. Throws where Wine is missing. */
export async function startWine(): Promise<Wine> {
  const runtime = await fetchWineRuntime();
  const desktop = await startDesktop();
  const prefix = join(root, 'node_modules/.cache/wine-prefix');
  mkdirSync(prefix, { recursive: true });
  const environment = {
    ...desktop.environment,
    WINEPREFIX: prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // No questions about Mono and Gecko, no menu entries on the machine that runs the tests.
    WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d',
    // Node 22 wants Windows 10 by a check that Wine 8 does not pass.
    NODE_SKIP_PLATFORM_CHECK: '1',
  };
  const output = { log: join(desktop.folder, 'wine.log'), errors: join(desktop.folder, 'errors.log') };

  /** Node under Wine cannot open its standard streams when they are pipes, hence the files. */
  function run(command: string, args: string[]): Promise<number | null> {
    const child = spawn(command, args, {
      env: environment,
      stdio: ['ignore', openSync(output.log, 'a'), openSync(output.errors, 'a')],
    });
    return new Promise((done, fail) => {
      child.once('error', fail);
      child.once('exit', done);
    });
  }

  await run('wineboot', ['--update']);
  await run('wine', ['winecfg', '-v', 'win10']);
  const program = await bundle(runtime.folder);

  return {
    async runScenarios() {
      const results = join(desktop.folder, 'outcomes.json');
      await run('wine', [runtime.node, program, results]);
      return JSON.parse(readFileSync(results, 'utf8'));
    },
    errors: () => readFileSync(output.errors, 'utf8'),
    async close() {
      await run('wineserver', ['--kill']);
      await desktop.close();
    },
  };
}

/** Bundles the scenarios beside the modules of the runtime, where `koffi` is the one for Windows. */
async function bundle(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: resolve(import.meta.dirname, 'windows-scenario-main.ts'),
      outDir: join(folder, 'program'),
      target: 'node22',
      emptyOutDir: true,
      rollupOptions: { external: ['koffi'], output: { format: 'es', entryFileNames: 'scenarios.mjs' } },
    },
  });
  return join(folder, 'program/scenarios.mjs');
}
