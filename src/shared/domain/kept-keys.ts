/** Why an accelerator cannot be a hotkey of ours. */
export type KeptKey =
  /** Copying, pasting and their like would stop working everywhere. */
  | 'everyday-key'
  /** The palette would never get it again: see `palette-keys.ts`. */
  | 'palette-key';

// The last two are what the app itself presses to paste: it would call itself.
const everydayKeys = new Set([
  ...['A', 'C', 'V', 'X', 'Y', 'Z', 'S', 'Tab'].map((key) => `CommandOrControl+${key}`),
  'Alt+Tab',
  'Alt+F4',
  'CommandOrControl+Shift+V',
  'CommandOrControl+Insert',
]);

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

const paletteKeys = new Set([
  ...['E', 'Shift+E', 'N', 'M', ',', 'Return', 'Home', 'End'].map((key) => `CommandOrControl+${key}`),
  ...['Up', 'Down', ...digits, ...digits.map((digit) => `num${digit}`)].map((key) => `Alt+${key}`),
]);

/** Says whether keys must stay what they are, for an accelerator as the recorder spells it; null when they are free to use. */
export function keptKey(accelerator: string): KeptKey | null {
  if (everydayKeys.has(accelerator)) return 'everyday-key';
  return paletteKeys.has(accelerator) ? 'palette-key' : null;
}
