/** The part of the `x11` package that the stand-in uses; the package has no typings of its own. */
declare module 'x11' {
  export type XError = Error & { error?: number };

  export type XEvent = {
    name: string;
    /** The 32 bytes of the event; bit 0x80 of the first says that another client sent it. */
    rawData: Buffer;
    wid: number;
    wid1: number;
    time: number;
    x: number;
    y: number;
    width: number;
    height: number;
    keycode: number;
    buttons: number;
    atom: number;
    state: number;
    mode: number;
    detail: number;
    owner: number;
    requestor: number;
    selection: number;
    target: number;
    property: number;
  };

  export type XProperty = { type: number; format: number; bytesAfter: number; data: Buffer };
  type Reply<Value> = (error: XError | null, value: Value) => void;
  type Done = (error: XError | null) => void;

  export type XClient = {
    seq_num: number;
    replies: Record<number, [(reply: Buffer) => unknown, Reply<never>]>;
    pack_stream: { put(request: Buffer): void; submit(flush: boolean): void };
    on(name: 'event', listener: (event: XEvent) => void): void;
    on(name: 'error', listener: (error: XError) => void): void;
    AllocID(): number;
    InternAtom(onlyIfExists: boolean, name: string, reply: Reply<number>): void;
    GetAtomName(atom: number, reply: Reply<string>): void;
    CreateWindow(
      id: number,
      parent: number,
      x: number,
      y: number,
      width: number,
      height: number,
      border: number,
      depth: number,
      windowClass: number,
      visual: number,
      values: { eventMask: number },
    ): void;
    ChangeWindowAttributes(id: number, values: { eventMask: number }): void;
    MapWindow(id: number): void;
    UnmapWindow(id: number): void;
    RaiseWindow(id: number): void;
    ConfigureWindow(id: number, values: { x: number; y: number; width: number; height: number }): void;
    ChangeProperty(
      mode: number,
      id: number,
      property: number,
      type: number,
      format: number,
      data: Buffer | number[],
    ): void;
    DeleteProperty(id: number, property: number): void;
    GetProperty(
      remove: number,
      id: number,
      property: number,
      type: number,
      offset: number,
      length: number,
      reply: Reply<XProperty>,
    ): void;
    SendEvent(
      destination: number,
      propagate: number,
      mask: number,
      event: { name: string } & Partial<XEvent>,
    ): void;
    SendClientMessage(destination: number, id: number, type: number, format: number, data: number[]): void;
    GrabKey(
      id: number,
      ownerEvents: number,
      modifiers: number,
      key: number,
      pointerMode: number,
      keyboardMode: number,
      done: Done,
    ): void;
    terminate(): void;
    UngrabKey(id: number, key: number, modifiers: number): void;
    QueryPointer(id: number, reply: Reply<{ rootX: number; rootY: number }>): void;
    GetInputFocus(reply: Reply<{ focus: number }>): void;
    GetKeyboardMapping(first: number, count: number, reply: Reply<number[][]>): void;
    SetSelectionOwner(owner: number, selection: number, time: number): void;
    GetSelectionOwner(selection: number, reply: Reply<number>): void;
    ConvertSelection(
      requestor: number,
      selection: number,
      target: number,
      property: number,
      time: number,
    ): void;
    require(extension: string, reply: Reply<{ majorOpcode: number }>): void;
  };

  export type XDisplay = {
    client: XClient;
    screen: { root: number; pixel_width: number; pixel_height: number }[];
    min_keycode: number;
    max_keycode: number;
  };

  const x11: {
    createClient(reply: Reply<XDisplay>): void;
    createClient(options: { display: string }, reply: Reply<XDisplay>): void;
    eventMask: Record<
      'StructureNotify' | 'SubstructureNotify' | 'SubstructureRedirect' | 'FocusChange' | 'PropertyChange',
      number
    >;
    keySyms: Record<string, { code: number }>;
  };
  export default x11;
}
