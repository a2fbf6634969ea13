/**
 * Says who may write to the library. SQLite lets one connection write at a time, and waiting for the other one would hold up
 * the main process, palette and all. So a job in another process that is about to write holds the gate, and what main wants
 * to write meanwhile waits here without holding anything up.
 */
export type LibraryGate = {
  /** Holds the gate until the returned function is called; null while somebody else holds it. */
  tryHold: () => (() => void) | null;
  /** To say early that something has to wait; who wants the gate takes it by `tryHold`. */
  isHeld: () => boolean;
  /** Does `work` now when the gate is open, else when it opens, in the order of the calls. */
  run: <Value>(work: () => Value | Promise<Value>) => Promise<Value>;
  /** For writes that nobody waits for. Now when the gate is open, else when it opens; throws only when it is done at once. */
  soon: (work: () => void) => void;
  /** Does at once what is waiting, held or not: the app is about to end. */
  flush: () => void;
};

/**
 * Makes an open gate.
 * @param onFailure Told of delayed work of `soon` that threw.
 */
export function createLibraryGate(onFailure: (error: unknown) => void): LibraryGate {
  let isHeld = false;
  let waiting: (() => void)[] = [];

  function flush(): void {
    const due = waiting;
    waiting = [];
    for (const work of due) work();
  }

  /** In turn, since one of them may hold the gate again. */
  function letThrough(): void {
    while (!isHeld) {
      const next = waiting.shift();
      if (!next) return;
      next();
    }
  }

  return {
    tryHold() {
      if (isHeld) return null;
      isHeld = true;
      let isOurs = true;
      return () => {
        if (!isOurs) return;
        isOurs = false;
        isHeld = false;
        letThrough();
      };
    },
    isHeld: () => isHeld,
    async run<Value>(work: () => Value | Promise<Value>) {
      if (!isHeld) return work();
      return new Promise<Value>((resolve, reject) => {
        waiting.push(() => {
          try {
            resolve(work());
          } catch (error) {
            reject(error);
          }
        });
      });
    },
    soon(work) {
      if (!isHeld) return work();
      waiting.push(() => {
        try {
          work();
        } catch (error) {
          onFailure(error);
        }
      });
    },
    flush,
  };
}

/** The same handlers, of which those named in `writing` wait until the gate is open. */
export function behindGate<H extends Record<string, (...args: never[]) => unknown>>(
  gate: LibraryGate,
  handlers: H,
  writing: readonly (keyof H & string)[],
): H {
  const gated = { ...handlers } as Record<string, (...args: never[]) => unknown>;
  for (const name of writing) {
    const handler = handlers[name] as (...args: never[]) => unknown;
    gated[name] = (...args) => gate.run(() => handler(...args));
  }
  return gated as H;
}
