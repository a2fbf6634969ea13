import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import koffi from 'koffi';
import type { ClipboardDriver, ClipboardLoan } from '../../../../src/main/platform/clipboard/clipboard.ts';
import { createWindowsClipboardDriver } from '../../../../src/main/platform/clipboard/windows-clipboard.ts';
import { CF, decodeText, exclusionMarks } from '../../../../src/main/platform/clipboard/windows-formats.ts';
import type { TargetWindow } from '../../../../src/main/platform/focus/focus.ts';
import { createWindowsFocusDriver } from '../../../../src/main/platform/focus/windows-focus.ts';
import { windowsLibrary } from '../../../../src/main/platform/native/windows-library.ts';
import { createWindowsKeyDriver } from '../../../../src/main/platform/paste/windows-keys.ts';
import { eventually } from './poll.ts';

/*
 * What the Windows drivers are asked to do on a real (Wine's) desktop. This file is bundled and runs in Node for
 * Windows; on other systems only its titles are read.
 */

const REPLY = '您好，这边马上为您查询，请稍等。👇';
const COPIED = 'order 2031';

const WM_GETTEXT = 0x000d;
const SW_MINIMIZE = 6;
const KEY_UP = 2;

/** Calls that only the tests need. */
function testLibrary() {
  const user32 = koffi.load('user32.dll');
  const shell32 = koffi.load('shell32.dll');
  return {
    findWindow: user32.func(
      'intptr __stdcall FindWindowExW(intptr parent, intptr after, const char16_t *class, const char16_t *title)',
    ),
    isVisible: user32.func('int __stdcall IsWindowVisible(intptr window)'),
    getText: user32.func(
      'intptr __stdcall SendMessageW(intptr window, uint32 message, size_t characters, _Out_ uint8_t *text)',
    ),
    peekMessage: user32.func(
      'int __stdcall PeekMessageW(_Out_ uint8_t *message, intptr window, uint32 first, uint32 last, uint32 remove)',
    ),
    dispatchMessage: user32.func('intptr __stdcall DispatchMessageW(const uint8_t *message)'),
    isAvailable: user32.func('int __stdcall IsClipboardFormatAvailable(uint32 format)'),
    droppedFile: shell32.func(
      'uint32 __stdcall DragQueryFileW(void *drop, uint32 index, _Out_ uint8_t *path, uint32 characters)',
    ),
  };
}

type Notepad = { child: ChildProcess; window: number; text(): string };

/** One scenario's desktop; everything it opens is closed after it. */
class Stage {
  readonly windows = windowsLibrary();
  readonly test = testLibrary();
  readonly focus = createWindowsFocusDriver();
  readonly keys = createWindowsKeyDriver();
  readonly clipboard: ClipboardDriver = createWindowsClipboardDriver(() => ({
    width: 2,
    height: 1,
    bgra: Uint8Array.of(0, 0, 255, 255, 0, 128, 0, 128),
  }));
  readonly #children: ChildProcess[] = [];

