import { macLibrary } from '../native/mac-library.ts';
import { type ClipboardDriver, type ClipboardSnapshot, emptySnapshot } from './clipboard.ts';
import { type ElectronClipboard, readEntries, writeEntries } from './electron-clipboard.ts';
import { entriesOf, macEntriesOf, macSnapshot, markAsLent } from './mac-formats.ts';
import { waitForCopy } from './wait-for-copy.ts';

/** The number that the system raises at every change of the clipboard. */
function pasteboardChangeCount(): number {
  const mac = macLibrary();
  return mac.long(mac.object(mac.classNamed('NSPasteboard'), 'generalPasteboard'), 'changeCount');
}

/**
 * Clipboard driver of macOS: Electron reads and writes, the system's change count tells whether somebody copied.
 * @param changeCount Handed in by tests.
 */
export function createMacClipboardDriver(
  electron: ElectronClipboard,
  changeCount: () => number = pasteboardChangeCount,
): ClipboardDriver {
  let beneath: ClipboardSnapshot = emptySnapshot;
  let lent: { count: number; open: boolean } | null = null;

  const isCurrent = (loan: { count: number } | null) => loan !== null && loan.count === changeCount();

  return {
    async save() {
      if (lent?.open && isCurrent(lent)) {
        return beneath;
      }
      const saved = macSnapshot(await readEntries(electron));
      // A loan that began meanwhile may be what was read.
      if (!(lent?.open && isCurrent(lent))) {
        beneath = saved;
      }
      return beneath;
    },

    async lend(content) {
      await writeEntries(electron, markAsLent(macEntriesOf(content)));
      const loan = { count: changeCount(), open: true };
      lent = loan;
      const isOurs = () => lent === loan && isCurrent(loan);
      return {
        isOurs,
        waitUntilRead: (_target, timeoutMs) => waitForCopy(isOurs, timeoutMs),
        end() {
          loan.open = false;
        },
      };
    },

    async restore(snapshot) {
      if (!isCurrent(lent)) {
        return 'kept-newer';
      }
      lent = null;
      await writeEntries(electron, entriesOf(snapshot));
      return 'restored';
    },

    async copy(content) {
      lent = null;
      await writeEntries(electron, macEntriesOf(content));
    },

    handOver: () => null,
    close() {},
  };
}
