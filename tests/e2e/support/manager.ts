import type { Page } from 'playwright-core';
import { windowPage } from './app.ts';
import { pressKeys } from './keys.ts';
import { until } from './poll.ts';
import type { Stage } from './stage.ts';

/** The manager window of a running app. */
export type ManagerDriver = {
  page: Page;
  /** Its X window, in decimal. */
  window: string;
  /** Gives the window the focus. */
  focus: () => Promise<void>;
  /** Closes it as its owner would, after its drafts are saved. */
  close: () => Promise<void>;
};

/** Opens the manager from the palette, by Ctrl+M. */
export async function openManager({
  display,
  palette,
  running,
}: Pick<Stage, 'display' | 'palette' | 'running'>): Promise<ManagerDriver> {
  await palette.open();
  await pressKeys(display, 'ctrl+m');
  await palette.gone();
  return managerOf({ display, running });
}

/** The manager that is about to be on the screen, however it was asked for. */
export async function managerOf({
  display,
  running,
}: Pick<Stage, 'display' | 'running'>): Promise<ManagerDriver> {
  const page = await windowPage(running.app, 'manager');
  const browserWindow = await running.app.browserWindow(page);
  await until(() => browserWindow.evaluate((manager) => manager.isVisible()), 'the manager is on the screen');
  const window = await browserWindow.evaluate((manager) =>
    String(manager.getNativeWindowHandle().readUInt32LE()),
  );
  // Keys that a test presses now go to what has the focus on the screen.
  await until(async () => (await display.activeWindow()) === window, 'the manager has the focus');
  await page.getByRole('tree').first().waitFor();
  return {
    page,
    window,
    focus: () => display.activate(window),
    close: async () => {
      await browserWindow.evaluate((manager) => manager.close());
      await until(() => page.isClosed(), 'the manager is closed');
    },
  };
}
