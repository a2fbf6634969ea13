import type { records } from './records.ts';

/** What a test reaches inside the running app as `globalThis.standIn`; on the real runtime it is not there. */
export type StandIn = {
  records: typeof records;
  browserPid: () => number;
  /** Plays a change of the desktop's own theme. */
  setSystemDark: (dark: boolean) => void;
  /** Asks the app's permission handlers as a page would. */
  askPermission: (permission: string) => Promise<boolean>;
  checkPermission: (permission: string, origin: string) => boolean;
};

declare global {
  var standIn: StandIn | undefined;
}
