import { setTimeout as delay } from 'node:timers/promises';
import { windowsLibrary } from '../native/windows-library.ts';
import type { ClipboardDriver, ClipboardLoan, ClipboardSnapshot, RestoreOutcome } from './clipboard.ts';
import { emptySnapshot, isNotRestorable } from './clipboard.ts';
import { waitForCopy } from './wait-for-copy.ts';
import {
  type Bitmap,
  exclusionMarks,
  formatsToSave,
  standardFormat,
  type WindowsFormats,
  windowsFormatsOf,
  windowsSnapshot,
} from './windows-formats.ts';

/** Clipboard managers and remote desktops open the clipboard for a few milliseconds after every copy. */
const OPEN_ATTEMPTS = 40;
const OPEN_RETRY_MS = 10;

const MOST_BYTES = 64 * 1024 * 1024;
const GMEM_MOVEABLE = 2;
const MESSAGE_ONLY_PARENT = -3;

/**
 * Clipboard driver of Windows. Nobody tells who has read the clipboard there, so a loan lasts for its full time.
 * @param decode Decodes PNG bytes, null when they are no picture.
 */
export function createWindowsClipboardDriver(decode: (png: Uint8Array) => Bitmap | null): ClipboardDriver {
  const windows = windowsLibrary();
  // Windows wants a window as the owner of what is put on the clipboard; the thread that makes it must handle messages.
  const owner: number = windows.createWindow(
    0,
    'STATIC',
    null,
    0,
    0,
    0,
    0,
    0,
    MESSAGE_ONLY_PARENT,
    0,
    0,
    null,
  );
  let beneath: ClipboardSnapshot = emptySnapshot;
  /** The number that the clipboard had after our last change, while a loan is open. */
  let lent: { sequence: number } | null = null;

  async function opened<T>(work: () => T): Promise<T | null> {
    for (let attempt = 0; attempt < OPEN_ATTEMPTS; attempt += 1) {
      if (windows.openClipboard(owner) !== 0) {
        try {
          return work();
        } finally {
          windows.closeClipboard();
        }
      }
      await delay(OPEN_RETRY_MS);
    }
    return null;
  }

  /** True while nobody put anything on the clipboard since; some tools add a format to it, which is no copy. */
  function isUnchangedSince(sequence: number): boolean {
    return windows.clipboardSequence() === sequence || windows.clipboardOwner() === owner;
  }

  /** The clipboard has to be open. */
  function replaceWith(formats: WindowsFormats): void {
    windows.emptyClipboard();
    for (const [name, bytes] of formats) {
      putFormat(formatNumber(name), bytes);
    }
  }

  function putFormat(format: number, bytes: Uint8Array): void {
    // A block of no bytes counts as discarded memory, which the clipboard refuses.
    const memory = windows.globalAlloc(GMEM_MOVEABLE, Math.max(1, bytes.byteLength));
    if (memory === null) {
      return;
    }
    windows.copyIn(windows.globalLock(memory), bytes, bytes.byteLength);
    windows.globalUnlock(memory);
    if (windows.setData(format, memory) === null) {
      windows.globalFree(memory);
    }
  }

  function readFormat(format: number): Buffer | null {
    const memory = windows.getData(format);
    const address = memory === null ? null : windows.globalLock(memory);
    if (address === null) {
      return null;
    }
    const size = Number(windows.globalSize(memory));
    const bytes = Buffer.alloc(size);
    if (size > 0 && size <= MOST_BYTES) {
      windows.copyOut(bytes, address, size);
    }
    windows.globalUnlock(memory);
    return size <= MOST_BYTES ? bytes : null;
  }

  function offeredFormats(): { format: number; name: string }[] {
    const formats: { format: number; name: string }[] = [];
    for (let format = windows.enumFormats(0); format !== 0; format = windows.enumFormats(format)) {
      formats.push({ format, name: formatName(format) });
    }
    return formats;
  }

  function formatName(format: number): string {
    const name = Buffer.alloc(512);
    const length: number = windows.formatName(format, name, 256);
    return length === 0 ? standardFormat(format) : name.toString('utf16le', 0, 2 * length);
  }

  function formatNumber(name: string): number {
    return name.startsWith('#') ? Number(name.slice(1)) : windows.registerFormat(name);
  }

  function readAll(): WindowsFormats {
    const formats = new Map<string, Uint8Array>();
    const offered = offeredFormats();
    let bytes = 0;
    for (const name of formatsToSave(offered)) {
      const data = readFormat(offered.find((entry) => entry.name === name)?.format ?? 0);
      bytes += data?.byteLength ?? 0;
      if (data !== null && bytes <= MOST_BYTES) {
        formats.set(name, data);
      }
    }
    return formats;
  }

  function loanOf(current: { sequence: number }): ClipboardLoan {
    const isOurs = () => lent === current && isUnchangedSince(current.sequence);
    return {
      isOurs,
      end() {
        if (lent === current) {
          lent = null;
        }
      },
      waitUntilRead: (_target, timeoutMs) => waitForCopy(isOurs, timeoutMs),
    };
  }

  return {
    async save() {
      if (lent !== null && isUnchangedSince(lent.sequence)) {
        return beneath;
      }
      const formats = await opened(readAll);
      // A loan that began meanwhile is what was read.
      if (lent === null || !isUnchangedSince(lent.sequence)) {
        beneath = windowsSnapshot(formats);
      }
      return beneath;
    },

    async lend(content) {
      const formats = new Map([...windowsFormatsOf(content, decode), ...exclusionMarks]);
      const done = await opened(() => {
        replaceWith(formats);
        return true;
      });
      if (!done) {
        return null;
      }
      lent = { sequence: windows.clipboardSequence() };
      return isUnchangedSince(lent.sequence) ? loanOf(lent) : null;
    },

    async restore(snapshot) {
      const restored = await opened<RestoreOutcome>(() => {
        if (windows.clipboardOwner() !== owner) {
          return 'kept-newer';
        }
        if (isNotRestorable(snapshot)) {
          return 'not-restorable';
        }
        // It was recorded when it was copied; the marks keep it from being recorded again.
        const marks = snapshot.formats.size > 0 ? exclusionMarks : [];
        replaceWith(new Map([...snapshot.formats, ...marks]));
        return 'restored';
      });
      lent = null;
      return restored ?? 'not-restorable';
    },

    async copy(content) {
      lent = null;
      await opened(() => replaceWith(windowsFormatsOf(content, decode)));
    },

    handOver: () => null,
    close() {
      windows.destroyWindow(owner);
    },
  };
}