  /** Electron handles the messages of its thread; here the test does. */
  readonly #pump = setInterval(() => {
    const message = Buffer.alloc(48);
    while (this.test.peekMessage(message, 0, 0, 0, 1) !== 0) {
      this.test.dispatchMessage(message);
    }
  }, 5);

  async openNotepad(): Promise<Notepad> {
    const child = spawn('notepad.exe', [], { stdio: 'ignore' });
    this.#children.push(child);
    const window = await eventually('the notepad window', () => this.#windowOf(child.pid ?? 0));
    const edit: number = this.test.findWindow(window, 0, 'Edit', null);
    await this.bringToFront(window);
    return {
      child,
      window,
      text: () => {
        const text = Buffer.alloc(20_000);
        const length = Number(this.test.getText(edit, WM_GETTEXT, text.length / 2, text));
        return text.toString('utf16le', 0, 2 * length);
      },
    };
  }

  /**
   * Makes a window the foreground one and waits until it stays that: the X server's news of a window that took the
   * focus earlier may come late and take it away again.
   */
  async bringToFront(window: number): Promise<void> {
    let looks = 0;
    await eventually('the notepad to stay in front', () => {
      if (this.windows.getForegroundWindow() === window) {
        looks += 1;
      } else {
        looks = 0;
        this.windows.setForegroundWindow(window);
      }
      return looks >= 15;
    });
  }

  #windowOf(pid: number): number | null {
    const process = [0];
    let window = 0;
    do {
      window = this.test.findWindow(0, window, 'Notepad', null);
      this.windows.threadOf(window, process);
    } while (window !== 0 && process[0] !== pid);
    return window !== 0 && this.test.isVisible(window) !== 0 ? window : null;
  }

  capture(): TargetWindow {
    const target = this.focus.capture();
    assert.ok(target, 'a window has the focus');
    return target;
  }

  async lend(text: string): Promise<ClipboardLoan> {
    const loan = await this.clipboard.lend({ kind: 'text', text });
    assert.ok(loan, 'the clipboard could be had');
    return loan;
  }

  /** Pastes into a notepad. Nobody tells on Windows who has read the clipboard, so the text that arrives has to. */
  async paste(notepad: Notepad, target: TargetWindow, text: string): Promise<string> {
    const saved = await this.clipboard.save();
    const loan = await this.lend(text);
    const pressed = await this.keys.pressChord(target, 'Mod+V');
    if (pressed === 'sent') {
      await loan.waitUntilRead(target, 300);
      await eventually('the paste to arrive', () => notepad.text().includes(text)).catch(() => {});
    }
    loan.end();
    await this.clipboard.restore(saved);
    return pressed;
  }

  /** Runs this program as another process: one that copies a text, or that holds the clipboard open for a while. */
  async other(...job: string[]): Promise<ChildProcess> {
    const child = spawn(process.execPath, [process.argv[1] ?? '', ...job], { stdio: 'ignore' });
    this.#children.push(child);
    return child;
  }

  /** The bytes of one format on the clipboard. */
  async bytesOf(format: number): Promise<Buffer> {
    await eventually('the clipboard', () => this.windows.openClipboard(0) !== 0);
    try {
      const memory = this.windows.getData(format);
      assert.ok(memory, `format ${format} is there`);
      const bytes = Buffer.alloc(Number(this.windows.globalSize(memory)));
      this.windows.copyOut(bytes, this.windows.globalLock(memory), bytes.length);
      this.windows.globalUnlock(memory);
      return bytes;
    } finally {
      this.windows.closeClipboard();
    }
  }

  async clipboardHeld(): Promise<void> {
    await eventually('the clipboard to be held', () => {
      const opened = this.windows.openClipboard(0) !== 0;
      if (opened) {
        this.windows.closeClipboard();
      }
      return !opened;
    });
  }

  async clipboardText(): Promise<string> {
    return decodeText(await this.bytesOf(CF.unicodeText));
  }

  async close(): Promise<void> {
    for (const child of this.#children) {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill();
        await gone;
      }
    }
    clearInterval(this.#pump);
    this.clipboard.close();
  }
}

async function expectText(notepad: Notepad, wanted: string): Promise<void> {
  await eventually('the text in the notepad', () => notepad.text() === wanted).catch(() => {
    assert.equal(notepad.text(), wanted);
  });
}

/** Presses a key, by its virtual-key code, and leaves it down. */
function pressDown(stage: Stage, key: number): void {
  sendKey(stage, key, 0);
}

function letGo(stage: Stage, key: number): void {
  sendKey(stage, key, KEY_UP);
}

function sendKey(stage: Stage, key: number, flags: number): void {
  const input = Buffer.alloc(40);
  input.writeUInt32LE(1, 0);
  input.writeUInt16LE(key, 8);
  input.writeUInt32LE(flags, 12);
  assert.equal(stage.windows.sendInput(1, input, 40), 1);
}

