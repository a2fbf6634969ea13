import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Display } from '../display.ts';
import { until } from '../poll.ts';
import { type Target, windowTitled } from './target.ts';

// Most terminals paste the clipboard with these keys; xterm has to be told.
const pasteKeys =
  'XTerm.VT100.translations: #override \\n Ctrl Shift <Key>V: insert-selection(CLIPBOARD) \\n Shift <Key>Insert: insert-selection(CLIPBOARD)';

/** xterm with a program that writes down every byte it is given; Ctrl+Shift+V and Shift+Insert paste the clipboard. */
export async function openTerminal(display: Display, name = 'terminal'): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'repartee-terminal-'));
  const file = join(folder, 'input');
  const record = `stty -icanon -icrnl min 1; exec cat > '${file}'`;
  const child = spawn('xterm', ['-u8', '-T', name, '-xrm', pasteKeys, '-e', 'sh', '-c', record], {
    env: { ...display.env, LC_ALL: 'C.UTF-8' },
    stdio: 'ignore',
  });
  const window = await windowTitled(display, name);
  // What is typed before the program runs would be echoed and waited for by the line.
  await until(() => existsSync(file), 'the terminal writes down what it is given');
  const focus = () => display.activate(window);

  await focus();
  return {
    window,
    focus,
    text: () => readFile(file, 'utf8'),
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
