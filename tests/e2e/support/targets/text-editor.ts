import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Display } from '../display.ts';
import { pressKeys } from '../keys.ts';
import { until } from '../poll.ts';
import type { Target } from './target.ts';

/** On a busy machine Mousepad takes its own saving for another program's and asks in a dialog whether to reload. */
const editorSettings =
  '[org/xfce/mousepad/preferences/file]\nmonitor-changes=false\nautosave-timer=uint32 0\n';

/**
 * Mousepad, a plain GTK editor, with a file of its own. Reading its text gives it the focus and saves the file with Ctrl+S.
 * @param name Shows in the window's title; tells two editors apart.
 */
export async function openTextEditor(display: Display, name = 'chat', initialText = ''): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'repartee-editor-'));
  const file = join(folder, `${name}.txt`);
  await writeFile(file, initialText);
  const settings = join(folder, 'glib-2.0', 'settings');
  await mkdir(settings, { recursive: true });
  await writeFile(join(settings, 'keyfile'), editorSettings);

  const child = spawn('mousepad', ['--disable-server', file], {
    env: { ...display.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, GSETTINGS_BACKEND: 'keyfile' },
    stdio: 'ignore',
  });
  const window = await until(async () => {
    const found = await display.run(
      'xdotool',
      'search',
      '--onlyvisible',
      '--pid',
      String(child.pid),
      '--name',
      name,
    );
    return found.split('\n').at(-1) || null;
  }, `the editor ${name} is open`);

  const focus = () => display.activate(window);
  // An asterisk in front of the title marks a text that is not saved.
  const isSaved = async () => !(await display.run('xdotool', 'getwindowname', window)).startsWith('*');

  /** What arrives right after the save marks the text as changed again, hence the short patience: it is asked anew. */
  async function save(): Promise<void> {
    await focus();
    await pressKeys(display, 'ctrl+s');
    await until(isSaved, `the editor ${name} has saved its text`, 1_000);
  }

  await focus();
  return {
    window,
    focus,
    text: async () => {
      const { text } = await until(async () => {
        if (!(await isSaved())) await save();
        return { text: await readFile(file, 'utf8') };
      }, `the editor ${name} has saved its text`);
      return text;
    },
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
