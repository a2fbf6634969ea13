import koffi from 'koffi';

/** The parts of AppKit, CoreGraphics and CoreFoundation that the drivers call. Objects and references are pointers. */
export type MacLibrary = ReturnType<typeof loadMac>;

let library: MacLibrary | null = null;

/** Loads the system frameworks at the first call, so that importing this file never fails on another system. */
export function macLibrary(): MacLibrary {
  library ??= loadMac();
  return library;
}

const FRAMEWORKS = '/System/Library/Frameworks';
const UTF8 = 0x0800_0100;

function loadMac() {
  const objc = koffi.load('/usr/lib/libobjc.A.dylib');
  // Loading AppKit makes its classes known to the Objective-C runtime.
  koffi.load(`${FRAMEWORKS}/AppKit.framework/AppKit`);
  const foundation = koffi.load(`${FRAMEWORKS}/CoreFoundation.framework/CoreFoundation`);
  const graphics = koffi.load(`${FRAMEWORKS}/CoreGraphics.framework/CoreGraphics`);
  const services = koffi.load(`${FRAMEWORKS}/ApplicationServices.framework/ApplicationServices`);

  const createString = foundation.func(
    'void *CFStringCreateWithCString(void *allocator, const char *text, uint32 encoding)',
  );
  const getClass = objc.func('void *objc_getClass(const char *name)');
  const selector = objc.func('void *sel_registerName(const char *name)');
  const sendForObject = objc.func('void *objc_msgSend(void *object, void *selector)');
  const sendForLong = objc.func('long objc_msgSend(void *object, void *selector)');
  const sendForText = objc.func('const char *objc_msgSend(void *object, void *selector)');
  const sendLong = objc.func('bool objc_msgSend(void *object, void *selector, unsigned long value)');
  const sendIntForObject = objc.func('void *objc_msgSend(void *object, void *selector, int value)');

  return {
    classNamed: (name: string): unknown => getClass(name),
    /** Sends a message without arguments that answers with an object, or null. */
    object: (receiver: unknown, message: string): unknown =>
      receiver === null ? null : sendForObject(receiver, selector(message)),
    long: (receiver: unknown, message: string): number => Number(sendForLong(receiver, selector(message))),
    /** Sends a message that answers with an NSString. */
    text(receiver: unknown, message: string): string {
      const string = receiver === null ? null : sendForObject(receiver, selector(message));
      return string === null ? '' : (sendForText(string, selector('UTF8String')) ?? '');
    },
    sendLong: (receiver: unknown, message: string, value: number): boolean =>
      sendLong(receiver, selector(message), value),
    objectForInt: (receiver: unknown, message: string, value: number): unknown =>
      sendIntForObject(receiver, selector(message), value),

    release: foundation.func('void CFRelease(void *reference)'),
    arrayCount: foundation.func('long CFArrayGetCount(void *array)'),
    arrayValue: foundation.func('void *CFArrayGetValueAtIndex(void *array, long index)'),
    dictionaryValue: foundation.func('void *CFDictionaryGetValue(void *dictionary, void *key)'),
    createString: (value: string): unknown => createString(null, value, UTF8),
    numberValue: foundation.func('bool CFNumberGetValue(void *number, long kind, _Out_ int *value)'),
    stringValue: foundation.func(
      'bool CFStringGetCString(void *string, _Out_ uint8_t *buffer, long bytes, uint32 encoding)',
    ),

    windowList: graphics.func('void *CGWindowListCopyWindowInfo(uint32 option, uint32 relativeTo)'),
    rectOf: graphics.func(
      'bool CGRectMakeWithDictionaryRepresentation(void *dictionary, _Out_ double *rect)',
    ),
    createKeyEvent: graphics.func('void *CGEventCreateKeyboardEvent(void *source, uint16 key, bool down)'),
    setEventFlags: graphics.func('void CGEventSetFlags(void *event, uint64 flags)'),
    setEventText: graphics.func(
      'void CGEventKeyboardSetUnicodeString(void *event, unsigned long length, const uint16 *text)',
    ),
    postEvent: graphics.func('void CGEventPost(uint32 tap, void *event)'),

    /** Whether the user lets this program press keys in others. */
    isTrusted: services.func('bool AXIsProcessTrusted()'),
  };
}
