import koffi from 'koffi';

/**
 * The functions of Windows that the drivers call. Window and process handles are plain numbers: Windows promises that
 * they fit 32 bits even in a 64-bit process.
 */
export type WindowsLibrary = ReturnType<typeof loadWindows>;

let library: WindowsLibrary | null = null;

/** Loads the system libraries at the first call, so that importing this file never fails on another system. */
export function windowsLibrary(): WindowsLibrary {
  library ??= loadWindows();
  return library;
}

function loadWindows() {
  const user32 = koffi.load('user32.dll');
  const kernel32 = koffi.load('kernel32.dll');
  const advapi32 = koffi.load('advapi32.dll');
  return {
    // Windows and focus
    getForegroundWindow: user32.func('intptr __stdcall GetForegroundWindow()'),
    setForegroundWindow: user32.func('int __stdcall SetForegroundWindow(intptr window)'),
    bringWindowToTop: user32.func('int __stdcall BringWindowToTop(intptr window)'),
    showWindow: user32.func('int __stdcall ShowWindow(intptr window, int command)'),
    isWindow: user32.func('int __stdcall IsWindow(intptr window)'),
    isIconic: user32.func('int __stdcall IsIconic(intptr window)'),
    isHung: user32.func('int __stdcall IsHungAppWindow(intptr window)'),
    setFocus: user32.func('intptr __stdcall SetFocus(intptr window)'),
    threadOf: user32.func('uint32 __stdcall GetWindowThreadProcessId(intptr window, _Out_ uint32 *process)'),
    attachThreadInput: user32.func('int __stdcall AttachThreadInput(uint32 thread, uint32 to, int attach)'),
    guiThreadInfo: user32.func('int __stdcall GetGUIThreadInfo(uint32 thread, _Inout_ uint8_t *info)'),
    /** Reads the title as the system keeps it; asking the window itself would wait for a hung program. */
    windowText: user32.func(
      'int __stdcall InternalGetWindowText(intptr window, _Out_ uint8_t *text, int characters)',
    ),
    windowRect: user32.func('int __stdcall GetWindowRect(intptr window, _Out_ int32_t *rect)'),

    // Keys
    sendInput: user32.func('uint32 __stdcall SendInput(uint32 count, const uint8_t *inputs, int size)'),
    asyncKeyState: user32.func('int16 __stdcall GetAsyncKeyState(int key)'),
    mapVirtualKey: user32.func('uint32 __stdcall MapVirtualKeyW(uint32 code, uint32 kind)'),

    // Clipboard
    openClipboard: user32.func('int __stdcall OpenClipboard(intptr window)'),
    closeClipboard: user32.func('int __stdcall CloseClipboard()'),
    emptyClipboard: user32.func('int __stdcall EmptyClipboard()'),
    clipboardOwner: user32.func('intptr __stdcall GetClipboardOwner()'),
    clipboardSequence: user32.func('uint32 __stdcall GetClipboardSequenceNumber()'),
    enumFormats: user32.func('uint32 __stdcall EnumClipboardFormats(uint32 after)'),
    formatName: user32.func(
      'int __stdcall GetClipboardFormatNameW(uint32 format, _Out_ uint8_t *name, int characters)',
    ),
    registerFormat: user32.func('uint32 __stdcall RegisterClipboardFormatW(const char16_t *name)'),
    getData: user32.func('void *__stdcall GetClipboardData(uint32 format)'),
    setData: user32.func('void *__stdcall SetClipboardData(uint32 format, void *memory)'),
    createWindow: user32.func(
      'intptr __stdcall CreateWindowExW(uint32 extended, const char16_t *class, const char16_t *name, uint32 style, int x, int y, int width, int height, intptr parent, intptr menu, intptr instance, void *data)',
    ),
    destroyWindow: user32.func('int __stdcall DestroyWindow(intptr window)'),

    // Memory
    globalAlloc: kernel32.func('void *__stdcall GlobalAlloc(uint32 flags, size_t bytes)'),
    globalFree: kernel32.func('void *__stdcall GlobalFree(void *memory)'),
    globalLock: kernel32.func('void *__stdcall GlobalLock(void *memory)'),
    globalUnlock: kernel32.func('int __stdcall GlobalUnlock(void *memory)'),
    globalSize: kernel32.func('size_t __stdcall GlobalSize(void *memory)'),
    copyIn: kernel32.func('void __stdcall RtlMoveMemory(void *to, const uint8_t *from, size_t bytes)'),
    copyOut: kernel32.func('void __stdcall RtlMoveMemory(_Out_ uint8_t *to, const void *from, size_t bytes)'),

    // Processes and their rights
    currentThread: kernel32.func('uint32 __stdcall GetCurrentThreadId()'),
    currentProcess: kernel32.func('intptr __stdcall GetCurrentProcess()'),
    openProcess: kernel32.func('intptr __stdcall OpenProcess(uint32 access, int inherit, uint32 process)'),
    closeHandle: kernel32.func('int __stdcall CloseHandle(intptr handle)'),
    processImage: kernel32.func(
      'int __stdcall QueryFullProcessImageNameW(intptr process, uint32 flags, _Out_ uint8_t *name, _Inout_ uint32 *characters)',
    ),
    openToken: advapi32.func(
      'int __stdcall OpenProcessToken(intptr process, uint32 access, _Out_ intptr *token)',
    ),
    tokenInformation: advapi32.func(
      'int __stdcall GetTokenInformation(intptr token, int kind, _Out_ uint8_t *information, uint32 bytes, _Out_ uint32 *needed)',
    ),
  };
}