/** Scenarios by title. */
export const windowsScenarios: Record<string, (stage: Stage) => Promise<void>> = {
  async 'the captured window is known by process, program, title, place and focused control'(stage) {
    const notepad = await stage.openNotepad();
    const target = stage.capture();
    assert.equal(target.id, String(notepad.window));
    assert.equal(target.childId, String(stage.test.findWindow(notepad.window, 0, 'Edit', null)));
    assert.equal(target.pid, notepad.child.pid);
    assert.equal(target.app, 'notepad.exe');
    assert.match(target.title, /Notepad/);
    assert.ok(target.bounds && target.bounds.width > 100 && target.bounds.height > 100);
    assert.equal(target.elevated, false);
  },

  async 'a window covered by another one is brought back with its focused control'(stage) {
    await stage.openNotepad();
    const target = stage.capture();
    await stage.openNotepad();
    assert.equal(stage.focus.isFront(target), false);
    assert.equal(await stage.focus.bringBack(target, 20_000), 'front');
    assert.deepEqual(stage.capture(), target);
  },

  async 'a minimised window is brought back'(stage) {
    const notepad = await stage.openNotepad();
    const target = stage.capture();
    stage.windows.showWindow(notepad.window, SW_MINIMIZE);
    await stage.openNotepad();
    assert.equal(await stage.focus.bringBack(target, 20_000), 'front');
    assert.equal(stage.windows.isIconic(notepad.window), 0);
  },

  async 'a closed window is gone'(stage) {
    const notepad = await stage.openNotepad();
    const target = stage.capture();
    notepad.child.kill();
    await eventually('the window to close', () => stage.windows.isWindow(notepad.window) === 0);
    assert.equal(await stage.focus.bringBack(target, 1_000), 'gone');
    assert.equal(await stage.keys.pressChord(target, 'Mod+V'), 'focus-lost');
  },

  async 'Chinese text arrives in the window and the clipboard is what it was'(stage) {
    await stage.clipboard.copy({ kind: 'text', text: COPIED });
    const notepad = await stage.openNotepad();
    const other = await stage.openNotepad();
    await stage.bringToFront(notepad.window);
    assert.equal(await stage.paste(notepad, stage.capture(), REPLY), 'sent');
    await expectText(notepad, REPLY);
    assert.equal(other.text(), '');
    assert.equal(await stage.clipboardText(), COPIED);
  },

  async 'a reply pasted ten times arrives ten times'(stage) {
    const notepad = await stage.openNotepad();
    const target = stage.capture();
    for (let round = 0; round < 10; round += 1) {
      assert.equal(await stage.paste(notepad, target, `${round};`), 'sent');
    }
    await expectText(notepad, '0;1;2;3;4;5;6;7;8;9;');
  },

  async 'nothing is typed anywhere when another window was raised before the keys'(stage) {
    const notepad = await stage.openNotepad();
    const target = stage.capture();
    const other = await stage.openNotepad();
    assert.equal(await stage.paste(notepad, target, REPLY), 'focus-lost');
    assert.equal(await stage.keys.pressEnter(target), 'focus-lost');
    assert.equal(await stage.keys.typeText(target, REPLY, 0), 'focus-lost');
    // The mark comes after whatever was typed before it, so nothing can still be under way.
    assert.equal(await stage.keys.typeText(stage.capture(), '#', 0), 'sent');
    await expectText(other, '#');
    assert.equal(notepad.text(), '');
  },

  async 'nothing is pressed in a window of higher rights'(stage) {
    await stage.openNotepad();
    const target = { ...stage.capture(), elevated: true };
    assert.equal(await stage.keys.pressChord(target, 'Mod+V'), 'elevated-target');
  },

  async 'typed text arrives with Chinese, emoji and line breaks'(stage) {
    const notepad = await stage.openNotepad();
    assert.equal(await stage.keys.typeText(stage.capture(), `${REPLY}\nABC {[€]}`, 0), 'sent');
    await expectText(notepad, `${REPLY}\r\nABC {[€]}`);
  },

  async 'Enter and the left arrow arrive'(stage) {
    const notepad = await stage.openNotepad();
    const target = stage.capture();
    assert.equal(await stage.keys.typeText(target, '1234', 0), 'sent');
    assert.equal(await stage.keys.pressLeft(target, 2), 'sent');
    assert.equal(await stage.keys.pressEnter(target), 'sent');
    await expectText(notepad, '12\r\n34');
  },

  async 'modifiers that are still held do not change the paste chord'(stage) {
    const notepad = await stage.openNotepad();
    const target = stage.capture();
    pressDown(stage, 0xa0);
    await eventually('Shift to be down', () => (stage.windows.asyncKeyState(0xa0) & 0x8000) !== 0);
    assert.equal(await stage.paste(notepad, target, REPLY), 'sent');
    await expectText(notepad, REPLY);
    assert.equal(stage.windows.asyncKeyState(0xa0) & 0x8000, 0);
  },

  async 'keys that are down are told, modifiers are not'(stage) {
    const [f9, control] = [0x78, 0xa2];
    pressDown(stage, control);
    pressDown(stage, f9);
    await eventually('F9 to be down', () => stage.keys.heldKeys().has(f9));
    assert.deepEqual([...stage.keys.heldKeys()], [f9]);
    letGo(stage, f9);
    letGo(stage, control);
    await eventually('no key to be down', () => stage.keys.heldKeys().size === 0);
  },

  async 'a loan carries every mark that keeps clipboard managers away, a copy none'(stage) {
    const before = stage.windows.clipboardSequence();
    await stage.lend(REPLY);
    assert.notEqual(stage.windows.clipboardSequence(), before);
    for (const mark of exclusionMarks.keys()) {
      assert.deepEqual(
        [...(await stage.bytesOf(stage.windows.registerFormat(mark))).subarray(0, 4)],
        [0, 0, 0, 0],
      );
    }
    await stage.clipboard.copy({ kind: 'text', text: REPLY });
    for (const mark of exclusionMarks.keys()) {
      assert.equal(stage.test.isAvailable(stage.windows.registerFormat(mark)), 0);
    }
    assert.equal(await stage.clipboardText(), REPLY);
  },

  async 'line breaks are lent as Windows writes them'(stage) {
    await stage.lend('a\nb\r\nc');
    const bytes = await stage.bytesOf(CF.unicodeText);
    assert.equal(bytes.toString('utf16le').split('\0')[0], 'a\r\nb\r\nc');
  },

  async 'a picture is lent as PNG and as a bitmap, laid on white'(stage) {
    const png = Buffer.from('not really a picture');
    assert.ok(await stage.clipboard.lend({ kind: 'image', png }));
    const asPng = await stage.bytesOf(stage.windows.registerFormat('PNG'));
    assert.deepEqual(asPng.subarray(0, png.length), png);
    const bitmap = await stage.bytesOf(CF.dib);
    assert.deepEqual([bitmap.readInt32LE(4), bitmap.readInt32LE(8), bitmap.readUInt16LE(14)], [2, 1, 24]);
    assert.deepEqual([...bitmap.subarray(40, 46)], [0, 0, 255, 127, 255, 127]);
  },

  async 'files are lent as a list that the shell reads'(stage) {
    const paths = ['C:\\发票 1.pdf', 'C:\\b.png'];
    assert.ok(await stage.clipboard.lend({ kind: 'files', paths }));
    await eventually('the clipboard', () => stage.windows.openClipboard(0) !== 0);
    const drop = stage.windows.getData(CF.fileList);
    const read = [0, 1].map((index) => {
      const path = Buffer.alloc(512);
      const length = stage.test.droppedFile(drop, index, path, 256);
      return path.toString('utf16le', 0, 2 * length);
    });
    stage.windows.closeClipboard();
    assert.deepEqual(read, paths);
  },

  async 'every format of a copy comes back'(stage) {
    const html = Buffer.from('Version:0.9\r\n<b>您好</b>\0');
    const restored = await stage.clipboard.restore({ formats: new Map(), text: null, complete: true });
    assert.ok(restored);
    await stage.clipboard.copy({ kind: 'image', png: Buffer.from('picture') });
    const picture = await stage.clipboard.save();
    await stage.lend('one');
    await stage.clipboard.restore({
      formats: new Map([
        ...picture.formats,
        ['HTML Format', html],
        ['#13', Buffer.from('words\0', 'utf16le')],
      ]),
      text: 'words',
      complete: true,
    });
    const saved = await stage.clipboard.save();
    assert.equal(saved.text, 'words');
    await stage.lend(REPLY);
    assert.equal(await stage.clipboard.restore(saved), 'restored');
    const again = await stage.clipboard.save();
    assert.deepEqual([...again.formats.keys()].sort(), ['#13', '#16', '#8', 'HTML Format', 'PNG']);
    assert.deepEqual(again, saved);
  },

  async 'an empty clipboard is empty again after a loan'(stage) {
    await stage.lend(COPIED);
    await stage.clipboard.restore({ formats: new Map(), text: null, complete: true });
    const saved = await stage.clipboard.save();
    assert.equal(saved.formats.size, 0);
    await stage.lend(REPLY);
    assert.equal(await stage.clipboard.restore(saved), 'restored');
    assert.equal(stage.test.isAvailable(CF.unicodeText), 0);
  },

  async 'what the agent copies during a loan stays'(stage) {
    await stage.clipboard.copy({ kind: 'text', text: COPIED });
    const target = { id: '1' } as TargetWindow;
    const saved = await stage.clipboard.save();
    const loan = await stage.lend(REPLY);
    const waiting = loan.waitUntilRead(target, 20_000);
    await stage.other('copy', 'during');
    assert.equal(await waiting, 'changed');
    assert.equal(loan.isOurs(), false);
    assert.equal(await stage.clipboard.restore(saved), 'kept-newer');
    assert.equal(await stage.clipboardText(), 'during');
  },

  async 'a second loan inside a first one gives back what lay beneath both'(stage) {
    await stage.clipboard.copy({ kind: 'text', text: COPIED });
    await stage.clipboard.save();
    const first = await stage.lend('one');
    const saved = await stage.clipboard.save();
    const second = await stage.lend('two');
    assert.deepEqual([first.isOurs(), second.isOurs()], [false, true]);
    assert.equal(await stage.clipboard.restore(saved), 'restored');
    assert.equal(await stage.clipboardText(), COPIED);
  },

  async 'a clipboard that another program holds for a moment is waited for'(stage) {
    const holder = await stage.other('hold', '60000');
    await stage.clipboardHeld();
    const lending = stage.lend(REPLY);
    // Its clipboard is let go with it.
    holder.kill();
    await lending;
    assert.equal(await stage.clipboardText(), REPLY);
  },

  async 'a clipboard that another program never lets go is not lent'(stage) {
    await stage.other('hold', '60000');
    await stage.clipboardHeld();
    assert.equal((await stage.clipboard.save()).complete, false);
    assert.equal(await stage.clipboard.lend({ kind: 'text', text: REPLY }), null);
  },
};

/** Runs one scenario; gives what went wrong, or null. */
export async function runScenario(title: string): Promise<string | null> {
  const stage = new Stage();
  try {
    await windowsScenarios[title]?.(stage);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    await stage.close();
  }
}

/** The jobs of another process. */
export async function runJob(job: string, argument: string): Promise<void> {
  const windows = windowsLibrary();
  if (job === 'copy') {
    const clipboard = createWindowsClipboardDriver(() => null);
    await clipboard.copy({ kind: 'text', text: argument });
    return;
  }
  const window = windows.createWindow(0, 'STATIC', null, 0, 0, 0, 0, 0, -3, 0, 0, null);
  await eventually('the clipboard', () => windows.openClipboard(window) !== 0);
  await delay(Number(argument));
  windows.closeClipboard();
}
