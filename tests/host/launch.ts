/**
 * Starts an app's built main bundle in this node process, with `electron` resolved to the stand-in. Run through the
 * `electron` script beside this file.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseCommandLine } from './command-line.ts';
import { type LaunchOptions, launchOptions } from './launch-options.ts';

const electronModule = new URL('./module/electron.ts', import.meta.url).href;
const electronNames = new Set(['electron', 'electron/main', 'electron/common', 'electron/renderer']);

/** The package.json of a folder; a main file may be started without one. */
function readManifest(folder: string): LaunchOptions['manifest'] {
  if (!existsSync(join(folder, 'package.json'))) {
    return {};
  }
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as LaunchOptions['manifest'];
}

/** The folder and the main file of the app that was named on the command line. */
function locateApp(named: string): { folder: string; main: string } {
  const path = resolve(named);
  if (!statSync(path).isDirectory()) {
    return { folder: dirname(path), main: path };
  }
  return { folder: path, main: join(path, readManifest(path).main ?? 'index.js') };
}

function posesAsElectron(executable: string, args: string[]): void {
  const { version } = readManifest(resolve(import.meta.dirname, '../../node_modules/electron'));
  Object.assign(process.versions, { electron: version });
  Object.assign(process, {
    type: 'browser',
    defaultApp: true,
    resourcesPath: join(executable, '../resources'),
  });
  process.argv = [executable, ...args];
}

const args = process.argv.slice(2);
const commandLine = parseCommandLine(args);
if (commandLine.app === null) {
  process.stderr.write('Usage: electron [switches] <app folder or main file> [arguments of the app]\n');
  process.exit(2);
}
const { folder, main } = locateApp(commandLine.app);

launchOptions.executable = join(import.meta.dirname, 'electron');
launchOptions.appPath = folder;
launchOptions.manifest = readManifest(folder);
launchOptions.chromiumSwitches = commandLine.chromium;
launchOptions.userData = commandLine.userData === null ? null : resolve(commandLine.userData);
posesAsElectron(launchOptions.executable, args);

registerHooks({
  resolve: (specifier, context, next) =>
    electronNames.has(specifier) ? { url: electronModule, shortCircuit: true } : next(specifier, context),
});

// node loads its fetch on first use. When an inspector message does the same in the middle of that, one of them finds it half
// loaded ("reading 'markResourceTiming'" of undefined), so it is loaded before there is an inspector.
new Request('http://localhost/');

if (commandLine.inspect) {
  inspector.open(commandLine.inspect.port, '127.0.0.1', commandLine.inspect.wait);
}

const { promise, resolve: mainIsLoaded } = Promise.withResolvers<void>();
launchOptions.mainLoaded = promise;
await import(electronModule);
await import(pathToFileURL(main).href);
mainIsLoaded();
