/**
 * Says who may write to the library. SQLite lets one connection write at a time, and waiting for the other one would hold up
 * the main process, palette and all. So a job in another process that is about to write holds the gate, and what main wants
 * to write meanwhile waits here without holding anything up.
 */
export type LibraryGate = {
  /** Holds the gate until the returned function is called. */
  hold: () => () => void;
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
  let holders = 0;
  let waiting: (() => void)[] = [];

  function flush(): void {
    const due = waiting;
    waiting = [];
    for (const work of due) work();
  }

  /** In turn, since one of them may hold the gate again. */
  function letThrough(): void {
    while (holders === 0) {
      const next = waiting.shift();
      if (!next) return;
      next();
    }
  }

  return {
    hold() {
      holders += 1;
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holders -= 1;
        letThrough();
      };
    },
    isHeld: () => holders > 0,
    async run<Value>(work: () => Value | Promise<Value>) {
      if (holders === 0) return work();
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
      if (holders === 0) return work();
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
