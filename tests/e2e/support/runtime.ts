import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** What runs the app: the real Electron, or the stand-in of `tests/host`. */
export type Runtime = { kind: 'electron' | 'stand-in'; executablePath: string };

/** The launcher of the stand-in. */
export const standIn: Runtime = { kind: 'stand-in', executablePath: fromRoot('tests/host/electron') };

/** The Electron that the `electron` package has downloaded, or `null`. */
export function installedElectron(): Runtime | null {
  const pathFile = fromRoot('node_modules/electron/path.txt');
  if (!existsSync(pathFile)) {
    return null;
  }
  const executablePath = fromRoot(`node_modules/electron/dist/${readFileSync(pathFile, 'utf8')}`);
  return existsSync(executablePath) ? { kind: 'electron', executablePath } : null;
}

/** REPARTEE_ELECTRON where it is set, else the installed Electron, else the stand-in. */
export function chooseRuntime(): Runtime {
  const named = process.env.REPARTEE_ELECTRON;
  if (named) {
    return { kind: named === standIn.executablePath ? 'stand-in' : 'electron', executablePath: named };
  }
  return installedElectron() ?? standIn;
}
