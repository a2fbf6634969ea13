type Platform = 'windows' | 'mac' | 'linux';

const capsByName: Record<'mac' | 'other', Record<string, string>> = {
  mac: { CommandOrControl: '⌘', Command: '⌘', Control: '⌃', Ctrl: '⌃', Alt: '⌥', Option: '⌥', Shift: '⇧' },
  other: {
    CommandOrControl: 'Ctrl',
    Control: 'Ctrl',
    Super: 'Super',
    Up: '↑',
    Down: '↓',
    Left: '←',
    Right: '→',
  },
};

/** The key caps that show an accelerator on this system, in order; none for the empty accelerator. */
export function keyCaps(accelerator: string, platform: Platform): string[] {
  if (accelerator === '') return [];
  const names = capsByName[platform === 'mac' ? 'mac' : 'other'];
  return accelerator.split('+').map((part) => {
    if (part === 'Super' && platform === 'windows') return 'Win';
    return names[part] ?? part;
  });
}

/** An accelerator in one line of text, for messages and labels. */
export function acceleratorText(accelerator: string, platform: Platform): string {
  return keyCaps(accelerator, platform).join(platform === 'mac' ? ' ' : '+');
}
