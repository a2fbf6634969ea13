import koffi from 'koffi';

/**
 * The functions of libxcb that the X11 drivers call. libxcb and not Xlib: its errors come back with the reply that
 * they belong to, while Xlib reports them to one handler per process, which GTK inside Electron claims for itself and
 * whose default ends the process.
 */
export type XcbLibrary = ReturnType<typeof loadXcb>;

let library: XcbLibrary | null = null;

/** Loads libxcb at the first call, so that importing this file never fails on another system. */
export function xcbLibrary(): XcbLibrary {
  library ??= loadXcb();
  return library;
}

/*
 * A cookie, xcb's receipt for a request, is a struct of one unsigned int; the calling conventions of every 64-bit
 * Linux return it like a plain unsigned int, which is how it is declared here.
 */
function loadXcb() {
  const lib = koffi.load('libxcb.so.1');
  const libc = koffi.load(null);
  const bind = (definition: string) => lib.func(definition);
  return {
    connect: bind('void *xcb_connect(const char *name, void *screen)'),
    disconnect: bind('void xcb_disconnect(void *c)'),
    hasError: bind('int xcb_connection_has_error(void *c)'),
    fileDescriptor: bind('int xcb_get_file_descriptor(void *c)'),
    setup: bind('void *xcb_get_setup(void *c)'),
    maximumRequestLength: bind('uint32 xcb_get_maximum_request_length(void *c)'),
    generateId: bind('uint32 xcb_generate_id(void *c)'),
    flush: bind('int xcb_flush(void *c)'),
    pollForEvent: bind('void *xcb_poll_for_event(void *c)'),
    waitForReply: bind('void *xcb_wait_for_reply(void *c, uint32 sequence, _Out_ void **error)'),
    sendRequest: bind('uint32 xcb_send_request(void *c, int flags, void *vector, void *request)'),

    internAtom: bind('uint32 xcb_intern_atom(void *c, uint8 existing, uint16 length, const char *name)'),
    atomName: bind('uint32 xcb_get_atom_name(void *c, uint32 atom)'),
    getProperty: bind(
      'uint32 xcb_get_property(void *c, uint8 del, uint32 window, uint32 property, uint32 type, uint32 offset, uint32 length)',
    ),
    changeProperty: bind(
      'uint32 xcb_change_property(void *c, uint8 mode, uint32 window, uint32 property, uint32 type, uint8 format, uint32 length, const void *data)',
    ),
    deleteProperty: bind('uint32 xcb_delete_property(void *c, uint32 window, uint32 property)'),
    createWindow: bind(
      'uint32 xcb_create_window(void *c, uint8 depth, uint32 window, uint32 parent, int16 x, int16 y, uint16 width, uint16 height, uint16 border, uint16 class, uint32 visual, uint32 mask, const uint32 *values)',
    ),
    destroyWindow: bind('uint32 xcb_destroy_window(void *c, uint32 window)'),
    changeWindowAttributes: bind(
      'uint32 xcb_change_window_attributes(void *c, uint32 window, uint32 mask, const uint32 *values)',
    ),
    windowAttributes: bind('uint32 xcb_get_window_attributes(void *c, uint32 window)'),
    geometry: bind('uint32 xcb_get_geometry(void *c, uint32 window)'),
    queryTree: bind('uint32 xcb_query_tree(void *c, uint32 window)'),
    translateCoordinates: bind(
      'uint32 xcb_translate_coordinates(void *c, uint32 from, uint32 to, int16 x, int16 y)',
    ),
    sendEvent: bind(
      'uint32 xcb_send_event(void *c, uint8 propagate, uint32 window, uint32 mask, const void *event)',
    ),
    inputFocus: bind('uint32 xcb_get_input_focus(void *c)'),
    setInputFocus: bind('uint32 xcb_set_input_focus(void *c, uint8 revert, uint32 window, uint32 time)'),

    queryExtension: bind('uint32 xcb_query_extension(void *c, uint16 length, const char *name)'),
    queryKeymap: bind('uint32 xcb_query_keymap(void *c)'),
    queryPointer: bind('uint32 xcb_query_pointer(void *c, uint32 window)'),
    modifierMapping: bind('uint32 xcb_get_modifier_mapping(void *c)'),
    keyboardMapping: bind('uint32 xcb_get_keyboard_mapping(void *c, uint8 first, uint8 count)'),
    changeKeyboardMapping: bind(
      'uint32 xcb_change_keyboard_mapping(void *c, uint8 count, uint8 first, uint8 width, const uint32 *keysyms)',
    ),
    grabKeyboard: bind(
      'uint32 xcb_grab_keyboard(void *c, uint8 owner_events, uint32 window, uint32 time, uint8 pointer_mode, uint8 keyboard_mode)',
    ),
    ungrabKeyboard: bind('uint32 xcb_ungrab_keyboard(void *c, uint32 time)'),
    grabServer: bind('uint32 xcb_grab_server(void *c)'),
    ungrabServer: bind('uint32 xcb_ungrab_server(void *c)'),

    selectionOwner: bind('uint32 xcb_get_selection_owner(void *c, uint32 selection)'),
    setSelectionOwner: bind(
      'uint32 xcb_set_selection_owner(void *c, uint32 owner, uint32 selection, uint32 time)',
    ),
    convertSelection: bind(
      'uint32 xcb_convert_selection(void *c, uint32 requestor, uint32 selection, uint32 target, uint32 property, uint32 time)',
    ),

    copyMemory: libc.func('void *memcpy(_Out_ uint8_t *to, const void *from, size_t bytes)'),
  };
}
