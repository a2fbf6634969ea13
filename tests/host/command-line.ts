/** An Electron command line, split by who has to act on each part. */
export type CommandLine = {
  /** The app's folder (with a package.json) or its main file, as written; `null` when none is named. */
  app: string | null;
  /** Switches that go to Chromium as they are. */
  chromium: string[];
  /** The debugger port asked for (0 means any free one), or `null` without a debugger. */
  inspect: { port: number; wait: boolean } | null;
  /** The folder of `--user-data-dir`, which Electron takes anywhere on the line. */
  userData: string | null;
};

const userDataSwitch = '--user-data-dir=';

// The stand-in always runs Chromium without its sandbox and keeps the profile in a folder of its own.
const notForChromium = ['--no-sandbox', userDataSwitch];

function inspectRequest(argument: string): CommandLine['inspect'] {
  const match = /^--inspect(-brk)?(?:=(?:.*:)?(\d+))?$/.exec(argument);
  return match ? { port: Number(match[2] ?? 9229), wait: match[1] !== undefined } : null;
}

/**
 * Reads the arguments after the executable's name. Switches before the app's path belong to the runtime, what follows the path
 * to the app; only `--user-data-dir` counts in both places.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const userData = args.findLast((argument) => argument.startsWith(userDataSwitch));
  const appAt = args.findIndex((argument) => !argument.startsWith('-'));
  const switches = appAt < 0 ? args : args.slice(0, appAt);

  const result: CommandLine = {
    app: args[appAt] ?? null,
    chromium: [],
    inspect: null,
    userData: userData?.slice(userDataSwitch.length) ?? null,
  };
  for (const argument of switches) {
    const inspect = inspectRequest(argument);
    if (inspect) {
      result.inspect = inspect;
    } else if (!notForChromium.some((prefix) => argument.startsWith(prefix))) {
      result.chromium.push(argument);
    }
  }
  return result;
}
