import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

const bootstrap = new URL('../utility-bootstrap.ts', import.meta.url).href;

/** A plain node process with Electron's way of passing messages. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: string[], options: Electron.ForkOptions) {
    super();
    this.#child = fork(modulePath, args, {
      // Electron's ends with the app, however that ends, also in the middle of its work.
      execPath: 'setpriv',
      execArgv: ['--pdeathsig', 'KILL', process.execPath, ...(options.execArgv ?? []), '--import', bootstrap],
      env: (options.env ?? process.env) as NodeJS.ProcessEnv,
      stdio: options.stdio === 'pipe' || options.stdio === 'ignore' ? options.stdio : 'inherit',
      serialization: 'advanced',
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.stdio === 'pipe' || options.stdio === 'ignore'
        ? { stdio: [options.stdio, options.stdio, options.stdio, 'ipc'] }
        : {}),
    });
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
    this.#child.on('error', (error) => this.emit('error', 'FatalError', '', String(error)));
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && !this.#child.killed ? this.#child.pid : undefined;
  }

  get stdout() {
    return this.#child.stdout;
  }

  get stderr() {
    return this.#child.stderr;
  }

  postMessage(message: unknown): void {
    this.#child.send(message as object);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}) =>
    new UtilityProcess(modulePath, args, options),
};
