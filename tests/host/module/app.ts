import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { callSync, desktopEvents } from '../desktop/desktop.ts';
import { launchOptions } from '../launch-options.ts';
import { getAppMetrics } from './app-metrics.ts';
import { endHost, hostStarted, isEnding } from './host.ts';
import { preventable } from './preventable.ts';
import { records } from './records.ts';
import { openWindows } from './window-list.ts';

type PathName = Parameters<Electron.App['getPath']>[0];

const configFolder = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');

/** The lock belongs to the user-data folder; its socket lives where the path is short enough for a socket. */
function lockPath(userData: string): string {
  return join(tmpdir(), `stand-in-${createHash('sha256').update(userData).digest('hex').slice(0, 16)}.lock`);
}

class CommandLine
  implements Pick<Electron.CommandLine, 'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue'>
{
  appendSwitch(name: string, value = ''): void {
    launchOptions.chromiumSwitches.push(value === '' ? `--${name}` : `--${name}=${value}`);
  }

  appendArgument(value: string): void {
    launchOptions.chromiumSwitches.push(value);
  }

  hasSwitch(name: string): boolean {
    return this.#all().some((given) => given === `--${name}` || given.startsWith(`--${name}=`));
  }

  getSwitchValue(name: string): string {
    const prefix = `--${name}=`;
    return (
      this.#all()
        .findLast((given) => given.startsWith(prefix))
        ?.slice(prefix.length) ?? ''
    );
  }

  #all(): string[] {
    return [...process.argv, ...launchOptions.chromiumSwitches];
  }
}

class App extends EventEmitter {
  readonly commandLine = new CommandLine();
  readonly isPackaged = false;
  readonly dock = undefined;
  readonly #paths = new Map<string, string>();
  readonly #ready: Promise<void>;
  #isReady = false;
  #hasLock = false;
  #name = launchOptions.manifest.productName ?? launchOptions.manifest.name ?? 'Electron';

  constructor() {
    super();
    this.setMaxListeners(0);
    if (launchOptions.userData !== null) {
      this.setPath('userData', launchOptions.userData);
    }
    this.#ready = hostStarted.then(() => {
      this.#isReady = true;
      this.emit('will-finish-launching');
      this.emit('ready', {}, {});
    });
    this.#ready.catch((error) => {
      console.error('stand-in: could not start:', error);
      process.exit(72);
    });
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return launchOptions.manifest.version ?? '0.0.0';
  }

  getAppPath(): string {
    return launchOptions.appPath;
  }

  /** The language of the user: REPARTEE_STAND_IN_LOCALE, else zh-CN. */
  getLocale(): string {
    return process.env.REPARTEE_STAND_IN_LOCALE ?? 'zh-CN';
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getPath(name: PathName): string {
    const userData = this.#paths.get('userData') ?? join(configFolder, this.#name);
    const defaults: Partial<Record<PathName, string>> = {
      home: homedir(),
      appData: configFolder,
      userData,
      sessionData: userData,
      logs: join(userData, 'logs'),
      crashDumps: join(userData, 'Crashpad'),
      temp: tmpdir(),
      exe: launchOptions.executable,
      module: launchOptions.executable,
      desktop: join(homedir(), 'Desktop'),
      documents: join(homedir(), 'Documents'),
      downloads: join(homedir(), 'Downloads'),
      pictures: join(homedir(), 'Pictures'),
    };
    const path = this.#paths.get(name) ?? defaults[name];
    if (path === undefined) {
      throw new Error(`Failed to get '${name}' path`);
    }
    return path;
  }

  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    const userData = this.getPath('userData');
    mkdirSync(userData, { recursive: true });
    const message = { argv: process.argv, cwd: process.cwd(), additionalData };
    this.#hasLock = callSync('acquireLock', { path: lockPath(userData), message });
    return this.#hasLock;
  }

  hasSingleInstanceLock(): boolean {
    return this.#hasLock;
  }

  releaseSingleInstanceLock(): void {
    callSync('releaseLock', null);
    this.#hasLock = false;
  }

  getLoginItemSettings(): { openAtLogin: boolean } {
    return { ...records.loginItem };
  }

  setLoginItemSettings(settings: Electron.Settings): void {
    Object.assign(records.loginItem, settings);
  }

  getAppMetrics(): Electron.ProcessMetric[] {
    return getAppMetrics();
  }

  setAppUserModelId(): void {}

  setAboutPanelOptions(): void {}

  disableHardwareAcceleration(): void {}

  enableSandbox(): void {}

  focus(): void {
    openWindows()[0]?.focus();
  }

  hide(): void {}

  show(): void {}

  /** Starts the app anew once this one has ended, without the debugger, which belongs to whoever started this one. */
  relaunch({
    args = process.argv.slice(1),
    execPath = launchOptions.executable,
  }: Electron.RelaunchOptions = {}): void {
    records.relaunched = true;
    const kept = args.filter((argument) => !/^--(?:inspect|remote-debugging)/.test(argument));
    process.once('exit', () => {
      spawn(execPath, kept, { detached: true, stdio: 'ignore' }).unref();
    });
  }

  quit(): void {
    if (isEnding()) {
      return;
    }
    const beforeQuit = preventable({});
    this.emit('before-quit', beforeQuit);
    if (beforeQuit.defaultPrevented) {
      return;
    }
    for (const window of openWindows()) {
      window.close();
      if (!window.isDestroyed()) {
        return;
      }
    }
    const willQuit = preventable({});
    this.emit('will-quit', willQuit);
    if (!willQuit.defaultPrevented) {
      this.exit(0);
    }
  }

  exit(code = 0): void {
    if (isEnding()) {
      return;
    }
    endHost();
    this.emit('quit', {}, code);
    process.exit(code);
  }
}

export const app = new App();

desktopEvents.on('secondInstance', ({ argv, cwd, additionalData }) =>
  app.emit('second-instance', {}, argv, cwd, additionalData),
);
process.on('SIGTERM', () => app.quit());
process.on('SIGINT', () => app.quit());
process.on('SIGHUP', () => app.quit());
