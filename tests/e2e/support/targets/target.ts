import type { Display } from '../display.ts';
import { until } from '../poll.ts';

/** A program of somebody else that replies are pasted into. */
export type Target = {
  /** The id of its X window, in decimal. */
  window: string;
  /** Gives it the focus and waits until it has it. */
  focus: () => Promise<void>;
  /** The text in its input. */
  text: () => Promise<string>;
  /** Ends it, unsaved text and all. */
  close: () => Promise<void>;
};

/** The visible window with this exact title, as soon as there is one. */
export function windowTitled(display: Display, title: string): Promise<string> {
  return until(async () => {
    const windows = await display.run('xdotool', 'search', '--onlyvisible', '--name', `^${title}$`);
    return windows.split('\n').at(-1) || null;
  }, `a window is called "${title}"`);
}
