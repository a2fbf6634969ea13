/** The part of a keyboard event that matters here. */
type Stroke = { code: string; repeat: boolean };

/** Tells the repeats of a held key from a key that is pressed anew. */
export type HeldKeys = {
  /** To be asked once for each key down. */
  isRepeat: (stroke: Stroke) => boolean;
  released: (code: string) => void;
  /** The palette opens: keys that went down before are up by now, or the hotkey could not have been pressed. */
  opened: () => void;
};

/**
 * Chromium on Linux calls a key down a repeat when the key before it was the same one, less than two seconds ago, and its
 * release was not seen (`KeyEvent::IsRepeated`). The release of the Enter or Esc that closes the palette goes to the
 * window behind, so that the same key right after the next opening would count as held and be ignored. Other systems
 * say truly which key is held.
 * @param isLinux Asked at each key, since the page learns it when it opens.
 */
export function createHeldKeys(isLinux: () => boolean): HeldKeys {
  const down = new Set<string>();
  const unreleased = new Set<string>();

  return {
    isRepeat({ code, repeat }) {
      down.add(code);
      const isPressedAnew = unreleased.delete(code);
      return repeat && !(isPressedAnew && isLinux());
    },
    released(code) {
      down.delete(code);
      unreleased.delete(code);
    },
    opened() {
      for (const code of down) unreleased.add(code);
      down.clear();
    },
  };
}
