/** What the launcher found out before the app's code runs; filled by `launch.ts`, read by the `electron` module. */
export type LaunchOptions = {
  /** Absolute path of the launcher, which the app sees as its executable. */
  executable: string;
  /** Absolute path of the app's folder. */
  appPath: string;
  /** The app's package.json. */
  manifest: { name?: string; productName?: string; version?: string; main?: string };
  /** Switches for Chromium; the app may add to them until it is ready. */
  chromiumSwitches: string[];
  /** The folder of `--user-data-dir`, absolute, or `null`. */
  userData: string | null;
  /** Resolves when the app's main module has been evaluated: nothing is ready before. */
  mainLoaded: Promise<void>;
};

export const launchOptions: LaunchOptions = {
  executable: '',
  appPath: '',
  manifest: {},
  chromiumSwitches: [],
  userData: null,
  mainLoaded: Promise.resolve(),
};
