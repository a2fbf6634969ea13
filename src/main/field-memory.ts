/** How long a field's value is remembered for the same target window. */
export const rememberMs = 15 * 60 * 1000;

/** Field values that the agent filled in, remembered per target window for 15 minutes. In memory only. */
export type FieldMemory = {
  recall: (windowId: string, nowMs: number) => Record<string, string>;
  remember: (windowId: string, fields: Record<string, string>, nowMs: number) => void;
};

type Remembered = { value: string; atMs: number };

/** Makes an empty field memory. Times are milliseconds of any one clock. */
export function createFieldMemory(): FieldMemory {
  const windows = new Map<string, Map<string, Remembered>>();

  function forgetOld(nowMs: number): void {
    for (const [windowId, fields] of windows) {
      for (const [name, { atMs }] of fields) {
        if (nowMs - atMs >= rememberMs) fields.delete(name);
      }
      if (fields.size === 0) windows.delete(windowId);
    }
  }

  return {
    recall(windowId, nowMs) {
      forgetOld(nowMs);
      const fields = windows.get(windowId) ?? new Map<string, Remembered>();
      return Object.fromEntries([...fields].map(([name, { value }]) => [name, value]));
    },
    remember(windowId, fields, nowMs) {
      forgetOld(nowMs);
      const remembered = windows.get(windowId) ?? new Map<string, Remembered>();
      for (const [name, value] of Object.entries(fields)) {
        if (value.trim() !== '') remembered.set(name, { value, atMs: nowMs });
      }
      if (remembered.size > 0) windows.set(windowId, remembered);
    },
  };
}
