import type { Page } from 'playwright-core';
import { windowPage } from './app.ts';
import { pressKeys } from './keys.ts';
import { until } from './poll.ts';
import type { Stage } from './stage.ts';

/** The settings window of a running app. */
export type SettingsDriver = {
  page: Page;
  /** Shows one of its sections by the name on the tab. */
  section: (name: string) => Promise<void>;
  /** Gives the window the focus. */
  focus: () => Promise<void>;
  close: () => Promise<void>;
};

/** Opens the settings from the palette, by Ctrl and comma. */
export async function openSettings({
  display,
  palette,
  running,
}: Pick<Stage, 'display' | 'palette' | 'running'>): Promise<SettingsDriver> {
  await palette.open();
  await pressKeys(display, 'ctrl+comma');
  await palette.gone();
  const page = await windowPage(running.app, 'settings');
  const window = await running.app.browserWindow(page);
  await until(() => window.evaluate((settings) => settings.isVisible()), 'the settings are on the screen');
  const id = await window.evaluate((settings) => String(settings.getNativeWindowHandle().readUInt32LE()));
  await until(async () => (await display.activeWindow()) === id, 'the settings have the focus');
  await page.getByRole('tab').first().waitFor();
  return {
    page,
    section: (name) => page.getByRole('tab', { name }).click(),
    focus: () => display.activate(id),
    close: async () => {
      await window.evaluate((settings) => settings.close());
      await until(() => page.isClosed(), 'the settings are closed');
    },
  };
}
