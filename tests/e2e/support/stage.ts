import { rm } from 'node:fs/promises';
import { afterAll, beforeAll } from 'vitest';
import type { Settings } from '../../../src/shared/settings.ts';
import { type LaunchOptions, launchApp, type RunningApp } from './app.ts';
import { type Display, startDisplay } from './display.ts';
import { makeUserData, type TestReply } from './library.ts';
import { drivePalette, type PaletteDriver } from './palette.ts';

/** A display with the app running on it, for the tests of one file. */
export type Stage = {
  display: Display;
  running: RunningApp;
  palette: PaletteDriver;
  /** Ids of the library's replies by title. */
  ids: Map<string, string>;
  userData: string;
};

export type StageOptions = LaunchOptions & {
  settings?: Partial<Settings>;
  /** Title of the reply that the holding hotkey pastes. */
  holding?: string;
  /** Width and height of the screen: `1280x800`. */
  screen?: string;
  /** Starts other programs on the display before the app. */
  onDisplay?: (display: Display) => Promise<void>;
  /** Changes the user-data folder before the app starts. */
  prepare?: (userData: string) => void;
};

/** Sets up a stage before the tests of a file and takes it down after them. Fields are filled in `beforeAll`. */
export function setUpStage(replies: readonly TestReply[], options: StageOptions = {}): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    const { folder, ids } = makeUserData(replies, options);
    options.prepare?.(folder);
    stage.userData = folder;
    stage.ids = ids;
    stage.display = await startDisplay(options.screen);
    await options.onDisplay?.(stage.display);
    stage.running = await launchApp(stage.display, { ...options, userData: folder });
    stage.palette = drivePalette(stage.display, stage.running);
  });
  afterAll(async () => {
    await stage.running?.close();
    await stage.display?.stop();
    if (stage.userData) await rm(stage.userData, { recursive: true, force: true, maxRetries: 5 });
  });
  return stage;
}
